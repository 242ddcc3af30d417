"""People and their life phases: with each write the targets of that person follow.

`references` says what a standard sets; the targets are written from it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, select

from tracker.nutrition.people.person import DEFAULT_STANDARD, Diet, LifePhase, Person, Phase, Sex
from tracker.store import tables
from tracker.store.journal import Change, insert_row
from tracker.store.records.target_spans import References, write_target_spans

_ENTERED = tuple(
    table
    for table in tables.metadata.sorted_tables
    if "person_id" in table.c and table.c.person_id.foreign_keys and table is not tables.target_span
)
"""Every table whose rows a person entered. None of them refers to another."""

DEFAULT_NAME = "me"
CURRENT_PERSON = "current_person"


def list_people(connection: Connection) -> list[Person]:
    """Everybody in the diary, in the order in which they were added."""
    return _people(connection, select(tables.person), select(tables.life_phase))


def person_by_id(connection: Connection, person_id: int) -> Person | None:
    """A person, or `None`."""
    person = select(tables.person).where(tables.person.c.id == person_id)
    phases = select(tables.life_phase).where(tables.life_phase.c.person_id == person_id)
    return next(iter(_people(connection, person, phases)), None)


def current_person_id(connection: Connection) -> int:
    """Whose diary it is where nobody is named."""
    query = select(tables.setting.c.value).where(tables.setting.c.name == CURRENT_PERSON)
    return int(connection.scalars(query).one())


def add_default_person(connection: Connection, references: References) -> None:
    """The person `me`, with whom every new diary starts."""
    values = {"name": DEFAULT_NAME, "standard": DEFAULT_STANDARD}
    person_id = insert_row(connection, tables.person, values)
    insert_row(connection, tables.setting, {"name": CURRENT_PERSON, "value": str(person_id)})
    refresh_targets(connection, person_id, references)


def add_person(change: Change, person: Person, references: References) -> int:
    """Adds a person, without life phases, and returns their id."""
    person_id = change.insert(tables.person, _person_values(person))
    refresh_targets(change.connection, person_id, references)
    return person_id


def edit_person(change: Change, person: Person, references: References) -> None:
    """Writes a person's new values; their life phases are edited by themselves."""
    change.update(tables.person, person.id, _person_values(person))
    refresh_targets(change.connection, person.id, references)


def remove_person(change: Change, person_id: int) -> None:
    """Takes a person out, with every row that they entered."""
    for table in _ENTERED:
        change.delete_all(table, table.c.person_id == person_id)
    # No part of the journal: undo writes the targets anew.
    spans = tables.target_span
    change.connection.execute(delete(spans).where(spans.c.person_id == person_id))
    change.delete(tables.person, person_id)


def count_entries(connection: Connection, person_id: int) -> dict[str, int]:
    """How much is kept of a person day by day, and what they are meant to take, by its word."""
    counted = {
        "intake": tables.intake,
        "blood test": tables.lab_result,
        "symptom": tables.symptom,
        "schedule": tables.schedule,
    }
    return {
        word: connection.scalars(
            select(func.count()).select_from(table).where(table.c.person_id == person_id)
        ).one()
        for word, table in counted.items()
    }


def make_current(change: Change, person_id: int) -> None:
    """Makes a person the one whose diary it is where nobody is named."""
    # The row is there from the start: undo puts its value back, and never takes it out.
    query = select(tables.setting.c.id).where(tables.setting.c.name == CURRENT_PERSON)
    row_id = change.connection.scalars(query).one()
    change.update(tables.setting, row_id, {"value": str(person_id)})


def add_phase(change: Change, person_id: int, phase: LifePhase, references: References) -> int:
    """Adds a pregnancy or a lactation and returns its id."""
    values = {"person_id": person_id, **_phase_values(phase)}
    phase_id = change.insert(tables.life_phase, values)
    refresh_targets(change.connection, person_id, references)
    return phase_id


def edit_phase(change: Change, person_id: int, phase: LifePhase, references: References) -> None:
    """Writes the new days of a pregnancy or a lactation."""
    change.update(tables.life_phase, phase.id, _phase_values(phase))
    refresh_targets(change.connection, person_id, references)


def remove_phase(change: Change, person_id: int, phase_id: int, references: References) -> None:
    """Takes a pregnancy or a lactation out."""
    change.delete(tables.life_phase, phase_id)
    refresh_targets(change.connection, person_id, references)


def refresh_targets(connection: Connection, person_id: int, references: References) -> None:
    """Writes the targets of one person anew; nothing, where that person is gone."""
    person = person_by_id(connection, person_id)
    if person is not None:
        write_target_spans(connection, person, references)


def _people(connection: Connection, people: Select[Any], life_phases: Select[Any]) -> list[Person]:
    phases: dict[int, list[LifePhase]] = {}
    for row in connection.execute(life_phases.order_by(tables.life_phase.c.first_day)):
        phases.setdefault(row.person_id, []).append(_life_phase(row))
    rows = connection.execute(people.order_by(tables.person.c.id))
    return [_person(row, tuple(phases.get(row.id, ()))) for row in rows]


def _phase_values(phase: LifePhase) -> dict[str, Any]:
    return {
        "phase": phase.phase.value,
        "first_day": phase.first_day.isoformat(),
        "last_day": phase.last_day.isoformat() if phase.last_day else None,
    }


def _person_values(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "born": person.born.isoformat() if person.born else None,
        "sex": person.sex.value if person.sex else None,
        "diet": person.diet.value if person.diet else None,
        "standard": person.standard,
        "day_starts": person.day_starts,
    }


def _person(row: Row[Any], phases: tuple[LifePhase, ...]) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        born=date.fromisoformat(row.born) if row.born else None,
        sex=Sex(row.sex) if row.sex else None,
        diet=Diet(row.diet) if row.diet else None,
        standard=row.standard,
        day_starts=row.day_starts,
        phases=phases,
    )


def _life_phase(row: Row[Any]) -> LifePhase:
    last_day = date.fromisoformat(row.last_day) if row.last_day else None
    return LifePhase(row.id, Phase(row.phase), date.fromisoformat(row.first_day), last_day)
