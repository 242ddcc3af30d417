"""How factors that bear on absorption look."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.people.factors import Factor
from tracker.nutrition.people.person import Person
from tracker.reports.documents import Document, document


def factors_document(person: Person, factors: Sequence[Factor]) -> Document:
    """The factors of a profile."""
    listed = [
        {
            "factor": one.kind.code,
            "since": one.since.isoformat() if one.since else None,
            "until": one.last_day.isoformat() if one.last_day else None,
            "note": one.note or None,
            "sentence": one.kind.sentence,
        }
        for one in factors
    ]
    return document(person.name, factors=listed)
