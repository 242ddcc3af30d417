"""A made-up diary to look at, as `seeds/demo.toml` tells it."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tracker import resources
from tracker.errors import TrackerError
from tracker.nutrition.diary.when import Occasion
from tracker.nutrition.health.markers import parse_marker
from tracker.nutrition.health.symptoms import symptom_of_code
from tracker.nutrition.people.person import Diet, Sex
from tracker.services.diary.logging import Details, eat, take
from tracker.services.health.blood_tests import LabChanges, add_lab_result
from tracker.services.health.symptoms import SymptomChanges, add_symptom
from tracker.services.opening import Diary, open_diary
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.services.supplements.schedules import ScheduleChanges, add_schedule
from tracker.settings import Settings
from tracker.writing import written_beside

COMPANIONS = ("-wal", "-shm")
"""Files that SQLite keeps beside a database; those of an older one would be taken for the new."""


def make_demo(path: Path, last_day: date) -> Diary:
    """Writes the demo diary anew, whole or not at all, and returns it, open.

    Raises:
        TrackerError: the file cannot be written.
    """
    with (resources.folder("seeds") / "demo.toml").open("rb") as file:
        told = tomllib.load(file)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise TrackerError(f"{path} cannot be written anew: {error.strerror}") from error
    name = told["person"]["name"]
    with written_beside(path) as part:
        diary = _new_diary(part, name, told["person"])
        _fill(diary, told, last_day)
        # With the last connection SQLite takes the WAL back into the file: it can be moved alone.
        diary.database.close()
        for companion in COMPANIONS:
            path.with_name(path.name + companion).unlink(missing_ok=True)
    return open_diary(Settings(database=str(path), person=name))


def _new_diary(path: Path, name: str, person: dict[str, Any]) -> Diary:
    born, sex, diet = person["born"], Sex(person["sex"]), Diet(person["diet"])
    unnamed = open_diary(Settings(database=str(path)))
    set_profile(unnamed, name, ProfileChanges(born=born, sex=sex, diet=diet))
    unnamed.database.close()
    return open_diary(Settings(database=str(path), person=name))


def _fill(diary: Diary, told: dict[str, Any], last_day: date) -> None:
    def day(back: int) -> date:
        return last_day - timedelta(days=back)

    tablet = told["tablet"]
    first_day = day(told["days"] - 1)
    every_day = ScheduleChanges(every="day", at=tablet["time"], first_day=first_day)
    add_schedule(diary, tablet["name"], every_day)
    for back in reversed(range(told["days"])):
        if back not in told["unrecorded"]:
            _log_meals(diary, told["meals"], day(back), back)
            _log_tablet(diary, tablet, day(back), back)
    for test in told["tests"]:
        tested = LabChanges(day=day(test["day"]), lab="City lab", anyway=True)
        value = Decimal(test["value"])
        add_lab_result(diary, parse_marker(test["marker"]), value, test["unit"], tested)
    for code, severities in told["symptoms"].items():
        for back, severity in severities:
            felt = SymptomChanges(day=day(back), anyway=True)
            add_symptom(diary, symptom_of_code(code), severity, felt)


def _log_meals(diary: Diary, meals: list[dict[str, Any]], day: date, back: int) -> None:
    for meal in meals:
        items = meal["items"][back % len(meal["items"])]
        occasion = Occasion(meal["occasion"])
        eat(diary, items, Details(day=day, time=meal["time"], occasion=occasion, anyway=True))


def _log_tablet(diary: Diary, tablet: dict[str, Any], day: date, back: int) -> None:
    at = Details(day=day, time=tablet["time"], anyway=True)
    if back in tablet["another_on"]:
        take(diary, [tablet["another"]], at)
    elif back not in tablet["forgotten"]:
        take(diary, [f"1 {tablet['name']}"], at)
