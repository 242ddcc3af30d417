"""Symptoms in words, as table rows and as JSON documents."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.health.symptoms import SEVERITIES, VOCABULARY, SymptomEntry
from tracker.nutrition.people.person import Person
from tracker.reports.documents import Document, document
from tracker.reports.listing import Listed


def entry_line(entry: SymptomEntry) -> str:
    """`fatigue 3 (severe) on 2026-11-22`."""
    severity = f"{entry.severity} ({SEVERITIES[entry.severity]})"
    return f"{entry.symptom.name} {severity} on {entry.day}"


def entry_list(person: Person, entries: Sequence[SymptomEntry]) -> Listed:
    """The entries of a person, with their numbers."""
    return Listed(
        ("#", "day", "symptom", "severity", "note"),
        [_row(entry) for entry in entries],
        lambda: entries_document(person, entries),
    )


def vocabulary_list() -> Listed:
    """Every symptom that can be kept."""
    return Listed(
        ("code", "symptom", "also understood"),
        [[one.code, one.name, ", ".join(one.other_names)] for one in VOCABULARY],
        _vocabulary_document,
    )


def _row(entry: SymptomEntry) -> list[str]:
    severity = f"{entry.severity} {SEVERITIES[entry.severity]}"
    return [str(entry.id), entry.day.isoformat(), entry.symptom.name, severity, entry.note]


def _vocabulary_document() -> Document:
    return document(
        symptoms=[
            {"code": one.code, "name": one.name, "other_names": list(one.other_names)}
            for one in VOCABULARY
        ],
    )


def entries_document(person: Person, entries: Sequence[SymptomEntry]) -> Document:
    """Entries, oldest first."""
    return document(person.name, symptoms=[_entry(entry) for entry in entries])


def entry_document(person: Person, entry: SymptomEntry) -> Document:
    """One entry."""
    return document(person.name, **_entry(entry))


def _entry(entry: SymptomEntry) -> Document:
    return {
        "id": entry.id,
        "day": entry.day.isoformat(),
        "code": entry.symptom.code,
        "name": entry.symptom.name,
        "severity": entry.severity,
        "note": entry.note or None,
    }
