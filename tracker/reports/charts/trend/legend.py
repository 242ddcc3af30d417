"""What the signs of a panel stand for, in a row above its right end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.lines import Line2D

from tracker.reports.charts.page import Page
from tracker.reports.charts.style import INK, NO_RECORD, SMALL
from tracker.reports.charts.text import width_of
from tracker.reports.charts.time_axis import Panel

SAMPLE = 17.0
GAP = 12.0


@dataclass(frozen=True)
class Sample:
    """A sign and its name: a marker, a line (colour, thickness, dashes) or the hatch of gaps."""

    name: str
    marker: str = ""
    fill: str = ""
    line: tuple[str, float, str] | None = None
    hatched: bool = False


def draw_legend(panel: Panel, samples: Sequence[Sample]) -> None:
    """Draws the samples in a row that ends with the panel."""
    page, y = panel.page, panel.top - 6
    x = page.right
    for sample in reversed(samples):
        x -= width_of(sample.name, SMALL)
        page.write(x, y, sample.name, SMALL)
        x -= 4 + _sample_width(sample)
        _draw_sample(page, x, y, sample)
        x -= GAP


def _sample_width(sample: Sample) -> float:
    return 7.0 if sample.marker else SAMPLE


def _draw_sample(page: Page, x: float, y: float, sample: Sample) -> None:
    if sample.hatched:
        page.swatch(x, y + 1, NO_RECORD, SAMPLE, 7.5)
        return
    height = 1 - (y - 2.5) / page.full_height
    ends = [x / page.full_width, (x + _sample_width(sample)) / page.full_width]
    style: dict[str, Any]
    if sample.line is not None:
        colour, thickness, dashes = sample.line
        style = {"color": colour, "linewidth": thickness, "solid_capstyle": "butt"}
        style["linestyle"] = (0, (5, 1.6)) if dashes == "--" else "-"
    else:
        ends = [sum(ends) / 2]
        style = {
            "marker": sample.marker,
            "markersize": 4.2,
            "markerfacecolor": sample.fill,
            "markeredgecolor": INK,
            "markeredgewidth": 0.7,
            "linestyle": "none",
        }
    page.figure.add_artist(Line2D(ends, [height] * len(ends), **style))
