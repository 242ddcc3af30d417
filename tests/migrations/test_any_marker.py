"""Revision 0006 builds the table of blood tests anew, and loses nothing with the old one."""

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from tracker.store.database import Database

RESULT = {
    "person_id": 1,
    "marker": "b12",
    "bound": "<",
    "value_millionths": 180_000_000,
    "unit": "pg/mL",
    "day": "2026-11-20",
    "range_low_millionths": 1,
    "range_high_millionths": 2,
    "lab": "City lab",
    "note": "fasting",
}


def keep(connection, then, count):
    """Adds so many blood tests of Ida to a diary of revision 0005."""
    connection.execute(then["person"].insert().values(name="Ida", standard="iom-1998"))
    for _ in range(count):
        connection.execute(then["lab_result"].insert().values(RESULT))


def next_number(path, then):
    """The number that a new blood test is given."""
    with Database.open(str(path)).write() as connection:
        added = connection.execute(then["lab_result"].insert().values(RESULT))
        return added.inserted_primary_key[0]


@pytest.fixture
def older(database_path, made_at):
    """A diary of revision 0005: three blood tests were kept, and the last one was removed."""
    engine, then = made_at("0005")
    with engine.begin() as connection:
        keep(connection, then, 3)
        connection.execute(text("DELETE FROM lab_result WHERE id = 3"))
        before = connection.execute(text("SELECT * FROM lab_result")).all()
    return database_path, then, before


def test_every_blood_test_stays_as_it_was(older):
    path, _, before = older
    with Database.open(str(path)).read() as connection:
        assert connection.execute(text("SELECT * FROM lab_result")).all() == before
        assert "lab_result_of_any_marker" not in inspect(connection).get_table_names()


def test_the_number_of_a_removed_blood_test_is_not_given_again(older):
    path, then, _ = older
    assert next_number(path, then) == 4


def test_numbers_go_on_where_every_blood_test_was_removed(database_path, made_at):
    engine, then = made_at("0005")
    with engine.begin() as connection:
        keep(connection, then, 1)
        connection.execute(text("DELETE FROM lab_result"))
    assert next_number(database_path, then) == 2


def test_a_diary_that_never_had_a_blood_test_begins_with_1(database_path, made_at):
    engine, then = made_at("0005")
    with engine.begin() as connection:
        keep(connection, then, 0)
    assert next_number(database_path, then) == 1


def test_a_marker_of_a_later_program_can_be_kept_and_nothing_else_is_let_in(older):
    path, _, _ = older
    database = Database.open(str(path))
    with database.write() as connection:
        connection.execute(text("UPDATE lab_result SET marker = 'folate' WHERE id = 1"))
    for wrong in ("bound = '~'", "value_millionths = 0", "day = 'today'", "person_id = 99"):
        with pytest.raises(IntegrityError), database.write() as connection:
            connection.execute(text(f"UPDATE lab_result SET {wrong} WHERE id = 1"))


def test_blood_tests_are_still_found_by_person_and_day(older):
    path, _, _ = older
    with Database.open(str(path)).read() as connection:
        [index] = inspect(connection).get_indexes("lab_result")
        assert index["column_names"] == ["person_id", "day"]
