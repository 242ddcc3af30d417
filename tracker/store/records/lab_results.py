"""The diary's blood tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, select

from tracker.nutrition.health.blood_tests import Bound, LabRange, LabResult, Marker
from tracker.store import tables
from tracker.store.journal import Change

_TABLE = tables.lab_result
_MILLIONTHS = 1_000_000


def add_lab_result(change: Change, person_id: int, result: LabResult) -> int:
    """Keeps a blood test and returns its id."""
    return change.insert(_TABLE, {"person_id": person_id, **_values(result)})


def edit_lab_result(change: Change, result: LabResult) -> None:
    """Writes a blood test's new values."""
    change.update(_TABLE, result.id, _values(result))


def remove_lab_result(change: Change, result_id: int) -> None:
    """Takes a blood test out."""
    change.delete(_TABLE, result_id)


def lab_result_by_id(connection: Connection, person_id: int, result_id: int) -> LabResult | None:
    """A person's blood test, or `None`."""
    query = select(_TABLE).where(_TABLE.c.id == result_id, _TABLE.c.person_id == person_id)
    row = connection.execute(query).first()
    return None if row is None else _lab_result(row)


def lab_results_between(
    connection: Connection, person_id: int, first_day: date, last_day: date
) -> list[LabResult]:
    """A person's blood tests in a range of days, both included, oldest first."""
    days = (first_day.isoformat(), last_day.isoformat())
    query = (
        select(_TABLE)
        .where(_TABLE.c.person_id == person_id, _TABLE.c.day.between(*days))
        .order_by(_TABLE.c.day, _TABLE.c.id)
    )
    return [_lab_result(row) for row in connection.execute(query)]


def _values(result: LabResult) -> dict[str, Any]:
    lab_range = result.lab_range or LabRange(None, None)
    return {
        "marker": result.marker.value,
        "bound": result.bound.value,
        "value_millionths": _millionths(result.value),
        "unit": result.unit,
        "day": result.day.isoformat(),
        "range_low_millionths": _millionths(lab_range.low),
        "range_high_millionths": _millionths(lab_range.high),
        "lab": result.lab,
        "note": result.note,
    }


def _lab_result(row: Row[Any]) -> LabResult:
    low, high = _number(row.range_low_millionths), _number(row.range_high_millionths)
    return LabResult(
        marker=Marker(row.marker),
        value=Decimal(row.value_millionths) / _MILLIONTHS,
        unit=row.unit,
        day=date.fromisoformat(row.day),
        bound=Bound(row.bound),
        lab=row.lab,
        lab_range=None if low is None and high is None else LabRange(low, high),
        note=row.note,
        id=row.id,
    )


def _millionths(number: Decimal | None) -> int | None:
    return None if number is None else int(number * _MILLIONTHS)


def _number(millionths: int | None) -> Decimal | None:
    return None if millionths is None else Decimal(millionths) / _MILLIONTHS
