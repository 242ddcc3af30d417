"""What a run of days says as a whole: means, shares of the target, weeks, direction.

Everything is over recorded days: a day without a record is unknown, not zero. What is recorded
but of unknown content adds nothing, so that figures are then "at least". The arithmetic is exact,
so that a mean that equals its target counts as having reached it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations, groupby
from statistics import median
from typing import Any

from tracker.language.days import IsoWeek
from tracker.language.months import CalendarMonth
from tracker.nutrition.amounts import percent
from tracker.nutrition.diary.intake import DaySummary, Period

FEWEST_WEEKS = 6
"""With fewer, hardly any order of the weeks is unlikely to be chance."""

SIGNIFICANT_Z = 1.96
"""Two-sided, at the level of 5 %."""


class By(StrEnum):
    """What is taken together."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Direction(StrEnum):
    """Where the means of the weeks are going."""

    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR = "no clear direction"
    TOO_SHORT = "too few weeks to say"


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def percent(self) -> Decimal | None:
        """The share in percent; `None` of nothing."""
        return percent(Decimal(self.count), Decimal(self.of))


@dataclass(frozen=True)
class Statistics:
    """A run of days in figures, µg a day; `None` where nothing is known."""

    days: int
    recorded_days: int
    not_known: int
    mean_mcg: Decimal | None
    median_mcg: Decimal | None
    mean_target_mcg: Decimal | None
    days_at_target: Share
    weeks_at_target: Share
    best_week: Period | None
    worst_week: Period | None
    direction: Direction

    @property
    def mean_percent(self) -> Decimal | None:
        """The mean in percent of the mean target."""
        return percent(self.mean_mcg, self.mean_target_mcg)


def statistics_of(period: Period) -> Statistics:
    """The statistics of a run of days."""
    mean = period.mean.best
    amounts = [day.total.best or Decimal(0) for day in period.recorded]
    parts = split(period, By.WEEK)
    weeks = [(week, mcg) for week in parts if (mcg := week.mean.best) is not None]
    by_mean = sorted(weeks, key=lambda pair: pair[1])
    return Statistics(
        days=len(period.days),
        recorded_days=len(period.recorded),
        not_known=period.not_known,
        mean_mcg=mean,
        median_mcg=None if mean is None else median(amounts),
        mean_target_mcg=period.mean_target_mcg,
        days_at_target=_days_at_target(period),
        weeks_at_target=_weeks_at_target([week for week, _ in weeks]),
        best_week=by_mean[-1][0] if len(weeks) > 1 else None,
        worst_week=by_mean[0][0] if len(weeks) > 1 else None,
        direction=direction_of([mcg for _, mcg in weeks]),
    )


def split(period: Period, by: By) -> list[Period]:
    """The days of a period one by one, or as the parts of ISO weeks or calendar months."""
    keys: dict[By, Callable[[DaySummary], Any]] = {
        By.DAY: lambda day: day.day,
        By.WEEK: lambda day: IsoWeek.of(day.day),
        By.MONTH: lambda day: CalendarMonth.of(day.day),
    }
    groups = groupby(period.days, keys[by])
    return [Period(period.person, tuple(days)) for _, days in groups]


def direction_of(means: Sequence[Decimal]) -> Direction:
    """The direction of a series in order of time, by the Mann-Kendall test at 5 %.

    It counts the pairs in which the later value is higher, minus those in which it is lower;
    single huge values cannot sway it. Source: Mann 1945, Econometrica 13:245; Kendall 1975.
    """
    count = len(means)
    if count < FEWEST_WEEKS:
        return Direction.TOO_SHORT
    score = sum((later > earlier) - (later < earlier) for earlier, later in combinations(means, 2))
    ties = [len(list(group)) for _, group in groupby(sorted(means))]
    variance = (_spread(count) - sum(_spread(tied) for tied in ties)) / 18
    # One less than the score: it moves in steps of two, so that the normal curve, which knows no
    # steps, is compared with the middle of a step (continuity correction; Kendall 1975).
    if variance == 0 or (abs(score) - 1) / math.sqrt(variance) < SIGNIFICANT_Z:
        return Direction.NO_CLEAR
    return Direction.RISING if score > 0 else Direction.FALLING


def _spread(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)


def _days_at_target(period: Period) -> Share:
    reached = [
        (day.total.best or Decimal(0)) >= day.target.mcg
        for day in period.recorded
        if day.target is not None
    ]
    return Share(sum(reached), len(reached))


def _weeks_at_target(weeks: Sequence[Period]) -> Share:
    compared = [(week.mean.best, week.mean_target_mcg) for week in weeks]
    reached = [mean >= target for mean, target in compared if mean is not None and target]
    return Share(sum(reached), len(reached))
