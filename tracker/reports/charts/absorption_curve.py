"""The curve of the absorption model against the points that were measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from tracker.nutrition.absorption.model.oral import (
    HIGH,
    LIKELY,
    LOW,
    MEASURED_POINTS,
    MeasuredPoint,
    absorbed_from_single_dose,
)
from tracker.reports.charts.page import Page
from tracker.reports.charts.plot import Plot
from tracker.reports.charts.png import save_atomically
from tracker.reports.charts.style import (
    BLUE,
    BODY,
    INK,
    KICKER,
    NAME,
    ORANGE,
    PALE_BLUE,
    PAPER,
    QUIET,
    SMALL,
    SMALL_STRONG,
    house_style,
)
from tracker.reports.figures import estimate_text

TITLE = "Estimated absorption of one oral dose of vitamin B12"
_DOSES = [float(dose) for dose in np.geomspace(0.5, 2000, 161)]
_MARKS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_LEVELS = (0.2, 0.5, 1, 2, 5, 10, 20)
_NOTES = (
    "One crystalline dose in one absorption window. The band runs from the cautious to the "
    "generous set of parameters.",
    "The measurements disagree with each other, and the likely set lies below those of 500 and "
    "1000 µg: it is the cautious reading.",
    "An estimate for people who absorb normally, worth two significant figures at most; no "
    "medical advice.",
)


def write_curve(path: Path) -> None:
    """Writes the plot as a PNG, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    save_atomically(draw_curve(), path, TITLE, curve_description())


def draw_curve() -> Figure:
    """The three curves, the measured points and the sources of both."""
    with house_style():
        page = Page()
        page.write(page.left, 52, "Vitamin B12 · the model of absorption", KICKER)
        page.write(page.left, 79, "How much of one dose is absorbed", NAME, width=page.width)
        plot = Plot(page, page.left + 34, 124, page.width - 40, 380, (0.5, 2000), (0.2, 30), True)
        plot.draw_grid(
            [(dose, f"{dose:g}") for dose in _MARKS],
            [(level, f"{level:g}") for level in _LEVELS],
            ("dose, µg", "absorbed, µg"),
        )
        _draw_sets(plot)
        _draw_points(plot)
        y = _write_sources(page, 562)
        for number, note in enumerate(_NOTES):
            page.write(page.left, y + 16 + 10 * number, note, SMALL, width=page.width)
    return page.figure


def curve_description() -> str:
    """The picture in words."""
    doses = (1.0, 10.0, 100.0, 1000.0)
    sentences = [f"{TITLE}: an estimate."]
    for dose in doses:
        likely = estimate_text(absorbed_from_single_dose(dose).likely)
        sentences.append(f"Of {dose:g} µg about {likely} µg.")
    points = "; ".join(
        f"{point.absorbed_mcg:g} µg of {point.dose_mcg:g} ({point.source})"
        for point in MEASURED_POINTS
    )
    return " ".join(sentences) + f" Measured: {points}."


def _draw_sets(plot: Plot) -> None:
    curve = [absorbed_from_single_dose(dose) for dose in _DOSES]
    low, likely = [one.low for one in curve], [one.likely for one in curve]
    high = [one.highest_known for one in curve]
    plot.axes.fill_between(_DOSES, low, high, color=PALE_BLUE, alpha=0.6, linewidth=0, zorder=1)
    plot.axes.plot(_DOSES, low, color=BLUE, linewidth=0.8, linestyle=(0, (4, 2)), gid="low")
    plot.axes.plot(_DOSES, high, color=BLUE, linewidth=0.8, linestyle=(0, (1, 1.5)), gid="high")
    plot.axes.plot(_DOSES, likely, color=BLUE, linewidth=2, gid="likely")


def _draw_points(plot: Plot) -> None:
    for source, marker, face in zip(_sources(), ("o", "s"), (ORANGE, PAPER), strict=True):
        points = _points_of(source)
        plot.axes.plot(
            [point.dose_mcg for point in points],
            [point.absorbed_mcg for point in points],
            linestyle="",
            marker=marker,
            markersize=6,
            markerfacecolor=face,
            markeredgecolor=INK,
            markeredgewidth=0.9,
            zorder=5,
            gid=f"measured:{source}",
        )


def _write_sources(page: Page, top: float) -> float:
    """The key of the plot: each set and each measurement with its source."""
    y = top
    for parameters, look in ((LOW, "dashed line"), (LIKELY, "thick line"), (HIGH, "dotted line")):
        name = f"{parameters.name} ({look})"
        figures = (
            f"V {parameters.capacity_mcg:g} µg, f0 {parameters.slope:g}, "
            f"p {100 * parameters.passive_share:g} %"
        )
        page.write(page.left, y, name, BODY)
        page.write(page.left + 112, y, figures, BODY)
        page.write(page.left, y + 10, parameters.source, QUIET, width=page.width)
        y += 26
    for source, look in zip(_sources(), ("filled circles", "open squares"), strict=True):
        page.write(page.left, y, look, SMALL_STRONG)
        page.write(page.left + 112, y, f"measured: {source}", BODY, width=page.width - 112)
        y += 13
    return y


def _sources() -> list[str]:
    return list(dict.fromkeys(point.source for point in MEASURED_POINTS))


def _points_of(source: str) -> Sequence[MeasuredPoint]:
    return [point for point in MEASURED_POINTS if point.source == source]
