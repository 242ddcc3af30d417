"""The table of a week's days in figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.nutrition.absorption.estimate import DayEstimate, Estimates
from tracker.nutrition.diary.intake import DaySummary, Period
from tracker.nutrition.diary.means import PeriodMean, mean_of
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
from tracker.reports.figures import estimate_text
from tracker.reports.numbers import (
    NO_RECORD,
    NONE_SHOWN,
    amount,
    amount_text,
    day_name,
    percentage,
    range_cell,
    short_date,
    total_cell,
)

ROW = 14.0


@dataclass(frozen=True)
class _Field:
    """A column: its heading, and its right end in points from the left margin."""

    heading: str
    end: float
    width: float


_FIELDS = (
    _Field("total", 108, 46),
    _Field("range", 172, 60),
    _Field("target", 202, 27),
    _Field("of target", 246, 41),
    _Field("food-bound", 295, 46),
    _Field("fortified", 335, 37),
    _Field("supplements", 389, 51),
    _Field("unknown", 428, 35),
)
_ABSORBED = _Field("absorbed, est.", 487, 54)


def draw_table(page: Page, top: float, period: Period, estimates: Estimates | None = None) -> float:
    """Draws the days of a week below `top`, and returns where the table ends."""
    page.write(page.left, top, "Day by day", HEADING)
    page.write(page.left + 66, top, "µg, best values", SMALL)
    y = top + 16
    for field in _FIELDS:
        page.write(page.left + field.end, y, field.heading, SMALL, "right")
    if estimates is not None:
        page.write(page.left + _ABSORBED.end, y, _ABSORBED.heading, SMALL, "right")
    page.rule(y + 4.5, FAINT)
    for day in period.days:
        y += ROW
        _write_day(page, y, day)
        if estimates is not None:
            absorbed = _absorbed(estimates.on(day.day))
            _write_cell(page, page.left + _ABSORBED.end, y, absorbed, BODY, _ABSORBED.width)
    mean = mean_of(period)
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
        total_cell(day.total),
        range_cell(day.total),
        amount(day.target.mcg) if day.target else NONE_SHOWN,
        _share(day.percent.best, day.total.not_known),
        amount_text(day.food_bound_mcg) if known else NONE_SHOWN,
        amount_text(day.fortified_mcg) if known else NONE_SHOWN,
        amount_text(day.supplements.best or Decimal(0)) if known else NONE_SHOWN,
        f"{day.total.not_known} of {len(day.intakes)}" if day.total.not_known else NONE_SHOWN,
    ]


def _mean_cells(mean: PeriodMean) -> list[str]:
    return [
        total_cell(mean.total),
        range_cell(mean.total),
        amount(mean.target_mcg) if mean.target_mcg else NONE_SHOWN,
        _share(mean.percent.best, mean.total.not_known),
        amount_text(mean.food_bound_mcg),
        amount_text(mean.fortified_mcg),
        amount_text(mean.supplements_mcg),
        str(mean.total.not_known) if mean.total.not_known else NONE_SHOWN,
    ]


def _absorbed(day: DayEstimate) -> str:
    if day.obstacle is not None:
        return NONE_SHOWN
    return estimate_text(day.absorbed.likely) if day.recorded or day.absorbed.likely else ""


def _share(percent: Decimal | None, not_known: int) -> str:
    is_at_least = not_known and percent is not None
    return f"≥ {percentage(percent)}" if is_at_least else percentage(percent)
