"""Estimates what was absorbed on each day of a diary, and from what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum

from tracker.nutrition.absorption.model.injections import SPREAD_DAYS, retained_from_injection_mcg
from tracker.nutrition.absorption.model.oral import (
    NORMAL,
    NOTHING_ABSORBED,
    AbsorbedRange,
    OralDose,
    Uptake,
    absorbed_by_dose,
)
from tracker.nutrition.absorption.verdict import NEED_IN_PERNICIOUS_ANAEMIA_MCG, need_mcg
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind
from tracker.nutrition.people.factors import Effect, Factor
from tracker.nutrition.people.person import Person, completed_months
from tracker.nutrition.supplements.supplement import Route

INFANT_MONTHS = 12
ADULT_MONTHS = 19 * 12

LOOK_BACK = timedelta(days=SPREAD_DAYS)
"""How far back intakes bear on a day: injections by their spread, meals by the day before."""


class Source(StrEnum):
    """Where B12 came from: bound in food, added to food, or taken."""

    FOOD = "food"
    FORTIFIED = "fortified"
    SUPPLEMENT = "supplement"


class Obstacle(StrEnum):
    """Why no verdict is given."""

    INFANT = "infant"
    NO_TARGET = "no target"
    IMPAIRED = "impaired absorption"
    NOTHING_RECORDED = "nothing recorded"
    NO_SCHEDULE = "no schedule"
    TOO_FEW_DAYS = "too few days"
    FEW_DOSES = "few doses"
    LONG_GAP = "long gap"
    TOO_FAR_APART = "too far apart"
    NASAL = "nasal"


@dataclass(frozen=True)
class AbsorbedPart:
    """What one dose, or a day's part of an injection, brought on a day, in µg."""

    day: date
    source: Source
    absorbed: AbsorbedRange


@dataclass(frozen=True)
class DayEstimate:
    """What is estimated of a day: µg absorbed against the µg needed, `None` without a target."""

    day: date
    recorded: bool
    need_mcg: float | None
    absorbed: AbsorbedRange
    by_source: dict[Source, float]
    obstacle: Obstacle | None = None


def estimate_days(
    person: Person,
    days: Sequence[DaySummary],
    earlier: Iterable[Intake],
    factors: Sequence[Factor] = (),
    uptake: Uptake = NORMAL,
) -> list[DayEstimate]:
    """Estimate each of a run of days; `earlier` holds the intakes of the `LOOK_BACK` before.

    Pernicious anaemia leaves only the passive share, whatever `uptake` says.
    """
    lacking = any(
        factor.kind.effect is Effect.NO_INTRINSIC_FACTOR and factor.is_there_on(days[-1].day)
        for factor in factors
    )
    uptake = Uptake(uptake.food_bound_counts, uptake.intrinsic_factor and not lacking)
    intakes = [*earlier, *(intake for day in days for intake in day.intakes)]
    by_day: dict[date, list[AbsorbedPart]] = {day.day: [] for day in days}
    for part in absorbed_parts(intakes, person.day_starts, uptake):
        if part.day in by_day:
            by_day[part.day].append(part)
    return [_day_estimate(person, day, by_day[day.day], factors) for day in days]


def absorbed_parts(
    intakes: Sequence[Intake], day_starts: int, uptake: Uptake = NORMAL
) -> list[AbsorbedPart]:
    """What each intake of known content brings, and when; nasal doses are not estimated.

    Windows run on across midnight: a late and an early dose may share one.
    """
    swallowed: list[tuple[Intake, Source, OralDose]] = []
    parts: list[AbsorbedPart] = []
    for intake in intakes:
        if intake.content is None or intake.route is Route.NASAL:
            continue
        if intake.route is Route.INJECTION:
            parts += _injected(intake, intake.content)
        else:
            swallowed += _swallowed(intake, intake.content, day_starts)
    absorbed = absorbed_by_dose([dose for _, _, dose in swallowed], uptake)
    for (intake, source, _), found in zip(swallowed, absorbed, strict=True):
        is_open = intake.content is not None and intake.content.high is None
        parts.append(AbsorbedPart(intake.day, source, found.open_above() if is_open else found))
    return parts


