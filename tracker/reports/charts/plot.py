"""Lines and bands on a grid, with linear or logarithmic axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from matplotlib.axes import Axes

from tracker.reports.charts.page import Page
from tracker.reports.charts.style import HAIRLINE, INK, SMALL

LABEL_ROOM = 34.0


@dataclass
class Plot:
    """A plotting area on a page, in points, from `first` to `last` on either axis."""

    page: Page
    left: float
    top: float
    width: float
    height: float
    across: tuple[float, float]
    upward: tuple[float, float]
    log: bool = False

    def __post_init__(self) -> None:
        self.axes: Axes = self.page.axes(self.left, self.top, self.width, self.height)
        if self.log:
            self.axes.set_xscale("log")
            self.axes.set_yscale("log")
            # A change of scale puts the ticks of the new one back.
            self.axes.set_axis_off()
        self.axes.set_xlim(*self.across)
        self.axes.set_ylim(*self.upward)

    def x(self, value: float) -> float:
        """A value of the level axis in points from the left of the page."""
        return self.left + self.width * _share(value, self.across, log=self.log)

    def y(self, value: float) -> float:
        """A value of the upright axis in points from the top of the page."""
        return self.top + self.height * (1 - _share(value, self.upward, log=self.log))

    def draw_grid(
        self,
        across: Sequence[tuple[float, str]],
        upward: Sequence[tuple[float, str]],
        titles: tuple[str, str],
    ) -> None:
        """Draws marks with their labels, and what each axis shows."""
        for value, label in across:
            self.axes.axvline(value, color=HAIRLINE, linewidth=0.6, zorder=0.5)
            self.page.write(self.x(value), self.top + self.height + 12, label, SMALL, "center")
        for value, label in upward:
            self.axes.axhline(value, color=HAIRLINE, linewidth=0.6, zorder=0.5)
            self.page.write(self.left - 6, self.y(value) + 2.5, label, SMALL, "right")
        self.axes.axhline(self.upward[0], color=INK, linewidth=0.8, zorder=2.5)
        level, upright = titles
        end = self.top + self.height + 24
        self.page.write(self.left + self.width, end, level, SMALL, "right")
        self.page.write(self.left - LABEL_ROOM + 6, self.top - 10, upright, SMALL)


def _share(value: float, ends: tuple[float, float], *, log: bool) -> float:
    first, last = ends
    if log:
        return log10(value / first) / log10(last / first)
    return (value - first) / (last - first)
