"""A plot in the terminal: bars of text that fit its width, with axis, target and gaps.

Where a supplement towers over the food, the scale is logarithmic above 1 µg, so that 0.3 and
2000 µg can both be read. A plot with more bars than columns goes on in the next strip.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.reports.diary.buckets import Bucket

HEIGHT = 10
AXIS = 8
NARROWEST = 24
WIDEST_BAR = 6
LARGEST_LINEAR = 5
"""In targets: beyond it a linear scale would flatten the days without a supplement."""

_TICKS = [digit * 10**power for power in range(-1, 7) for digit in (1, 2, 5)]


@dataclass(frozen=True)
class Signs:
    """The characters of a plot."""

    bar: str
    tops: str
    target: str
    reached: str
    no_record: str
    not_known: str
    axis: str
    corner: str
    line: str


UNICODE = Signs("█", "▁▂▃▄▅▆▇█", "─", "┼", "·", "?", "┤", "└", "─")
PLAIN = Signs("#", ":::::::#", "-", "+", ".", "?", "|", "+", "-")


@dataclass(frozen=True)
class Scale:
    """From an amount in µg to rows above the axis."""

    top_mcg: float
    logarithmic: bool

    @classmethod
    def of(cls, bars: Sequence[Bucket]) -> Scale:
        """The scale for bars and their targets."""
        amounts = [one.mean_mcg for one in bars if one.mean_mcg is not None]
        targets = [one.mean_target_mcg for one in bars if one.mean_target_mcg is not None]
        top = max([*amounts, *(target * 1.25 for target in targets), 1.0])
        reference = max(targets, default=top)
        return cls(top, top > reference * LARGEST_LINEAR)

    def rows(self, mcg: float) -> float:
        """How many rows an amount reaches up, as a fraction."""
        return HEIGHT * self._place(mcg) / self._place(self.top_mcg)

    def _place(self, mcg: float) -> float:
        if not self.logarithmic or mcg <= 1:
            return mcg
        return 1 + math.log10(mcg)

    def labels(self) -> dict[int, str]:
        """The rows that are labelled, counted from the axis, with their amounts."""
        labels: dict[int, str] = {}
        ticks = _TICKS if self.logarithmic else [self._step() * number for number in range(1, 20)]
        for tick in ticks:
            row = math.ceil(self.rows(tick)) - 1
            if tick <= self.top_mcg and {row - 1, row, row + 1}.isdisjoint(labels):
                labels[row] = f"{tick:g}" if tick < 1e6 else f"{tick:.0f}"
        return labels

    def _step(self) -> float:
        return next((tick for tick in _TICKS if self.top_mcg / tick <= 5), 1.0)


def plot_lines(bars: Sequence[Bucket], width: int, *, unicode: bool) -> list[str]:
    """The plot as lines, none longer than `width` characters."""
    signs = UNICODE if unicode else PLAIN
    room = max(width, NARROWEST) - AXIS
    scale = Scale.of(bars)
    strips = [bars[start : start + room] for start in range(0, len(bars), room)]
    size = max(1, min(WIDEST_BAR, room // max(len(bars), 1)))
    return [line for strip in strips for line in _strip(strip, scale, size, room, signs)]


def legend(bars: Sequence[Bucket], *, unicode: bool) -> str:
    """What the characters of a plot stand for, as far as they occur in it."""
    signs = UNICODE if unicode else PLAIN
    parts = []
    if any(one.mean_target_mcg is not None for one in bars):
        parts.append(f"{signs.target} target, {signs.reached} where it is reached")
    if any(not one.recorded_days for one in bars):
        parts.append(f"{signs.no_record} no record")
    if any(one.recorded_days and one.mean_mcg is None for one in bars):
        parts.append(f"{signs.not_known} not known")
    if Scale.of(bars).logarithmic:
        parts.append("logarithmic above 1 µg")
    return "µg a day: " + "; ".join(parts)


def _strip(bars: Sequence[Bucket], scale: Scale, size: int, room: int, signs: Signs) -> list[str]:
    labels = scale.labels()
    lines = []
    for row in reversed(range(HEIGHT)):
        label = labels.get(row, "")
        cells = "".join(_cell(one, row, scale, size, signs) for one in bars)
        lines.append(f"{label:>{AXIS - 2}} {signs.axis if label else ' '}{cells}".rstrip())
    base = signs.line * (size * len(bars))
    return [*lines, f"{'0':>{AXIS - 2}} {signs.corner}{base}", _days(bars, size, room)]


def _cell(one: Bucket, row: int, scale: Scale, size: int, signs: Signs) -> str:
    """One bar in one row; its last column stays free where bars are wide enough."""
    gap = "" if size == 1 else " "
    target = one.mean_target_mcg
    if target is not None and math.ceil(scale.rows(target)) - 1 == row:
        return (signs.reached if one.reaches_target else signs.target) * size
    if one.mean_mcg is None:
        sign = signs.not_known if one.recorded_days else signs.no_record
        return (sign if row == 0 else " ") * (size - len(gap)) + gap
    if row == 0 and one.mean_mcg == 0:
        return "0".center(size - len(gap)) + gap
    return _bar(scale.rows(one.mean_mcg) - row, signs) * (size - len(gap)) + gap


def _bar(filled: float, signs: Signs) -> str:
    """A cell of a bar that is filled so far; a trace shows as well."""
    if filled <= 0:
        return " "
    eighths = min(8, max(1, round(filled * 8)))
    return signs.bar if eighths == 8 else signs.tops[eighths - 1]


def _days(bars: Sequence[Bucket], size: int, room: int) -> str:
    """The first days of bars under the axis, as many as fit."""
    line = " " * (AXIS)
    for number, one in enumerate(bars):
        place = AXIS + number * size
        text = one.first_day.isoformat()
        if place >= len(line) + (2 if number else 0) and place + len(text) <= AXIS + max(room, 10):
            line = line.ljust(place) + text
    return line
