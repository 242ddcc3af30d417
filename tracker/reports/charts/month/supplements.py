"""The supplements of many days: on how many each was taken, and how much it brought."""

from __future__ import annotations

from decimal import Decimal

from tracker.nutrition.diary.intake import IntakeKind, Period
from tracker.reports.charts.page import Page
from tracker.reports.charts.style import (
    BODY,
    FAINT,
    HEADING,
    QUIET,
)
from tracker.reports.charts.text import fitting_size
from tracker.reports.numbers import (
    amount,
    counted,
)

MOST_SUPPLEMENTS = 5


def draw_supplement_days(page: Page, x: float, top: float, width: float, period: Period) -> None:
    """Draws on how many days each supplement was taken, and how much it brought."""
    page.write(x, top, "Supplements taken", HEADING)
    page.line(x, x + width, top + 5, FAINT)
    taken = _taken(period)
    y = top + 4
    for name, days, mcg in taken[:MOST_SUPPLEMENTS]:
        y += 13.5
        figure = f"{amount(mcg)} µg" if mcg is not None else "not known"
        page.write(x, y, name, BODY, width=width - 116)
        page.write(x + width - 62, y, counted(days, "day"), QUIET, "right")
        page.write(x + width, y, figure, fitting_size(figure, BODY, 58), "right")
    if len(taken) > MOST_SUPPLEMENTS:
        page.write(x, y + 13.5, f"+ {len(taken) - MOST_SUPPLEMENTS} more", QUIET)
    if not taken:
        page.write(x, y + 13.5, "None recorded.", QUIET)


def _taken(period: Period) -> list[tuple[str, int, Decimal | None]]:
    """Each supplement with the days on which it was taken and its µg in all."""
    found: dict[str, dict[str, list[Decimal | None]]] = {}
    for day in period.days:
        for one in day.intakes:
            if one.kind is IntakeKind.SUPPLEMENT:
                amounts = found.setdefault(one.name, {}).setdefault(str(day.day), [])
                amounts.append(one.content.best if one.content else None)
    rows = []
    for name, by_day in found.items():
        known = [mcg for amounts in by_day.values() for mcg in amounts if mcg is not None]
        rows.append((name, len(by_day), sum(known, Decimal(0)) if known else None))
    return sorted(rows, key=lambda row: (-row[1], row[0]))
