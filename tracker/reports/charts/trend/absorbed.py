"""The panel of what was absorbed, as a model estimates it, against what is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tracker.nutrition.diary.intake import Period
from tracker.reports.charts.style import BLUE, INK, PALE_BLUE, PAPER, QUIET
from tracker.reports.charts.time_axis import Panel, stages
from tracker.reports.charts.trend.legend import Sample, draw_legend

Amounts = Sequence[float | None]


@dataclass(frozen=True)
class AbsorbedSeries:
    """Estimates in µg a day, one for each day; `None` where there is none.

    `likely` is that of the day, the others are means over the 7 days that end with it. `reason`
    says why there is no estimate at all, empty where there is.
    """

    likely: Amounts
    low_mean: Amounts
    likely_mean: Amounts
    high_mean: Amounts
    need: Amounts
    reason: str = ""


def draw_absorbed(panel: Panel, period: Period, series: AbsorbedSeries) -> None:
    """Draws the panel with its title and the meaning of its signs."""
    wide = draw_estimates(panel, period, series)
    detail = "µg a day, a model's estimate" + (", logarithmic above 1 µg" if wide else "")
    panel.title("Absorbed", detail)
    if series.reason:
        return
    draw_legend(
        panel,
        [
            Sample("estimate of a day", marker="o", fill=PAPER),
            Sample("mean of 7 days", line=(BLUE, 1.3, "-")),
            Sample("low to high", line=(PALE_BLUE, 6, "-")),
            Sample("need", line=(INK, 1.2, "--")),
        ],
    )


def draw_estimates(panel: Panel, period: Period, series: AbsorbedSeries) -> bool:
    """Draws estimates, their means with a band from low to high, and the need.

    Where there is none it says why. Returns whether the scale is a wide one.
    """
    needs = [need for need in series.need if need is not None]
    amounts = [one for one in (*series.likely, *series.high_mean) if one is not None]
    wide = panel.set_scale([] if series.reason else amounts, max(needs, default=1.2))
    panel.draw_stages(stages([(day.day, day.target) for day in period.days]), label=False)
    panel.draw_gaps([day.day for day in period.days if not day.recorded])
    panel.draw_grid_of_days()
    if series.reason:
        middle = panel.left + panel.width / 2
        y = panel.top + panel.height / 2
        text = panel.page.write(middle, y, series.reason, QUIET, "center", panel.width - 20)
        text.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 3})
    else:
        _draw_series(panel, series)
    return wide


def _draw_series(panel: Panel, series: AbsorbedSeries) -> None:
    count = len(series.likely)
    first = panel.first_day.toordinal()
    places = np.arange(first, first + count)
    panel.axes.fill_between(
        places,
        _floats(series.low_mean),
        _floats(series.high_mean),
        color=PALE_BLUE,
        linewidth=0.6,
        gid="low to high",
        zorder=2,
    )
    panel.axes.plot(
        places,
        _floats(series.likely),
        linestyle="none",
        marker="o",
        markersize=3.0 if count <= 120 else 1.2,
        markerfacecolor=PAPER,
        markeredgecolor=INK,
        markeredgewidth=0.5 if count <= 500 else 0.3,
        clip_on=False,
        gid="likely",
        zorder=2.5,
    )
    mean = _floats(series.likely_mean)
    panel.axes.plot(places, mean, color=BLUE, linewidth=1.3, gid="likely mean", zorder=3)
    panel.draw_steps(series.need, "need")


def _floats(amounts: Amounts) -> list[float]:
    return [np.nan if one is None else one for one in amounts]
