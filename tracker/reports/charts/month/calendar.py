"""A calendar of days: how far each reaches towards its target, and the mean of each row.

A row is a week, or a month where the weeks would be too many; its mean stands beside it. The
tints rise in darkness with the share of the target, so that they read the same without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from tracker.language.days import WEEKDAY_NAMES
from tracker.language.months import MONTH_NAMES
from tracker.nutrition.diary.intake import DaySummary, IntakeKind, Period
from tracker.nutrition.diary.trends import By, split
from tracker.reports.charts.page import Page
from tracker.reports.charts.style import (
    BODY,
    FAINT,
    HEADING,
    INK,
    NO_RECORD,
    PAPER,
    SMALL,
    STRONG,
    Fill,
    TypeStyle,
)
from tracker.reports.charts.text import fitting_size, width_of
from tracker.reports.numbers import (
    amount_text,
    percentage,
    total_cell,
)

MOST_WEEKS = 53
TALLEST_ROW = 56.0
ROWS_WITH_FIGURES = 20.0
"""The least height of a row, in points, in which the figures of days can be read."""

LABEL_WIDTH = 44.0
BESIDE_WIDTH = 144.0


@dataclass(frozen=True)
class Tint:
    """The tint of days that reach less than `below` percent of their target."""

    below: int | None
    label: str
    face: str
    ink: str = INK


TINTS = (
    Tint(50, "below 50 %", "#f0f6fb"),
    Tint(100, "50-99 %", "#cde3f3"),
    Tint(200, "100-199 %", "#86bde0"),
    Tint(1000, "200-999 %", "#2e83ba", PAPER),
    Tint(None, "1000 % and more", "#0a3f68", PAPER),
)


def tint_of(percent: Decimal) -> Tint:
    """The tint of a share of the target."""
    return next(tint for tint in TINTS if tint.below is None or percent < tint.below)


@dataclass(frozen=True)
class Calendar:
    """Where the rows and cells of a calendar stand, in points."""

    page: Page
    top: float
    row: float
    columns: int
    by: By

    @property
    def cell_width(self) -> float:
        """The width of a cell."""
        return (self.page.width - LABEL_WIDTH - BESIDE_WIDTH) / self.columns

    def x(self, column: float) -> float:
        """The left edge of a column."""
        return self.page.left + LABEL_WIDTH + column * self.cell_width

    def y(self, row: float) -> float:
        """The upper edge of a row."""
        return self.top + row * self.row

    def column_of(self, day: DaySummary) -> int:
        """The column of a day: its weekday, or its day of the month."""
        return day.day.weekday() if self.by is By.WEEK else day.day.day - 1


def rows_by(period: Period) -> By:
    """What a row of the calendar is."""
    return By.WEEK if len(split(period, By.WEEK)) <= MOST_WEEKS else By.MONTH


def draw_rows(page: Page, top: float, bottom: float, period: Period) -> None:
    """Draws the rows between `top` and `bottom`."""
    by = rows_by(period)
    rows = split(period, by)
    height = min(TALLEST_ROW, (bottom - top) / len(rows))
    calendar = Calendar(page, top, height, 7 if by is By.WEEK else 31, by)
    axes = page.axes(0, 0, page.full_width, page.full_height)
    axes.set_xlim(0, page.full_width)
    # Upside down: places on a page count from its top.
    axes.set_ylim(page.full_height, 0)
    _draw_heads(calendar)
    for number, row in enumerate(rows):
        for day in row.days:
            _draw_day(axes, calendar, number, day)
        _write_row(calendar, number, row, rows[number - 1] if number else None)


def _draw_heads(calendar: Calendar) -> None:
    names: Sequence[str] = [name[:3] for name in WEEKDAY_NAMES]
    if calendar.by is By.MONTH:
        names = [str(number) if number % 5 == 0 or number == 1 else "" for number in range(1, 32)]
    for column, name in enumerate(names):
        calendar.page.write(calendar.x(column + 0.5), calendar.top - 5, name, SMALL, "center")
    beside = calendar.x(calendar.columns) + BESIDE_WIDTH
    for place, name in ((87.0, "mean µg"), (38.0, "of target"), (0.0, "days")):
        calendar.page.write(beside - place, calendar.top - 5, name, SMALL, "right")


def _draw_day(axes: Axes, calendar: Calendar, row: int, day: DaySummary) -> None:
    face, ink, hatch = _look(day)
    column = calendar.column_of(day)
    gap = min(1.0, calendar.row / 10)
    patch = Rectangle(
        (calendar.x(column) + gap, calendar.y(row) + gap),
        calendar.cell_width - 2 * gap,
        calendar.row - 2 * gap,
        facecolor=face,
        edgecolor=FAINT,
        linewidth=0.4,
        hatch=hatch,
        hatchcolor=NO_RECORD.hatch_colour,
        gid=f"day:{day.day}",
    )
    axes.add_patch(patch)
    if calendar.row >= ROWS_WITH_FIGURES and calendar.by is By.WEEK:
        _write_day(axes, calendar, row, day, ink)


def _look(day: DaySummary) -> tuple[str, str, str]:
    """Face, ink and hatch of a day."""
    if not day.recorded:
        return PAPER, INK, NO_RECORD.hatch
    if day.percent.best is None:
        return PAPER, INK, ""
    tint = tint_of(day.percent.best)
    return tint.face, tint.ink, ""


def _write_day(axes: Axes, calendar: Calendar, row: int, day: DaySummary, ink: str) -> None:
    page, column = calendar.page, calendar.column_of(day)
    left, top = calendar.x(column), calendar.y(row)
    page.write(left + 4, top + 9, str(day.day.day), TypeStyle(6.5, colour=ink))
    if day.recorded:
        style = TypeStyle(8.5, "bold", ink)
        figure = total_cell(day.total)
        size = fitting_size(figure, style, calendar.cell_width - 6)
        middle = top + calendar.row * 0.62 + 3
        page.write(left + calendar.cell_width / 2, middle, figure, size, "center")
    if any(one.kind is IntakeKind.SUPPLEMENT for one in day.intakes):
        place = (left + calendar.cell_width - 6, top + 6.5)
        axes.add_patch(Circle(place, 1.9, facecolor=ink, linewidth=0, gid=f"taken:{day.day}"))


def _write_row(calendar: Calendar, number: int, row: Period, before: Period | None) -> None:
    page, y = calendar.page, calendar.y(number + 0.5) + 2.8
    style = _in_row(SMALL, calendar.row)
    label = str(row.week)[5:]
    if calendar.by is By.MONTH:
        label = f"{MONTH_NAMES[row.first_day.month - 1][:3]} {row.first_day.year}"
    elif calendar.row < ROWS_WITH_FIGURES:
        is_new = before is None or before.last_day.month != row.last_day.month
        label = f"{MONTH_NAMES[row.last_day.month - 1][:3]} {row.last_day.year}" if is_new else ""
    page.write(page.left, y, label, style)
    end = calendar.x(calendar.columns) + BESIDE_WIDTH
    recorded = f"{len(row.recorded)} of {len(row.days)}"
    mean, target = row.mean.best, row.mean_target_mcg
    least = "≥ " if row.not_known else ""
    if mean is not None:
        text = page.write(
            end - 87, y, least + amount_text(mean), _in_row(STRONG, calendar.row), "right"
        )
        text.set_gid(f"mean:{row.first_day}")
        share = least + percentage(mean * 100 / target) if target else ""
        size = fitting_size(share, _in_row(BODY, calendar.row), 44)
        page.write(end - 38, y, share, size, "right")
    page.write(end, y, recorded, style, "right")


def _in_row(style: TypeStyle, height: float) -> TypeStyle:
    """The style made small enough for a row."""
    return TypeStyle(min(style.size, height * 0.95), style.weight, style.colour)


def draw_legend(page: Page, top: float, period: Period) -> None:
    """Draws what the tints stand for."""
    page.write(page.left, top, "Intake by day", HEADING)
    page.write(page.left + 80, top, "µg, best values; dot: a supplement was taken", SMALL)
    samples = [*((tint.label, Fill(tint.label, tint.face, "", PAPER)) for tint in TINTS)]
    if len(period.recorded) < len(period.days):
        samples.append(("no record", NO_RECORD))
    y = top + 12
    x = page.left
    for label, fill in samples:
        page.swatch(x, y + 1, fill, 11, 7)
        page.write(x + 14, y, label, SMALL)
        x += 14 + width_of(label, SMALL) + 11
    page.write(x, y, "of the target", SMALL)
