"""Writes that can be undone: each keeps the row as it was before and as it was after."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, delete, insert, select, update

from tracker import clock
from tracker.store import tables

Row = dict[str, Any]


class Change:
    """An open change of a person's diary, with what undo will say that it took back."""

    def __init__(self, connection: Connection, person_id: int, summary: str | None = None) -> None:
        self.connection = connection
        self._person_id = person_id
        self._summary = summary
        self._rows: list[Row] = []

    def summarize(self, summary: str) -> None:
        """Says what the change does, where only the change itself could find it out."""
        self._summary = summary

    def belongs_to(self, person_id: int) -> None:
        """Says whose change it is, where it is not that of the person whose diary is open."""
        self._person_id = person_id

    def insert(self, table: Table, values: Mapping[str, Any]) -> int:
        """Adds a row and returns its id."""
        row_id = insert_row(self.connection, table, values)
        # Read back: undo compares the row as the database keeps it, defaults included.
        self._note(table, row_id, None, image(self.connection, table, row_id))
        return row_id

    def update(self, table: Table, row_id: int, values: Mapping[str, Any]) -> None:
        """Changes some columns of a row."""
        before = image(self.connection, table, row_id)
        self.connection.execute(update(table).where(table.c.id == row_id).values(**values))
        self._note(table, row_id, before, image(self.connection, table, row_id))

    def delete(self, table: Table, row_id: int) -> None:
        """Takes a row out; rows that belong to it must be deleted first, each by itself."""
        # What the database deletes in passing has no image, and undo could not bring it back.
        before = image(self.connection, table, row_id)
        self.connection.execute(delete(table).where(table.c.id == row_id))
        self._note(table, row_id, before, None)

    def delete_all(self, table: Table, condition: ColumnElement[bool]) -> None:
        """Takes every row out that a condition names, each with its own image.

        Rows that belong to one of them must be deleted first, as in `delete`.
        """
        # One statement for all, as a person has tens of thousands.
        for row in self.connection.execute(select(table).where(condition)).mappings().all():
            self._note(table, row["id"], _as_json(row), None)
        self.connection.execute(delete(table).where(condition))

    def finish(self) -> None:
        """Writes the journal; nothing, if nothing changed.

        Raises:
            ValueError: nobody said what the change does.
        """
        if not self._rows:
            return
        if not self._summary:
            raise ValueError("a change without a summary")
        entry = {"person_id": self._person_id, "made_at": clock.stamp(), "summary": self._summary}
        change_id = insert_row(self.connection, tables.change, entry)
        listed = [{"change_id": change_id, **row} for row in self._rows]
        self.connection.execute(insert(tables.change_row), listed)

    def _note(self, table: Table, row_id: int, before: str | None, after: str | None) -> None:
        if before == after:
            return
        row = {"table_name": table.name, "row_id": row_id, "before": before, "after": after}
        self._rows.append(row)


def insert_row(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Adds a row, of which the journal keeps nothing, and returns its id."""
    result = connection.execute(insert(table).values(**values))
    [row_id] = list(result.inserted_primary_key or ())
    return int(row_id)


def image(connection: Connection, table: Table, row_id: int) -> str | None:
    """A row as JSON, `None` where there is none."""
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    return None if row is None else _as_json(row)


def _as_json(row: RowMapping) -> str:
    return json.dumps(dict(row), ensure_ascii=False)
