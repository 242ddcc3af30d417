"""Which days of an axis and which amounts of a scale are marked: as many as can be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tracker.language.months import MONTH_NAMES
from tracker.reports.numbers import short_date

LABEL_ROOM = 38.0
"""Points from one label of a day or a month to the next."""

YEAR_ROOM = 28.0


@dataclass(frozen=True)
class Tick:
    """A day that is marked, and its label."""

    day: date
    label: str
    year: str = ""


def ticks(first_day: date, last_day: date, width: float) -> list[Tick]:
    """The days that are marked on an axis of that width in points: as many as can be read."""
    days = (last_day - first_day).days + 1
    a_day = width / days
    for step in (1, 2, 7, 14):
        if a_day * step >= LABEL_ROOM and days <= 180:
            return _day_ticks(first_day, last_day, step)
    readable = (
        months
        for months in (1, 2, 3, 6, 12, 24, 60, 120)
        if a_day * 30.4 * months >= (LABEL_ROOM if months < 12 else YEAR_ROOM)
    )
    return _month_ticks(first_day, last_day, next(readable, 240))


def _day_ticks(first_day: date, last_day: date, step: int) -> list[Tick]:
    # Weeks are marked on their Mondays.
    start = first_day + timedelta(days=-first_day.weekday() % 7 if step >= 7 else 0)
    found: list[Tick] = []
    for number in range(0, (last_day - start).days + 1, step):
        day = start + timedelta(days=number)
        year = str(day.year) if not found or day.year != found[-1].day.year else ""
        found.append(Tick(day, short_date(day), year))
    return found or [Tick(first_day, short_date(first_day), str(first_day.year))]


def _month_ticks(first_day: date, last_day: date, months: int) -> list[Tick]:
    found: list[Tick] = []
    for year in range(first_day.year, last_day.year + 1):
        if months > 12 and year % (months // 12):
            continue
        for month in range(1, 13, min(months, 12)):
            day = date(year, month, 1)
            if first_day <= day <= last_day:
                is_new = not found or found[-1].day.year != year
                label = str(year) if months >= 12 else MONTH_NAMES[month - 1][:3]
                found.append(Tick(day, label, str(year) if is_new and months < 12 else ""))
    return found or [Tick(first_day, short_date(first_day), str(first_day.year))]


def linear_scale(top: float) -> list[float]:
    """Amounts from 0 to `top` in equal steps, six at most."""
    steps = [digit * 10.0**power for power in range(-3, 7) for digit in (1, 2, 2.5, 5)]
    step = next(step for step in steps if top / step <= 6)
    return [round(step * number, 6) for number in range(int(top / step) + 1)]


def wide_scale(top: float) -> list[float]:
    """Amounts from 0 to `top` for a scale on which each power of ten takes the same room."""
    digits = (1, 2, 5) if top <= 200 else (1,)
    marks = [0.0, 0.5, *(digit * 10.0**power for power in range(7) for digit in digits)]
    return [mark for mark in marks if mark <= top]
