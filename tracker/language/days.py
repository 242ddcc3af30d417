"""Knows days of the calendar, times of day and ISO weeks, and how people name them in short.

A bare weekday is the latest one, today included; `-2d` counts back from today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from tracker.errors import TrackerError

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""The days that a diary knows: outside of them a date is a slip of the finger."""

CENTURY_DAYS = 40_000
"""More than a century: days that are further apart are a slip of the finger as well."""

TEN_YEARS_DAYS = 3660
"""Ten years with a week to spare: what is longer is shown, but not judged as one."""

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = tuple(name[:3].lower() for name in WEEKDAY_NAMES)
"""`mon` to `sun`, as people type them."""

_WEEKDAY_NUMBERS = {
    spelling: number
    for number, name in enumerate(WEEKDAY_NAMES)
    for spelling in (name.lower(), name[:3].lower())
}
_NAMED_DAYS = {"today": 0, "yesterday": 1, "tomorrow": -1}
# Five digits: six may lead out of the years that `date` has (OverflowError). ASCII, here and
# below: `\d` alone matches the digits of every script (Python docs: re).
_DAYS_AGO = re.compile(r"-(\d{1,5})d?", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ISO_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?h?", re.ASCII)


def parse_day(text: str, today: date) -> date:
    """A day from `2026-11-22`, `today`, `yesterday`, `mon` (the latest one) or `-2d`.

    Raises:
        TrackerError: the text names no day of the calendar.
    """
    day = _day_named(text.strip().lower(), today)
    if day is None:
        raise TrackerError(
            f"{text[:40]!r} is not a day: write 2026-11-22, today, yesterday, mon or -2d"
        )
    if not FIRST_DAY <= day <= LAST_DAY:
        raise TrackerError(f"{day} lies outside the years {FIRST_DAY.year} to {LAST_DAY.year}")
    return day


def _day_named(word: str, today: date) -> date | None:
    if word in _NAMED_DAYS:
        return today - timedelta(days=_NAMED_DAYS[word])
    if word in _WEEKDAY_NUMBERS:
        return today - timedelta(days=(today.weekday() - _WEEKDAY_NUMBERS[word]) % 7)
    if ago := _DAYS_AGO.fullmatch(word):
        return today - timedelta(days=int(ago[1]))
    if not _ISO_DAY.fullmatch(word):
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise TrackerError(f"there is no day {word} in the calendar") from None


def parse_time(text: str) -> time:
    """A time of day from `8:00`, `08:00`, `0800`, `8.00` or `8`.

    Raises:
        TrackerError: the text is no time of day.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match and int(match[1]) < 24 and int(match[2] or 0) < 60:
        return time(int(match[1]), int(match[2] or 0))
    raise TrackerError(f"{text[:40]!r} is not a time: write it as 08:00")


@dataclass(frozen=True, order=True)
class IsoWeek:
    """A week of the ISO calendar, Monday to Sunday."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> IsoWeek:
        """The week in which a day lies."""
        # The year of the week, not of the day: 1 January 2027 lies in 2026-W53 (ISO 8601).
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def first_day(self) -> date:
        """The Monday of the week."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The Sunday of the week."""
        return date.fromisocalendar(self.year, self.number, 7)

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"


def parse_week(text: str, today: date) -> IsoWeek:
    """A week from `2026-W47`, or the week of whatever `parse_day` understands.

    Raises:
        TrackerError: no such week, or no such day.
    """
    match = _ISO_WEEK.fullmatch(text.strip().lower())
    if match is None:
        if re.fullmatch(r"\d{4}-?w.*", text.strip().lower(), re.ASCII):
            raise TrackerError(f"{text[:40]!r} is not a week: write it as 2026-W47")
        return IsoWeek.of(parse_day(text, today))
    week = IsoWeek(int(match[1]), int(match[2]))
    try:
        week.last_day  # noqa: B018 - the calendar refuses what does not exist
    except ValueError:
        raise TrackerError(f"there is no week {week} in the ISO calendar") from None
    if week.first_day < FIRST_DAY or week.last_day > LAST_DAY:
        years = f"{FIRST_DAY.year} to {LAST_DAY.year}"
        raise TrackerError(f"{week} lies outside the years {years}")
    return week


@dataclass(frozen=True)
class Days:
    """A run of days, both ends included.

    Raises:
        TrackerError: the last day comes before the first.
    """

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise TrackerError(
                f"{self.last_day} comes before {self.first_day}: give the earlier day first"
            )

    @classmethod
    def until(cls, last_day: date, count: int) -> Days:
        """So many days, of which `last_day` is the last."""
        return cls(last_day - timedelta(days=count - 1), last_day)


EVER = Days(FIRST_DAY, LAST_DAY)
"""Every day that a diary knows."""


def days_between(first_day: date, last_day: date) -> Iterator[date]:
    """Every day of a range, both ends included."""
    for number in range((last_day - first_day).days + 1):
        yield first_day + timedelta(days=number)


def runs_of(days: Iterable[date]) -> list[list[date]]:
    """Days in order, parted wherever the next one is not the day after."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs
