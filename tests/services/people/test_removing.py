"""A person who is taken out takes all that is theirs along, and undo brings all of it back."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.health.markers import parse_marker
from tracker.nutrition.health.symptoms import parse_symptom
from tracker.nutrition.people.person import Phase
from tracker.services.diary.correcting import undo_changes
from tracker.services.diary.logging import Details, eat
from tracker.services.foods.foods import read_wordings
from tracker.services.health.blood_tests import LabChanges, add_lab_result
from tracker.services.health.symptoms import SymptomChanges, add_symptom
from tracker.services.opening import open_diary
from tracker.services.people.factors import FactorChanges, add_factor
from tracker.services.people.life_phases import add_life_phase
from tracker.services.people.profiles import (
    ProfileChanges,
    list_profiles,
    remove_profile,
    set_profile,
    use_profile,
)
from tracker.services.supplements.schedules import ScheduleChanges, add_schedule
from tracker.settings import Settings
from tracker.store import tables

DAY = date(2026, 11, 20)
OWNED = ("intake", "lab_result", "symptom", "schedule", "factor", "life_phase", "food_wording")


@pytest.fixture
def opened(database_path):
    """Opens the diary of a person."""
    return lambda name=None: open_diary(Settings(database=str(database_path), person=name))


@pytest.fixture
def full(diary, opened):
    """The diary of `me`, who holds something, beside an Ida who has a row of every kind."""
    eat(diary, ["2 eggs"], Details(day=DAY))
    set_profile(diary, "Ida", ProfileChanges(born=date(1990, 5, 17)))
    ida = opened("Ida")
    eat(ida, ["100 g fish", "2 eggs"], Details(day=DAY), lambda _wanted, _names: 0)
    add_lab_result(ida, parse_marker("b12"), Decimal(300), "pg/mL", LabChanges(day=DAY))
    add_symptom(ida, parse_symptom("fatigue"), 3, SymptomChanges(day=DAY))
    add_schedule(ida, "veg1", ScheduleChanges(every="day", first_day=DAY))
    add_factor(ida, "ppi", FactorChanges(since=DAY))
    add_life_phase(ida, Phase.PREGNANCY, DAY, None)
    assert read_wordings(ida)
    return diary


def rows(path):
    """Every row of the diary but those of the journal; targets without ids, as they are derived."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(
                tuple(row[table == "target_span" :])
                for row in connection.execute(f"SELECT * FROM {table}")
            )
            for table in tables.metadata.tables
            if not table.startswith("change")
        }


def of_ida(path):
    """How many rows of each table are Ida's, who is person 2."""
    with closing(sqlite3.connect(path)) as connection:
        count = "SELECT COUNT(*) FROM {} WHERE person_id = 2"
        return {
            table: connection.execute(count.format(table)).fetchone()[0]
            for table in (*OWNED, "target_span")
        }


def test_the_tables_of_a_person_are_all_tried_here():
    owned = {name for name, one in tables.metadata.tables.items() if "person_id" in one.c}
    assert owned == {*OWNED, "target_span", "change"}


def test_everything_of_a_person_goes_and_nothing_of_another(full, database_path):
    before = rows(database_path)
    assert all(of_ida(database_path).values())
    remove_profile(full, "ida", anyway=True)
    assert not any(of_ida(database_path).values())
    assert [one.person.name for one in list_profiles(full)] == ["me"]
    after = rows(database_path)
    assert all(set(after[table]) <= set(kept) for table, kept in before.items())
    assert [row[1] for row in after["intake"]] == [1], "that of `me`"


def test_undo_brings_every_row_back_with_its_number(full, database_path):
    before = rows(database_path)
    remove_profile(full, "Ida", anyway=True)
    (undone,) = undo_changes(full, 1, only_this_person=True)
    assert undone.summary == "removed Ida with 2 intakes, 1 blood test, 1 symptom, 1 schedule"
    assert rows(database_path) == before


def test_no_number_is_given_again(full, opened, database_path):
    remove_profile(full, "Ida", anyway=True)
    eat(full, ["1 egg"], Details(day=DAY))
    set_profile(full, "Bo", ProfileChanges())
    after = rows(database_path)
    assert [row[0] for row in after["person"]] == [1, 3]
    assert [row[0] for row in after["intake"]] == [1, 4]
    undo_changes(full, 3, only_this_person=False)
    assert [one.person.name for one in list_profiles(full)] == ["me", "Ida"]


def test_what_is_kept_of_a_person_is_named_before_it_is_taken_out(full, database_path):
    before = rows(database_path)
    with pytest.raises(TrackerError, match="2 intakes, 1 blood test, 1 symptom, 1 schedule: add"):
        remove_profile(full, "Ida", anyway=False)
    assert rows(database_path) == before


def test_somebody_of_whom_nothing_is_kept_goes_without_a_word(diary):
    eat(diary, ["2 eggs"], Details(day=DAY))
    set_profile(diary, "Bo", ProfileChanges())
    assert remove_profile(diary, "Bo", anyway=False).name == "Bo"
    assert [one.person.name for one in list_profiles(diary)] == ["me"]


def test_the_current_person_stays(full, opened):
    with pytest.raises(TrackerError, match="`b12 profile use NAME`"):
        remove_profile(full, "me", anyway=True)
    use_profile(full, "Ida")
    assert remove_profile(opened(), "me", anyway=True).name == "me"
    with pytest.raises(TrackerError, match="the only person of this diary"):
        remove_profile(opened(), "Ida", anyway=True)


def test_a_person_who_takes_themselves_out_is_brought_back_by_whoever_is_left(full, opened):
    remove_profile(opened("Ida"), "Ida", anyway=True)
    undo_changes(opened(), 1, only_this_person=True)
    assert opened("Ida").person.name == "Ida"


def test_nobody_who_is_gone_becomes_the_current_person_by_undo(full, opened):
    set_profile(full, "Bo", ProfileChanges())
    use_profile(full, "Ida")
    use_profile(full, "Bo")
    remove_profile(opened("me"), "Ida", anyway=True)
    (undone,) = undo_changes(opened("Bo"), 1, only_this_person=True)
    assert undone.summary.startswith("removed Ida")
    undo_changes(opened("Bo"), 1, only_this_person=True)
    assert opened().person.name == "Ida"


def test_what_is_logged_for_somebody_who_was_taken_out_meanwhile_is_refused(full, opened):
    ida = opened("Ida")

    def answer(_wanted, _names):
        remove_profile(full, "Ida", anyway=True)
        return 1

    with pytest.raises(TrackerError, match="is no longer in this diary"):
        eat(ida, ["100 g meat"], Details(day=DAY), answer)
