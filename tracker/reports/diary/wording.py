"""Lines about intakes and days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.nutrition.diary.changes import Revised
from tracker.nutrition.diary.intake import DaySummary, Intake
from tracker.nutrition.diary.valuing import Valued
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.food import Food
from tracker.nutrition.foods.label import is_percent_of_a_label
from tracker.reports.foods.wording import number_text, unknown_reasons
from tracker.reports.numbers import (
    NO_RECORD,
    UNKNOWN,
    amount,
    day_name,
    mcg_text,
    percentage,
)
from tracker.reports.wording import content_text, total_text


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
    """An intake and what it was worth: `2 × egg, large: 1.12 µg (0.72 to 1.2)`.

    A percentage of a label names the Daily Value that it was read on.
    """
    basis = f", {intake.source}" if is_percent_of_a_label(intake.source) else ""
    return f"{intake.wording}: {content_text(intake.content)}{basis}"


def moment_text(intake: Intake) -> str:
    """When an intake was and what was noted: `2026-11-21 09:15 snack, “late”`."""
    time = intake.time.strftime("%H:%M") if intake.time else ""
    occasion = intake.occasion.value if intake.occasion else ""
    moment = " ".join(part for part in (intake.day.isoformat(), time, occasion) if part)
    return f"{moment}, “{intake.note}”" if intake.note else moment


def held_back_notes(logged: Iterable[Valued]) -> list[str]:
    """What is flagged and not counted, why, and how to count it anyway."""
    return [
        f"{one.intake.name} is logged as not known: {one.flag}; to count it anyway: "
        f"b12 edit {one.intake.id} --accept-flag, or --mcg with the label's amount"
        for one in logged
        if one.flag
    ]


def revised_notes(revised: Iterable[Revised]) -> list[str]:
    """What counts otherwise than when it was logged last, and where to see why."""
    return [
        f"{one.before.wording} was worth {content_text(one.before.content)} when it was logged "
        f"for {one.before.day} and is worth {content_text(one.now.content)} now, as "
        f"{_revision(one.food)}; past intakes keep their worth"
        for one in revised
    ]


def _revision(food: Food) -> str:
    if food.collection is Collection.RECIPE:
        return f'its ingredients or their figures changed (b12 recipe show "{food.name}")'
    return f"its table has new figures (b12 food show {number_text(food)})"


def not_known_notes(logged: Iterable[Valued]) -> list[str]:
    """Why nothing is known of a content, where its table says so or a dish lost an ingredient."""
    foods = dict.fromkeys(one.food for one in logged if one.food is not None)
    return [
        f"{food.name} is logged as not known: {reason}"
        for food in foods
        if food.content.mcg is None
        for reason in unknown_reasons(food)
    ]
