"""The diary's symptoms."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from tracker.nutrition.health.symptoms import SymptomEntry, symptom_of_code
from tracker.store import tables
from tracker.store.journal import Change

_TABLE = tables.symptom


def add_symptom(change: Change, person_id: int, entry: SymptomEntry) -> int:
    """Keeps how severe a symptom was and returns the entry's id."""
    return change.insert(_TABLE, {"person_id": person_id, **_values(entry)})


def edit_symptom(change: Change, entry: SymptomEntry) -> None:
    """Writes an entry's new values."""
    change.update(_TABLE, entry.id, _values(entry))


def remove_symptom(change: Change, entry_id: int) -> None:
    """Takes an entry out."""
    change.delete(_TABLE, entry_id)


def symptom_by_id(connection: Connection, person_id: int, entry_id: int) -> SymptomEntry | None:
    """A person's entry, or `None`."""
    query = select(_TABLE).where(_TABLE.c.id == entry_id, _TABLE.c.person_id == person_id)
    row = connection.execute(query).first()
    return None if row is None else _entry(row)


def symptoms_between(
    connection: Connection, person_id: int, first_day: date, last_day: date
) -> list[SymptomEntry]:
    """A person's entries in a range of days, both included, oldest first."""
    days = (first_day.isoformat(), last_day.isoformat())
    query = (
        select(_TABLE)
        .where(_TABLE.c.person_id == person_id, _TABLE.c.day.between(*days))
        .order_by(_TABLE.c.day, _TABLE.c.id)
    )
    return [_entry(row) for row in connection.execute(query)]


def _values(entry: SymptomEntry) -> dict[str, Any]:
    return {
        "code": entry.symptom.code,
        "severity": entry.severity,
        "day": entry.day.isoformat(),
        "note": entry.note,
    }


def _entry(row: Row[Any]) -> SymptomEntry:
    return SymptomEntry(
        symptom=symptom_of_code(row.code),
        severity=row.severity,
        day=date.fromisoformat(row.day),
        note=row.note,
        id=row.id,
    )
