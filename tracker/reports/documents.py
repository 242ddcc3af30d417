"""Results as JSON documents: numbers as numbers, `null` where not known or open.

The keys are a promise (docs/cli.md): they do not change without a line in the changelog.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tracker.nutrition.amounts import ContentRange, IntakeTotal

if TYPE_CHECKING:
    # Most commands show no estimate and need no model of one.
    from tracker.nutrition.absorption.estimate import DayEstimate, Estimates
    from tracker.nutrition.absorption.model.oral import AbsorbedRange

SCHEMA = 1

Document = dict[str, Any]


def document(person: str | None = None, **body: Any) -> Document:
    """A whole document of the present schema, with the name of the person whom it is about."""
    about = {} if person is None else {"person": person}
    return {"schema": SCHEMA, **about, **body}


def range_document(content: ContentRange | IntakeTotal | None) -> Document | None:
    """A range of µg; `null` where nothing is known of it."""
    if content is None:
        return None
    return {name: number(getattr(content, name)) for name in ("low", "best", "high")}


def absorbed_document(absorbed: AbsorbedRange) -> Document:
    """An estimate in µg, not rounded; `high` is `null` where it is open."""
    return {"low": absorbed.low, "likely": absorbed.likely, "high": absorbed.high}


def estimate_document(estimate: DayEstimate | Estimates) -> Document:
    """What was absorbed, as `absorbed_document`; nothing but `null` where the model fails."""
    if not estimate.holds:
        return dict.fromkeys(("low", "likely", "high"))
    return absorbed_document(estimate.absorbed)


def number(value: Decimal | None, digits: int | None = None) -> float | None:
    """A JSON number, rounded where digits are given."""
    if value is None:
        return None
    return float(value if digits is None else round(value, digits))
