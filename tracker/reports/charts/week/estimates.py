"""What a week's report says of absorption, and of doses that were due and not taken."""

from __future__ import annotations

from tracker.nutrition.absorption.estimate import Estimates
from tracker.nutrition.diary.adherence import by_schedule
from tracker.reports.absorption.obstacles import WITHHELD
from tracker.reports.charts.page import Page
from tracker.reports.charts.style import BODY, SMALL_STRONG
from tracker.reports.charts.text import join_fitting
from tracker.reports.figures import absorbed_text, need_text
from tracker.reports.numbers import runs_text

ROOM = 26.0
"""Points that the lines take up below the table."""

_INDENT = 104.0


def draw_estimates(page: Page, top: float, estimates: Estimates) -> None:
    """Draws two lines below `top`: absorbed against needed, and what was not taken."""
    width = page.width - _INDENT
    page.write(page.left, top, "Absorbed, estimated", SMALL_STRONG)
    page.write(page.left + _INDENT, top, absorbed_sentence(estimates), BODY, width=width)
    page.write(page.left, top + 12, "Due and not taken", SMALL_STRONG)
    missed = join_fitting(not_taken_items(estimates), BODY, width)
    page.write(page.left + _INDENT, top + 12, missed, BODY, width=width)


def absorbed_sentence(estimates: Estimates) -> str:
    """`about 1.5 µg (1.1 to 1.6) a day · need 1.2 µg`, and what days without a record count."""
    if estimates.obstacles:
        return f"not assessed: {WITHHELD[estimates.obstacles[0]].why}"
    need = estimates.need_mcg
    needed = "" if need is None else f" · need {need_text(need)} µg"
    gaps = not all(day.recorded for day in estimates.days)
    remark = " · a day without a record counts as nothing" if gaps else ""
    return f"{absorbed_text(estimates.absorbed)} a day{needed}{remark}"


def not_taken_items(estimates: Estimates) -> list[str]:
    """Each schedule with the days on which it was not followed."""
    items = [
        f"{schedule.name} ({runs_text(days)})"
        for schedule, days in by_schedule(estimates.not_taken).items()
    ]
    return items or ["nothing that a schedule asks for"]
