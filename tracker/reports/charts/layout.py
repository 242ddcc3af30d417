"""What every page of a person has: heading, targets, figures in a row, foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.nutrition.diary.intake import Period
from tracker.nutrition.diary.means import TargetRun, target_runs
from tracker.reports.charts import fonts
from tracker.reports.charts.page import Page
from tracker.reports.charts.style import (
    FAINT,
    FIGURE,
    KICKER,
    LEAD,
    LONG_NAME,
    NAME,
    QUIET,
    SMALL,
)
from tracker.reports.charts.text import fitting_size, one_line, width_of
from tracker.reports.numbers import days_text, short_date
from tracker.reports.people.targets import full_target_text

MOST_TARGET_LINES = 3
SUMMARY_HEIGHT = 57.0
"""Points of a row of figures with one line of remarks; each further one takes `NOTE_LINE`."""

NOTE_LINE = 9.5
FOOT_LINE = 9.5
BETWEEN_COLUMNS = 30.0
"""Points between two lists that stand side by side."""

NO_ADVICE = "An estimate from a diary. It says nothing about blood levels and is no medical advice."


@dataclass(frozen=True)
class SummaryCell:
    """A label, a figure, and the remarks under it, a line each."""

    label: str
    figure: str
    remarks: tuple[str, ...]


def draw_heading(page: Page, kicker: str, period: Period, right: str = "") -> float:
    """Writes what the page is, of whom and which days, and their targets.

    Returns the baseline of its last line.
    """
    person = period.person
    page.write(page.left, 46, kicker, KICKER)
    page.write(page.right, 46, right, KICKER, "right")
    line = one_line(person.name)
    style = NAME if width_of(line, NAME) <= page.width else LONG_NAME
    page.write(page.left, 71, line, style, width=page.width)
    days = days_text(period.first_day, period.last_day)
    details = f"{days} · {person.diet.value}" if person.diet else days
    page.write(page.left, 88, details, LEAD, width=page.width)
    return _write_targets(page, 88.0, target_runs(period.days))


def _write_targets(page: Page, y: float, runs: Sequence[TargetRun]) -> float:
    """Writes the targets below `y`, the latest of many; returns the last baseline."""
    shown = runs[-MOST_TARGET_LINES:]
    for run in shown:
        y += 11.5
        since = run.first_day
        when = f" from {short_date(since)} {since.year}" if len(runs) > 1 else ""
        line = f"Target{when}: {full_target_text(run.target)}"
        page.write(page.left, y, line, QUIET, width=page.width)
    return y


def draw_summary(page: Page, top: float, cells: Sequence[SummaryCell]) -> float:
    """Draws figures in a row between two rules; returns where they end."""
    bottom = top + SUMMARY_HEIGHT + NOTE_LINE * (max(len(cell.remarks) for cell in cells) - 1)
    page.rule(top, FAINT)
    page.rule(bottom, FAINT)
    width = (page.width + 14) / len(cells)
    for number, cell in enumerate(cells):
        x, room = page.left + number * width, width - 14
        page.write(x, top + 15, cell.label, SMALL, width=room)
        page.write(x, top + 35, cell.figure, fitting_size(cell.figure, FIGURE, room))
        for line, remark in enumerate(cell.remarks):
            page.write(x, top + 48 + NOTE_LINE * line, remark, fitting_size(remark, SMALL, room))
    return bottom


def foot_top(page: Page, lines: Sequence[str]) -> float:
    """Where the foot with these lines begins, and what stands above it must end."""
    return page.full_height - 32 - FOOT_LINE * (len(lines) + 2)


def draw_foot(page: Page, lines: Sequence[str]) -> None:
    """Writes what a reader must know at the foot of the page."""
    listed = [*lines, NO_ADVICE]
    # The foot is drawn last of all: it looks through what the page says.
    if any(fonts.MISSING in text.get_text() for text in page.figure.texts):
        listed.append(f"{fonts.MISSING} stands for a character that no installed font can draw.")
    top = foot_top(page, lines)
    page.rule(top, FAINT)
    for number, line in enumerate(listed):
        page.write(page.left, top + 12 + FOOT_LINE * number, line, SMALL, width=page.width)
