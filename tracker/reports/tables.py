"""Results as text tables that line up in 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date

from rich import box
from rich.table import Table
from rich.text import Text

from tracker.language.names import printable
from tracker.nutrition.absorption.coverage import Estimates
from tracker.nutrition.absorption.estimate import DayEstimate
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.nutrition.supplements.supplement import Supplement
from tracker.reports.figures import estimate_text
from tracker.reports.numbers import NO_RECORD, UNKNOWN, amount, mcg_text, percentage
from tracker.reports.wording import day_title, range_text, target_text, total_text

WIDTH = 80
"""Columns of the terminal for which tables are made."""

WIDE = {"what", "name", "dose", "note", "range", "beside the cut-offs", "also understood"}
"""Columns that wrap where the others leave too little room."""


def day_table(day: DaySummary) -> Table:
    """A day's intakes with number, time, µg, range and percent of target."""
    table = _table(("#", "right"), "when", "what", ("µg", "right"), "range", ("%", "right"))
    for intake in day.intakes:
        _row(table, [str(intake.id), _when(intake), _what(intake), *_amounts(intake, day)])
    return table


def day_totals(day: DaySummary) -> list[str]:
    """The lines under a day's table: total, food and supplements apart, target."""
    span = "" if day.total.not_known else range_text(day.total)
    total = total_text(day.total) + (f" ({span})" if span else "")
    if day.percent.best:
        least = "at least " if day.total.not_known else ""
        total += f" · {least}{percentage(day.percent.best)} of the target"
    return [
        *labelled("total", total),
        *labelled("food", total_text(day.food) + _fortified_part(day)),
        *labelled("supplements", total_text(day.supplements)),
        *labelled("target", target_text(day.target)),
    ]


def period_table(period: Period, estimates: Estimates | None = None) -> Table:
    """Days with food and supplements apart, total, range and percent; gaps are named.

    With estimates, the likely µg absorbed stand in the last column.
    """
    table = _table(
        "day",
        ("food", "right"),
        ("suppl.", "right"),
        ("total µg", "right"),
        "range",
        ("target", "right"),
        ("%", "right"),
        *([("abs.", "right")] if estimates else []),
    )
    for day in period.days:
        absorbed = [_absorbed_cell(estimates.on(day.day))] if estimates else []
        _row(table, [day_title(day.day), *_day_cells(day), *absorbed])
    return table


def period_totals(period: Period) -> list[str]:
    """The lines under a run of days: the mean over recorded days, and what contributed."""
    recorded, all_days = len(period.recorded), len(period.days)
    if not recorded:
        return [f"no record on any of these {all_days} days"]
    lines = labelled(
        "recorded", f"{recorded} of {all_days} days; a day without a record is not zero"
    )
    lines += labelled("mean", _mean_text(period))
    if period.not_known:
        lines += labelled("not known", f"the content of {period.not_known} of the intakes")
    top = [f"{printable(one.name)} {mcg_text(one.mcg)}" for one in period.contributions[:3]]
    return lines + (labelled("most from", ", ".join(top)) if top else [])


def _mean_text(period: Period) -> str:
    mean, target = period.mean_mcg, period.mean_target_mcg
    if mean is None:
        return UNKNOWN
    least = "at least " if period.not_known else ""
    share = f" · {percentage(mean / target * 100)} of the target" if target else ""
    return f"{least}{mcg_text(mean)} a recorded day{share}"


def log_table(intakes: Sequence[Intake]) -> Table:
    """Intakes with their numbers, a day after the other."""
    table = _table(("#", "right"), "day", "when", "what", ("µg", "right"), "note")
    previous: date | None = None
    for intake in intakes:
        shown = "" if intake.day == previous else intake.day.isoformat()
        previous = intake.day
        mcg = amount(intake.content.best) if intake.content else "?"
        row = [str(intake.id), shown, _when(intake), intake.wording, mcg, intake.note or ""]
        _row(table, row)
    return table


def supplement_table(supplements: Iterable[Supplement]) -> Table:
    """Supplements with strength, unit, form and route."""
    table = _table("name", ("µg", "right"), "unit", "form", "route", "whose")
    for one in supplements:
        whose = "yours" if one.own else ""
        strength = amount(one.strength_mcg)
        _row(table, [one.name, strength, one.unit, one.form.value, one.route.value, whose])
    return table


def people_table(people: Iterable[tuple[Person, bool, Target | None]]) -> Table:
    """Everybody in the diary with the target of today; `*` marks the current person."""
    table = _table("", "name", "born", "diet", ("µg", "right"), "kind", "life stage")
    for person, is_current, target in people:
        born = person.born.isoformat() if person.born else ""
        diet = person.diet.value if person.diet else ""
        stage = [amount(target.mcg), target.kind, target.label] if target else ["–", "", ""]
        _row(table, ["*" if is_current else "", person.name, born, diet, *stage])
    return table


def plain_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table of words."""
    table = _table(*headers)
    for row in rows:
        _row(table, row)
    return table


def labelled(label: str, text: str) -> list[str]:
    """A line with its label before it, wrapped to 80 columns under its beginning."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=f"{label:<13}", subsequent_indent=" " * 13
    ) or [label]


def _table(*columns: str | tuple[str, str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        name, justify = column if isinstance(column, tuple) else (column, "left")
        is_wide = name in WIDE
        table.add_column(
            name,
            justify="right" if justify == "right" else "left",
            no_wrap=not is_wide,
            overflow="fold",
        )
    return table


def _row(table: Table, cells: Sequence[str]) -> None:
    # Text, not str: rich would read [brackets] in a name as markup.
    table.add_row(*(Text(printable(cell)) for cell in cells))


def _when(intake: Intake) -> str:
    time = intake.time.strftime("%H:%M") if intake.time else ""
    occasion = intake.occasion.value if intake.occasion else ""
    return " ".join(part for part in (time, occasion) if part)


def _what(intake: Intake) -> str:
    kind = " (supplement)" if intake.kind is IntakeKind.SUPPLEMENT else ""
    note = f" — {intake.note}" if intake.note else ""
    return intake.wording + kind + note


def _amounts(intake: Intake, day: DaySummary) -> list[str]:
    if intake.content is None:
        return ["?", UNKNOWN, ""]
    target = day.target.mcg if day.target else None
    share = percentage(intake.content.best * 100 / target) if target else ""
    return [amount(intake.content.best), range_text(intake.content), share.removesuffix(" %")]


def _day_cells(day: DaySummary) -> list[str]:
    target = amount(day.target.mcg) if day.target else "–"
    if not day.recorded:
        return ["", "", "", NO_RECORD, target, ""]
    food = amount(day.food.best) if day.food.best is not None else "?"
    taken = amount(day.supplements.best) if day.supplements.best is not None else "?"
    best = day.total.best
    least = "≥ " if day.total.not_known and best is not None else ""
    total = "?" if best is None else f"{least}{amount(best)}"
    span = f"{day.total.not_known} not known" if day.total.not_known else range_text(day.total)
    return [food, taken, total, span, target, percentage(day.percent.best).removesuffix(" %")]


def _absorbed_cell(day: DayEstimate) -> str:
    shown = day.recorded or day.absorbed.likely > 0
    return estimate_text(day.absorbed.likely) if shown else ""


def _fortified_part(day: DaySummary) -> str:
    if not day.fortified_mcg:
        return ""
    return f", of this {amount(day.fortified_mcg)} µg from fortified food"
