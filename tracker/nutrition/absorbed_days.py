"""What a person may have absorbed on the days of a diary: the model's estimate, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from tracker.nutrition.absorption import (
    NOTHING_ABSORBED,
    AbsorbedRange,
    Dose,
    Pathway,
    absorbed_range,
    need_mcg,
    pathway_of,
    retained_from_injection_mcg,
)
from tracker.nutrition.intake import DaySummary, Intake, IntakeKind
from tracker.nutrition.person import Person, completed_months

INFANT_MONTHS = 12


@dataclass(frozen=True)
class DayEstimate:
    """What is estimated of a day: µg absorbed against the µg needed, `None` without a target."""

    day: date
    need_mcg: float | None
    absorbed: AbsorbedRange
    obstacle: str | None = None


def estimate_day(person: Person, day: DaySummary) -> DayEstimate:
    """Estimate the µg absorbed on a day from what is known of it.

    What is of unknown content counts as nothing, and so does a nasal dose, for which there is no
    figure: the estimate is then "at least". An injection counts with what it leaves in the body.
    """
    doses = [dose for one in day.intakes for dose in _doses(one, person.day_starts)]
    injected = sum((_injected(one) for one in day.intakes), NOTHING_ABSORBED)
    born = person.born
    is_infant = born is not None and completed_months(born, day.day) < INFANT_MONTHS
    return DayEstimate(
        day=day.day,
        need_mcg=need_mcg(float(day.target.mcg)) if day.target else None,
        absorbed=absorbed_range(doses) + injected,
        obstacle="infant" if is_infant else None,
    )


def _pathway(intake: Intake) -> Pathway:
    if intake.kind is IntakeKind.FOOD or intake.route is None:
        return Pathway.GUT
    return pathway_of(intake.route.value)


def _doses(intake: Intake, day_starts: int) -> Iterator[Dose]:
    if _pathway(intake) is not Pathway.GUT:
        return
    is_food = intake.kind is IntakeKind.FOOD
    crystalline = intake.fortified_mcg if is_food else intake.best_mcg
    minute = None if intake.time is None else _minute(intake.time, day_starts)
    occasion = intake.occasion.value if intake.occasion else None
    for amount, food_bound in ((crystalline, False), (intake.best_mcg - crystalline, True)):
        if amount > Decimal(0):
            yield Dose(float(amount), food_bound, minute, occasion)


def _minute(moment: time, day_starts: int) -> int:
    """Minutes since the person's day began."""
    return (moment.hour - day_starts) % 24 * 60 + moment.minute


def _injected(intake: Intake) -> AbsorbedRange:
    if _pathway(intake) is not Pathway.INJECTION:
        return NOTHING_ABSORBED
    form = intake.form.value if intake.form else None
    return AbsorbedRange.point(retained_from_injection_mcg(float(intake.best_mcg), form))
