"""Panels that share one axis of days, and the scales on which amounts stand in them.

A day is a place on the axis by its ordinal, so that what is drawn can be read back as days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from tracker.nutrition.people.targets import Target
from tracker.reports.charts.page import Page
from tracker.reports.charts.style import (
    FAINT,
    HAIRLINE,
    HEADING,
    INK,
    NO_RECORD,
    SMALL,
    SMALL_STRONG,
)
from tracker.reports.charts.text import fitting_size, shorten, width_of
from tracker.reports.charts.ticks import linear_scale, ticks, wide_scale
from tracker.reports.numbers import amount
from tracker.reports.people.targets import stage_text

LEFT_ROOM = 32.0
"""Points left of a panel for the figures of its scale."""

LEAST_TICK_GAP = 8.0
MOST_HATCHED_DAYS = 800
LARGEST_LINEAR = 6
"""In targets: beyond it a linear scale would flatten the days without a supplement."""

LINEAR_UP_TO = 1.0
"""µg up to which a wide scale is linear, so that zero has a place on it."""

STAGE_TINT = "#f1f4f7"


class Panel:
    """A plot above the axis of days; places and sizes in points."""

    def __init__(
        self,
        page: Page,
        top: float,
        height: float,
        days: tuple[date, date],
        left_room: float = LEFT_ROOM,
    ) -> None:
        first_day, last_day = days
        self.page = page
        self.top, self.height = top, height
        self.left = page.left + left_room
        self.width = page.width - left_room
        self.first_day, self.last_day = first_day, last_day
        self.axes: Axes = page.axes(self.left, top, self.width, height)
        self.axes.set_xlim(first_day.toordinal() - 0.5, last_day.toordinal() + 0.5)

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last_day - self.first_day).days + 1

    def x(self, day: date | float) -> float:
        """A day, or a place between days, in points from the left of the page."""
        ordinal = day.toordinal() if isinstance(day, date) else day
        return self.left + self.width * (ordinal - self.first_day.toordinal() + 0.5) / self.days

    def y(self, value: float) -> float:
        """An amount in points from the top of the page."""
        _, height = self.axes.transScale.transform((0, value))
        low, high = (
            float(self.axes.transScale.transform((0, end))[1]) for end in self.axes.get_ylim()
        )
        return self.top + self.height * (1 - (float(height) - low) / (high - low))

    def title_beside(self, words: str, *details: str) -> None:
        """Writes what the panel shows in the room to its left."""
        room = self.left - self.page.left - LEFT_ROOM
        self.page.write(self.page.left, self.top + 8, words, HEADING, width=room)
        for number, detail in enumerate(details, start=1):
            self.page.write(self.page.left, self.top + 8 + 9 * number, detail, SMALL, width=room)

    def title(self, words: str, detail: str = "") -> None:
        """Writes what the panel shows above it."""
        self.page.write(self.page.left, self.top - 6, words, HEADING)
        after = self.page.left + width_of(words, HEADING) + 7
        room = self.page.right - after
        if detail and room > 20:
            self.page.write(after, self.top - 6, detail, SMALL, width=room)

    def set_scale(self, amounts: Sequence[float], reference: float) -> bool:
        """Chooses the scale for amounts in µg beside a reference; whether it is a wide one.

        A wide scale is linear to 1 µg and logarithmic above: 0.3 and 2000 µg can both be read.
        """
        top = max([*amounts, reference * 1.5])
        wide = top > reference * LARGEST_LINEAR and top > 2 * LINEAR_UP_TO
        if wide:
            self.axes.set_yscale("symlog", linthresh=LINEAR_UP_TO, linscale=0.8)
        # Room above the largest amount for the names of life stages.
        self.axes.set_ylim(0, top * 3 if wide else top * 1.18)
        last_y = float("inf")
        for tick in wide_scale(top) if wide else linear_scale(top):
            y = self.y(tick)
            if last_y - y >= LEAST_TICK_GAP:
                self.draw_tick(tick, amount(Decimal(f"{tick:g}")))
                last_y = y
        return wide

    def draw_tick(self, value: float, label: str) -> None:
        """Draws a line of the grid with its figure."""
        style = (INK, 0.8) if value == 0 else (HAIRLINE, 0.6)
        self.axes.axhline(value, color=style[0], linewidth=style[1], zorder=0.6)
        size = fitting_size(label, SMALL, LEFT_ROOM - 6)
        self.page.write(self.left - 5, self.y(value) + 2.5, label, size, "right")

    def draw_gaps(self, days: Sequence[date]) -> None:
        """Shades the days without a record from top to bottom."""
        runs = list(_runs([day.toordinal() for day in days]))
        if not runs:
            return
        low, high = self.axes.get_ylim()
        bands = [
            [(start - 0.5, low), (start - 0.5, high), (end + 0.5, high), (end + 0.5, low)]
            for start, end in runs
        ]
        collection = PolyCollection(
            bands,
            facecolors=NO_RECORD.face,
            edgecolors=NO_RECORD.hatch_colour,
            linewidths=0.3,
            hatch=NO_RECORD.hatch if self.days <= MOST_HATCHED_DAYS else None,
            zorder=0.5,
        )
        if self.days > MOST_HATCHED_DAYS:
            # Strips this narrow hold no hatch: they are tinted.
            collection.set_facecolor(NO_RECORD.hatch_colour)
        collection.set_gid("no record")
        # The bands reach up to the limits of the scale, and must not move them.
        self.axes.add_collection(collection, autolim=False)

    def draw_stages(self, stages: Sequence[Stage], *, label: bool = True) -> None:
        """Shades every other life stage, and labels those that are wide enough."""
        for number, stage in enumerate(stages):
            start, end = stage.first_day.toordinal() - 0.5, stage.last_day.toordinal() + 0.5
            if number % 2:
                band = self.axes.axvspan(start, end, facecolor=STAGE_TINT, linewidth=0, zorder=0.2)
                band.set_gid(f"stage:{stage.label}")
            if number:
                self.axes.axvline(start, color=FAINT, linewidth=0.6, zorder=0.4)
            room = self.x(end) - self.x(start) - 6
            if label and room > 14:
                words = shorten(stage.label, SMALL, room)
                self.page.write(self.x(start) + 3, self.top + 8, words, SMALL)

    def draw_steps(self, values: Sequence[float | None], gid: str) -> None:
        """Draws an amount that each day has, such as its target, as a line with steps."""
        if all(value is None for value in values):
            return
        first = self.first_day.toordinal()
        runs = [(value, len(list(run))) for value, run in groupby(values)]
        # nan leaves a gap in the line: no target is not a target of zero.
        heights = [np.nan if value is None else value for value, _ in runs]
        edges = first - 0.5 + np.cumsum([0, *(length for _, length in runs)])
        line = self.axes.stairs(heights, edges, baseline=None, color=INK, linewidth=1.2, zorder=4)
        line.set_linestyle((0, (5, 1.6)))
        line.set_gid(gid)

    def draw_days(self) -> None:
        """Draws the axis of days under the panel."""
        bottom = self.top + self.height
        self.page.line(self.left, self.left + self.width, bottom, INK, 0.8)
        self.draw_grid_of_days(0.4)
        for tick in ticks(self.first_day, self.last_day, self.width):
            x = self.x(tick.day)
            self.page.write(x, bottom + 11, tick.label, SMALL, "center")
            if tick.year:
                self.page.write(x, bottom + 20, tick.year, SMALL_STRONG, "center")

    def draw_grid_of_days(self, thickness: float = 0.4) -> None:
        """Draws the marked days as faint upright lines."""
        for tick in ticks(self.first_day, self.last_day, self.width):
            place = tick.day.toordinal()
            self.axes.axvline(place, color=HAIRLINE, linewidth=thickness, zorder=0.3)


@dataclass(frozen=True)
class Stage:
    """A run of days in one life stage."""

    first_day: date
    last_day: date
    label: str


def stages(days: Sequence[tuple[date, Target | None]]) -> list[Stage]:
    """The life stages of a run of days, in order."""
    groups = groupby(days, key=lambda pair: stage_text(pair[1]) if pair[1] else "no target")
    found = []
    for label, group in groups:
        listed = [day for day, _ in group]
        found.append(Stage(listed[0], listed[-1], label))
    return found


def _runs(ordinals: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring numbers as their first and last."""
    for _, group in groupby(enumerate(ordinals), key=lambda pair: pair[1] - pair[0]):
        listed = [number for _, number in group]
        yield listed[0], listed[-1]
