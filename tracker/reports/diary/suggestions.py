"""Suggestions as rows and as data."""

from __future__ import annotations

from tracker.language.quantities import quantity_text
from tracker.nutrition.diary.suggestion import Suggestion, Suggestions
from tracker.reports.diary.documents import quantity_number
from tracker.reports.documents import Document, document, number
from tracker.reports.foods.wording import table_text
from tracker.reports.numbers import amount, percentage

SUGGESTION_HEADERS = ("name", "µg", "day's percent", "from")


def suggestions_document(found: Suggestions) -> Document:
    """What a day lacks, and what closes the gap."""
    return document(
        gap_mcg=float(found.gap_mcg), suggestions=[_document(one) for one in found.suggestions]
    )


def suggestion_rows(found: Suggestions) -> list[list[str]]:
    """`2 × egg, large`, what it holds, where it brings the day, and the table it is from."""
    return [
        [
            f"{quantity_text(one.amount.quantity)} × {one.food.name}, {one.amount.portion}",
            amount(one.mcg),
            percentage(one.percent_after),
            table_text(one.food),
        ]
        for one in found.suggestions
    ]


def _document(one: Suggestion) -> Document:
    return {
        "food": one.food.name,
        "portion": one.amount.portion,
        "quantity": quantity_number(one.amount.quantity),
        "b12_mcg": number(one.mcg),
        "percent_after": number(one.percent_after, 1),
    }
