"""Amounts, percentages and days in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tracker.nutrition.amounts import ContentRange, IntakeTotal
from tracker.nutrition.intake import DaySummary, Intake
from tracker.nutrition.person import Person
from tracker.nutrition.targets import Target

NOT_KNOWN = "not known"
NO_RECORD = "no record"


def amount(mcg: Decimal) -> str:
    """µg with as many digits as can be read: `0.56`, `12.3`, `1,002`."""
    if 0 < mcg < Decimal("0.005"):
        return "<0.01"
    if mcg >= 100:
        return f"{_rounded(mcg, '1'):,f}"
    digits = "0.1" if mcg >= 10 else "0.01"
    return _trimmed(_rounded(mcg, digits))


def percentage(percent: Decimal | None) -> str:
    """A percentage without decimals, `–` where there is none."""
    return "–" if percent is None else f"{_rounded(percent, '1'):,f} %"


def range_text(content: ContentRange | IntakeTotal) -> str:
    """The range beside the best value: `0.48 to 1.2`, `at least 20`, empty for a point."""
    if content.high is None:
        return f"at least {amount(content.low)}"
    if content.low == content.high:
        return ""
    return f"{amount(content.low)} to {amount(content.high)}"


def content_text(content: ContentRange | None) -> str:
    """A content with its range in brackets, or `not known`."""
    if content is None:
        return NOT_KNOWN
    span = range_text(content)
    return f"{amount(content.best)} µg" + (f" ({span})" if span else "")


def total_text(total: IntakeTotal) -> str:
    """A total: `1.12 µg`, `at least 1.12 µg, 1 not known`, `not known`."""
    if total.best is None:
        return NOT_KNOWN
    if total.not_known:
        return f"at least {amount(total.best)} µg, {total.not_known} not known"
    return f"{amount(total.best)} µg"


def day_name(day: date, today: date) -> str:
    """`today`, `yesterday`, or the weekday and the date."""
    named = {0: "today", 1: "yesterday"}.get((today - day).days)
    return named or f"{day:%a} {day.isoformat()}"


def day_line(day: DaySummary, today: date) -> str:
    """A day against its target: `today 1.12 of 2.4 µg (47 %)`."""
    name = day_name(day.day, today)
    total = day.total
    if day.target is None:
        return f"{name} {total_text(total)}"
    if total.best is None:
        return f"{name} {NOT_KNOWN}, target {amount(day.target.mcg)} µg"
    least = "at least " if total.not_known else ""
    unknown = f", {total.not_known} not known" if total.not_known else ""
    share = percentage(day.percent.best)
    return f"{name} {least}{amount(total.best)} of {amount(day.target.mcg)} µg ({share}){unknown}"


def intake_line(intake: Intake) -> str:
    """An intake and what it was worth: `2 × egg, large: 1.12 µg (0.48 to 1.2)`."""
    return f"{intake.wording}: {content_text(intake.content)}"


def target_text(target: Target | None) -> str:
    """A target in words: `2.4 µg RDA, 19-30 years, iom-1998`."""
    if target is None:
        return "none: the standard has no value for this age"
    kind = {"AI": "adequate intake (AI)"}.get(target.kind, target.kind)
    return f"{amount(target.mcg)} µg {kind}, {target.label}, {target.standard}"


def notes_on(person: Person, targets: Sequence[Target | None], today: date) -> list[str]:
    """What a reader of the figures must know about the target, a line each."""
    notes = []
    if person.born is None:
        notes.append(
            "no day of birth in the profile, so the adult target applies: "
            "`b12 profile set --born 1990-05-17` sets yours"
        )
    notes += dict.fromkeys(target.note for target in targets if target and target.note)
    if any(target is None for target in targets):
        notes.append(f"{person.standard} sets no value for this age; other standards may")
    for phase in person.phases:
        if phase.last_day is None and (today - phase.first_day).days > 300:
            notes.append(
                f"the {phase.phase.value} since {phase.first_day} has no end: "
                f"`b12 profile {phase.phase.value} {phase.first_day} END` sets it"
            )
    return notes


def _rounded(number: Decimal, digits: str) -> Decimal:
    return number.quantize(Decimal(digits), rounding=ROUND_HALF_UP)


def _trimmed(number: Decimal) -> str:
    return f"{number.normalize():f}"
