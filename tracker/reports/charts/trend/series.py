"""Estimates of absorption day by day, as the panel that shows them takes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from tracker.nutrition.absorption.estimate import DayEstimate, absorbed_of
from tracker.nutrition.absorption.model.oral import AbsorbedRange
from tracker.nutrition.absorption.verdict import Obstacle
from tracker.nutrition.diary.intake import Period
from tracker.reports.charts.trend.absorbed import AbsorbedSeries
from tracker.reports.diary.frames import rolling_means

NOT_FOR_INFANTS = "Not estimated: the model of absorption does not hold for infants."
NOT_WITH_FACTORS = "Not estimated: the profile names a condition that can impair absorption."


def absorbed_series(
    with_lead_in: Period, estimates: Sequence[DayEstimate], first_day: date
) -> AbsorbedSeries:
    """Estimates day by day from `first_day` on; none where nothing of a day is known."""
    days = [day.day for day in with_lead_in.days]
    known = [absorbed_of(day, one) for day, one in zip(with_lead_in.days, estimates, strict=True)]
    start = days.index(first_day)

    def mean(amount: Callable[[AbsorbedRange], float]) -> list[float | None]:
        amounts = [None if one is None else amount(one) for one in known]
        return rolling_means(days, amounts, 7, first_day)

    return AbsorbedSeries(
        likely=[None if one is None else one.likely for one in known[start:]],
        low_mean=mean(lambda absorbed: absorbed.low),
        likely_mean=mean(lambda absorbed: absorbed.likely),
        high_mean=mean(lambda absorbed: absorbed.highest_known),
        need=[one.need_mcg if one.is_assessed else None for one in estimates[start:]],
        reason=_reason(estimates[start:]),
    )


def _reason(estimates: Sequence[DayEstimate]) -> str:
    """Why there is no estimate for any of the days; empty where there is one."""
    if any(one.is_assessed for one in estimates):
        return ""
    return NOT_FOR_INFANTS if estimates[-1].obstacle is Obstacle.INFANT else NOT_WITH_FACTORS
