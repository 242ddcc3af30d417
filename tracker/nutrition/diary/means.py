"""Means of a run of days, where they stand beside the target, and the targets that applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.nutrition.amounts import IntakeTotal, PercentRange
from tracker.nutrition.diary.intake import DaySummary, Period
from tracker.nutrition.people.targets import Target


class BesideTarget(StrEnum):
    """Where an intake stands beside the target; it is never called deficient or inadequate."""

    NO_TARGET = "no target applies"
    REACHED = "at or above the target"
    KNOWN_PART_BELOW = "known part below the target"
    BELOW = "below the target"


@dataclass(frozen=True)
class PeriodMean:
    """Means in µg over the recorded days; with `total.not_known` above zero they are "at least"."""

    days: int
    total: IntakeTotal
    food_not_known: int
    food_bound_mcg: Decimal
    fortified_mcg: Decimal
    supplements_mcg: Decimal
    target_mcg: Decimal | None

    @property
    def food_mcg(self) -> Decimal:
        """What came from food, fortified or not."""
        return self.food_bound_mcg + self.fortified_mcg

    @property
    def best_mcg(self) -> Decimal:
        """The mean of the best values."""
        return self.total.best or Decimal(0)

    @property
    def percent(self) -> PercentRange:
        """The mean in percent of the mean target."""
        return self.total.percent_of(self.target_mcg)

    @property
    def beside_the_target(self) -> BesideTarget:
        """Where the mean stands; below with a part not known, only that the known part is below."""
        share = self.percent.best
        if share is None:
            return BesideTarget.NO_TARGET
        if share >= 100:
            return BesideTarget.REACHED
        is_known = not self.total.not_known
        return BesideTarget.BELOW if is_known else BesideTarget.KNOWN_PART_BELOW


def mean_of(period: Period) -> PeriodMean | None:
    """The means over the recorded days, or `None` if nothing in them is known.

    What is not known adds nothing to a mean; the upper end is open where that of a day is.
    """
    days = period.recorded
    if period.mean.best is None:
        return None
    return PeriodMean(
        days=len(days),
        total=period.mean,
        food_not_known=sum(day.food.not_known for day in period.days),
        food_bound_mcg=_mean(days, lambda day: day.food_bound_mcg),
        fortified_mcg=_mean(days, lambda day: day.fortified_mcg),
        supplements_mcg=_mean(days, lambda day: day.supplements.best or Decimal(0)),
        target_mcg=period.mean_target_mcg,
    )


@dataclass(frozen=True)
class TargetRun:
    """Neighbouring days with one target, or with none, which a `TargetSpan` never is."""

    first_day: date
    last_day: date
    target: Target | None


def target_runs(days: Iterable[DaySummary]) -> list[TargetRun]:
    """The targets of days in their order."""
    runs: list[TargetRun] = []
    for day in days:
        if runs and runs[-1].target == day.target:
            runs[-1] = TargetRun(runs[-1].first_day, day.day, day.target)
        else:
            runs.append(TargetRun(day.day, day.day, day.target))
    return runs


def _mean(days: Sequence[DaySummary], amount: Callable[[DaySummary], Decimal]) -> Decimal:
    return sum((amount(day) for day in days), Decimal(0)) / len(days)
