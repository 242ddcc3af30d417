"""A week in words: its means, its targets and the description that goes with the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.language.names import printable
from tracker.nutrition.amounts import IntakeTotal, PercentRange, percent
from tracker.nutrition.diary.intake import DaySummary, Period
from tracker.nutrition.people.targets import Target
from tracker.reports.numbers import (
    NO_RECORD,
    UNKNOWN,
    counted,
    days_text,
    kind_text,
    long_date,
    mcg_text,
    percentage,
    standard_name,
)


@dataclass(frozen=True)
class WeekMean:
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
    def at_least(self) -> str:
        """`at least ` where a part of the week is not known."""
        return "at least " if self.total.not_known else ""


def week_mean(period: Period) -> WeekMean | None:
    """The means of a week, or `None` if nothing in it is known."""
    days = period.recorded
    if period.mean.best is None:
        return None
    return WeekMean(
        days=len(days),
        total=period.mean,
        food_not_known=sum(day.food.not_known for day in period.days),
        food_bound_mcg=_mean(days, lambda day: day.food_bound_mcg),
        fortified_mcg=_mean(days, lambda day: day.fortified_mcg),
        supplements_mcg=_mean(days, lambda day: day.supplements.best or Decimal(0)),
        target_mcg=period.mean_target_mcg,
    )


def _mean(days: list[DaySummary], amount: Callable[[DaySummary], Decimal]) -> Decimal:
    return sum((amount(day) for day in days), Decimal(0)) / len(days)


def verdict(mean: WeekMean) -> str:
    """Where the mean stands; an intake is never called deficient or inadequate."""
    share = mean.percent.best
    if share is None:
        return "no target applies"
    if share >= 100:
        return "at or above the target"
    return "known part below the target" if mean.total.not_known else "below the target"


@dataclass(frozen=True)
class TargetRun:
    """Neighbouring days of a week with one target, or with none."""

    first_day: date
    last_day: date
    target: Target | None


def target_runs(days: Iterable[DaySummary]) -> list[TargetRun]:
    """The targets of a week in the order of its days."""
    runs: list[TargetRun] = []
    for day in days:
        if runs and runs[-1].target == day.target:
            runs[-1] = TargetRun(runs[-1].first_day, day.day, day.target)
        else:
            runs.append(TargetRun(day.day, day.day, day.target))
    return runs


def target_text(target: Target | None) -> str:
    """`2.4 µg a day, RDA for 19-30 years (IOM 1998, US and Canada)`."""
    if target is None:
        return "none: the standard has no reference intake for this age"
    kind = kind_text(target.kind)
    standard = standard_name(target.standard)
    return f"{mcg_text(target.mcg)} a day, {kind} for {target.label} ({standard})"


def week_title(period: Period) -> str:
    """The title of the picture."""
    return f"Vitamin B12, week {period.week}: {printable(period.person.name)}"


def week_description(period: Period) -> str:
    """The whole report in words, for readers of the screen and for search."""
    dates = days_text(period.first_day, period.last_day)
    opening = f"Vitamin B12 diary of {printable(period.person.name)}, week {period.week}, {dates}."
    days = " ".join(_day_sentence(day) for day in period.days)
    closing = "Recorded intake, an estimate from a diary; no medical advice."
    return "\n".join([opening, *_target_sentences(period), days, _mean_sentence(period), closing])


def _target_sentences(period: Period) -> list[str]:
    runs = target_runs(period.days)
    if len(runs) == 1:
        return [f"Target: {target_text(runs[0].target)}."]
    return [f"Target from {long_date(run.first_day)}: {target_text(run.target)}." for run in runs]


def _day_sentence(day: DaySummary) -> str:
    if not day.recorded:
        return f"{long_date(day.day)}: {NO_RECORD}."
    total = day.total
    if total.best is None:
        return f"{long_date(day.day)}: {UNKNOWN}."
    least = "at least " if total.not_known else ""
    share = "" if day.percent.best is None else f", {percentage(day.percent.best)} of the target"
    return f"{long_date(day.day)}: {least}{mcg_text(total.best)}{share}."


def _mean_sentence(period: Period) -> str:
    mean = week_mean(period)
    if not period.recorded:
        return "No day of this week has a record; that is unknown, not zero."
    if mean is None:
        return "No amount of this week is known."
    days = counted(mean.days, "recorded day")
    sentence = f"Mean over {days}: {mean.at_least}{mcg_text(mean.best_mcg)} a day"
    if mean.target_mcg is not None:
        sentence += f", {percentage(mean.percent.best)} of the target, {verdict(mean)}"
    if mean.supplements_mcg:
        share = percent(mean.food_mcg, mean.target_mcg)
        of_target = "" if share is None else f", {percentage(share)} of the target"
        sentence += f"; from food alone {mcg_text(mean.food_mcg)}{of_target}"
    return sentence + "."
