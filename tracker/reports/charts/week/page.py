"""The weekly report: one A4 page that can be printed, or sent to a dietitian."""

from __future__ import annotations

from tracker.nutrition.absorption.estimate import Estimates
from tracker.nutrition.amounts import percent
from tracker.nutrition.diary.intake import Period
from tracker.nutrition.diary.means import PeriodMean, mean_of
from tracker.reports.charts.layout import (
    BETWEEN_COLUMNS,
    SummaryCell,
    draw_foot,
    draw_heading,
    draw_summary,
    foot_top,
)
from tracker.reports.charts.page import Page
from tracker.reports.charts.sheet import Sheet
from tracker.reports.charts.style import house_style
from tracker.reports.charts.week.days import draw_days
from tracker.reports.charts.week.estimates import ROOM, draw_estimates
from tracker.reports.charts.week.lists import draw_contributions, draw_supplements
from tracker.reports.charts.week.table import draw_table
from tracker.reports.charts.week.words import week_description, week_title
from tracker.reports.numbers import (
    NONE_SHOWN,
    amount_text,
    counted,
    mcg_text,
    percentage,
    range_cell,
)

LISTS_HEIGHT = 104.0
"""Points of what contributed and of the supplements, two lists side by side."""

TABLE_HEIGHT = 152.0
"""Points from the head of the table to the lists below it."""

FOOT = (
    "Amounts are recorded intake, not what was absorbed. A range shows how far sources and "
    "labels leave an amount open.",
    "Percentages are of this person's target, which is meant for the mean over time; they are "
    "not Daily Values (%DV) of labels.",
)


def draw_week(period: Period, estimates: Estimates | None = None) -> Sheet:
    """The report of a week on an A4 page, with what was absorbed where it is estimated."""
    foot = _foot(period)
    with house_style():
        page = Page()
        lists_top = foot_top(page, foot) - LISTS_HEIGHT
        table_top = lists_top - TABLE_HEIGHT - (ROOM if estimates is not None else 0)
        y = draw_heading(page, "Vitamin B12 · weekly report", period, f"Week {period.week}")
        y = draw_summary(page, y + 9, _summary(period))
        draw_days(page, y + 24, table_top, period)
        y = draw_table(page, table_top, period, estimates)
        if estimates is not None:
            draw_estimates(page, y + 15, estimates)
        half = (page.width - BETWEEN_COLUMNS) / 2
        draw_contributions(page, page.left, lists_top, half, period)
        draw_supplements(page, page.left + half + BETWEEN_COLUMNS, lists_top, half, period)
        draw_foot(page, foot)
    return Sheet(page.figure, week_title(period), week_description(period, estimates))


def _foot(period: Period) -> list[str]:
    notes = [target.note.capitalize() + "." for target in period.targets if target.note]
    return [*FOOT, *notes[:1]]


def _summary(period: Period) -> list[SummaryCell]:
    """Four figures: the mean, its share of the target, the part of food, the days."""
    if not period.recorded:
        remark = "A day without a record is unknown, not zero."
        return [SummaryCell("", "No record this week", (remark,))]
    return _summary_cells(period, mean_of(period))


def _summary_cells(period: Period, mean: PeriodMean | None) -> list[SummaryCell]:
    recorded = len(period.recorded)
    missing = len(period.days) - recorded
    without = (
        (f"{missing} without a record:", "unknown, not zero") if missing else ("all recorded",)
    )
    days = SummaryCell("days recorded", f"{recorded} of {len(period.days)}", without)
    if mean is None:
        empty = ("mean a day", "of the target", "from food alone")
        unknown = ("no amount is known",)
        return [*(SummaryCell(label, NONE_SHOWN, unknown) for label in empty), days]
    least, food_least = _least(mean.total.not_known), _least(mean.food_not_known)
    share = percentage(mean.percent.best)
    return [
        SummaryCell("mean a day", least + mcg_text(mean.best_mcg), _mean_remarks(mean)),
        SummaryCell("of the target", least + share, _target_remarks(mean)),
        SummaryCell("from food alone", food_least + mcg_text(mean.food_mcg), _food_remarks(mean)),
        days,
    ]


def _least(not_known: int) -> str:
    return "≥ " if not_known else ""


def _food_remarks(mean: PeriodMean) -> tuple[str, ...]:
    left_out = "supplements left out" if mean.supplements_mcg else "no B12 from supplements"
    share = percent(mean.food_mcg, mean.target_mcg)
    if share is None:
        return (left_out,)
    return (f"{_least(mean.food_not_known)}{percentage(share)} of the target", left_out)


def _mean_remarks(mean: PeriodMean) -> tuple[str, ...]:
    over = f"over {counted(mean.days, 'recorded day')}"
    spread = range_cell(mean.total)
    is_new = amount_text(mean.best_mcg) not in {spread, spread.removeprefix("at least ")}
    return (over, f"range {spread}") if is_new else (over,)


def _target_remarks(mean: PeriodMean) -> tuple[str, ...]:
    stands = mean.beside_the_target.value
    if mean.target_mcg is None:
        return (stands,)
    return (stands, f"of {mcg_text(mean.target_mcg)} a day")
