"""Keeps what bears on a person's absorption."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import clean_note
from tracker.nutrition.people.factors import Factor, FactorKind, factor_kind
from tracker.services.keeping import Cleared, Kind, cleaned, set_fields
from tracker.services.opening import Diary, check_past
from tracker.store.records import factors as store


@dataclass(frozen=True)
class FactorChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out."""

    since: date | Cleared | None = None
    last_day: date | Cleared | None = None
    note: str | Cleared | None = None


def add_factor(diary: Diary, code: str, changes: FactorChanges) -> Factor:
    """Adds a factor, or edits the one that is there.

    Raises:
        TrackerError: there is no such factor, a day is before birth or in the future, or it
            would end before it began.
    """
    kind = factor_kind(code)
    with diary.database.change(diary.person.id) as change:
        existing = _of_kind(change.connection, diary, kind)
        if existing is not None:
            return _FACTORS.rewrite(change, existing, _changed(diary, existing, changes))
        factor = _changed(diary, Factor(0, kind), changes)
        change.summarize(f"added {_FACTORS.called(factor)}")
        return replace(factor, id=store.add_factor(change, diary.person.id, factor))


def edit_factor(diary: Diary, code: str, changes: FactorChanges) -> Factor:
    """Changes the days or the note of a factor.

    Raises:
        TrackerError: the profile has no such factor, or a new value that is refused.
    """
    return _FACTORS.edit(diary, code, lambda _, before: _changed(diary, before, changes))


def read_factor(diary: Diary, code: str) -> Factor:
    """A factor of the profile.

    Raises:
        TrackerError: the profile has no such factor.
    """
    return _FACTORS.read(diary, code)


def list_factors(diary: Diary) -> list[Factor]:
    """What the profile says that bears on absorption."""
    with diary.database.read() as connection:
        return store.factors_of(connection, diary.person.id)


def remove_factor(diary: Diary, code: str) -> Factor:
    """Takes a factor out of the profile.

    Raises:
        TrackerError: the profile has no such factor.
    """
    return _FACTORS.remove(diary, code)


def _of_kind(connection: Connection, diary: Diary, kind: FactorKind) -> Factor | None:
    known = store.factors_of(connection, diary.person.id)
    return next((one for one in known if one.kind is kind), None)


def _existing(connection: Connection, diary: Diary, code: str) -> Factor:
    kind = factor_kind(code)
    factor = _of_kind(connection, diary, kind)
    if factor is None:
        raise NotFoundError(
            f"the profile of {diary.person.name} has no {kind.name} ({kind.code}): "
            "`b12 profile factor list` shows what it has"
        )
    return factor


def _changed(diary: Diary, factor: Factor, changes: FactorChanges) -> Factor:
    after = set_fields(
        factor,
        since=changes.since,
        last_day=changes.last_day,
        note=cleaned(changes.note, clean_note),
    )
    if after.since is not None:
        check_past(diary, after.since, "the day on which it began")
    if after.last_day is not None:
        check_past(diary, after.last_day, "the day on which it ended")
    if after.since and after.last_day and after.last_day < after.since:
        raise TrackerError(
            f"{factor.kind.name} cannot end on {after.last_day}, before {after.since}"
        )
    return after


_FACTORS = Kind(
    _existing,
    lambda factor: f"{factor.kind.name} of the profile",
    store.edit_factor,
    lambda change, factor: store.remove_factor(change, factor.id),
)
