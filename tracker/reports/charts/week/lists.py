"""What contributed most to a week, and which supplements were taken when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from fractions import Fraction

from tracker.language.quantities import quantity_text
from tracker.nutrition.amounts import percent
from tracker.nutrition.diary.intake import Contribution, Intake, IntakeKind, Period
from tracker.nutrition.supplements.supplement import UNITS, Route
from tracker.reports.charts.page import Page
from tracker.reports.charts.style import BODY, FAINT, HEADING, QUIET, SMALL
from tracker.reports.charts.text import fitting_size, join_fitting, one_line
from tracker.reports.numbers import (
    UNKNOWN,
    amount_text,
    counted,
    mcg_text,
    percentage,
    runs_text,
)

MOST_CONTRIBUTIONS = 5
MOST_PRODUCTS = 3
ROW = 13.5


def draw_contributions(
    page: Page, x: float, top: float, width: float, period: Period, unit: str = "µg in the week"
) -> None:
    """Draws what brought most B12, largest first."""
    _heading(page, x, top, width, "What contributed most")
    page.write(x + width, top, unit, SMALL, "right")
    shown = period.contributions[:MOST_CONTRIBUTIONS]
    others = period.contributions[MOST_CONTRIBUTIONS:]
    whole = sum((one.mcg for one in period.contributions), Decimal(0))
    y = top + 4
    for one in shown:
        y += ROW
        _contribution(page, x, y, width, one, whole)
    if others:
        mcg = sum((one.mcg for one in others), Decimal(0))
        name = counted(len(others), "other")
        rest = Contribution(name, IntakeKind.FOOD, mcg, sum(one.times for one in others))
        _contribution(page, x, y + ROW, width, rest, whole)
    if not shown:
        reason = "No known amount of B12 recorded." if period.recorded else "Nothing recorded."
        page.write(x, y + ROW, reason, QUIET, width=width)


def _contribution(
    page: Page, x: float, y: float, width: float, one: Contribution, whole: Decimal
) -> None:
    page.write(x, y, one.name, BODY, width=width - 108)
    cells = ((f"{one.times} ×", 68, 34), (amount_text(one.mcg), 30, 36))
    for text, from_right, room in cells:
        size = fitting_size(text, QUIET if from_right == 68 else BODY, room)
        page.write(x + width - from_right, y, text, size, "right")
    page.write(x + width, y, percentage(percent(one.mcg, whole)), QUIET, "right")


@dataclass(frozen=True)
class _Dose:
    """What was taken alike: the same product in the same dose."""

    name: str
    quantity: Fraction
    portion: str | None
    mcg: Decimal | None
    route: Route | None


def draw_supplements(page: Page, x: float, top: float, width: float, period: Period) -> None:
    """Draws which supplements were taken, in which dose and when."""
    _heading(page, x, top, width, "Supplements taken")
    taken = _taken(period)
    y = top + 4
    for dose, intakes in list(taken.items())[:MOST_PRODUCTS]:
        _dose(page, x, y + ROW, width, dose, intakes)
        y += 2 * ROW - 2
    if len(taken) > MOST_PRODUCTS:
        more = list(taken.values())[MOST_PRODUCTS:]
        times = counted(sum(len(intakes) for intakes in more), "intake")
        page.write(x, y + ROW, f"+ {len(more)} more ({times})", QUIET, width=width)
    if not taken:
        page.write(x, y + ROW, "None recorded.", QUIET, width=width)


def _heading(page: Page, x: float, top: float, width: float, words: str) -> None:
    page.write(x, top, words, HEADING)
    page.line(x, x + width, top + 5, FAINT)


def _taken(period: Period) -> dict[_Dose, list[Intake]]:
    found: dict[_Dose, list[Intake]] = {}
    for day in period.days:
        for one in day.intakes:
            if one.kind is IntakeKind.SUPPLEMENT:
                mcg = one.content.best if one.content else None
                dose = _Dose(one.name, one.quantity, one.portion, mcg, one.route)
                found.setdefault(dose, []).append(one)
    return found


def _dose(
    page: Page, x: float, y: float, width: float, dose: _Dose, intakes: Sequence[Intake]
) -> None:
    amount = UNKNOWN if dose.mcg is None else mcg_text(dose.mcg)
    size = fitting_size(f"{len(intakes)} × {amount}", BODY, 90)
    text = page.write(x + width, y, f"{len(intakes)} × {amount}", size, "right")
    page.write(x, y, dose.name, BODY, width=width - 96)
    when = _when(intakes)
    detail = [one_line(_detail(dose))] if _detail(dose) else []
    line = join_fitting([*detail, *when], SMALL, width)
    page.write(x, y + 10, line, SMALL, width=width)
    text.set_gid("dose")


def _detail(dose: _Dose) -> str:
    is_plain = dose.route in {None, Route.ORAL} or dose.route == dose.portion
    route = "" if is_plain else f"{dose.route}, "
    portion = f"{quantity_text(dose.quantity)} {_units(dose)}" if dose.portion else ""
    if dose.portion == "µg":
        portion = ""
    return (route + portion).strip(", ")


def _units(dose: _Dose) -> str:
    unit = dose.portion or ""
    if dose.quantity <= 1 or UNITS.get(unit) is None or unit == "ml":
        return unit
    return "gummies" if unit == "gummy" else f"{unit}s"


def _when(intakes: Iterable[Intake]) -> list[str]:
    """Days and times, those at one time together: `Mon–Wed, Fri 08:00`."""
    moments: dict[str, list[date]] = {}
    ordered = sorted(intakes, key=lambda one: (one.time or time.max, one.occasion or ""))
    for one in ordered:
        moment = f"{one.time:%H:%M}" if one.time else str(one.occasion or "")
        moments.setdefault(moment, []).append(one.day)
    return [f"{_days(days)} {moment}".strip() for moment, days in moments.items()]


def _days(days: Sequence[date]) -> str:
    different = sorted(set(days))
    return "every day" if len(different) == 7 else runs_text(different)
