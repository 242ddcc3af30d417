"""One way to keep records: what a change leaves, sets or clears, and which record it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import Connection

from tracker.errors import NotFoundError
from tracker.services.opening import Diary
from tracker.store.records.dated import DatedEntry, Records

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Record = TypeVar("Record", bound=DataclassInstance)

T = TypeVar("T")
Kept = TypeVar("Kept")
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


def numbered(
    records: Records[Entry],
    connection: Connection,
    diary: Diary,
    number: int,
    what: str,
    listed_by: str,
) -> Entry:
    """The person's record of a number; `what` and `listed_by` name it and its list in the error.

    Raises:
        NotFoundError: the person has none of that number.
    """
    found = records.by_id(connection, diary.person.id, number)
    if found is None:
        raise NotFoundError(
            f"{diary.person.name} has no {what} {number}: `{listed_by}` shows the numbers"
        )
    return found
