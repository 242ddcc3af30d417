"""When a supplement is meant to be taken, as words and as a rule of RFC 5545."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from fractions import Fraction

from tracker.language.days import WEEKDAY_NAMES, WEEKDAYS
from tracker.language.quantities import quantity_text
from tracker.nutrition.supplements.supplement import Dose, Route

DAYS_A_MONTH = Fraction("365.25") / 12

LONGEST_INTERVAL_DAYS = 31
"""Doses further apart than these are not judged: a mean over time says little of them."""

_RULE_WEEKDAYS = tuple(name[:2].upper() for name in WEEKDAY_NAMES)
"""`MO` to `SU`, as RFC 5545 writes them."""


class Step(StrEnum):
    """The unit in which a recurrence steps."""

    DAY = "d"
    WEEK = "w"
    MONTH = "m"


_STEP_WORDS = {Step.DAY: "day", Step.WEEK: "week", Step.MONTH: "month"}
_FREQUENCIES = {Step.DAY: "DAILY", Step.WEEK: "WEEKLY", Step.MONTH: "MONTHLY"}


@dataclass(frozen=True)
class Recurrence:
    """Every so many days, weeks or months, or on weekdays (0 is Monday) of every week."""

    step: Step
    interval: int = 1
    weekdays: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """As `parse_every` of `every.py` reads it, in one spelling: `day`, `2d`, `mon,thu`."""
        if self.weekdays:
            return ",".join(WEEKDAYS[number] for number in self.weekdays)
        return _STEP_WORDS[self.step] if self.interval == 1 else f"{self.interval}{self.step}"

    @property
    def words(self) -> str:
        """As a person says it: `every day`, `every 2 weeks`, `every Monday and Thursday`."""
        if self.weekdays:
            *others, last = [WEEKDAY_NAMES[number] for number in self.weekdays]
            return f"every {', '.join(others)} and {last}" if others else f"every {last}"
        word = _STEP_WORDS[self.step]
        return f"every {word}" if self.interval == 1 else f"every {self.interval} {word}s"

    @property
    def mean_days(self) -> Fraction:
        """Days from one dose to the next, on the mean."""
        if self.weekdays:
            return Fraction(7, len(self.weekdays))
        days = {Step.DAY: Fraction(1), Step.WEEK: Fraction(7), Step.MONTH: DAYS_A_MONTH}
        return days[self.step] * self.interval

    @property
    def is_too_rare(self) -> bool:
        """Whether its doses lie too far apart for a mean in µg a day to mean anything."""
        return self.mean_days > LONGEST_INTERVAL_DAYS

    def rule(self, first_day: date) -> str:
        """The RRULE of RFC 5545 for a recurrence that starts on `first_day`.

        A plain monthly rule skips the months that lack a 31st; this one takes their last day.
        """
        parts = [f"FREQ={_FREQUENCIES[self.step]}", f"INTERVAL={self.interval}"]
        if self.weekdays:
            parts.append("BYDAY=" + ",".join(_RULE_WEEKDAYS[number] for number in self.weekdays))
        if self.step is Step.MONTH:
            days = range(min(first_day.day, 28), first_day.day + 1)
            parts.append("BYMONTHDAY=" + ",".join(str(day) for day in days))
            # Days that a month lacks are ignored: BYSETPOS takes the last of the rest (3.3.10).
            parts += ["BYSETPOS=-1"] if len(days) > 1 else []
        return ";".join(parts)


@dataclass(frozen=True)
class Schedule:
    """A dose that is meant to be taken again and again, from a first to a last day, both included.

    `uid` names it in calendars for ever; without a last day it goes on.
    """

    id: int
    uid: str
    dose: Dose
    recurrence: Recurrence
    first_day: date
    last_day: date | None = None
    at: time | None = None

    @property
    def name(self) -> str:
        """What is taken, without how much where it is one unit: `veg1`, `2 × veg1`."""
        quantity = self.dose.quantity
        if self.dose.unit == "µg":
            route = "" if self.dose.route is Route.ORAL else f" {self.dose.route}"
            return f"{quantity_text(quantity)} µg {self.dose.name}{route}"
        return self.dose.name if quantity == 1 else f"{quantity_text(quantity)} × {self.dose.name}"

    @property
    def words(self) -> str:
        """The whole of it: `veg1 every day at 08:00 from 2026-11-01`."""
        at = f" at {self.at:%H:%M}" if self.at else ""
        until = f" until {self.last_day}" if self.last_day else ""
        return f"{self.name} {self.recurrence.words}{at} from {self.first_day}{until}"

    def runs_on(self, day: date) -> bool:
        """Whether a day lies between its first and its last."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)
