"""Intakes, days and targets in words, as the terminal shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.nutrition.amounts import ContentRange, IntakeTotal
from tracker.nutrition.diary.intake import DaySummary, Intake
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.reports.numbers import (
    NO_RECORD,
    UNKNOWN,
    amount,
    day_name,
    kind_text,
    mcg_text,
    percentage,
)


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
        return UNKNOWN
    span = range_text(content)
    return f"{mcg_text(content.best)}" + (f" ({span})" if span else "")


def total_text(total: IntakeTotal) -> str:
    """A total: `1.12 µg`, `at least 1.12 µg, 1 not known`, `not known`."""
    if total.best is None:
        return UNKNOWN
    if total.not_known:
        return f"at least {mcg_text(total.best)}, {total.not_known} not known"
    return f"{mcg_text(total.best)}"


def day_title(day: date) -> str:
    """`Sun 2026-11-22`."""
    return f"{day_name(day)} {day.isoformat()}"


def spoken_day(day: date, today: date) -> str:
    """`today`, `yesterday`, or the weekday and the date."""
    return {0: "today", 1: "yesterday"}.get((today - day).days) or day_title(day)


def day_line(day: DaySummary, today: date) -> str:
    """A day against its target: `today 1.12 of 2.4 µg (47 %)`."""
    name = spoken_day(day.day, today)
    total = day.total
    if not day.recorded:
        return f"{name} {NO_RECORD}"
    if day.target is None:
        return f"{name} {total_text(total)}"
    if total.best is None:
        return f"{name} {UNKNOWN}, target {mcg_text(day.target.mcg)}"
    least = "at least " if total.not_known else ""
    unknown = f", {total.not_known} not known" if total.not_known else ""
    share = percentage(day.percent.best)
    return f"{name} {least}{amount(total.best)} of {amount(day.target.mcg)} µg ({share}){unknown}"


def intake_line(intake: Intake) -> str:
    """An intake and what it was worth: `2 × egg, large: 1.12 µg (0.48 to 1.2)`.

    A percentage of a label names the Daily Value that it was read on.
    """
    basis = f", {intake.source}" if intake.source.startswith("label: ") else ""
    return f"{intake.wording}: {content_text(intake.content)}{basis}"


def moment_text(intake: Intake) -> str:
    """When an intake was and what was noted: `2026-11-21 09:15 snack, “late”`."""
    time = intake.time.strftime("%H:%M") if intake.time else ""
    occasion = intake.occasion.value if intake.occasion else ""
    moment = " ".join(part for part in (intake.day.isoformat(), time, occasion) if part)
    return f"{moment}, “{intake.note}”" if intake.note else moment


def target_text(target: Target | None) -> str:
    """A target in words: `2.4 µg RDA, 19-30 years, iom-1998`."""
    if target is None:
        return "none: the standard has no value for this age"
    kind = kind_text(target.kind)
    return f"{mcg_text(target.mcg)} {kind}, {target.label}, {target.standard}"


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
