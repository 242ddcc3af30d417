"""Panels of blood tests: results in the unit that was printed, beside the cut-offs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.nutrition.health.blood_tests import Bound, LabResult
from tracker.nutrition.health.markers import FACTS, Marker, convert
from tracker.reports.charts.style import BLUE, INK, MUTED, PAPER, SMALL, SMALL_STRONG
from tracker.reports.charts.text import width_of
from tracker.reports.charts.time_axis import Panel
from tracker.reports.health.blood_tests import exact_text, figure_text

MOST_LABELS = 10
LABEL_GAP = 4.0
LABEL_HEIGHT = 8.0
MARKERS = {Bound.NONE: "o", Bound.LESS: "v", Bound.MORE: "^"}


def panel_unit(results: Sequence[LabResult]) -> str:
    """The unit of all the results; the standard one where laboratories differ."""
    units = {result.unit for result in results}
    return next(iter(units)) if len(units) == 1 else results[0].facts.standard_unit


def draw_tests(panel: Panel, results: Sequence[LabResult]) -> None:
    """Draws the results of one marker with the cut-offs of every rule set."""
    marker, unit = results[0].marker, panel_unit(results)
    values = [float(result.value_in(unit)) for result in results]
    lines = cut_off_lines(marker, unit)
    top = max([*values, *(value for value, _ in lines)])
    panel.axes.set_ylim(0, top * 1.25)
    panel.draw_tick(0, "")
    panel.draw_grid_of_days()
    _draw_cut_offs(panel, lines)
    places = [result.day.toordinal() for result in results]
    panel.axes.plot(places, values, color=BLUE, linewidth=0.9, gid=f"line:{marker}", zorder=2)
    for bound, sign in MARKERS.items():
        chosen = [
            (place, value)
            for place, value, result in zip(places, values, results, strict=True)
            if result.bound is bound
        ]
        panel.axes.plot(
            [place for place, _ in chosen],
            [value for _, value in chosen],
            linestyle="none",
            marker=sign,
            markersize=4.6,
            color=BLUE,
            markeredgecolor=INK,
            markeredgewidth=0.6,
            clip_on=False,
            gid=f"results:{marker}{bound}",
            zorder=3,
        )
    _write_figures(panel, results, values, unit)
    name = results[0].facts.short_name
    panel.title_beside(name[0].upper() + name[1:], unit)


def cut_off_lines(marker: Marker, unit: str) -> list[tuple[float, str]]:
    """The cut-offs of a marker in a unit, each with its name and figure, lowest first."""
    found = []
    for rule in FACTS[marker].cut_offs:
        for end in (rule.low, rule.high):
            if end is not None:
                value = convert(marker, end, rule.unit, unit)
                figure = exact_text(end) if rule.unit == unit else figure_text(value)
                found.append((float(value), f"{rule.name} {figure}"))
    return sorted(found)


def _draw_cut_offs(panel: Panel, lines: Sequence[tuple[float, str]]) -> None:
    last_y = float("inf")
    for value, name in lines:
        line = panel.axes.axhline(value, color=MUTED, linewidth=0.8, zorder=1)
        line.set_linestyle((0, (3, 2)))
        line.set_gid(f"cut-off:{name}")
        # Cut-offs may lie closer together than their names are tall.
        y = min(panel.y(value) + 2.4, last_y - 7.2)
        last_y = y
        panel.page.write(panel.left - 14, y, name, SMALL, "right")
        panel.page.leader((panel.left - 12, y - 2.4), (panel.left - 1, panel.y(value)))


def _write_figures(
    panel: Panel, results: Sequence[LabResult], values: Sequence[float], unit: str
) -> None:
    """Writes the latest results beside their points, as many as can be read.

    Two of one day stand one above the other, or on either side where they are close.
    """
    written: list[_Label] = []
    for result, value in list(zip(results, values, strict=True))[-MOST_LABELS:]:
        same = result.unit == unit
        figure = exact_text(result.value) if same else figure_text(result.value_in(unit))
        words = f"{result.bound}{figure}"
        label = _label_beside(panel, panel.x(result.day), panel.y(value), words, written)
        if label is None:
            continue
        written.append(label)
        text = panel.page.write(label.start, label.y, words, SMALL_STRONG)
        text.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 0.4, "alpha": 0.8})


@dataclass(frozen=True)
class _Label:
    """Where a figure is written, in points."""

    start: float
    y: float
    width: float

    def meets(self, other: _Label) -> bool:
        """Whether neither could be read for the other."""
        is_beside = self.start > other.start + other.width or other.start > self.start + self.width
        return not is_beside and abs(self.y - other.y) < LABEL_HEIGHT


def _label_beside(
    panel: Panel, x: float, y: float, words: str, written: Sequence[_Label]
) -> _Label | None:
    """A place right of a point, else left of it; the other way round at the end of the panel."""
    width = width_of(words, SMALL_STRONG)
    is_late = x > panel.left + panel.width - 22
    starts = [x - LABEL_GAP - width, x + LABEL_GAP]
    labels = [_Label(start, y - 3.5, width) for start in (starts if is_late else starts[::-1])]
    return next((one for one in labels if not any(map(one.meets, written))), None)
