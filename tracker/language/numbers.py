"""Knows numbers as people write them: a decimal comma, and marks that part thousands.

A comma may be a decimal sign; where it, a point or a blank may be a mark of thousands as well,
the number is refused rather than guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from tracker.errors import TrackerError

LONGEST_NUMBER = 40

# A point is taken for a mark only where the third digit is a 0: 1.255 is an amount as tables give
# it, while hardly anybody writes the closing zero of 1.250.
_THOUSANDS = re.compile(
    r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d\d0)+|(?:[ \u00a0\u202f]\d{3})+)(?![\d.,/])"
)

_NOT_A_DIGIT = re.compile(r"\D")


def refuse_thousands(text: str) -> None:
    """Refuses `1,000`, `1.000` and `1 000`: some read a thousand, others one, or one of 000.

    Raises:
        TrackerError: the text starts with such a number.
    """
    if match := _THOUSANDS.match(text.strip()):
        digits = _NOT_A_DIGIT.sub("", match[0])
        raise TrackerError(f"“{match[0]}” is ambiguous: write {digits} without the mark in it")


def parse_number(text: str, what: str) -> Decimal:
    """A finite number, zero or more; a decimal comma is understood.

    Raises:
        TrackerError: not a number, negative, not finite, or absurdly long.
    """
    refuse_thousands(text)
    plain = text.strip().replace(",", ".")
    try:
        number = Decimal(plain) if len(plain) <= LONGEST_NUMBER else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    # Decimal takes “NaN”, “Infinity”, the digits of every script, and `1e999999`, which would be
    # a number of a million digits (Python docs: decimal).
    if not number.is_finite() or not plain.isascii() or "e" in plain.lower():
        shown = text if len(text) <= LONGEST_NUMBER else text[:LONGEST_NUMBER] + "…"
        raise TrackerError(f"{what} must be a number such as 2.4, not {shown!r}")
    if number < 0:
        raise TrackerError(f"{what} cannot be negative")
    return number
