"""The table of a week's days in figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.nutrition.intake import DaySummary, Period
from tracker.reports.charts.page import Page
from tracker.reports.charts.style import (
    BODY,
    FAINT,
    HEADING,
    QUIET,
    SMALL,
    STRONG,
    Align,
    TypeStyle,
)
from tracker.reports.charts.text import fitting_size
from tracker.reports.charts.week_words import WeekMean, week_mean
from tracker.reports.numbers import (
    NO_RECORD,
    NONE_SHOWN,
    amount,
    amount_text,
    day_name,
    percentage,
    range_text,
    short_date,
    total_text,
)

ROW = 14.0


@dataclass(frozen=True)
class _Field:
    """A column: its heading, and its right end in points from the left margin."""

    heading: str
    end: float
    width: float


_FIELDS = (
    _Field("total", 118, 50),
    _Field("range", 197, 72),
    _Field("target", 238, 36),
    _Field("of target", 290, 47),
    _Field("food-bound", 343, 48),
    _Field("fortified", 388, 44),
    _Field("supplements", 445, 50),
    _Field("unknown", 487, 32),
)


def draw_table(page: Page, top: float, period: Period) -> float:
    """Draws the days of a week below `top`, and returns where the table ends."""
    page.write(page.left, top, "Day by day", HEADING)
    page.write(page.left + 66, top, "µg, best values", SMALL)
    y = top + 16
    for field in _FIELDS:
        page.write(page.left + field.end, y, field.heading, SMALL, "right")
    page.rule(y + 4.5, FAINT)
    for day in period.days:
        y += ROW
        _write_day(page, y, day)
    mean = week_mean(period)
    if mean is not None:
        page.rule(y + 4.5, FAINT)
        y += ROW
        _write_row(page, y, "Mean", _mean_cells(mean), STRONG)
    return y


def _write_day(page: Page, y: float, day: DaySummary) -> None:
    name = f"{day_name(day.day)} {short_date(day.day)}"
    if day.recorded:
        _write_row(page, y, name, _day_cells(day), BODY)
    else:
        page.write(page.left, y, name, QUIET)
        page.write(page.left + _FIELDS[0].end, y, NO_RECORD, QUIET, "right")


def _write_row(page: Page, y: float, name: str, cells: Sequence[str], style: TypeStyle) -> None:
    page.write(page.left, y, name, style)
    for field, cell in zip(_FIELDS, cells, strict=True):
        emphasis = STRONG if field.heading in {"total", "of target"} else style
        _write_cell(page, page.left + field.end, y, cell, emphasis, field.width)


def _write_cell(
    page: Page,
    x: float,
    y: float,
    text: str,
    style: TypeStyle,
    width: float,
    align: Align = "right",
) -> None:
    shown = QUIET if text in {NONE_SHOWN, "0"} else style
    page.write(x, y, text, fitting_size(text, shown, width), align)


def _day_cells(day: DaySummary) -> list[str]:
    known = day.total.best is not None
    return [
        total_text(day.total),
        range_text(day.total),
        amount(day.target.mcg) if day.target else NONE_SHOWN,
        _share(day.percent.best, day.total.not_known),
        amount_text(day.food_bound_mcg) if known else NONE_SHOWN,
        amount_text(day.fortified_mcg) if known else NONE_SHOWN,
        amount_text(day.supplements.best or Decimal(0)) if known else NONE_SHOWN,
        f"{day.total.not_known} of {len(day.intakes)}" if day.total.not_known else NONE_SHOWN,
    ]


def _mean_cells(mean: WeekMean) -> list[str]:
    return [
        total_text(mean.total),
        range_text(mean.total),
        amount(mean.target_mcg) if mean.target_mcg else NONE_SHOWN,
        _share(mean.percent.best, mean.total.not_known),
        amount_text(mean.food_bound_mcg),
        amount_text(mean.fortified_mcg),
        amount_text(mean.supplements_mcg),
        str(mean.total.not_known) if mean.total.not_known else NONE_SHOWN,
    ]


def _share(percent: Decimal | None, not_known: int) -> str:
    return f"≥ {percentage(percent)}" if not_known and percent else percentage(percent)
