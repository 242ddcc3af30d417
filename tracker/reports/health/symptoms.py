"""Symptoms in words, as table rows and as JSON documents."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.health.symptoms import SEVERITIES, VOCABULARY, SymptomEntry
from tracker.nutrition.people.person import Person
from tracker.reports.documents import Document, document

HEADERS = ("#", "day", "symptom", "severity", "note")
VOCABULARY_HEADERS = ("code", "symptom", "also understood")


def entry_line(entry: SymptomEntry) -> str:
    """`fatigue 3 (severe) on 2026-11-22`."""
    severity = f"{entry.severity} ({SEVERITIES[entry.severity]})"
    return f"{entry.symptom.name} {severity} on {entry.day}"


def entry_rows(entries: Sequence[SymptomEntry]) -> list[list[str]]:
    """Entries as the rows of a table with `HEADERS`."""
    return [
        [
            str(entry.id),
            entry.day.isoformat(),
            entry.symptom.name,
            f"{entry.severity} {SEVERITIES[entry.severity]}",
            entry.note,
        ]
        for entry in entries
    ]


def vocabulary_rows() -> list[list[str]]:
    """Every symptom that can be kept, as rows with `VOCABULARY_HEADERS`."""
    return [[one.code, one.name, ", ".join(one.other_names)] for one in VOCABULARY]


def vocabulary_document() -> Document:
    """Every symptom that can be kept."""
    return document(
        symptoms=[
            {"code": one.code, "name": one.name, "other_names": list(one.other_names)}
            for one in VOCABULARY
        ],
    )


def entries_document(person: Person, entries: Sequence[SymptomEntry]) -> Document:
    """Entries, oldest first."""
    return document(
        person.name,
        symptoms=[
            {
                "id": entry.id,
                "day": entry.day.isoformat(),
                "code": entry.symptom.code,
                "name": entry.symptom.name,
                "severity": entry.severity,
                "note": entry.note or None,
            }
            for entry in entries
        ],
    )
