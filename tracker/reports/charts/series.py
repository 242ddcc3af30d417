"""Puts together what a picture of the trend shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from tracker.nutrition.absorption.estimate import DayEstimate, absorbed_of
from tracker.nutrition.absorption.model.oral import AbsorbedRange
from tracker.nutrition.absorption.verdict import Obstacle
from tracker.nutrition.diary.intake import Period
from tracker.nutrition.diary.timeline import Timeline
from tracker.nutrition.diary.trends import By, statistics_of
from tracker.reports.charts.absorbed_panel import AbsorbedSeries
from tracker.reports.charts.timeline import TimelineFigure
from tracker.reports.charts.trend import Trend
from tracker.reports.diary.buckets import buckets
from tracker.reports.diary.frames import intake_means, rolling_means

NOT_FOR_INFANTS = "Not estimated: the model of absorption does not hold for infants."
NOT_WITH_FACTORS = "Not estimated: the profile names a condition that can impair absorption."


def trend_of(
    with_lead_in: Period, estimates: Sequence[DayEstimate], first_day: date, by: By
) -> Trend:
    """The trend from `first_day` on; the period before it completes the first means."""
    period = with_lead_in.since(first_day)
    return Trend(
        period=period,
        statistics=statistics_of(period),
        by=by,
        buckets=tuple(buckets(period, by)) if by is not By.DAY else (),
        seven_day_means=tuple(intake_means(with_lead_in, 7, first_day)),
        four_week_means=tuple(intake_means(with_lead_in, 28, first_day)),
        absorbed=absorbed_series(with_lead_in, estimates, first_day),
    )


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


def timeline_figure(
    timeline: Timeline, estimates: Sequence[DayEstimate], recovery_from: date | None
) -> TimelineFigure:
    """What a picture of the timeline shows."""
    with_lead_in, first_day = timeline.with_lead_in, timeline.first_day
    return TimelineFigure(
        timeline=timeline,
        four_week_means=tuple(intake_means(with_lead_in, 28, first_day)),
        absorbed=absorbed_series(with_lead_in, estimates, first_day),
        recovery_from=recovery_from,
    )
