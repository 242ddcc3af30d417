"""People and their life phases."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from tracker.nutrition.people.person import DEFAULT_STANDARD, Diet, LifePhase, Person, Phase, Sex
from tracker.store import tables

DEFAULT_NAME = "me"
CURRENT_PERSON = "current_person"


def list_people(connection: Connection) -> list[Person]:
    """Everybody in the diary, in the order in which they were added."""
    phases: dict[int, list[LifePhase]] = {}
    query = select(tables.life_phase).order_by(tables.life_phase.c.first_day)
    for row in connection.execute(query):
        phases.setdefault(row.person_id, []).append(_life_phase(row))
    rows = connection.execute(select(tables.person).order_by(tables.person.c.id))
    return [_person(row, tuple(phases.get(row.id, ()))) for row in rows]


def current_person_id(connection: Connection) -> int:
    """Whose diary it is where nobody is named."""
    query = select(tables.setting.c.value).where(tables.setting.c.name == CURRENT_PERSON)
    return int(connection.scalars(query).one())


def setting_id(connection: Connection, name: str) -> int:
    """The id of the row of a setting."""
    query = select(tables.setting.c.id).where(tables.setting.c.name == name)
    return int(connection.scalars(query).one())


def add_default_person(connection: Connection) -> None:
    """The person `me`, with whom every new diary starts."""
    values = {"name": DEFAULT_NAME, "standard": DEFAULT_STANDARD}
    result = connection.execute(insert(tables.person).values(**values))
    assert result.inserted_primary_key is not None
    current = {"name": CURRENT_PERSON, "value": str(result.inserted_primary_key[0])}
    connection.execute(insert(tables.setting).values(**current))


def person_values(person: Person) -> dict[str, Any]:
    """The columns of a person."""
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
