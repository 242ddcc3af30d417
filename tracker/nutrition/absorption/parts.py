"""What each intake brings, on which day and from which origin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum

from tracker.nutrition.absorption.model.injections import (
    SPREAD_DAYS,
    retained_from_injection_mcg,
)
from tracker.nutrition.absorption.model.oral import (
    AbsorbedRange,
    OralDose,
    Uptake,
    absorbed_by_dose,
)
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.supplements.supplement import Route


class Origin(StrEnum):
    """Where B12 came from: bound in food, added to food, or taken."""

    FOOD = "food"
    FORTIFIED = "fortified"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True)
class AbsorbedPart:
    """What one dose, or a day's part of an injection, brought on a day, in µg."""

    day: date
    origin: Origin
    absorbed: AbsorbedRange


def origin_amounts(intake: Intake) -> dict[Origin, Decimal]:
    """An intake's best value in µg, by where it came from."""
    if intake.kind is IntakeKind.SUPPLEMENT:
        return {Origin.SUPPLEMENT: intake.best_mcg}
    bound = intake.best_mcg - intake.fortified_mcg
    return {Origin.FOOD: bound, Origin.FORTIFIED: intake.fortified_mcg}


def absorbed_parts(
    intakes: Sequence[Intake], day_starts: int, uptake: Callable[[date], Uptake]
) -> list[AbsorbedPart]:
    """What each intake of known content brings, and when; nasal doses are not estimated.

    Windows run on across midnight: a late and an early dose may share one.
    """
    swallowed: list[tuple[Intake, Origin, OralDose]] = []
    parts: list[AbsorbedPart] = []
    for intake in intakes:
        if intake.content is None or intake.route is Route.NASAL:
            continue
        if intake.route is Route.INJECTION:
            parts += _injected(intake, intake.content)
        else:
            swallowed += _swallowed(intake, intake.content, day_starts, uptake(intake.day))
    absorbed = absorbed_by_dose([dose for _, _, dose in swallowed])
    for (intake, origin, _), found in zip(swallowed, absorbed, strict=True):
        is_open = intake.content is not None and intake.content.high is None
        parts.append(AbsorbedPart(intake.day, origin, found.open_above() if is_open else found))
    return parts


def _injected(intake: Intake, content: ContentRange) -> list[AbsorbedPart]:
    retained = retained_from_injection_mcg(float(content.best), intake.form)
    a_day = AbsorbedRange.point(retained / SPREAD_DAYS)
    return [
        AbsorbedPart(intake.day + timedelta(days=number), Origin.SUPPLEMENT, a_day)
        for number in range(SPREAD_DAYS)
    ]


def _swallowed(
    intake: Intake, content: ContentRange, day_starts: int, uptake: Uptake
) -> list[tuple[Intake, Origin, OralDose]]:
    """The doses of an intake: what is bound in a food and what was added to it apart."""
    whole = float(content.best)
    # An open end counts as the best value, for nothing larger is known; `absorbed_parts` opens
    # the estimate again, so that nobody reads it as an upper limit.
    high = content.best if content.high is None else content.high
    doses = []
    for origin, amount in origin_amounts(intake).items():
        # A food whose likeliest content is none may still hold some, bound in it.
        share = float(amount) / whole if whole else float(origin is not Origin.FORTIFIED)
        dose = OralDose(
            amount_mcg=whole * share,
            food_bound=origin is Origin.FOOD,
            minute=_minute(intake.time, day_starts),
            occasion=intake.occasion.value if intake.occasion else None,
            day=intake.day.toordinal(),
            low_mcg=float(content.low) * share,
            high_mcg=float(high) * share,
            uptake=uptake,
        )
        doses.append((intake, origin, dose))
    return doses


def _minute(moment: time | None, day_starts: int) -> int | None:
    """Minutes of the clock; hours before the person's day starts belong to its end."""
    if moment is None:
        return None
    late = 24 if moment.hour < day_starts else 0
    return (moment.hour + late) * 60 + moment.minute
