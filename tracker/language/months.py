"""Knows months of the calendar, their names, and how people write them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tracker.errors import TrackerError
from tracker.language.days import parse_day

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)


@dataclass(frozen=True, order=True)
class CalendarMonth:
    """A month of a year; January is number 1."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> CalendarMonth:
        """The month in which a day lies."""
        return cls(day.year, day.month)

    @property
    def first_day(self) -> date:
        """The first of the month."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The last of the month, the 29th in February of a leap year."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


def parse_month(text: str, today: date) -> CalendarMonth:
    """A month from `2026-11`, or the month of whatever `parse_day` understands.

    Raises:
        TrackerError: no such month, or no such day.
    """
    match = _MONTH.fullmatch(text.strip())
    if match is None:
        return CalendarMonth.of(parse_day(text, today))
    year, number = int(match[1]), int(match[2])
    if not 1 <= number <= 12:
        raise TrackerError(f"there is no month {text.strip()} in the calendar: write 2026-11")
    # The years outside of the diary's calendar are refused as those of a day are.
    return CalendarMonth.of(parse_day(f"{year:04}-{number:02}-01", today))
