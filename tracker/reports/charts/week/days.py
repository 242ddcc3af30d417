"""The bars of a week's days, and apart from them the bar of their mean."""

from __future__ import annotations

from decimal import Decimal

from tracker.nutrition.diary.intake import DaySummary, Period
from tracker.nutrition.diary.means import PeriodMean, mean_of
from tracker.reports.charts.page import Page
from tracker.reports.charts.style import FILLS, HEADING, SMALL
from tracker.reports.charts.text import width_of
from tracker.reports.charts.week.bars import BarChart, Column, Scale, State, write_target_label
from tracker.reports.numbers import amount, counted, day_name, short_date, total_cell

MEAN_PLACE = 7.3


def draw_days(page: Page, top: float, end: float, period: Period) -> None:
    """Draws the bars from `top` to `end`, with what they mean."""
    days = [_day_column(number, day) for number, day in enumerate(period.days)]
    mean = mean_of(period)
    means = [_mean_column(mean)] if mean else []
    scale = Scale.of([*days, *means])
    captions = _captions(scale, period)
    last = MEAN_PLACE + 0.5 if means else len(days) - 0.5
    height = end - 27 - top - 26 - 34 - 9.5 * len(captions)
    chart = BarChart(page, scale, page.left + 28, top + 26, page.width - 76, height, -0.5, last)
    _draw_legend(page, top)
    chart.draw_grid()
    chart.draw_target(days)
    chart.draw_target(means, gid="mean target")
    for column in (*days, *means):
        chart.draw(column)
    _write_feet(chart, days, period)
    if mean:
        chart.write_foot(means[0], ["Mean", counted(mean.days, "day")], emphasis=True)
    _write_target_label(chart, period)
    for number, caption in enumerate(captions):
        page.write(page.left, chart.top + height + 37 + 9.5 * number, caption, SMALL)


def _day_column(number: int, day: DaySummary) -> Column:
    state = State.KNOWN if day.recorded else State.NO_RECORD
    if day.recorded and day.total.best is None:
        state = State.NOT_KNOWN
    supplements = day.supplements.best or Decimal(0)
    return Column(
        place=number,
        parts=(day.food_bound_mcg, day.fortified_mcg, supplements),
        label=total_cell(day.total),
        target_mcg=day.target.mcg if day.target else None,
        state=state,
        name=day.day.isoformat(),
    )


def _mean_column(mean: PeriodMean) -> Column:
    parts = (mean.food_bound_mcg, mean.fortified_mcg, mean.supplements_mcg)
    label = total_cell(mean.total)
    return Column(MEAN_PLACE, parts, label, mean.target_mcg, name="mean")


def _write_feet(chart: BarChart, columns: list[Column], period: Period) -> None:
    for column, day in zip(columns, period.days, strict=True):
        chart.write_foot(column, [day_name(day.day), short_date(day.day)])


def _write_target_label(chart: BarChart, period: Period) -> None:
    amounts = list(dict.fromkeys(target.mcg for target in period.targets))
    if not amounts:
        return
    mean = mean_of(period)
    place = mean.target_mcg if mean and mean.target_mcg else amounts[-1]
    figures = "–".join(amount(mcg) for mcg in (min(amounts), max(amounts))[: len(amounts)])
    write_target_label(chart, place, ["target", f"{figures} µg"])


def _draw_legend(page: Page, top: float) -> None:
    page.write(page.left, top, "Intake by day", HEADING)
    page.write(page.left + 80, top, "µg a day, best values", SMALL)
    x = page.right
    for fill in reversed(FILLS):
        x -= width_of(fill.label, SMALL)
        page.write(x, top, fill.label, SMALL)
        page.swatch(x - 20, top + 1, fill)
        x -= 34


def _captions(scale: Scale, period: Period) -> list[str]:
    captions = []
    if scale.cut:
        captions.append(
            "A bar broken by a zigzag runs far beyond the scale: read its amount from the figure "
            "above it, not from its height."
        )
    if any(day.total.not_known and day.total.best is not None for day in period.days):
        captions.append("≥: some of what was recorded is of unknown content and is not counted.")
    return captions
