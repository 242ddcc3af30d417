"""Suggestions as rows and as data."""

from __future__ import annotations

from tracker.language.quantities import quantity_text
from tracker.nutrition.diary.suggestion import Suggestion, Suggestions
from tracker.reports.diary.documents import quantity_number
from tracker.reports.documents import SCHEMA, Document, number
from tracker.reports.foods.food_wording import table_word
from tracker.reports.numbers import amount, percentage

SUGGESTION_HEADERS = ("name", "µg", "day's percent", "from")


def suggestions_document(found: Suggestions) -> Document:
    """What a day lacks, and what closes the gap."""
    return {
        "schema": SCHEMA,
        "gap_mcg": float(found.gap_mcg),
        "suggestions": [_document(one) for one in found.suggestions],
    }


def suggestion_rows(found: Suggestions) -> list[list[str]]:
    """`2 × egg, large`, what it holds, where it brings the day, and the table it is from."""
    return [
        [
            f"{quantity_text(one.helping.quantity)} × {one.food.name}, {one.helping.portion}",
            amount(one.mcg),
            percentage(one.percent_after),
            table_word(one.food.collection),
        ]
        for one in found.suggestions
    ]


def _document(one: Suggestion) -> Document:
    return {
        "food": one.food.name,
        "portion": one.helping.portion,
        "quantity": quantity_number(one.helping.quantity),
        "b12_mcg": number(one.mcg),
        "percent_after": number(one.percent_after, 1),
    }
