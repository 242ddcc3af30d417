"""Suggests foods that bring a day to its target, from what a person eats and from the table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from tracker.errors import TrackerError
from tracker.nutrition.amounts import micrograms, nanograms, percent
from tracker.nutrition.diary.intake import DaySummary
from tracker.nutrition.foods.food import Food, FoodDiet, Helping, helping
from tracker.nutrition.people.person import Diet, Person, Phase, completed_months
from tracker.services.diary.reading import summarize_day
from tracker.services.opening import Diary
from tracker.store.records.foods import OWN, RECIPE, SHIPPED, foods_by_id
from tracker.store.records.own_foods import eaten_foods, list_foods

LARGEST_QUANTITY = 3
"""Portions: nobody wants to be told to eat more of one thing."""

_STEP = Fraction(1, 2)
_OF_LATE = timedelta(days=90)
_MOST_OF_A_GROUP = 2
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
    helping: Helping
    mcg: Decimal
    percent_after: Decimal
    times_eaten: int


@dataclass(frozen=True)
class Suggestions:
    """What a day lacks of its target in µg, zero where it lacks nothing, and what closes it."""

    day: DaySummary
    gap_mcg: Decimal
    suggestions: tuple[Suggestion, ...]


def suggest(diary: Diary, day: date, diet: Diet | None, limit: int) -> Suggestions:
    """Foods that close the gap of a day; flagged and unknown contents are left out.

    Raises:
        TrackerError: an infant, or a day without a target.
    """
    _refuse_infants(diary.person, day)
    with diary.database.read() as connection:
        summary = summarize_day(connection, diary.person, day)
        if summary.target is None:
            raise TrackerError("the standard sets no target for this age: nothing to compare with")
        eaten = eaten_foods(connection, diary.person.id, day - _OF_LATE)
        listed = list_foods(connection, (OWN, RECIPE, SHIPPED))
        known = {food.id for food in listed}
        foods = listed + foods_by_id(connection, [one for one in eaten if one not in known])
    target = summary.target.mcg
    gap = max(target - (summary.total.best or Decimal(0)), Decimal(0))
    if not gap:
        return Suggestions(summary, gap, ())
    eats = _EATEN_BY[diet or diary.person.diet or Diet.OMNIVORE]
    possible = [
        one
        for food in foods
        if food.diet in eats and _is_advisable(food, diary.person, day)
        if (one := _closing(food, gap, summary, target, eaten.get(food.id, 0)))
    ]
    return Suggestions(summary, gap, tuple(_varied(possible, gap, limit)))


def _refuse_infants(person: Person, day: date) -> None:
    if person.born is not None and completed_months(person.born, day) < 12:
        raise TrackerError("for an infant no food is suggested: ask your clinician")


def _is_advisable(food: Food, person: Person, day: date) -> bool:
    if food.flag or food.content is None or food.group in _NO_MEAL:
        return False
    # Liver is so rich in vitamin A that it is advised against in pregnancy.
    is_pregnant = any(
        phase.phase is Phase.PREGNANCY and phase.covers(day) for phase in person.phases
    )
    if is_pregnant and (food.group == _ORGAN_MEAT or "liver" in food.name.lower()):
        return False
    # What is added differs from brand to brand: only where most of them have it.
    return not food.fortified or food.content.low * 2 >= food.content.best


def _closing(
    food: Food, gap: Decimal, day: DaySummary, target: Decimal, times_eaten: int
) -> Suggestion | None:
    """The fewest half portions that close the gap; `None` where it takes too many."""
    assert food.content is not None
    usual = food.usual_portion
    if food.content.best <= 0 or usual is None:
        return None
    try:
        one = food.content.times(helping(food, Fraction(1), usual.name).factor).best
    except TrackerError:
        return None
    if one <= 0:
        return None
    quantity = ceil(Fraction(gap) / Fraction(one) / _STEP) * _STEP
    if quantity > LARGEST_QUANTITY:
        return None
    helped = helping(food, quantity, usual.name)
    mcg = micrograms(nanograms(Fraction(food.content.best) * helped.factor))
    after = percent((day.total.best or Decimal(0)) + mcg, target)
    assert after is not None
    return Suggestion(food, helped, mcg, after, times_eaten)


def _varied(possible: list[Suggestion], gap: Decimal, limit: int) -> list[Suggestion]:
    """What is eaten anyway first, then what comes nearest; few of one kind."""
    by_likeness = sorted(
        possible,
        key=lambda one: (-min(one.times_eaten, 3), one.helping.quantity != 1, one.mcg - gap),
    )
    groups: Counter[str] = Counter()
    chosen = []
    for one in by_likeness:
        groups[one.food.group] += not one.times_eaten
        if one.times_eaten or groups[one.food.group] <= _MOST_OF_A_GROUP:
            chosen.append(one)
    return chosen[:limit]
