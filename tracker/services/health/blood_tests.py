"""Keeps blood tests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tracker.errors import TrackerError
from tracker.language.days import EVER, Days
from tracker.language.names import clean_name, clean_note
from tracker.nutrition.health.blood_tests import (
    FINEST,
    LARGEST_VALUE,
    Bound,
    LabRange,
    LabResult,
    implausibility,
)
from tracker.nutrition.health.markers import Marker
from tracker.services.keeping import Cleared, cleaned, numbered, set_fields
from tracker.services.opening import Diary, check_day
from tracker.store.records.blood_tests import BLOOD_TESTS


@dataclass(frozen=True)
class LabChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out."""

    value: Decimal | None = None
    bound: Bound | None = None
    unit: str | None = None
    day: date | None = None
    lab: str | Cleared | None = None
    lab_range: LabRange | Cleared | None = None
    note: str | Cleared | None = None
    anyway: bool = False


def add_lab_result(
    diary: Diary, marker: Marker, value: Decimal, unit: str, changes: LabChanges
) -> LabResult:
    """Keeps a blood test.

    Raises:
        TrackerError: an implausible figure, a future day, or a range that cannot be.
    """
    plain = LabResult(marker, value, unit, changes.day or diary.today)
    added = _changed(diary, plain, replace(changes, day=plain.day))
    with diary.database.change(diary.person.id, f"added {_RESULTS.called(added)}") as change:
        result_id = BLOOD_TESTS.add(change, diary.person.id, added)
    return replace(added, id=result_id)


def edit_lab_result(diary: Diary, result_id: int, changes: LabChanges) -> LabResult:
    """Changes a blood test.

    Raises:
        TrackerError: no such blood test, or a new value that is refused.
    """
    return _RESULTS.edit(diary, result_id, lambda _, before: _changed(diary, before, changes))


def remove_lab_result(diary: Diary, result_id: int) -> LabResult:
    """Takes a blood test out.

    Raises:
        TrackerError: there is no such blood test.
    """
    return _RESULTS.remove(diary, result_id)


def read_lab_result(diary: Diary, result_id: int) -> LabResult:
    """A blood test.

    Raises:
        TrackerError: there is no such blood test.
    """
    return _RESULTS.read(diary, result_id)


def list_lab_results(diary: Diary, days: Days = EVER) -> list[LabResult]:
    """The blood tests of a range of days, oldest first."""
    with diary.database.read() as connection:
        return BLOOD_TESTS.between(connection, diary.person.id, days.first_day, days.last_day)


def _changed(diary: Diary, result: LabResult, changes: LabChanges) -> LabResult:
    if changes.unit not in (None, result.unit) and result.lab_range and changes.lab_range is None:
        # A range is in the unit of its result: it would now say something else.
        raise TrackerError("the lab's range is in the old unit: give --range as well")
    if changes.day is not None:
        check_day(diary, changes.day, anyway=changes.anyway)
    after = set_fields(
        result,
        value=changes.value,
        bound=changes.bound,
        unit=changes.unit,
        day=changes.day,
        lab=cleaned(changes.lab, lambda lab: clean_name(lab, "the lab's name")),
        lab_range=changes.lab_range,
        note=cleaned(changes.note, clean_note),
    )
    _check(after, anyway=changes.anyway)
    return after


def _check(result: LabResult, *, anyway: bool) -> None:
    slip = implausibility(result)
    if slip and not anyway:
        hint = "" if slip.endswith("?") else ";"
        raise TrackerError(f"{slip}{hint} add --anyway if it is right")
    ends = (result.lab_range.low, result.lab_range.high) if result.lab_range else ()
    if any(end is not None and (end > LARGEST_VALUE or end % FINEST) for end in ends):
        raise TrackerError("the lab's range has more digits than a laboratory prints")


_RESULTS = numbered(
    BLOOD_TESTS,
    "blood test",
    "b12 lab list",
    lambda result: f"the {result.facts.short_name} of {result.day}",
)
