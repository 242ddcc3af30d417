"""What a person enters day by day and is kept one row each: intakes, blood tests, symptoms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, Row, Select, Table, func, select

from tracker.store.journal import Change


class DatedEntry(Protocol):
    """What is kept of a day: it has a number."""

    @property
    def id(self) -> int:
        """The number by which a person names it; 0 before it is kept."""
        ...


T = TypeVar("T", bound=DatedEntry)


class Records(Generic[T]):
    """The entries of one table, by the two functions that map an entry to its columns and back.

    The table has the columns `id`, `person_id` and `day`.
    """

    def __init__(
        self,
        table: Table,
        columns_of: Callable[[T], Mapping[str, Any]],
        entry_of: Callable[[Row[Any]], T],
    ) -> None:
        self._table = table
        self._columns_of = columns_of
        self._entry_of = entry_of

    def add(self, change: Change, person_id: int, entry: T) -> int:
        """Keeps an entry and returns its id."""
        return change.insert(self._table, {"person_id": person_id, **self._columns_of(entry)})

    def edit(self, change: Change, entry: T) -> None:
        """Writes an entry's new values."""
        change.update(self._table, entry.id, self._columns_of(entry))

    def remove(self, change: Change, entry: T) -> None:
        """Takes an entry out."""
        change.delete(self._table, entry.id)

    def by_id(self, connection: Connection, person_id: int, entry_id: int) -> T | None:
        """A person's entry, or `None`."""
        query = self._of(person_id).where(self._table.c.id == entry_id)
        row = connection.execute(query).first()
        return None if row is None else self._entry_of(row)

    def between(
        self, connection: Connection, person_id: int, first_day: date, last_day: date
    ) -> list[T]:
        """A person's entries in a range of days, both included, in the order of their days."""
        query = self._within(person_id, first_day, last_day)
        query = query.order_by(self._table.c.day, self._table.c.id)
        return [self._entry_of(row) for row in connection.execute(query)]

    def latest(
        self, connection: Connection, person_id: int, first_day: date, last_day: date, limit: int
    ) -> list[T]:
        """The newest entries of a range of days, newest day first."""
        query = self._within(person_id, first_day, last_day)
        query = query.order_by(self._table.c.day.desc(), self._table.c.id.desc()).limit(limit)
        return [self._entry_of(row) for row in connection.execute(query)]

    def first_day(self, connection: Connection, person_id: int) -> date | None:
        """The day of a person's oldest entry."""
        oldest = select(func.min(self._table.c.day)).where(self._table.c.person_id == person_id)
        day = connection.scalar(oldest)
        return None if day is None else date.fromisoformat(day)

    def _of(self, person_id: int) -> Select[Any]:
        return select(self._table).where(self._table.c.person_id == person_id)

    def _within(self, person_id: int, first_day: date, last_day: date) -> Select[Any]:
        days = (first_day.isoformat(), last_day.isoformat())
        return self._of(person_id).where(self._table.c.day.between(*days))
