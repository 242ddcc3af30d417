"""Intakes, days and targets in words, as the terminal shows them."""

from __future__ import annotations

from tracker.nutrition.amounts import ContentRange, IntakeTotal
from tracker.reports.numbers import (
    UNKNOWN,
    amount,
    mcg_text,
)


def range_text(content: ContentRange | IntakeTotal) -> str:
    """The range beside the best value: `0.48 to 1.2`, `at least 20`, empty for a point."""
    if content.high is None:
        return f"at least {amount(content.low)}"
    if content.low == content.high:
        return ""
    return f"{amount(content.low)} to {amount(content.high)}"


def content_text(content: ContentRange | None) -> str:
    """A content with its range in brackets, or `not known`."""
    if content is None:
        return UNKNOWN
    span = range_text(content)
    return f"{mcg_text(content.best)}" + (f" ({span})" if span else "")


def total_text(total: IntakeTotal) -> str:
    """A total: `1.12 µg`, `at least 1.12 µg, 1 not known`, `not known`."""
    if total.best is None:
        return UNKNOWN
    if total.not_known:
        return f"at least {mcg_text(total.best)}, {total.not_known} not known"
    return f"{mcg_text(total.best)}"
