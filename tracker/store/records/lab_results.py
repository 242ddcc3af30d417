"""The diary's blood tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row

from tracker.nutrition.health.blood_tests import Bound, LabRange, LabResult
from tracker.nutrition.health.markers import Marker
from tracker.store import tables
from tracker.store.records.dated import Records

_MILLIONTHS = 1_000_000


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


LAB_RESULTS = Records(tables.lab_result, _values, _lab_result)
