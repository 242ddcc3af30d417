"""How supplements look."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.supplements.supplement import Supplement
from tracker.reports.documents import Document, document, number
from tracker.reports.listing import Listed
from tracker.reports.numbers import amount


def supplement_list(supplements: Sequence[Supplement]) -> Listed:
    """Supplements that can be taken, with strength, unit, form and route."""
    return Listed(
        ("name", ("µg", "right"), "unit", "form", "route", "whose"),
        [_row(one) for one in supplements],
        lambda: document(supplements=[supplement_document(one) for one in supplements]),
    )


def shown_supplement_document(supplement: Supplement) -> Document:
    """One product."""
    return document(**supplement_document(supplement))


def supplement_document(supplement: Supplement) -> Document:
    """A supplement."""
    return {
        "name": supplement.name,
        "strength_mcg": number(supplement.strength_mcg),
        "unit": supplement.unit,
        "form": supplement.form.value,
        "route": supplement.route.value,
        "own": supplement.own,
        "aliases": list(supplement.aliases),
        "source": supplement.source or None,
        "source_id": supplement.source_id or None,
        "note": supplement.note or None,
    }


def _row(one: Supplement) -> list[str]:
    whose = "yours" if one.own else ""
    strength = amount(one.strength_mcg)
    return [one.name, strength, one.unit, one.form.value, one.route.value, whose]