def source_amounts(intake: Intake) -> dict[Source, Decimal]:
    """An intake's best value in µg, by where it came from."""
    if intake.kind is IntakeKind.SUPPLEMENT:
        return {Source.SUPPLEMENT: intake.best_mcg}
    bound = intake.best_mcg - intake.fortified_mcg
    return {Source.FOOD: bound, Source.FORTIFIED: intake.fortified_mcg}


def is_infant(person: Person, day: date) -> bool:
    """Whether a day lies in a person's first year of life."""
    return person.born is not None and completed_months(person.born, day) < INFANT_MONTHS


def is_child(person: Person, day: date) -> bool:
    """Whether a day lies before a person's 19th birthday, from which references count adults."""
    return person.born is not None and completed_months(person.born, day) < ADULT_MONTHS


def _day_estimate(
    person: Person, day: DaySummary, parts: Sequence[AbsorbedPart], factors: Sequence[Factor]
) -> DayEstimate:
    absorbed = NOTHING_ABSORBED
    by_source = dict.fromkeys(Source, 0.0)
    for part in parts:
        absorbed += part.absorbed
        by_source[part.source] += part.absorbed.likely
    return DayEstimate(
        day=day.day,
        recorded=day.recorded,
        need_mcg=_need(day, factors),
        absorbed=absorbed.open_above() if day.total.not_known else absorbed,
        by_source=by_source,
        obstacle=_obstacle(person, day, factors),
    )


def _need(day: DaySummary, factors: Sequence[Factor]) -> float | None:
    if day.target is None:
        return None
    need = need_mcg(float(day.target.mcg))
    for factor in factors:
        if factor.kind.effect is Effect.NO_INTRINSIC_FACTOR and factor.is_there_on(day.day):
            need = max(need, NEED_IN_PERNICIOUS_ANAEMIA_MCG)
    return need


def _obstacle(person: Person, day: DaySummary, factors: Sequence[Factor]) -> Obstacle | None:
    if is_infant(person, day.day):
        return Obstacle.INFANT
    if any(one.kind.prevents_assessment and one.is_there_on(day.day) for one in factors):
        return Obstacle.IMPAIRED
    return Obstacle.NO_TARGET if day.target is None else None


def _injected(intake: Intake, content: ContentRange) -> list[AbsorbedPart]:
    retained = retained_from_injection_mcg(float(content.best), intake.form)
    a_day = AbsorbedRange.point(retained / SPREAD_DAYS)
    return [
        AbsorbedPart(intake.day + timedelta(days=number), Source.SUPPLEMENT, a_day)
        for number in range(SPREAD_DAYS)
    ]


def _swallowed(
    intake: Intake, content: ContentRange, day_starts: int
) -> list[tuple[Intake, Source, OralDose]]:
    """The doses of an intake: what is bound in a food and what was added to it apart."""
    whole = float(content.best)
    doses = []
    for source, amount in source_amounts(intake).items():
        # A food whose likeliest content is none may still hold some, bound in it.
        share = float(amount) / whole if whole else float(source is not Source.FORTIFIED)
        high = content.best if content.high is None else content.high
        dose = OralDose(
            amount_mcg=whole * share,
            food_bound=source is Source.FOOD,
            minute=_minute(intake.time, day_starts),
            occasion=intake.occasion.value if intake.occasion else None,
            day=intake.day.toordinal(),
            low_mcg=float(content.low) * share,
            high_mcg=float(high) * share,
        )
        doses.append((intake, source, dose))
    return doses


def _minute(moment: time | None, day_starts: int) -> int | None:
    """Minutes of the clock; hours before the person's day starts belong to its end."""
    if moment is None:
        return None
    late = 24 if moment.hour < day_starts else 0
    return (moment.hour + late) * 60 + moment.minute


def is_assessed(estimate: DayEstimate) -> bool:
    """Whether the model of absorption holds for the person on that day."""
    return estimate.obstacle not in {Obstacle.INFANT, Obstacle.IMPAIRED}


def absorbed_of(day: DaySummary, estimate: DayEstimate) -> AbsorbedRange | None:
    """What may have been absorbed on a day; `None` without a known amount, or not assessed."""
    if not day.recorded or day.total.best is None or not is_assessed(estimate):
        return None
    return estimate.absorbed
