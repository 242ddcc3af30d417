"""Writes that can be undone: each keeps the row as it was before and as it was after."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from tracker import clock
from tracker.errors import TrackerError
from tracker.store import tables
from tracker.store.records.target_spans import refresh_target_spans

Row = dict[str, Any]


class Change:
    """An open change of the diary; `summary` is what undo will say that it took back."""

    def __init__(self, connection: Connection, person_id: int) -> None:
        self.connection = connection
        self.person_id = person_id
        self.summary = ""
        self._rows: list[Row] = []

    def insert(self, table: Table, values: Mapping[str, Any]) -> int:
        """Adds a row and returns its id."""
        result = self.connection.execute(insert(table).values(**values))
        assert result.inserted_primary_key is not None
        row_id = int(result.inserted_primary_key[0])
        self._note(table, row_id, None, self._row(table, row_id))
        return row_id

    def update(self, table: Table, row_id: int, values: Mapping[str, Any]) -> None:
        """Changes some columns of a row."""
        before = self._row(table, row_id)
        self.connection.execute(update(table).where(table.c.id == row_id).values(**values))
        self._note(table, row_id, before, self._row(table, row_id))

    def delete(self, table: Table, row_id: int) -> None:
        """Takes a row out; rows that belong to it must be deleted first, each by itself."""
        before = self._row(table, row_id)
        self.connection.execute(delete(table).where(table.c.id == row_id))
        self._note(table, row_id, before, None)

    def finish(self) -> None:
        """Writes the journal and brings the targets up to date; nothing, if nothing changed."""
        if not self._rows:
            return
        entry = {"person_id": self.person_id, "made_at": clock.stamp(), "summary": self.summary}
        result = self.connection.execute(insert(tables.change).values(**entry))
        assert result.inserted_primary_key is not None
        change_id = result.inserted_primary_key[0]
        listed = [{"change_id": change_id, **row} for row in self._rows]
        self.connection.execute(insert(tables.change_row), listed)
        _refresh_derived(self.connection, {row["table_name"] for row in self._rows})

    def _row(self, table: Table, row_id: int) -> str | None:
        return _image(self.connection, table, row_id)

    def _note(self, table: Table, row_id: int, before: str | None, after: str | None) -> None:
        if before == after:
            return
        row = {"table_name": table.name, "row_id": row_id, "before": before, "after": after}
        self._rows.append(row)


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
    """Puts every row of a change back as it was before.

    Raises:
        TrackerError: a later change touched one of the rows, or depends on one.
    """
    query = (
        select(tables.change_row)
        .where(tables.change_row.c.change_id == past.id)
        .order_by(tables.change_row.c.id.desc())
    )
    touched = set()
    for step in connection.execute(query).all():
        table = tables.metadata.tables[step.table_name]
        touched.add(table.name)
        if _image(connection, table, step.row_id) != step.after:
            raise TrackerError(f"“{past.summary}” cannot be undone: it was changed again since")
        try:
            _put_back(connection, table, step.row_id, step.before, step.after)
        except IntegrityError:
            raise TrackerError(
                f"“{past.summary}” cannot be undone: something logged later depends on it"
            ) from None
    connection.execute(
        update(tables.change).where(tables.change.c.id == past.id).values(undone_at=clock.stamp())
    )
    _refresh_derived(connection, touched)


def _refresh_derived(connection: Connection, touched: set[str]) -> None:
    """Recomputes what is kept but follows from the tables that were touched."""
    if touched & {"person", "life_phase"}:
        refresh_target_spans(connection)


def _put_back(
    connection: Connection, table: Table, row_id: int, before: str | None, after: str | None
) -> None:
    if before is None:
        connection.execute(delete(table).where(table.c.id == row_id))
    elif after is None:
        connection.execute(insert(table).values(**json.loads(before)))
    else:
        values = json.loads(before)
        connection.execute(update(table).where(table.c.id == row_id).values(**values))


def _image(connection: Connection, table: Table, row_id: int) -> str | None:
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    return None if row is None else json.dumps(dict(row), ensure_ascii=False)
