"""Takes changes back by the images that the journal keeps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from tracker import clock
from tracker.errors import TrackerError
from tracker.store import tables
from tracker.store.records.people import refresh_targets

_Columns = dict[str, Any]


@dataclass(frozen=True)
class PastChange:
    """A change that was made: whose, when (UTC), and what it did in words."""

    id: int
    person_id: int
    made_at: str
    summary: str


def recent_changes(connection: Connection, person_id: int | None, limit: int) -> list[PastChange]:
    """The latest changes that are not undone, newest first: a person's, or everybody's."""
    query = (
        select(
            tables.change.c.id,
            tables.change.c.person_id,
            tables.change.c.made_at,
            tables.change.c.summary,
        )
        .where(tables.change.c.undone_at.is_(None))
        .order_by(tables.change.c.id.desc())
        .limit(limit)
    )
    if person_id is not None:
        query = query.where(tables.change.c.person_id == person_id)
    return [PastChange(*row) for row in connection.execute(query)]


def undo(connection: Connection, past: PastChange) -> None:
    """Puts every row of a change back as it was before, and the targets that follow from them.

    Raises:
        TrackerError: a later change touched one of the rows, or depends on one.
    """
    for person_id in _people_in(put_back(connection, past)):
        refresh_targets(connection, person_id)


def put_back(connection: Connection, past: PastChange) -> Sequence[Row[Any]]:
    """Puts every row of a change back as it was before; returns the steps that were retraced.

    Raises:
        TrackerError: a later change touched one of the rows, or depends on one.
    """
    # Backwards, since a later step may rest on an earlier one (a food, then its portions), and
    # each is compared just before it is taken back: one change may touch a row several times.
    query = (
        select(tables.change_row)
        .where(tables.change_row.c.change_id == past.id)
        .order_by(tables.change_row.c.id.desc())
    )
    steps = connection.execute(query).all()
    for step in steps:
        table = tables.metadata.tables[step.table_name]
        before, after = _columns(table, step.before), _columns(table, step.after)
        if not _is_still(connection, table, step.row_id, after):
            raise TrackerError(f"“{past.summary}” cannot be undone: it was changed again since")
        try:
            _write(connection, table, step.row_id, before, after)
        except IntegrityError:
            raise TrackerError(
                f"“{past.summary}” cannot be undone: something logged later depends on it"
            ) from None
    connection.execute(
        update(tables.change).where(tables.change.c.id == past.id).values(undone_at=clock.stamp())
    )
    return steps


def _columns(table: Table, image: str | None) -> _Columns | None:
    """An image in those of its columns that the table still has."""
    if image is None:
        return None
    return {name: value for name, value in json.loads(image).items() if name in table.c}


def _is_still(connection: Connection, table: Table, row_id: int, after: _Columns | None) -> bool:
    """Whether a row is as a change left it."""
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    if row is None or after is None:
        return row is after
    # An older program's image lacks the columns that came since: they are none of its change.
    return all(row[name] == value for name, value in after.items())


def _write(
    connection: Connection,
    table: Table,
    row_id: int,
    before: _Columns | None,
    after: _Columns | None,
) -> None:
    if before is None:
        connection.execute(delete(table).where(table.c.id == row_id))
    elif after is None:
        connection.execute(insert(table).values(**before))
    else:
        connection.execute(update(table).where(table.c.id == row_id).values(**before))


def _people_in(steps: Sequence[Row[Any]]) -> set[int]:
    """The people whose targets may have changed."""
    people = {step.row_id for step in steps if step.table_name == tables.person.name}
    phases = [step for step in steps if step.table_name == tables.life_phase.name]
    return people | {json.loads(step.before or step.after)["person_id"] for step in phases}
