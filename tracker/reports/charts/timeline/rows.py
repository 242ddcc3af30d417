"""Rows of the timeline: supplements, symptoms, and the notes with their numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from tracker.nutrition.diary.timeline import DatedNote
from tracker.nutrition.health.symptoms import SEVERITIES, SymptomEntry
from tracker.reports.charts.style import (
    BLUE,
    HAIRLINE,
    HEADING,
    INK,
    MUTED,
    PALE_BLUE,
    QUIET,
    SMALL,
)
from tracker.reports.charts.text import width_of
from tracker.reports.charts.time_axis import Panel
from tracker.reports.numbers import counted, short_date

MOST_SUPPLEMENTS = 6
MOST_SYMPTOMS = 17
MOST_NOTES = 8
NOTE_LINE = 9.5
WIDEST_STROKE = 12.0
WORST = len(SEVERITIES) - 1


def shown_supplements(days: Mapping[str, list[date]]) -> dict[str, list[date]]:
    """The supplements with a row of their own; the rarest share the last one."""
    names = list(days)
    if len(names) <= MOST_SUPPLEMENTS:
        return dict(days)
    kept = {name: days[name] for name in names[: MOST_SUPPLEMENTS - 1]}
    others = names[MOST_SUPPLEMENTS - 1 :]
    together = sorted({day for name in others for day in days[name]})
    return kept | {f"{len(others)} others": together}


def shown_symptoms(entries: Mapping[str, list[SymptomEntry]]) -> dict[str, list[SymptomEntry]]:
    """The symptoms with a row of their own: all, since the vocabulary is short."""
    return dict(list(entries.items())[:MOST_SYMPTOMS])


def shown_notes(notes: Sequence[DatedNote]) -> list[DatedNote]:
    """The latest notes, as many as have room."""
    return list(notes[-MOST_NOTES:])


def notes_height(notes: Sequence[DatedNote]) -> float:
    """How much room the notes take, in points."""
    return 30 + NOTE_LINE * len(notes) if notes else 0.0


def draw_supplements(panel: Panel, supplements: Mapping[str, list[date]]) -> None:
    """Draws a row for each supplement with a stroke for each day on which it was taken."""
    panel.axes.set_ylim(len(supplements), 0)
    panel.draw_grid_of_days()
    height = panel.height / len(supplements)
    room = panel.left - panel.page.left - 8
    for number, (name, days) in enumerate(supplements.items()):
        panel.axes.axhline(number + 1, color=HAIRLINE, linewidth=0.5, zorder=0.5)
        places = np.array([day.toordinal() for day in days])
        # A stroke as wide as a day, and never too thin to print.
        width = min(max(panel.width / panel.days * 0.7, 0.35), WIDEST_STROKE)
        panel.axes.vlines(
            places, number + 0.15, number + 0.85, color=INK, linewidth=width, gid=f"taken:{name}"
        )
        y = panel.top + height * (number + 0.5) + 2.6
        panel.page.write(panel.page.left, y, name, SMALL, width=room)


def draw_symptoms(panel: Panel, symptoms: Mapping[str, list[SymptomEntry]]) -> None:
    """Draws a row for each symptom: its severity, from 0 on the base line to 4 below the next."""
    panel.axes.set_ylim(0, len(symptoms))
    panel.draw_grid_of_days()
    height = panel.height / len(symptoms)
    room = panel.left - panel.page.left - 24
    for number, (name, entries) in enumerate(symptoms.items()):
        base = len(symptoms) - 1 - number
        panel.axes.axhline(base, color=MUTED, linewidth=0.4, zorder=0.6)
        panel.axes.axhline(base + 0.8, color=HAIRLINE, linewidth=0.4, zorder=0.5)
        places = [entry.day.toordinal() for entry in entries]
        heights = [base + 0.8 * entry.severity / WORST for entry in entries]
        # Stems and points: what lies between two entries is not known.
        panel.axes.vlines(places, base, heights, color=BLUE, linewidth=1.1, zorder=1.5)
        panel.axes.plot(places, heights, color=PALE_BLUE, linewidth=0.8, zorder=1)
        panel.axes.plot(
            places,
            heights,
            color=BLUE,
            linestyle="none",
            marker="o",
            markersize=2.6,
            markeredgecolor=INK,
            markeredgewidth=0.4,
            clip_on=False,
            gid=f"symptom:{name}",
            zorder=2,
        )
        y = panel.top + height * (number + 1)
        panel.page.write(panel.page.left, y - 2, name, SMALL, width=room)
        if height >= 12:
            panel.page.write(panel.left - 5, y - height * 0.8 + 3, str(WORST), SMALL, "right")


def draw_notes(panel: Panel, notes: Sequence[DatedNote], of: int, bottom: float) -> None:
    """Draws numbered marks under the axis of a panel, and the notes themselves below."""
    page = panel.page
    top = bottom - notes_height(notes) + 16
    marks = panel.top + panel.height + 30
    last_end = float("-inf")
    for number, note in enumerate(notes, start=1):
        x = panel.x(note.day)
        panel.page.line(x - 0.3, x + 0.3, panel.top + panel.height + 2, INK, 3)
        if x - width_of(str(number), SMALL) > last_end:
            page.write(x, marks, str(number), SMALL, "center")
            last_end = x + width_of(str(number), SMALL) / 2 + 1
    title = "Notes" if of == len(notes) else f"The latest {len(notes)} of {counted(of, 'note')}"
    page.write(page.left, top, title, HEADING)
    for number, note in enumerate(notes, start=1):
        y = top + 2 + NOTE_LINE * number
        day = f"{number}  {short_date(note.day)} {note.day.year}"
        page.write(page.left, y, day, QUIET)
        page.write(page.left + 84, y, f"{note.about}: {note.text}", SMALL, width=page.width - 84)
