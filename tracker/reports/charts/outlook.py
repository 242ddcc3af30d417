"""The body's store over years, under the present regimen and under none."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from tracker.language.names import printable
from tracker.nutrition.absorption.coverage import Coverage
from tracker.nutrition.absorption.model.body_stores import LOWEST_POOL_IN_HEALTH_MCG, Course
from tracker.nutrition.absorption.outlook import Outlook
from tracker.reports.absorption.outlook import OUTLOOK_CAVEATS, as_now, course_text
from tracker.reports.charts.page import Page
from tracker.reports.charts.plot import Plot
from tracker.reports.charts.png import save_atomically
from tracker.reports.charts.style import (
    BLUE,
    BODY,
    HEADING,
    INK,
    KICKER,
    LONG_NAME,
    NAME,
    ORANGE,
    PALE_BLUE,
    QUIET,
    SMALL,
    house_style,
)
from tracker.reports.charts.text import one_line, width_of

PANEL_HEIGHT = 236.0
PALE_ORANGE = "#f6d9a0"


def write_outlook(outlook: Outlook, path: Path) -> None:
    """Writes the outlook as a PNG, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    figure = draw_outlook(outlook)
    title = f"Vitamin B12, the store over years: {printable(outlook.coverage.person.name)}"
    said = (
        f"With {as_now(outlook)} {course_text(outlook.present)}. "
        f"With nothing absorbed {course_text(outlook.none)}. " + " ".join(OUTLOOK_CAVEATS)
    )
    save_atomically(figure, path, title, said)


def draw_outlook(outlook: Outlook) -> Figure:
    """Two panels, each a band with its likely line, and the caveats below."""
    with house_style():
        page = Page()
        page.write(page.left, 52, "Vitamin B12 · outlook", KICKER)
        name = one_line(outlook.coverage.person.name)
        style = NAME if width_of(name, NAME) <= page.width else LONG_NAME
        page.write(page.left, 79, name, style, width=page.width)
        page.write(page.left, 97, _based_on(outlook.coverage), BODY, width=page.width)
        present = f"As now: {as_now(outlook)}"
        _draw_panel(page, 130, present, outlook.present, (BLUE, PALE_BLUE))
        _draw_panel(page, 440, "With nothing absorbed", outlook.none, (ORANGE, PALE_ORANGE))
        for number, caveat in enumerate(OUTLOOK_CAVEATS):
            page.write(page.left, 760 + 11 * number, caveat, QUIET, width=page.width)
    return page.figure


def _based_on(coverage: Coverage) -> str:
    what = "the schedules" if coverage.planned else "the recorded days"
    days = f"{coverage.period.first_day} to {coverage.period.last_day}"
    return f"The body's store over years, an estimate from {what}, {days}"


def _draw_panel(
    page: Page, top: float, title: str, course: Course, colours: tuple[str, str]
) -> None:
    page.write(page.left, top, title, HEADING)
    page.write(page.left, top + 12, one_line(course_text(course)), SMALL, width=page.width)
    years = course.pool[-1].years
    top_mg = 1.08 * max(point.high_mcg for point in course.pool) / 1000
    plot = Plot(
        page,
        page.left + 34,
        top + 38,
        page.width - 40,
        PANEL_HEIGHT - 30,
        (0, years),
        (0, top_mg),
    )
    plot.draw_grid(_marks(years), _marks(top_mg), ("years", "store, mg"))
    _draw_band(plot, course, colours)


def _marks(end: float) -> list[tuple[float, str]]:
    """Round numbers from 0 to `end`, a handful."""
    values = MaxNLocator(nbins=7, steps=[1, 2, 5, 10], integer=True).tick_values(0, end)
    return [(float(value), f"{value:g}") for value in values if 0 <= value <= end]


def _draw_band(plot: Plot, course: Course, colours: tuple[str, str]) -> None:
    line, fill = colours
    years = [point.years for point in course.pool]
    low = [point.low_mcg / 1000 for point in course.pool]
    likely = [point.likely_mcg / 1000 for point in course.pool]
    high = [point.high_mcg / 1000 for point in course.pool]
    plot.axes.fill_between(years, low, high, color=fill, alpha=0.7, linewidth=0, zorder=1)
    plot.axes.plot(years, likely, color=line, linewidth=2, gid="likely", zorder=3)
    lowest = LOWEST_POOL_IN_HEALTH_MCG / 1000
    plot.axes.axhline(lowest, color=INK, linewidth=1, linestyle=(0, (5, 1.6)), zorder=4)
    label = "lowest seen in health"
    text = plot.page.write(plot.left + plot.width - 4, plot.y(lowest) - 3, label, SMALL, "right")
    text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 0.8, "alpha": 0.8})
