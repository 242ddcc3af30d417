"""Stacked bars of intake against a target, on a scale that large doses do not flatten.

The scale is linear from zero. A bar that goes beyond it is cut by a white zigzag; the stub above
shows what the rest is made of, not how much it is, and the whole amount stands above in figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from statistics import median

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle
from matplotlib.ticker import MaxNLocator

from tracker.reports.charts.page import Page
from tracker.reports.charts.style import (
    BODY,
    FAINT,
    FILLS,
    HAIRLINE,
    INK,
    NO_RECORD,
    PAPER,
    SMALL,
    SMALL_STRONG,
    STRONG,
    Fill,
)
from tracker.reports.charts.text import fitting_size
from tracker.reports.numbers import spaced

LEAST_TARGETS = Decimal("2.5")
MOST_TARGETS = Decimal(6)
"""The scale reaches at least 2.5 targets and at most 6: the target stays a sixth of its height."""

BAR_WIDTH = 0.64
LABEL_ROOM = 17.0
BREAK_GAP = 7.0
STUB = 13.0
TOOTH = 2.6


class State(Enum):
    """What is known of a column."""

    KNOWN = "known"
    NOT_KNOWN = "not known"
    NO_RECORD = "no record"


@dataclass(frozen=True)
class Column:
    """A bar: its place in days, its parts in µg (one for each of `FILLS`) and its target."""

    place: float
    parts: tuple[Decimal, Decimal, Decimal]
    label: str
    target_mcg: Decimal | None
    state: State = State.KNOWN
    name: str = ""

    @property
    def mcg(self) -> Decimal:
        """The height of the whole bar in µg."""
        return sum(self.parts, Decimal(0))

    @property
    def food_mcg(self) -> Decimal:
        """The height of what came from food: all parts but the last."""
        return self.mcg - self.parts[-1]


@dataclass(frozen=True)
class Scale:
    """Linear from 0 to `top_mcg`; with `cut`, some bars go beyond."""

    top_mcg: Decimal
    cut: bool

    @classmethod
    def of(cls, columns: Sequence[Column]) -> Scale:
        """The scale on which both the target and the ordinary days can be read."""
        reference = _reference(columns)
        amounts = [amount for column in columns for amount in (column.mcg, column.food_mcg)]
        whole = [amount for amount in amounts if amount <= reference * MOST_TARGETS]
        top = max([reference * LEAST_TARGETS, *whole])
        return cls(top, any(amount > top for amount in amounts))

    @property
    def ticks(self) -> list[Decimal]:
        """The amounts in µg at which the scale is marked."""
        values = MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]).tick_values(0, float(self.top_mcg))
        # The locator counts in floats: rounded, three steps of 0.1 are 0.3.
        marks = [Decimal(str(round(float(value), 6))) for value in values]
        return [mark for mark in marks if 0 <= mark <= self.top_mcg]

    def tick_text(self, tick: Decimal) -> str:
        """A mark in figures, with as many decimals as its neighbours."""
        if tick == 0:
            return "0"
        exponents = [int(one.normalize().as_tuple().exponent) for one in self.ticks]
        return spaced(tick.quantize(Decimal(1).scaleb(min(0, *exponents))))


def _reference(columns: Sequence[Column]) -> Decimal:
    targets = [column.target_mcg for column in columns if column.target_mcg]
    if targets:
        return max(targets)
    amounts = [column.mcg for column in columns if column.mcg]
    return median(amounts) if amounts else Decimal(1)


@dataclass
class BarChart:
    """Where the bars stand on a page, in points, and on which scale."""

    page: Page
    scale: Scale
    left: float
    top: float
    width: float
    height: float
    first: float
    last: float

    def __post_init__(self) -> None:
        self.axes: Axes = self.page.axes(self.left, self.top, self.width, self.height)
        self.axes.set_xlim(self.first, self.last)
        self.axes.set_ylim(0, self._mcg(self.height))

    def x(self, place: float) -> float:
        """A place among the bars in points from the left of the page."""
        return self.left + self.width * (place - self.first) / (self.last - self.first)

    def y(self, mcg: float) -> float:
        """An amount in µg in points from the top of the page."""
        return self.top + self.height - mcg / self._mcg(1)

    def _mcg(self, points: float) -> float:
        """How many µg a height in points stands for."""
        room = LABEL_ROOM + (BREAK_GAP + STUB if self.scale.cut else 0)
        return points * float(self.scale.top_mcg) / (self.height - room)

    def draw_grid(self) -> None:
        """Draws the marks of the scale, and the baseline."""
        for tick in self.scale.ticks:
            style = (INK, 0.8, 2.5) if tick == 0 else (HAIRLINE, 0.6, 0.5)
            colour, thickness, order = style
            self.axes.axhline(float(tick), color=colour, linewidth=thickness, zorder=order)
            label = fitting_size(self.scale.tick_text(tick), SMALL, self.left - self.page.left)
            y = self.y(float(tick)) + 2.5
            self.page.write(self.left - 6, y, self.scale.tick_text(tick), label, "right")

    def draw(self, column: Column) -> None:
        """Draws a bar with its amount above, or an empty slot that says why it is empty."""
        if column.state is not State.KNOWN:
            self._draw_slot(column)
            return
        bottom = 0.0
        for fill, part in zip(FILLS, column.parts, strict=True):
            height = min(float(part), float(self.scale.top_mcg) - bottom)
            if height > 0:
                self._fill(column, bottom, height, fill, f"bar:{column.name}:{fill.label}")
                bottom += height
        if column.mcg > self.scale.top_mcg:
            self._draw_break(column)
        self._write_label(column)

    def _fill(self, column: Column, bottom: float, height: float, fill: Fill, gid: str) -> None:
        self.axes.add_patch(
            Rectangle(
                (column.place - BAR_WIDTH / 2, bottom),
                BAR_WIDTH,
                height,
                facecolor=fill.face,
                edgecolor=INK,
                linewidth=0.5,
                hatch=fill.hatch,
                hatchcolor=fill.hatch_colour,
                gid=gid,
                zorder=2,
            )
        )

    def _draw_break(self, column: Column) -> None:
        """A stub for what lies beyond the scale, and the zigzag that parts it from the rest."""
        top = float(self.scale.top_mcg)
        beyond = _kinds_beyond(column, self.scale.top_mcg)
        share = self._mcg(STUB + BREAK_GAP) / len(beyond)
        for number, fill in enumerate(beyond):
            gid = f"stub:{column.name}:{fill.label}"
            self._fill(column, top + number * share, share, fill, gid)
        # Teeth reach up to the end of the scale: the white hides the edges that meet there.
        lower = self._zigzag(column.place, top - self._mcg(TOOTH + 0.6))
        upper = self._zigzag(column.place, top + self._mcg(0.9))
        gap = Polygon(np.vstack([lower, upper[::-1]]), facecolor=PAPER, zorder=3)
        gap.set_gid(f"break:{column.name}")
        self.axes.add_patch(gap)
        for edge in (lower, upper):
            self.axes.plot(edge[:, 0], edge[:, 1], color=INK, linewidth=0.9, zorder=3.1)

    def _zigzag(self, place: float, y: float) -> np.ndarray:
        teeth = 6
        overhang = BAR_WIDTH / 2 + 0.05
        x = np.linspace(place - overhang, place + overhang, 2 * teeth + 1)
        return np.column_stack([x, y + self._mcg(TOOTH) * (np.arange(2 * teeth + 1) % 2)])

    def _write_label(self, column: Column) -> None:
        cut = column.mcg > self.scale.top_mcg
        style = fitting_size(column.label, STRONG, self.x(1) - self.x(0) - 8)
        height = self._bar_end(column)
        baseline = self.y(height) - 3.5
        if column.target_mcg is not None and not cut:
            line = self.y(float(column.target_mcg))
            # A label that the target line would cross goes above that line.
            if baseline - style.size - 1 < line < baseline + 2.5:
                baseline = line - 3.5
        self.page.write(self.x(column.place), baseline, column.label, style, "center")

    def _bar_end(self, column: Column) -> float:
        if column.mcg <= self.scale.top_mcg:
            return float(column.mcg)
        return float(self.scale.top_mcg) + self._mcg(STUB + BREAK_GAP)

    def _draw_slot(self, column: Column) -> None:
        """An outlined slot in place of a bar: nothing is known, which is not zero."""
        hatch = NO_RECORD.hatch if column.state is State.NO_RECORD else ""
        self.axes.add_patch(
            Rectangle(
                (column.place - BAR_WIDTH / 2, 0),
                BAR_WIDTH,
                float(self.scale.top_mcg),
                facecolor=NO_RECORD.face,
                edgecolor=FAINT,
                linestyle=(0, (3, 2)),
                linewidth=0.8,
                hatch=hatch,
                hatchcolor=NO_RECORD.hatch_colour,
                gid=f"slot:{column.name}",
                zorder=1,
            )
        )
        middle = self.y(float(self.scale.top_mcg) * 0.72)
        for offset, word in zip((-1.5, 8), column.state.value.split(" ", 1), strict=True):
            text = self.page.write(self.x(column.place), middle + offset, word, SMALL, "center")
            text.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 1.2})

    def draw_target(self, columns: Sequence[Column], gid: str = "target") -> None:
        """Draws the targets of neighbouring columns as one line with steps."""
        if not any(column.target_mcg for column in columns):
            return
        values = [float(column.target_mcg or np.nan) for column in columns]
        edges = [columns[0].place - 0.5, *(column.place + 0.5 for column in columns)]
        line = self.axes.stairs(values, edges, baseline=None, color=INK, linewidth=1.3, zorder=4)
        line.set_linestyle((0, (5, 1.6)))
        line.set_gid(gid)

    def write_foot(self, column: Column, lines: Sequence[str], *, emphasis: bool = False) -> None:
        """Writes what a column stands for under it."""
        y = self.top + self.height + 12
        for number, line in enumerate(lines):
            style = (STRONG if emphasis else BODY) if number == 0 else SMALL
            size = fitting_size(line, style, self.x(1) - self.x(0) - 2)
            self.page.write(self.x(column.place), y + 10 * number, line, size, "center")


def _kinds_beyond(column: Column, top_mcg: Decimal) -> list[Fill]:
    """The fills of which some part lies beyond the scale."""
    reached = Decimal(0)
    beyond = []
    for fill, part in zip(FILLS, column.parts, strict=True):
        reached += part
        if part and reached > top_mcg:
            beyond.append(fill)
    return beyond


def write_target_label(chart: BarChart, target_mcg: Decimal, lines: Sequence[str]) -> None:
    """Writes what the target line is beside its right end."""
    y = chart.y(float(target_mcg)) - 1
    for number, line in enumerate(lines):
        style = SMALL_STRONG if number == 0 else SMALL
        chart.page.write(chart.left + chart.width + 5, y + 9 * number, line, style, width=46)
