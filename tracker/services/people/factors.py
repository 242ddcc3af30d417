"""Keeps what bears on a person's absorption."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import clean_note
from tracker.nutrition.people.factors import Factor, FactorKind, factor_kind
from tracker.services.keeping import Cleared, cleaned, set_fields
from tracker.services.opening import Diary, check_past
from tracker.store.journal import Change
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
            return _edited(change, diary, existing, changes)
        factor = _changed(diary, Factor(0, kind), changes)
        change.summarize(f"added {kind.name} to the profile of {diary.person.name}")
        return replace(factor, id=store.add_factor(change, diary.person.id, factor))


def edit_factor(diary: Diary, code: str, changes: FactorChanges) -> Factor:
    """Changes the days or the note of a factor.

    Raises:
        TrackerError: the profile has no such factor, or a new value that is refused.
    """
    with diary.database.change(diary.person.id) as change:
        before = _existing(change.connection, diary, factor_kind(code))
        return _edited(change, diary, before, changes)


def list_factors(diary: Diary) -> list[Factor]:
    """What the profile says that bears on absorption."""
    with diary.database.read() as connection:
        return store.factors_of(connection, diary.person.id)


def remove_factor(diary: Diary, code: str) -> Factor:
    """Takes a factor out of the profile.

    Raises:
        TrackerError: the profile has no such factor.
    """
    with diary.database.change(diary.person.id) as change:
        factor = _existing(change.connection, diary, factor_kind(code))
        change.summarize(f"removed {factor.kind.name} from the profile of {diary.person.name}")
        store.remove_factor(change, factor.id)
    return factor


def _of_kind(connection: Connection, diary: Diary, kind: FactorKind) -> Factor | None:
    known = store.factors_of(connection, diary.person.id)
    return next((one for one in known if one.kind is kind), None)


def _existing(connection: Connection, diary: Diary, kind: FactorKind) -> Factor:
    factor = _of_kind(connection, diary, kind)
    if factor is None:
        raise NotFoundError(f"the profile of {diary.person.name} has no {kind.name}")
    return factor


def _edited(change: Change, diary: Diary, before: Factor, changes: FactorChanges) -> Factor:
    after = _changed(diary, before, changes)
    change.summarize(f"edited {before.kind.name} in the profile of {diary.person.name}")
    store.edit_factor(change, after)
    return after


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
