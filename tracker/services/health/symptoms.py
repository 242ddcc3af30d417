"""Keeps symptoms and how severe they were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from tracker.language.days import EVER, FIRST_DAY, Days
from tracker.language.names import clean_note
from tracker.nutrition.health.symptoms import KeptSymptom, Symptom, SymptomEntry, red_flag
from tracker.services.keeping import Cleared, cleaned, numbered, set_fields
from tracker.services.opening import Diary, check_day
from tracker.store.records.symptoms import SYMPTOM_ENTRIES

SAID_FOR = timedelta(days=28)
"""How long a red flag that was said is not said again for the same symptom."""


@dataclass(frozen=True)
class SymptomChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out."""

    symptom: Symptom | None = None
    severity: int | None = None
    day: date | None = None
    note: str | Cleared | None = None
    anyway: bool = False


def add_symptom(
    diary: Diary, symptom: Symptom, severity: int, changes: SymptomChanges
) -> KeptSymptom:
    """Keeps how severe a symptom was on a day.

    Raises:
        TrackerError: the day lies before birth, or in the future.
    """
    plain = SymptomEntry(symptom, severity, changes.day or diary.today)
    entry = _changed(diary, plain, replace(changes, day=plain.day))
    with diary.database.change(diary.person.id, f"added {_ENTRIES.called(entry)}") as change:
        flag = _red_flag(change.connection, diary, entry)
        entry = replace(entry, id=SYMPTOM_ENTRIES.add(change, diary.person.id, entry))
    return KeptSymptom(entry, flag)


def edit_symptom(diary: Diary, entry_id: int, changes: SymptomChanges) -> KeptSymptom:
    """Changes an entry.

    Raises:
        TrackerError: no such entry, or a new value that is refused.
    """
    entry = _ENTRIES.edit(diary, entry_id, lambda _, before: _changed(diary, before, changes))
    with diary.database.read() as connection:
        return KeptSymptom(entry, _red_flag(connection, diary, entry))


def remove_symptom(diary: Diary, entry_id: int) -> SymptomEntry:
    """Takes an entry out.

    Raises:
        TrackerError: there is no such entry.
    """
    return _ENTRIES.remove(diary, entry_id)


def read_symptom(diary: Diary, entry_id: int) -> SymptomEntry:
    """One entry.

    Raises:
        TrackerError: there is no such entry.
    """
    return _ENTRIES.read(diary, entry_id)


def list_symptoms(diary: Diary, days: Days = EVER) -> list[SymptomEntry]:
    """The entries of a range of days, oldest first."""
    with diary.database.read() as connection:
        return SYMPTOM_ENTRIES.between(connection, diary.person.id, days.first_day, days.last_day)


def _changed(diary: Diary, entry: SymptomEntry, changes: SymptomChanges) -> SymptomEntry:
    if changes.day is not None:
        check_day(diary, changes.day, anyway=changes.anyway)
    return set_fields(
        entry,
        symptom=changes.symptom,
        severity=changes.severity,
        day=changes.day,
        note=cleaned(changes.note, clean_note),
    )


def _red_flag(connection: Connection, diary: Diary, entry: SymptomEntry) -> str:
    """The sentence of an entry, unless a like entry of the weeks before has said it already.

    One that has grown worse is not alike: then it is said again.
    """
    flag = red_flag(entry, diary.person)
    since = entry.day - min(SAID_FOR, entry.day - FIRST_DAY)
    earlier = SYMPTOM_ENTRIES.between(connection, diary.person.id, since, entry.day)
    said = any(
        one.id != entry.id
        and one.severity >= entry.severity
        and red_flag(one, diary.person) == flag
        for one in earlier
    )
    return "" if said else flag


_ENTRIES = numbered(
    SYMPTOM_ENTRIES,
    "symptom",
    "b12 symptom list",
    lambda entry: f"{entry.symptom.name} of {entry.day}",
)
