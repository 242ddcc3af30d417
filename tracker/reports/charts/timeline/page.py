"""The timeline: intake, absorption, supplements, blood tests, symptoms and notes on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tracker.language.names import printable
from tracker.nutrition.absorption.estimate import DayEstimate
from tracker.nutrition.diary.timeline import Timeline
from tracker.nutrition.health.blood_tests import LabResult
from tracker.nutrition.health.markers import Marker
from tracker.nutrition.health.symptoms import SymptomEntry
from tracker.nutrition.people.person import date_after_months
from tracker.reports.charts.layout import draw_foot, draw_heading, foot_top
from tracker.reports.charts.page import Page
from tracker.reports.charts.sheet import Sheet
from tracker.reports.charts.style import MUTED, SMALL, Align, house_style
from tracker.reports.charts.time_axis import Panel, stages
from tracker.reports.charts.timeline.blood_tests import draw_tests
from tracker.reports.charts.timeline.rows import (
    draw_notes,
    draw_supplements,
    draw_symptoms,
    notes_height,
    shown_notes,
    shown_supplements,
    shown_symptoms,
)
from tracker.reports.charts.trend.absorbed import AbsorbedSeries, draw_estimates
from tracker.reports.charts.trend.days import FOUR_WEEKS, draw_days
from tracker.reports.charts.trend.series import absorbed_series
from tracker.reports.diary.frames import intake_means
from tracker.reports.diary.timelines import timeline_lines
from tracker.reports.numbers import counted, short_date

LEFT = 124.0
"""Points left of the panels: what they show, and the figures of their scales."""

GAP = 9.0
SUPPLEMENT_ROW = 10.0
SYMPTOM_ROW = 19.0
SMALLEST_SYMPTOM_ROW = 9.0
WEIGHTS = {"intake": 3.0, "absorbed": 1.6, "test": 1.3}
LEAST_HEIGHT = 26.0


@dataclass(frozen=True)
class TimelineFigure:
    """What the page shows; `recovery_from` asks for the guide to how recovery goes."""

    timeline: Timeline
    four_week_means: tuple[float | None, ...]
    absorbed: AbsorbedSeries
    recovery_from: date | None = None

    @property
    def days(self) -> tuple[date, date]:
        """The ends of the axis."""
        return self.timeline.period.first_day, self.timeline.period.last_day

    @property
    def tests(self) -> dict[Marker, list[LabResult]]:
        """The blood tests by marker."""
        listed = self.timeline.blood_tests
        found = {marker: [one for one in listed if one.marker is marker] for marker in Marker}
        return {marker: results for marker, results in found.items() if results}

    @property
    def symptoms(self) -> dict[str, list[SymptomEntry]]:
        """The entries by the name of their symptom, the first to appear on top."""
        found: dict[str, list[SymptomEntry]] = {}
        for entry in self.timeline.symptoms:
            found.setdefault(entry.symptom.name, []).append(entry)
        return found


@dataclass(frozen=True)
class Heights:
    """How tall the panels are, in points."""

    intake: float
    absorbed: float
    test: float
    symptom_row: float

    @classmethod
    def of(cls, room: float, tests: int, supplements: int, symptoms: int) -> Heights:
        """The heights that fill the room."""
        blocks = 2 + tests + bool(supplements) + bool(symptoms)
        free = room - GAP * blocks - SUPPLEMENT_ROW * supplements
        row = min(SYMPTOM_ROW, max(SMALLEST_SYMPTOM_ROW, free * 0.4 / max(symptoms, 1)))
        free -= row * symptoms
        weight = WEIGHTS["intake"] + WEIGHTS["absorbed"] + WEIGHTS["test"] * tests
        shares = {name: max(LEAST_HEIGHT, free * one / weight) for name, one in WEIGHTS.items()}
        return cls(shares["intake"], shares["absorbed"], min(shares["test"], 96.0), row)


def timeline_figure(
    timeline: Timeline, estimates: Sequence[DayEstimate], recovery_from: date | None
) -> TimelineFigure:
    """What a picture of the timeline shows."""
    with_lead_in, first_day = timeline.with_lead_in, timeline.first_day
    return TimelineFigure(
        timeline=timeline,
        four_week_means=tuple(intake_means(with_lead_in, 28, first_day)),
        absorbed=absorbed_series(with_lead_in, estimates, first_day),
        recovery_from=recovery_from,
    )


def draw_timeline(figure: TimelineFigure) -> Sheet:
    """The timeline on an A4 page."""
    with house_style():
        page = Page()
        timeline = figure.timeline
        days = counted(len(timeline.period.days), "day")
        top = draw_heading(page, "Vitamin B12 · timeline", timeline.period, days) + 22
        foot = _foot(figure)
        notes = shown_notes(timeline.notes)
        bottom = foot_top(page, foot) - 34 - notes_height(notes)
        last = _draw_panels(page, figure, top, bottom)
        last.draw_days()
        if notes:
            draw_notes(last, notes, len(timeline.notes), foot_top(page, foot))
        _draw_recovery(page, figure, top, last)
        draw_foot(page, foot)
    title = _title(timeline)
    words = "\n".join([f"{title}.", *timeline_lines(timeline)])
    return Sheet(page.figure, title, words)


def _title(timeline: Timeline) -> str:
    period = timeline.period
    name = printable(period.person.name)
    return f"Vitamin B12 timeline, {period.first_day} to {period.last_day}: {name}"


def _draw_panels(page: Page, figure: TimelineFigure, top: float, bottom: float) -> Panel:
    """Draws every panel from the top down and returns the last one."""
    timeline = figure.timeline
    supplements = shown_supplements(timeline.supplement_days)
    symptoms = shown_symptoms(figure.symptoms)
    tests = figure.tests
    heights = Heights.of(bottom - top, len(tests), len(supplements), len(symptoms))
    panel = Panel(page, top, heights.intake, figure.days, LEFT)
    _draw_intake(panel, figure)
    panel = Panel(page, _under(panel), heights.absorbed, figure.days, LEFT)
    draw_estimates(panel, timeline.period, figure.absorbed)
    panel.title_beside("Absorbed", "µg a day, estimate", "dashed: need")
    if supplements:
        height = SUPPLEMENT_ROW * len(supplements)
        panel = Panel(page, _under(panel), height, figure.days, LEFT)
        draw_supplements(panel, supplements)
    for results in tests.values():
        panel = Panel(page, _under(panel), heights.test, figure.days, LEFT)
        draw_tests(panel, results)
    if symptoms:
        height = heights.symptom_row * len(symptoms)
        panel = Panel(page, _under(panel), height, figure.days, LEFT)
        draw_symptoms(panel, symptoms)
    return panel


def _under(panel: Panel) -> float:
    return panel.top + panel.height + GAP


def _draw_intake(panel: Panel, figure: TimelineFigure) -> None:
    period = figure.timeline.period
    targets = [float(day.target.mcg) if day.target else None for day in period.days]
    amounts = [float(day.total.best) for day in period.days if day.total.best is not None]
    wide = panel.set_scale(amounts, max([one for one in targets if one], default=2.4))
    panel.draw_stages(stages([(day.day, day.target) for day in period.days]))
    panel.draw_gaps([day.day for day in period.days if not day.recorded])
    panel.draw_grid_of_days()
    draw_days(panel, period.days)
    first = panel.first_day.toordinal()
    means = [np.nan if mean is None else mean for mean in figure.four_week_means]
    places = np.arange(first, first + len(means))
    panel.axes.plot(places, means, gid="mean of 28 days", **FOUR_WEEKS)  # type: ignore[arg-type]
    panel.draw_steps(targets, "target")
    scale = ["log. above 1 µg"] if wide else []
    panel.title_beside("Intake", "µg a day", *scale, "line: 28-day mean", "dashed: target")


def _draw_recovery(page: Page, figure: TimelineFigure, top: float, last: Panel) -> None:
    """Draws the guide to how recovery goes, faint and only where it was asked for."""
    start = figure.recovery_from
    if start is None:
        return
    half_year = date_after_months(start, 6)
    marks = (
        (start, f"from {short_date(start)}: most feel better within weeks"),
        (half_year, "6 months: levels can take this long or longer"),
    )
    for number, (day, words) in enumerate(marks):
        if not last.first_day <= day <= last.last_day:
            continue
        axes = page.axes(last.left, top, last.width, last.top + last.height - top)
        axes.set_xlim(last.axes.get_xlim())
        axes.patch.set_alpha(0)
        line = axes.axvline(day.toordinal(), color=MUTED, linewidth=0.8, zorder=5)
        line.set_linestyle((0, (1, 2)))
        line.set_gid(f"recovery:{day}")
        is_late = last.x(day) > last.left + last.width * 0.6
        place = last.x(day) + (-3 if is_late else 3)
        room = place - last.left if is_late else page.right - place
        align: Align = "right" if is_late else "left"
        page.write(place, top - 4 - 8 * (1 - number), words, SMALL, align, room)


def _foot(figure: TimelineFigure) -> list[str]:
    lines = ["Intake: filled points are days with a supplement, hollow ones food alone."]
    if not all(day.recorded for day in figure.timeline.period.days):
        lines[0] += " Hatched days have no record: unknown, not zero."
    if any(day.total.not_known for day in figure.timeline.period.days):
        lines.append("Triangles are days of at least so much: part of what was eaten is not known.")
    if not figure.absorbed.reason:
        lines.append(
            "Absorbed: a model's estimate for people who absorb normally, a point for each day; "
            "band: low to high; need: half of the target."
        )
    if figure.tests:
        lines.append(
            "Cut-offs are those of the rule sets named beside them. Discuss results with a "
            "clinician. Total B12 is high while supplements are taken."
        )
    if figure.symptoms:
        lines.append(
            "Symptoms are as they were entered, 0 none to 4 very severe; they have many causes, "
            "and nothing is concluded from them here."
        )
    if figure.recovery_from:
        lines += [
            "How recovery goes is what is said of people in general, no forecast: numbness may "
            "improve or persist.",
            "No change in two weeks is no failure. Dotted lines mark that guide.",
        ]
    return lines
