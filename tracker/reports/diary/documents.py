"""Days and runs of them as data."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tracker.nutrition.amounts import PercentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, Period
from tracker.nutrition.people.person import Person
from tracker.reports.documents import SCHEMA, Document, number, range_document
from tracker.reports.people.targets import target_document


def day_document(person: Person, day: DaySummary, notes: Sequence[str] = ()) -> Document:
    """A day with its intakes."""
    return {
        "schema": SCHEMA,
        "person": person.name,
        **_day(day),
        "intakes": [intake_document(intake) for intake in day.intakes],
        "notes": list(notes),
    }


def period_document(period: Period, notes: Sequence[str] = ()) -> Document:
    """A run of days, the mean over its recorded days, and what contributed."""
    mean, target = period.mean, period.mean_target_mcg
    return {
        "schema": SCHEMA,
        "person": period.person.name,
        "week": str(period.week),
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
        "recorded_days": len(period.recorded),
        "mean_intake_mcg": number(mean.best, 3),
        "mean_target_mcg": number(target, 3),
        "mean_percent_of_target": number(mean.percent_of(target).best, 1),
        "not_known": period.not_known,
        "days": [_day(day) for day in period.days],
        "contributions": [
            {"name": one.name, "kind": one.kind.value, "mcg": number(one.mcg), "times": one.times}
            for one in period.contributions
        ],
        "notes": list(notes),
    }


def log_document(person: Person, intakes: Sequence[Intake]) -> Document:
    """Intakes as the log lists them, each with its day."""
    listed = [{"day": one.day.isoformat(), **intake_document(one)} for one in intakes]
    return {"schema": SCHEMA, "person": person.name, "intakes": listed}


def intake_document(intake: Intake) -> Document:
    """An intake."""
    return {
        "id": intake.id,
        "kind": intake.kind.value,
        "name": intake.name,
        "portion": intake.portion,
        "quantity": quantity_number(intake.quantity),
        "grams": number(intake.grams),
        "occasion": intake.occasion.value if intake.occasion else None,
        "time": intake.time.strftime("%H:%M") if intake.time else None,
        "note": intake.note,
        "form": intake.form.value if intake.form else None,
        "route": intake.route.value if intake.route else None,
        "fortified_mcg": number(intake.fortified_mcg),
        "source": intake.source,
        "intake_mcg": range_document(intake.content),
    }


def quantity_number(quantity: Fraction) -> float:
    """A quantity as a number: a whole one without a point."""
    return quantity.numerator if quantity.denominator == 1 else float(quantity)


def _day(day: DaySummary) -> Document:
    unknown: Document = {"low": None, "best": None, "high": None}
    if not day.recorded:
        amounts: Document = dict.fromkeys(
            ("intake_mcg", "percent_of_target", "food_mcg", "supplement_mcg"), unknown
        )
    else:
        amounts = {
            "intake_mcg": range_document(day.total),
            "percent_of_target": _percent_document(day.percent),
            "food_mcg": range_document(day.food),
            "supplement_mcg": range_document(day.supplements),
        }
    return {
        "day": day.day.isoformat(),
        "recorded": day.recorded,
        "target": target_document(day.target),
        **amounts,
        "fortified_mcg": number(day.fortified_mcg) if day.recorded else None,
        "not_known": day.total.not_known,
    }


def _percent_document(percent: PercentRange) -> Document:
    return {name: number(getattr(percent, name), 1) for name in ("low", "best", "high")}
