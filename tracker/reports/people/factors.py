"""How factors that bear on absorption look."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.people.factors import Factor
from tracker.nutrition.people.person import Person
from tracker.reports.documents import Document, document


def factors_document(person: Person, factors: Sequence[Factor]) -> Document:
    """The factors of a profile."""
    return document(person.name, factors=[factor_document(one) for one in factors])


def one_factor_document(person: Person, factor: Factor) -> Document:
    """One factor of a profile."""
    return document(person.name, **factor_document(factor))


def factor_document(factor: Factor) -> Document:
    """A factor, its days, and what follows from it."""
    return {
        "factor": factor.kind.code,
        "since": factor.since.isoformat() if factor.since else None,
        "until": factor.last_day.isoformat() if factor.last_day else None,
        "note": factor.note or None,
        "sentence": factor.kind.sentence,
    }


def factor_text(factor: Factor) -> str:
    """`metformin since 2020-01-01 until 2026-10-31 (500 mg)`."""
    since = f" since {factor.since}" if factor.since else ""
    until = f" until {factor.last_day}" if factor.last_day else ""
    note = f" ({factor.note})" if factor.note else ""
    return f"{factor.kind.name}{since}{until}{note}"
