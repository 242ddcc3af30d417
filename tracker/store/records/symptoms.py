"""The diary's symptoms."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Row

from tracker.nutrition.health.symptoms import SymptomEntry, symptom_of_code
from tracker.store import tables
from tracker.store.records.dated import Records


def _values(entry: SymptomEntry) -> dict[str, Any]:
    return {
        "code": entry.symptom.code,
        "severity": entry.severity,
        "day": entry.day.isoformat(),
        "note": entry.note,
    }


def _entry(row: Row[Any]) -> SymptomEntry:
    return SymptomEntry(
        symptom=symptom_of_code(row.code),
        severity=row.severity,
        day=date.fromisoformat(row.day),
        note=row.note,
        id=row.id,
    )


SYMPTOM_ENTRIES = Records(tables.symptom, _values, _entry)
