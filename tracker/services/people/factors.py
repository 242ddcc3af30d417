"""Keeps what bears on a person's absorption."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.errors import TrackerError
from tracker.language.names import clean_note
from tracker.nutrition.people.factors import Factor, factor_kind
from tracker.services.opening import Diary
from tracker.store.records import factors as store


def add_factor(diary: Diary, code: str, since: date | None, note: str | None) -> Factor:
    """Adds a factor, or sets day and note of one that is there.

    Raises:
        TrackerError: there is no such factor, or the day is before birth or in the future.
    """
    kind = factor_kind(code)
    person = diary.person
    if since is not None and since > diary.today:
        raise TrackerError(f"{since} is in the future: give the day on which it began")
    if since is not None and person.born is not None and since < person.born:
        raise TrackerError(f"{since} is before {person.name} was born ({person.born})")
    factor = Factor(0, kind, since, clean_note(note) if note is not None else "")
    with diary.database.change(person.id) as change:
        known = store.factors_of(change.connection, person.id)
        existing = next((one for one in known if one.kind is kind), None)
        change.summarize(f"added {kind.name} to the profile of {person.name}")
        if existing is None:
            return replace(factor, id=store.add_factor(change, person.id, factor))
        factor = replace(
            existing,
            since=since or existing.since,
            note=existing.note if note is None else factor.note,
        )
        store.edit_factor(change, factor)
    return factor


def list_factors(diary: Diary) -> list[Factor]:
    """What the profile says that bears on absorption."""
    with diary.database.read() as connection:
        return store.factors_of(connection, diary.person.id)


def remove_factor(diary: Diary, code: str) -> Factor:
    """Takes a factor out of the profile.

    Raises:
        TrackerError: the profile has no such factor.
    """
    kind = factor_kind(code)
    with diary.database.change(diary.person.id) as change:
        known = store.factors_of(change.connection, diary.person.id)
        existing = next((one for one in known if one.kind is kind), None)
        if existing is None:
            raise TrackerError(f"the profile of {diary.person.name} has no {kind.name}")
        change.summarize(f"removed {kind.name} from the profile of {diary.person.name}")
        store.remove_factor(change, existing.id)
    return existing
