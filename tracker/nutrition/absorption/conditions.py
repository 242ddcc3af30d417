"""What a person's age and factors mean on a day for what is absorbed, needed and assessed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.nutrition.absorption.model.oral import Uptake
from tracker.nutrition.absorption.verdict import (
    NEED_IN_PERNICIOUS_ANAEMIA_MCG,
    Obstacle,
    need_mcg,
)
from tracker.nutrition.people.factors import Effect, Factor
from tracker.nutrition.people.person import LifeStage, Person, life_stage_on
from tracker.nutrition.people.targets import Target


def uptake_on(factors: Iterable[Factor], day: date) -> Uptake:
    """What a person's gut does on a day, as far as the profile tells.

    The one rule from which every page has what was absorbed on that day.
    """
    there = [factor for factor in factors if factor.is_there_on(day)]
    return Uptake(
        food_bound_counts=not any(one.impairs_food_bound_on(day) for one in there),
        intrinsic_factor=not _lacks_intrinsic_factor(there),
    )


def need_on(target: Target | None, factors: Iterable[Factor], day: date) -> float | None:
    """The µg to absorb on a day; `None` without a target to derive it from."""
    if target is None:
        return None
    need = need_mcg(float(target.mcg))
    if _lacks_intrinsic_factor(factor for factor in factors if factor.is_there_on(day)):
        return max(need, NEED_IN_PERNICIOUS_ANAEMIA_MCG)
    return need


def obstacle_on(
    person: Person, target: Target | None, factors: Iterable[Factor], day: date
) -> Obstacle | None:
    """Why a person's day carries no verdict, whatever is recorded on it."""
    if is_infant(person, day):
        return Obstacle.INFANT
    if any(one.kind.prevents_assessment and one.is_there_on(day) for one in factors):
        return Obstacle.IMPAIRED
    return Obstacle.NO_TARGET if target is None else None


def is_infant(person: Person, day: date) -> bool:
    """Whether a day lies in a person's first year of life."""
    return life_stage_on(person, day) is LifeStage.INFANT


def is_child(person: Person, day: date) -> bool:
    """Whether a day lies before a person's 19th birthday."""
    return life_stage_on(person, day) in (LifeStage.INFANT, LifeStage.CHILD)


def _lacks_intrinsic_factor(there: Iterable[Factor]) -> bool:
    return any(factor.kind.effect is Effect.NO_INTRINSIC_FACTOR for factor in there)
