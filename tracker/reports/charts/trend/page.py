"""The trend: intake day by day with its means and target, and the estimate of what was absorbed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tracker.language.names import printable
from tracker.nutrition.absorption.estimate import DayEstimate
from tracker.nutrition.diary.intake import Period
from tracker.nutrition.diary.trends import By, Statistics, statistics_of
from tracker.reports.charts.layout import draw_foot, draw_heading, draw_summary, foot_top
from tracker.reports.charts.page import Page
from tracker.reports.charts.sheet import Sheet
from tracker.reports.charts.style import A4_HEIGHT, A4_WIDTH, BLUE, INK, ORANGE, PAPER, house_style
from tracker.reports.charts.time_axis import Panel, stages
from tracker.reports.charts.trend.absorbed import AbsorbedSeries, draw_absorbed
from tracker.reports.charts.trend.days import FOUR_WEEKS, draw_days
from tracker.reports.charts.trend.legend import Sample, draw_legend
from tracker.reports.charts.trend.series import absorbed_series
from tracker.reports.charts.trend.statistics import summary_cells
from tracker.reports.diary.buckets import Bucket, buckets
from tracker.reports.diary.frames import intake_means
from tracker.reports.diary.statistics import statistics_lines
from tracker.reports.numbers import counted

ABOVE, BETWEEN, BELOW = 34.0, 28.0, 32.0
"""Points above, between and below the two panels."""

INTAKE_SHARE = 0.7
SEVEN_DAYS = {"color": BLUE, "linewidth": 1.3, "zorder": 3.2}


@dataclass(frozen=True)
class Trend:
    """What the figure shows: days, what a point stands for, means over the days before each."""

    period: Period
    statistics: Statistics
    by: By
    buckets: tuple[Bucket, ...]
    seven_day_means: tuple[float | None, ...]
    four_week_means: tuple[float | None, ...]
    absorbed: AbsorbedSeries


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


def draw_trend(trend: Trend) -> Sheet:
    """The trend on a landscape page."""
    with house_style():
        page = Page(A4_HEIGHT, A4_WIDTH)
        top = _draw_heading(page, trend)
        foot = _foot(trend)
        room = foot_top(page, foot) - top - ABOVE - BETWEEN - BELOW
        panel = Panel(page, top + ABOVE, room * INTAKE_SHARE, _ends(trend))
        _draw_intake(panel, trend)
        below = panel.top + panel.height + BETWEEN
        absorbed = Panel(page, below, room * (1 - INTAKE_SHARE), _ends(trend))
        draw_absorbed(absorbed, trend.period, trend.absorbed)
        absorbed.draw_days()
        draw_foot(page, foot)
    words = [_title(trend) + ".", *statistics_lines(trend.statistics)]
    return Sheet(page.figure, _title(trend), "\n".join(words))


def _title(trend: Trend) -> str:
    first, last = trend.period.first_day, trend.period.last_day
    return f"Vitamin B12, {first} to {last}: {printable(trend.period.person.name)}"


def _ends(trend: Trend) -> tuple[date, date]:
    return trend.period.first_day, trend.period.last_day


def _draw_heading(page: Page, trend: Trend) -> float:
    days = counted(len(trend.period.days), "day")
    y = draw_heading(page, "Vitamin B12 · trend", trend.period, days)
    return draw_summary(page, y + 9, summary_cells(trend.statistics))


def _draw_intake(panel: Panel, trend: Trend) -> None:
    period = trend.period
    targets = [float(day.target.mcg) if day.target else None for day in period.days]
    wide = panel.set_scale(_amounts(trend), max([one for one in targets if one], default=2.4))
    panel.draw_stages(stages([(day.day, day.target) for day in period.days]))
    panel.draw_gaps([day.day for day in period.days if not day.recorded])
    panel.draw_grid_of_days()
    if trend.by is By.DAY:
        draw_days(panel, period.days)
    else:
        _draw_buckets(panel, trend.buckets)
    first = panel.first_day.toordinal()
    places = np.arange(first, first + len(period.days))
    for means, gid, style in (
        (trend.four_week_means, "mean of 28 days", FOUR_WEEKS),
        (trend.seven_day_means, "mean of 7 days", SEVEN_DAYS),
    ):
        known = [np.nan if mean is None else mean for mean in means]
        panel.axes.plot(places, known, gid=gid, **style)  # type: ignore[arg-type]
    panel.draw_steps(targets, "target")
    detail = "µg a day, best values" + (", scale logarithmic above 1 µg" if wide else "")
    panel.title("Intake", detail)
    draw_legend(panel, _samples(trend))


def _amounts(trend: Trend) -> list[float]:
    amounts = [float(day.total.best) for day in trend.period.days if day.total.best is not None]
    if trend.by is not By.DAY:
        amounts = [one.mean_mcg for one in trend.buckets if one.mean_mcg is not None]
    means = [mean for mean in trend.seven_day_means if mean is not None]
    return [*amounts, *means]


def _draw_buckets(panel: Panel, buckets: Sequence[Bucket]) -> None:
    """Draws the mean of each week or month as a bar as wide as its days."""
    known = [one for one in buckets if one.mean_mcg is not None]
    for one in known:
        panel.axes.plot(
            [one.first_day.toordinal() - 0.4, one.last_day.toordinal() + 0.4],
            [one.mean_mcg or 0.0] * 2,
            color=INK,
            linewidth=2.2,
            solid_capstyle="butt",
            gid=f"mean:{one.first_day}",
            zorder=3.4,
        )


def _samples(trend: Trend) -> list[Sample]:
    days = trend.period.recorded
    samples: list[Sample] = []
    if trend.by is By.DAY:
        if any(day.supplements.best for day in days):
            samples.append(Sample("with a supplement", marker="o", fill=INK))
        samples.append(Sample("food alone", marker="o", fill=PAPER))
        if any(day.total.not_known and day.total.best is not None for day in days):
            samples.append(Sample("at least", marker="^", fill=PAPER))
        if any(day.total.best is None for day in days):
            samples.append(Sample("not known", marker="x", fill=INK))
    else:
        samples.append(Sample(f"mean of a {trend.by}", line=(INK, 2.2, "-")))
    samples += [
        Sample("mean of 7 days", line=(BLUE, 1.3, "-")),
        Sample("of 28 days", line=(ORANGE, 2.6, "-")),
        Sample("target", line=(INK, 1.2, "--")),
    ]
    if len(days) < len(trend.period.days):
        samples.append(Sample("no record", hatched=True))
    return samples


def _foot(trend: Trend) -> list[str]:
    lines = [
        "Means are over recorded days of the 7 or 28 days that end with each day; a day without a "
        "record is unknown and counts in none of them.",
        "The target is that of each day; it is meant for the mean over time, not as a daily pass "
        "or fail.",
    ]
    if any(day.total.not_known for day in trend.period.days):
        lines.append("At least: some of what was recorded is of unknown content, counted as none.")
    if trend.absorbed.reason == "":
        lines.append(
            "Absorbed is a model's estimate for people who absorb normally; the need is half of "
            "the target."
        )
    return lines
