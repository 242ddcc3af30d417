"""How supplements look."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from tracker.nutrition.supplements.supplement import Supplement
from tracker.reports.documents import Document, document, number
from tracker.reports.numbers import amount
from tracker.reports.tables import add_row, styled_table


def supplements_document(supplements: Iterable[Supplement]) -> Document:
    """Supplements that can be taken."""
    listed = [supplement_document(one) for one in supplements]
    return document(supplements=listed)


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


def supplement_table(supplements: Iterable[Supplement]) -> Table:
    """Supplements with strength, unit, form and route."""
    table = styled_table("name", ("µg", "right"), "unit", "form", "route", "whose")
    for one in supplements:
        whose = "yours" if one.own else ""
        strength = amount(one.strength_mcg)
        add_row(table, [one.name, strength, one.unit, one.form.value, one.route.value, whose])
    return table
