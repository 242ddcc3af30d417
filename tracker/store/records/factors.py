"""The factors of a person that bear on absorption."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from tracker.nutrition.people.factors import Factor, factor_kind
from tracker.store import tables
from tracker.store.journal import Change

_TABLE = tables.factor


def factors_of(connection: Connection, person_id: int) -> list[Factor]:
    """A person's factors, in the order in which they were added."""
    query = select(_TABLE).where(_TABLE.c.person_id == person_id).order_by(_TABLE.c.id)
    return [
        Factor(
            id=row.id,
            kind=factor_kind(row.code),
            since=date.fromisoformat(row.since) if row.since else None,
            note=row.note,
            last_day=date.fromisoformat(row.last_day) if row.last_day else None,
        )
        for row in connection.execute(query)
    ]


def add_factor(change: Change, person_id: int, factor: Factor) -> int:
    """Adds a factor and returns its id."""
    values = {"person_id": person_id, "code": factor.kind.code, **_values(factor)}
    return change.insert(_TABLE, values)


def edit_factor(change: Change, factor: Factor) -> None:
    """Writes a factor's new days and note."""
    change.update(_TABLE, factor.id, _values(factor))


def remove_factor(change: Change, factor_id: int) -> None:
    """Takes a factor out."""
    change.delete(_TABLE, factor_id)


def _values(factor: Factor) -> dict[str, str | None]:
    return {
        "since": factor.since.isoformat() if factor.since else None,
        "last_day": factor.last_day.isoformat() if factor.last_day else None,
        "note": factor.note,
    }
