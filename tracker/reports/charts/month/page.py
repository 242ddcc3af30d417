"""A month, or any run of days, on one page with a calendar."""

from __future__ import annotations

from tracker.errors import TrackerError
from tracker.language.names import printable
from tracker.nutrition.diary.intake import Period
from tracker.nutrition.diary.trends import By, Statistics, split, statistics_of
from tracker.reports.charts.layout import (
    BETWEEN_COLUMNS,
    draw_foot,
    draw_heading,
    draw_summary,
    foot_top,
)
from tracker.reports.charts.month.calendar import draw_legend, draw_rows, rows_by
from tracker.reports.charts.month.supplements import draw_supplement_days
from tracker.reports.charts.page import Page
from tracker.reports.charts.sheet import Sheet
from tracker.reports.charts.style import (
    house_style,
)
from tracker.reports.charts.trend.statistics import summary_cells
from tracker.reports.charts.week.lists import draw_contributions
from tracker.reports.diary.statistics import statistics_lines
from tracker.reports.numbers import mcg_text

MOST_MONTHS = 66
LISTS_HEIGHT = 104.0

FOOT = (
    "A mean is over the recorded days of a row; a day without a record is unknown, not zero. Rows "
    "at the edges hold only the days shown.",
    "Percentages are of the target of each day, which is meant for the mean over time.",
)


def draw_month(period: Period) -> Sheet:
    """A month as a calendar on an A4 page."""
    return _draw(period, "Vitamin B12 · monthly report")


def draw_days(period: Period) -> Sheet:
    """A run of days as a calendar on an A4 page.

    Raises:
        TrackerError: too many days for a page.
    """
    if len(split(period, By.MONTH)) > MOST_MONTHS:
        raise TrackerError(
            f"a page holds {MOST_MONTHS} months: give fewer days, or draw them with `b12 timeline`"
        )
    return _draw(period, "Vitamin B12 · report")


def _draw(period: Period, kicker: str) -> Sheet:
    statistics = statistics_of(period)
    with house_style():
        page = Page()
        y = draw_heading(page, kicker, period)
        top = draw_summary(page, y + 9, summary_cells(statistics)) + 24
        lists = foot_top(page, FOOT) - LISTS_HEIGHT
        draw_legend(page, top, period)
        draw_rows(page, top + 33, lists - 26, period)
        half = (page.width - BETWEEN_COLUMNS) / 2
        draw_contributions(page, page.left, lists, half, period, "µg in all")
        draw_supplement_days(page, page.left + half + BETWEEN_COLUMNS, lists, half, period)
        draw_foot(page, FOOT)
    return Sheet(page.figure, _title(period), _description(period, statistics))


def _title(period: Period) -> str:
    return f"Vitamin B12, {period.first_day} to {period.last_day}: {printable(period.person.name)}"


def _description(period: Period, statistics: Statistics) -> str:
    """The page in words: the statistics, and each row."""
    rows = [
        f"{row.first_day} to {row.last_day}: {'at least ' if row.not_known else ''}"
        f"{mcg_text(row.mean.best)} a recorded day."
        for row in split(period, rows_by(period))
        if row.mean.best is not None
    ]
    return "\n".join([_title(period) + ".", *statistics_lines(statistics), *rows])
