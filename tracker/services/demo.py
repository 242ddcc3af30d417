"""A made-up diary to look at: five weeks of Robin, who eats vegan."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

from tracker.errors import TrackerError
from tracker.nutrition.diary.when import Occasion
from tracker.nutrition.health.markers import Marker
from tracker.nutrition.health.symptoms import symptom_of_code
from tracker.nutrition.people.person import Diet, Sex
from tracker.services.diary.logging import Details, eat, take
from tracker.services.health.blood_tests import LabChanges, add_lab_result
from tracker.services.health.symptoms import SymptomChanges, add_symptom
from tracker.services.opening import Diary, open_diary
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.services.supplements.schedules import ScheduleChanges, add_schedule
from tracker.settings import Settings

DAYS = 35
NAME = "Robin"
BORN = date(1991, 4, 12)

_BREAKFASTS = (
    ("1 bowl porridge", "1 cup fortified soy milk", "1 banana"),
    ("2 slices bread", "1 tbsp peanut butter", "1 cup coffee"),
    ("1 bowl porridge", "1 cup fortified oat milk", "1 apple"),
    ("2 slices bread", "1 tsp marmite", "1 glass orange juice"),
)
_LUNCHES = (
    ("1 cup lentils", "1 cup rice", "1 cup spinach"),
    ("1 cup chickpeas", "2 tbsp hummus", "1 tomato"),
    ("150 g tofu", "1 cup pasta", "1 cup broccoli"),
)
_DINNERS = (
    ("1 beyond burger", "1 potato", "1 carrot"),
    ("1 cup black beans", "1 cup rice", "1 avocado"),
    ("1 cup pasta", "1 tbsp fortified nutritional yeast", "1 cup mushrooms"),
    ("100 g tempeh", "1 cup quinoa", "1 cup broccoli"),
    ("1 veggie burger", "2 slices bread", "1 tomato"),
)
_UNRECORDED = {4, 19}
"""Days, counted back from the last, on which Robin wrote nothing down."""

_FORGOTTEN = {2, 3, 9, 16, 17, 18, 24}
"""Days, counted back from the last, on which the tablet was forgotten."""

_LARGE_TABLET = {5, 21}
"""Days on which a 1000 µg tablet was taken instead."""

_TESTS = (
    (34, Marker.TOTAL_B12, "196", "pg/mL"),
    (34, Marker.MMA, "0.46", "µmol/L"),
    (5, Marker.TOTAL_B12, "410", "pg/mL"),
    (5, Marker.MMA, "0.24", "µmol/L"),
)
"""Blood tests: days back from the last, marker, figure and unit."""

_SYMPTOMS = {
    "fatigue": {34: 3, 27: 3, 20: 2, 13: 2, 6: 1, 0: 1},
    "numbness": {34: 1, 20: 1, 6: 0},
}
"""Symptoms: how severe they were so many days back from the last."""


def make_demo(path: Path, last_day: date) -> Diary:
    """Writes the demo diary anew and returns it, open.

    Raises:
        TrackerError: the file cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise TrackerError(f"{path} cannot be written anew: {error.strerror}") from error
    diary = open_diary(Settings(database=str(path)))
    profile = ProfileChanges(born=BORN, sex=Sex.FEMALE, diet=Diet.VEGAN)
    set_profile(diary, NAME, profile)
    diary = open_diary(Settings(database=str(path), person=NAME))
    first_day = last_day - timedelta(days=DAYS - 1)
    add_schedule(diary, "veg1", ScheduleChanges(every="day", at=time(8), first_day=first_day))
    for back in reversed(range(DAYS)):
        if back not in _UNRECORDED:
            _log_day(diary, last_day - timedelta(days=back), back)
    _keep_tests_and_symptoms(diary, last_day)
    return diary


def _log_day(diary: Diary, day: date, back: int) -> None:
    meals = (
        (_BREAKFASTS, Occasion.BREAKFAST, time(7, 45)),
        (_LUNCHES, Occasion.LUNCH, time(12, 30)),
        (_DINNERS, Occasion.DINNER, time(19, 0)),
    )
    for choices, occasion, at in meals:
        items = choices[back % len(choices)]
        eat(diary, items, Details(day=day, time=at, occasion=occasion, anyway=True))
    if back in _LARGE_TABLET:
        take(diary, ["1000 mcg cyanocobalamin"], Details(day=day, time=time(8), anyway=True))
    elif back not in _FORGOTTEN:
        take(diary, ["1 veg1"], Details(day=day, time=time(8), anyway=True))


def _keep_tests_and_symptoms(diary: Diary, last_day: date) -> None:
    for back, marker, figure, unit in _TESTS:
        tested = LabChanges(day=last_day - timedelta(days=back), lab="City lab", anyway=True)
        add_lab_result(diary, marker, Decimal(figure), unit, tested)
    for code, severities in _SYMPTOMS.items():
        for back, severity in severities.items():
            felt = SymptomChanges(day=last_day - timedelta(days=back), anyway=True)
            add_symptom(diary, symptom_of_code(code), severity, felt)
