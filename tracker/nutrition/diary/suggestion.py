"""Which foods may be suggested to a person, and how much of each closes the gap of a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from tracker.nutrition.amounts import micrograms, nanograms, percent
from tracker.nutrition.diary.intake import DaySummary
from tracker.nutrition.foods.food import EatenAmount, Food, FoodDiet, amount_of, portion_factor
from tracker.nutrition.people.person import Diet, LifeStage, Person, Phase, life_stage_on

MOST_PORTIONS = 3
"""Nobody wants to be told to eat more of one thing."""

EATEN_OF_LATE = timedelta(days=90)
"""What was logged in the days before is what a person eats anyway."""

_STEP = Fraction(1, 2)
_MOST_OF_A_GROUP = 2
_OFTEN = 3
_NO_MEAL = {"infant", "energy-drink"}
_ORGAN_MEAT = "organ-meat"
_EATEN_BY = {
    Diet.VEGAN: {FoodDiet.VEGAN},
    Diet.VEGETARIAN: {FoodDiet.VEGAN, FoodDiet.VEGETARIAN},
    Diet.OMNIVORE: set(FoodDiet),
}


@dataclass(frozen=True)
class Suggestion:
    """So many portions of a food, what they hold, and where they bring the day."""

    food: Food
    amount: EatenAmount
    mcg: Decimal
    percent_after: Decimal
    times_eaten: int


@dataclass(frozen=True)
class Suggestions:
    """What a day lacks of its target in µg, zero where it lacks nothing, and what closes it."""

    day: DaySummary
    gap_mcg: Decimal
    suggestions: tuple[Suggestion, ...]


def is_too_young(person: Person, day: date) -> bool:
    """Whether a person is an infant on a day: what infants are fed is not for a program to say."""
    return life_stage_on(person, day) is LifeStage.INFANT


def suggestions_for(
    person: Person,
    day: DaySummary,
    foods: Iterable[Food],
    *,
    times_eaten: Mapping[str, int],
    diet: Diet | None,
    limit: int,
) -> Suggestions:
    """At most `limit` foods that close the gap of a day with a target.

    `times_eaten` says by a food's key how often it was eaten of late; without a `diet` that of
    the person counts.
    """
    target_mcg = day.target.mcg if day.target else Decimal(0)
    gap = max(target_mcg - (day.total.best or Decimal(0)), Decimal(0))
    if not gap:
        return Suggestions(day, gap, ())
    eats = _EATEN_BY[diet or person.diet or Diet.OMNIVORE]
    possible = [
        one
        for food in foods
        if food.diet in eats and is_advisable(food, person, day.day)
        if (one := _closing(food, gap, day, times_eaten.get(food.key, 0)))
    ]
    return Suggestions(day, gap, tuple(_varied(possible, gap, limit)))


def is_advisable(food: Food, person: Person, day: date) -> bool:
    """Whether a food may be suggested: its content is sure, and nothing speaks against it."""
    if food.content.flag or food.content.mcg is None or food.group in _NO_MEAL:
        return False
    # Liver is so rich in vitamin A that it is advised against in pregnancy.
    is_pregnant = any(
        phase.phase is Phase.PREGNANCY and phase.covers(day) for phase in person.phases
    )
    if is_pregnant and (food.group == _ORGAN_MEAT or "liver" in food.name.lower()):
        return False
    # What is added differs from brand to brand: only where most of them have it.
    return not food.content.fortified or food.content.mcg.low * 2 >= food.content.mcg.best


def _closing(food: Food, gap: Decimal, day: DaySummary, times_eaten: int) -> Suggestion | None:
    """The fewest half portions that close the gap; `None` where it takes too many."""
    usual = food.usual_portion
    factor = portion_factor(food, usual) if usual else None
    if usual is None or factor is None or food.content.mcg is None:
        return None
    one = food.content.mcg.times(factor).best
    if one <= 0:
        return None
    # In fractions: a gap that two portions close to the nanogram must not ask for a third by an
    # error of rounding.
    quantity = ceil(Fraction(gap) / Fraction(one) / _STEP) * _STEP
    if quantity > MOST_PORTIONS:
        return None
    mcg = micrograms(nanograms(Fraction(food.content.mcg.best) * factor * quantity))
    after = percent((day.total.best or Decimal(0)) + mcg, day.target.mcg if day.target else None)
    if after is None:
        return None
    return Suggestion(food, amount_of(food, quantity, usual.name), mcg, after, times_eaten)


def _varied(possible: list[Suggestion], gap: Decimal, limit: int) -> list[Suggestion]:
    """What is eaten anyway first, then what comes nearest; few of one kind."""
    by_likeness = sorted(
        possible,
        # What was eaten more than a few times is a habit, and all habits are alike: among them,
        # as among the rest, a whole portion comes before a fraction, then the closest fit.
        key=lambda one: (-min(one.times_eaten, _OFTEN), one.amount.quantity != 1, one.mcg - gap),
    )
    groups: Counter[str] = Counter()
    chosen = []
    for one in by_likeness:
        groups[one.food.group] += not one.times_eaten
        if one.times_eaten or groups[one.food.group] <= _MOST_OF_A_GROUP:
            chosen.append(one)
    return chosen[:limit]
