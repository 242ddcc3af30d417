"""Days and runs of them as text tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.table import Table

from tracker.language.names import printable
from tracker.nutrition.absorption.estimate import DayEstimate, Estimates
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.reports.diary.wording import day_title
from tracker.reports.figures import estimate_text
from tracker.reports.lines import labelled
from tracker.reports.numbers import NO_RECORD, UNKNOWN, amount, mcg_text, percentage
from tracker.reports.people.targets import target_text
from tracker.reports.tables import add_row, styled_table
from tracker.reports.wording import range_text, total_text


def day_table(day: DaySummary) -> Table:
    """A day's intakes with number, time, µg, range and percent of target."""
    table = styled_table(("#", "right"), "when", "what", ("µg", "right"), "range", ("%", "right"))
    for intake in day.intakes:
        add_row(table, [str(intake.id), _when(intake), _what(intake), *_amounts(intake, day)])
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
    table = styled_table(
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
        add_row(table, [day_title(day.day), *_day_cells(day), *absorbed])
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
    mean = period.mean
    if mean.best is None:
        return UNKNOWN
    least = "at least " if period.not_known else ""
    percent = mean.percent_of(period.mean_target_mcg).best
    share = "" if percent is None else f" · {percentage(percent)} of the target"
    return f"{least}{mcg_text(mean.best)} a recorded day{share}"


def log_table(intakes: Sequence[Intake]) -> Table:
    """Intakes with their numbers, a day after the other."""
    table = styled_table(("#", "right"), "day", "when", "what", ("µg", "right"), "note")
    previous: date | None = None
    for intake in intakes:
        shown = "" if intake.day == previous else intake.day.isoformat()
        previous = intake.day
        mcg = amount(intake.content.best) if intake.content else "?"
        row = [str(intake.id), shown, _when(intake), intake.wording, mcg, intake.note or ""]
        add_row(table, row)
    return table


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
    shown = day.holds and (day.recorded or day.absorbed.likely > 0)
    return estimate_text(day.absorbed.likely) if shown else ""


def _fortified_part(day: DaySummary) -> str:
    if not day.fortified_mcg:
        return ""
    return f", of this {amount(day.fortified_mcg)} µg from fortified food"
