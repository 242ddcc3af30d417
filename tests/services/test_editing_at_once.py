"""Two edits of one record at once: what the later one is based on is what the earlier one wrote."""

import sqlite3
import threading
import time
from contextlib import closing
from datetime import date
from datetime import time as clock_time
from decimal import Decimal

import pytest

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.label import StatedAmount
from tracker.nutrition.health.markers import parse_marker
from tracker.nutrition.health.symptoms import parse_symptom
from tracker.nutrition.people.person import Phase
from tracker.services.foods.foods import FoodChanges, add_food, edit_food
from tracker.services.health.blood_tests import LabChanges, add_lab_result, edit_lab_result
from tracker.services.health.symptoms import SymptomChanges, add_symptom, edit_symptom
from tracker.services.opening import open_diary
from tracker.services.people.factors import FactorChanges, add_factor, edit_factor
from tracker.services.people.life_phases import add_life_phase
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.services.supplements.schedules import (
    ScheduleChanges,
    add_schedule,
    edit_schedule,
    stop_schedule,
)
from tracker.services.supplements.supplements import (
    SupplementChanges,
    add_supplement,
    edit_supplement,
)
from tracker.settings import Settings

DAY = date(2026, 11, 1)
WAITING_SECONDS = 0.3
"""Time for the other edit to read and to wait: too little of it could only hide a fault."""

TO_DECEMBER = ScheduleChanges(last_day=date(2026, 12, 1))


def make(diary):
    """One record of every kind."""
    add_lab_result(diary, parse_marker("b12"), Decimal(300), "pg/mL", LabChanges(day=DAY))
    add_symptom(diary, parse_symptom("fatigue"), 3, SymptomChanges(day=DAY))
    add_supplement(diary, "mine", SupplementChanges(strength_mcg=Decimal(25)))
    add_schedule(diary, "veg1", ScheduleChanges(every="day", first_day=DAY))
    add_factor(diary, "ppi", FactorChanges(since=DAY))
    stated = StatedAmount(ContentRange.exactly(Decimal(1)), "label")
    add_food(diary, "brew", FoodChanges(stated=stated))
    add_life_phase(diary, Phase.PREGNANCY, DAY, None)


EDITS = {
    "lab": (
        "lab_result",
        "lab = 'City lab'",
        lambda diary: edit_lab_result(diary, 1, LabChanges(note="fasting")),
        {"lab": "City lab", "note": "fasting"},
    ),
    "symptom": (
        "symptom",
        "severity = 1",
        lambda diary: edit_symptom(diary, 1, SymptomChanges(note="better")),
        {"severity": 1, "note": "better"},
    ),
    "supplement": (
        "supplement",
        "strength_ng = 50000",
        lambda diary: edit_supplement(diary, "mine", SupplementChanges(note="new")),
        {"strength_ng": 50_000, "note": "new"},
    ),
    **{
        name: ("schedule", "time = '08:00'", end, {"time": "08:00", "last_day": "2026-12-01"})
        for name, end in {
            "schedule": lambda diary: edit_schedule(diary, "veg1", TO_DECEMBER),
            "schedule that is stopped": lambda diary: stop_schedule(
                diary, "veg1", TO_DECEMBER.last_day
            ),
        }.items()
    },
    "factor": (
        "factor",
        "note = '20 mg'",
        lambda diary: edit_factor(diary, "ppi", FactorChanges(last_day=date(2026, 11, 9))),
        {"note": "20 mg", "last_day": "2026-11-09"},
    ),
    "food": (
        "food",
        "market = 'UK'",
        lambda diary: edit_food(diary, "brew", FoodChanges(note="shake it")),
        {"market": "UK", "note": "shake it"},
    ),
    "profile": (
        "person",
        "diet = 'vegan'",
        lambda diary: set_profile(diary, None, ProfileChanges(born=date(1990, 5, 17))),
        {"diet": "vegan", "born": "1990-05-17"},
    ),
    "pregnancy": (
        "life_phase",
        "first_day = '2026-10-01'",
        lambda diary: add_life_phase(diary, Phase.LACTATION, date(2026, 11, 9), None),
        {"first_day": "2026-10-01"},
    ),
}


@pytest.mark.parametrize(("table", "first", "second", "kept"), EDITS.values(), ids=EDITS)
def test_of_two_edits_at_once_both_are_kept(diary, database_path, table, first, second, kept):
    make(diary)
    other = open_diary(Settings(database=str(database_path)))
    newest = f"(SELECT MAX(id) FROM {table})"
    with closing(sqlite3.connect(database_path, isolation_level=None)) as connection:
        (row_id,) = connection.execute(f"SELECT MAX(id) FROM {table}").fetchone()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"UPDATE {table} SET {first} WHERE id = {newest}")
        waiting = threading.Thread(target=second, args=(other,))
        waiting.start()
        time.sleep(WAITING_SECONDS)
        connection.execute("COMMIT")
        waiting.join()
        row = connection.execute(
            f"SELECT {', '.join(kept)} FROM {table} WHERE id = {row_id}"
        ).fetchone()
    assert dict(zip(kept, row, strict=True)) == kept


def test_a_schedule_keeps_the_time_that_another_diary_gave_it(diary, database_path):
    make(diary)
    other = open_diary(Settings(database=str(database_path)))
    edit_schedule(other, "veg1", ScheduleChanges(at=clock_time(8)))
    after = edit_schedule(diary, "veg1", TO_DECEMBER)
    assert (after.at, after.last_day) == (clock_time(8), TO_DECEMBER.last_day)


def test_a_profile_keeps_what_another_diary_said_of_it(diary, database_path):
    other = open_diary(Settings(database=str(database_path)))
    set_profile(other, None, ProfileChanges(born=date(1990, 5, 17)))
    profile = set_profile(diary, None, ProfileChanges(day_starts=3))
    assert (profile.person.born, profile.person.day_starts) == (date(1990, 5, 17), 3)


def test_two_pregnancies_in_two_diaries_cannot_overlap(diary, database_path):
    from tracker.errors import TrackerError

    other = open_diary(Settings(database=str(database_path)))
    add_life_phase(other, Phase.PREGNANCY, date(2026, 1, 1), date(2026, 9, 1))
    with pytest.raises(TrackerError, match="overlaps"):
        add_life_phase(diary, Phase.PREGNANCY, date(2026, 5, 1), None)
