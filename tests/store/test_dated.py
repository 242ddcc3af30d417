"""Entries of days: each person's own, in order, and to the day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tracker.nutrition.health.symptoms import SymptomEntry, symptom_of_code
from tracker.nutrition.people.person import Person
from tracker.services.opening import open_diary
from tracker.settings import Settings
from tracker.store.records.people import add_person
from tracker.store.records.symptoms import SYMPTOM_ENTRIES

DAY = date(2026, 11, 20)
NEXT = DAY + timedelta(days=1)
FATIGUE = SymptomEntry(symptom_of_code("fatigue"), 2, DAY, "after work")


@pytest.fixture
def database(database_path):
    """A diary of `me`, who has three entries, and of Ida, who has an older one."""
    diary = open_diary(Settings(database=str(database_path)))
    database = diary.database
    with database.change(1, "added some") as change:
        add_person(change, Person(0, "Ida"), diary.references)
        for person_id, day in ((1, NEXT), (1, DAY), (1, DAY), (2, DAY - timedelta(days=9))):
            SYMPTOM_ENTRIES.add(change, person_id, replace(FATIGUE, day=day))
    return database


@pytest.mark.parametrize(
    ("first_day", "last_day", "ids"),
    [
        (DAY, NEXT, [2, 3, 1]),
        (DAY, DAY, [2, 3]),
        (NEXT, NEXT, [1]),
        (NEXT + timedelta(days=1), date.max, []),
        (date.min, DAY - timedelta(days=1), []),
    ],
)
def test_entries_of_a_range_are_read_by_day_then_in_the_order_of_logging(
    database, first_day, last_day, ids
):
    with database.read() as connection:
        found = SYMPTOM_ENTRIES.between(connection, 1, first_day, last_day)
        newest = SYMPTOM_ENTRIES.latest(connection, 1, first_day, last_day, 2)
    assert [one.id for one in found] == ids
    assert [one.id for one in newest] == ids[::-1][:2]


def test_an_entry_is_found_by_its_own_person_only(database):
    with database.read() as connection:
        assert SYMPTOM_ENTRIES.by_id(connection, 1, 2) == replace(FATIGUE, id=2)
        assert SYMPTOM_ENTRIES.by_id(connection, 2, 2) is None
        assert SYMPTOM_ENTRIES.by_id(connection, 1, 99) is None


def test_the_first_day_is_that_of_the_oldest_entry_of_the_person(database):
    with database.read() as connection:
        assert SYMPTOM_ENTRIES.first_day(connection, 1) == DAY
        assert SYMPTOM_ENTRIES.first_day(connection, 2) == DAY - timedelta(days=9)
        assert SYMPTOM_ENTRIES.first_day(connection, 3) is None


def test_an_entry_is_edited_and_taken_out(database):
    worse = replace(FATIGUE, id=2, severity=4, day=NEXT, note="")
    with database.change(1, "edited one, removed one") as change:
        SYMPTOM_ENTRIES.edit(change, worse)
        SYMPTOM_ENTRIES.remove(change, replace(FATIGUE, id=3))
    with database.read() as connection:
        found = SYMPTOM_ENTRIES.between(connection, 1, DAY, NEXT)
    assert found == [replace(FATIGUE, id=1, day=NEXT), worse]
