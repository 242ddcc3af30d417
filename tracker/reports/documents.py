"""Results as JSON documents: numbers as numbers, `null` where not known or open.

The keys are a promise (docs/cli.md): they do not change without a line in the changelog.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from tracker.nutrition.amounts import ContentRange, IntakeTotal, PercentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, Period
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.nutrition.supplements.supplement import Supplement

SCHEMA = 1

Document = dict[str, Any]


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
    mean, target = period.mean_mcg, period.mean_target_mcg
    return {
        "schema": SCHEMA,
        "person": period.person.name,
        "week": str(period.week),
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
        "recorded_days": len(period.recorded),
        "mean_intake_mcg": number(mean, 3),
        "mean_target_mcg": number(target, 3),
        "mean_percent_of_target": number(mean / target * 100, 1) if mean and target else None,
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
    quantity = intake.quantity
    return {
        "id": intake.id,
        "kind": intake.kind.value,
        "name": intake.name,
        "portion": intake.portion,
        "quantity": quantity.numerator if quantity.denominator == 1 else float(quantity),
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


def target_document(target: Target | None) -> Document | None:
    """A target, `null` where the standard sets none."""
    if target is None:
        return None
    return {
        "mcg": number(target.mcg),
        "kind": target.kind,
        "life_stage": target.life_stage,
        "standard": target.standard,
        "unverified": target.unverified,
        "note": target.note or None,
    }


def profile_document(person: Person, is_current: bool, target: Target | None) -> Document:
    """A person and their target today."""
    return {"schema": SCHEMA, **_profile(person, is_current, target)}


def profiles_document(profiles: Iterable[tuple[Person, bool, Target | None]]) -> Document:
    """Everybody in the diary."""
    return {"schema": SCHEMA, "people": [_profile(*profile) for profile in profiles]}


def supplements_document(supplements: Iterable[Supplement]) -> Document:
    """Supplements that can be taken."""
    listed = [supplement_document(one) for one in supplements]
    return {"schema": SCHEMA, "supplements": listed}


def supplement_document(supplement: Supplement) -> Document:
    """A supplement."""
    return {
        "name": supplement.name,
        "strength_mcg": number(supplement.strength_mcg),
        "unit": supplement.unit,
        "form": supplement.form.value,
        "route": supplement.route.value,
        "own": supplement.own,
        "aliases": list(supplement.aliases),
        "source": supplement.source or None,
        "source_id": supplement.source_id or None,
        "note": supplement.note or None,
    }


def range_document(content: ContentRange | IntakeTotal | None) -> Document | None:
    """A range of µg; `null` where nothing is known of it."""
    if content is None:
        return None
    return {name: number(getattr(content, name)) for name in ("low", "best", "high")}


def number(value: Decimal | None, digits: int | None = None) -> float | None:
    """A JSON number, rounded where digits are given."""
    if value is None:
        return None
    return float(value if digits is None else round(value, digits))


def _profile(person: Person, is_current: bool, target: Target | None) -> Document:
    return {
        "person": person.name,
        "current": is_current,
        "born": person.born.isoformat() if person.born else None,
        "sex": person.sex.value if person.sex else None,
        "diet": person.diet.value if person.diet else None,
        "standard": person.standard,
        "day_starts": person.day_starts,
        "life_phases": [
            {
                "phase": phase.phase.value,
                "first_day": phase.first_day.isoformat(),
                "last_day": phase.last_day.isoformat() if phase.last_day else None,
            }
            for phase in person.phases
        ],
        "target": target_document(target),
    }


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
