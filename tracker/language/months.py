"""Calendar months."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from tracker.errors import TrackerError
from tracker.language.days import parse_day

_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)


def parse_month(text: str, today: date) -> tuple[date, date]:
    """The first and last day of a month: `2026-11`, or that of whatever `parse_day` understands.

    Raises:
        TrackerError: no such month, or no such day.
    """
    match = _MONTH.fullmatch(text.strip())
    if match is None:
        day = parse_day(text, today)
        return _ends(day.year, day.month)
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12:
        raise TrackerError(f"there is no month {text.strip()} in the calendar: write 2026-11")
    parse_day(f"{year:04}-{month:02}-01", today)
    return _ends(year, month)


def _ends(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
