"""What a person may have absorbed on the days of a diary: the model's estimate, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from decimal import Decimal

from tracker.nutrition.absorption import (
    NOTHING_ABSORBED,
    AbsorbedRange,
    Dose,
    Pathway,
    absorbed_range,
    pathway_of,
    retained_from_injection_mcg,
)
from tracker.nutrition.intake import DaySummary, Intake, IntakeKind


def absorbed_on(day: DaySummary, day_starts: int = 0) -> AbsorbedRange | None:
    """Estimate the µg absorbed on a day from what is known of it; `None` where nothing is.

    What is of unknown content counts as nothing, and so does a nasal dose, for which there is no
    figure: the estimate is then "at least". An injection counts with what it leaves in the body.
    """
    if not day.recorded or day.total.best is None:
        return None
    doses = [dose for one in day.intakes for dose in _doses(one, day_starts)]
    injected = sum((_injected(one) for one in day.intakes), NOTHING_ABSORBED)
    return absorbed_range(doses) + injected


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
