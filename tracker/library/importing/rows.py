"""A row of a file to import, which knows where it stands and says so where it is wrong."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from tracker.errors import TrackerError
from tracker.language.names import printable
from tracker.library.limits import LARGEST_AMOUNT

_LONGEST_SHOWN = 30
_LONGEST_NUMBER = 40


class Row(NamedTuple):
    """The values of a row, and where they stand: `food.csv, line 12`."""

    values: Any
    shown: str
    number: int
    unit: str = "line"

    def wrong(self, what: str) -> TrackerError:
        """The error that says what is wrong with it."""
        return TrackerError(f"{self.shown}, {self.unit} {self.number}: {what}")

    def whole_number(self, text: str, what: str) -> int:
        """An id.

        Raises:
            TrackerError: no whole number of at most 18 digits.
        """
        if text.isascii() and text.isdigit() and len(text) <= 18:
            return int(text)
        raise self.wrong(f"{what} is {text[:_LONGEST_SHOWN]!r}, not a number")

    def amount(self, text: str, what: str) -> Decimal:
        """A number, zero or more.

        Raises:
            TrackerError: not finite, negative, or beyond all reason.
        """
        try:
            number = Decimal(text.strip()) if len(text) <= _LONGEST_NUMBER else Decimal("NaN")
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or not 0 <= number <= LARGEST_AMOUNT:
            raise self.wrong(f"{what} is {text[:_LONGEST_SHOWN]!r}, which is no amount")
        return number


def one_line(text: str) -> str:
    """A text as one line that is safe to show."""
    plain = " ".join(text.split())
    # The first question is fast, and nearly every text passes it.
    return plain if plain.isprintable() else printable(plain)
