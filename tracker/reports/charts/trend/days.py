"""Days as points in a panel, and the line of their means over four weeks."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.diary.intake import DaySummary
from tracker.reports.charts.style import INK, ORANGE, PAPER
from tracker.reports.charts.time_axis import Panel

FOUR_WEEKS = {"color": ORANGE, "linewidth": 2.6, "zorder": 3.0, "solid_capstyle": "round"}
FEW_DAYS = 120


def draw_days(panel: Panel, days: Sequence[DaySummary]) -> None:
    """Draws each known day as a point: hollow for food alone, upward where part is not known."""
    size = 4.2 if len(days) <= FEW_DAYS else 2.8 if len(days) <= 500 else 1.7
    # The points of some weeks are seen before the lines of their means, those of years below them.
    depth = 3.3 if len(days) <= FEW_DAYS else 2.5
    known = [day for day in days if day.recorded and day.total.best is not None]
    for taken in (False, True):
        for at_least in (False, True):
            chosen = [
                (day.day.toordinal(), float(day.total.best or 0))
                for day in known
                if bool(day.supplements.best) is taken and bool(day.total.not_known) is at_least
            ]
            # Not clipped: the edge of the panel would cut off half of a point at 0 or at an end.
            panel.axes.plot(
                [place for place, _ in chosen],
                [mcg for _, mcg in chosen],
                linestyle="none",
                marker="^" if at_least else "o",
                markersize=size,
                markerfacecolor=INK if taken else PAPER,
                markeredgecolor=INK,
                markeredgewidth=0.7 if size > 2 else 0.4,
                clip_on=False,
                gid=f"days:{'supplement' if taken else 'food'}{':at least' if at_least else ''}",
                zorder=depth,
            )
    unknown = [day.day.toordinal() for day in days if day.recorded and day.total.best is None]
    panel.axes.plot(
        unknown,
        [0.0] * len(unknown),
        linestyle="none",
        marker="x",
        markersize=size + 1,
        color=INK,
        clip_on=False,
        gid="days:not known",
        zorder=depth,
    )
