"""The targets of a person follow from each write, and those of nobody else are touched."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from tracker.library.opening import open_library
from tracker.nutrition.people.person import LifePhase, Person, Phase
from tracker.services.opening import open_diary
from tracker.settings import Settings
from tracker.store.records.people import (
    add_person,
    add_phase,
    edit_person,
    edit_phase,
    person_by_id,
    remove_phase,
)
from tracker.store.undoing import recent_changes, undo

ME = Person(1, "me")
PREGNANCY = LifePhase(0, Phase.PREGNANCY, date(2026, 1, 10))


def references(standard):
    """What a standard sets."""
    with open_library(Settings()) as library:
        return library.reference_intakes(standard)


@pytest.fixture
def database(database_path):
    """A diary of `me` and of Ida."""
    database = open_diary(Settings(database=str(database_path))).database
    with database.change(1, "added Ida") as change:
        add_person(change, Person(0, "Ida", born=date(1990, 5, 5)), references)
    return database


def spans(path, person_id):
    """The targets of a person as they are kept, with the ids of the rows."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT * FROM target_span WHERE person_id = ? ORDER BY first_day"
        return connection.execute(query, (person_id,)).fetchall()


def write(database, step):
    with database.change(1, "one step") as change:
        return step(change)


def undo_one(database):
    with database.write() as connection:
        undo(connection, recent_changes(connection, None, 1)[0], references)


def test_a_person_is_read_with_their_phases(database):
    write(database, lambda change: add_phase(change, 1, PREGNANCY, references))
    with database.read() as connection:
        assert person_by_id(connection, 1).phases[0].first_day == PREGNANCY.first_day
        assert person_by_id(connection, 2).phases == ()
        assert person_by_id(connection, 3) is None


def test_the_targets_of_a_person_change_with_them_and_come_back_with_undo(database, database_path):
    steps = [
        lambda change: edit_person(change, Person(1, "me", born=date(2000, 1, 1)), references),
        lambda change: add_phase(change, 1, PREGNANCY, references),
        lambda change: edit_phase(
            change,
            1,
            LifePhase(1, Phase.PREGNANCY, PREGNANCY.first_day, date(2026, 9, 30)),
            references,
        ),
        lambda change: remove_phase(change, 1, 1, references),
    ]
    kept = [spans(database_path, 1)]
    for step in steps:
        write(database, step)
        kept.append(spans(database_path, 1))
        assert [row[1:] for row in kept[-1]] != [row[1:] for row in kept[-2]]
    for before in reversed(kept[:-1]):
        undo_one(database)
        assert [row[1:] for row in spans(database_path, 1)] == [row[1:] for row in before]


@pytest.mark.parametrize("then_undo", [False, True])
def test_nobody_elses_targets_are_written_anew(database, database_path, then_undo):
    with closing(sqlite3.connect(database_path)) as connection:
        connection.execute("UPDATE target_span SET note = 'as it was' WHERE person_id = 2")
        connection.commit()
    before = spans(database_path, 2)
    write(
        database,
        lambda change: edit_person(change, Person(1, "me", born=date(2000, 1, 1)), references),
    )
    write(database, lambda change: add_phase(change, 1, PREGNANCY, references))
    if then_undo:
        undo_one(database)
    assert spans(database_path, 2) == before != []


def test_the_targets_of_a_person_who_is_undone_go_with_them(database, database_path):
    undo_one(database)
    assert spans(database_path, 2) == []
    assert spans(database_path, 1) != []


def test_a_change_that_says_nothing_of_itself_is_a_mistake_of_the_program(database, database_path):
    before = spans(database_path, 1)
    for summary in (None, ""):
        with pytest.raises(ValueError, match="summary"), database.change(1, summary) as change:
            edit_person(change, Person(1, "me", born=date(2000, 1, 1)), references)
    assert spans(database_path, 1) == before
    with database.change(1):
        pass
