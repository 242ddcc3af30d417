"""One way to keep records: what a change leaves, sets or clears, and how a record is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import search_key
from tracker.services.opening import Diary
from tracker.store.dated import DatedEntry, Records
from tracker.store.journal import Change

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Record = TypeVar("Record", bound=DataclassInstance)

T = TypeVar("T")
Kept = TypeVar("Kept")
Which = TypeVar("Which")
Entry = TypeVar("Entry", bound=DatedEntry)


class Cleared(Enum):
    """The type of `CLEARED`: an enum, so that a type checker tells it from every value."""

    CLEARED = "cleared"


CLEARED: Final = Cleared.CLEARED
"""In a change: take the field out again. `None` leaves it as it is."""

_INSISTING = {"anyway", "accept_flag"}
"""Fields of a change that insist on another one and change nothing by themselves."""


def says_nothing(changes: DataclassInstance) -> bool:
    """Whether a change would leave everything as it is."""
    return all(
        getattr(changes, field.name) == field.default
        for field in fields(changes)
        if field.name not in _INSISTING
    )


def cleaned(given: T | Cleared | None, clean: Callable[[T], Kept]) -> Kept | Cleared | None:
    """What is given, in the form in which it is kept; what leaves or clears a field stays so."""
    return given if given is None or given is CLEARED else clean(given)


def set_fields(record: Record, **given: Any) -> Record:
    """A record with what is given: `None` leaves a field, `CLEARED` gives it its default.

    A field is cleared to what it is in a record of which nobody has said it.

    Raises:
        ValueError: a field is to be cleared without which there is no such record.
    """
    values = {name: value for name, value in given.items() if value is not None}
    return replace(record, **values | _defaults(record, values))


def _defaults(record: DataclassInstance, values: dict[str, Any]) -> dict[str, Any]:
    cleared = {name for name, value in values.items() if value is CLEARED}
    defaults = {field.name: field.default for field in fields(record) if field.name in cleared}
    if MISSING in defaults.values():
        raise ValueError(f"{type(record).__name__} needs each of {', '.join(sorted(cleared))}")
    return defaults


def is_new_name(name: str, before: str | None) -> bool:
    """Whether a record gets another name than it had; another spelling of it is the same.

    Raises:
        TrackerError: a new name holds nothing by which it could be found.
    """
    if before is not None and search_key(name) == search_key(before):
        return False
    if not search_key(name):
        raise TrackerError(f"“{name}” has no letters by which it could be found")
    return True


@dataclass(frozen=True)
class Kind(Generic[Which, Kept]):
    """A kind of record: how one is found, what the journal calls it, and its two writes.

    `find` raises a TrackerError where the person has no such record.
    """

    find: Callable[[Connection, Diary, Which], Kept]
    called: Callable[[Kept], str]
    write: Callable[[Change, Kept], None]
    take_out: Callable[[Change, Kept], None]

    def read(self, diary: Diary, which: Which) -> Kept:
        """The record that is meant.

        Raises:
            TrackerError: there is none.
        """
        with diary.database.read() as connection:
            return self.find(connection, diary, which)

    def edit(self, diary: Diary, which: Which, changed: Callable[[Change, Kept], Kept]) -> Kept:
        """Writes what `changed` makes of the record that is meant.

        Raises:
            TrackerError: there is none, or `changed` refuses; nothing is changed.
        """
        with diary.database.change(diary.person.id) as change:
            before = self.find(change.connection, diary, which)
            return self.rewrite(change, before, changed(change, before))

    def rewrite(self, change: Change, before: Kept, after: Kept) -> Kept:
        """Writes what a record has become, within the caller's change."""
        change.summarize(f"edited {self.called(before)}")
        self.write(change, after)
        return after

    def remove(self, diary: Diary, which: Which) -> Kept:
        """Takes the record that is meant out.

        Raises:
            TrackerError: there is none.
        """
        with diary.database.change(diary.person.id) as change:
            record = self.find(change.connection, diary, which)
            change.summarize(f"removed {self.called(record)}")
            self.take_out(change, record)
        return record


def numbered(
    records: Records[Entry], what: str, listed_by: str, called: Callable[[Entry], str]
) -> Kind[int, Entry]:
    """A kind whose records a person names by number.

    `what` is the word for one, and `listed_by` the command that shows their numbers.
    """

    def find(connection: Connection, diary: Diary, number: int) -> Entry:
        found = records.by_id(connection, diary.person.id, number)
        if found is None:
            name = diary.person.name
            raise NotFoundError(f"{name} has no {what} {number}: `{listed_by}` shows the numbers")
        return found

    return Kind(find, called, records.edit, records.remove)
