"""Finds which food or supplement a wording means, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.measures import measure_named
from tracker.language.names import clean_name, search_key, search_words
from tracker.language.quantities import parse_phrase
from tracker.nutrition.foods.food import (
    Food,
    Helping,
    has_portion,
    helping,
    is_countable,
    portions_text,
)
from tracker.nutrition.foods.food_ranking import BRANDED_TIER, GENERIC_TIER, is_exact
from tracker.services.choosing import Choose, pick
from tracker.services.foods.searching import candidates_for, near_foods
from tracker.store.food_import import SURVEY
from tracker.store.food_search import tier_of
from tracker.store.records.foods import (
    OWN,
    RECIPE,
    SHIPPED,
    food_by_id,
    food_by_reference,
    foods_by_id,
    foods_ending,
    foods_named,
)
from tracker.store.records.supplements import supplements_named
from tracker.store.records.wordings import remembered_food

MOST_CHOICES = 12
LONGEST_PORTION = 3
"""Words of a household measure, as in `half fillet`."""

_REFERENCE = re.compile(r"(?P<table>fdc|fndds):(?P<number>\d{1,18})", re.IGNORECASE | re.ASCII)
"""The number of a food in its table, for what was coded by one: `120 g fndds:11111000`."""


Answers = dict[str, int]
"""Wordings, and the id of the food that the person chose for each."""


@dataclass(frozen=True)
class Reading:
    """One way to read words: a portion, `None` for the usual one, and the name of a food."""

    portion: str | None
    name: str


def find_helping(
    connection: Connection,
    item: str,
    choose: Choose | None = None,
    person_id: int | None = None,
    answers: Answers | None = None,
) -> tuple[Food, Helping]:
    """The food that an item such as `1/2 cup soy milk` means, and how much of it.

    `person_id` is whose own wordings and logged foods count; what `choose` was asked is added to
    `answers`, by wording.

    Raises:
        NotFoundError: no food has such a name; the nearest names are in the message.
        AmbiguousError: several foods fit and nobody can be asked.
        TrackerError: a quantity or portion that makes no sense for the food.
    """
    item = clean_name(item, "the item")
    phrase = parse_phrase(item)
    quantity = phrase.quantity or Fraction(1)
    readings = list(_readings(phrase.words))
    for find, tried in ((meant_foods, readings), (_similar, _measured_first(readings))):
        for reading in tried:
            if foods := _fitting(find(connection, reading.name, person_id), reading):
                food = foods[0] if find is meant_foods and len(foods) == 1 else None
                if food is None:
                    food = pick(reading.name, foods[:MOST_CHOICES], choose)
                    if answers is not None:
                        answers[reading.name] = food.id
                if reading.portion is None and phrase.quantity is not None:
                    _refuse_uncountable(food, item)
                return food, _helping(food, quantity, reading.portion)
    raise _not_found(connection, phrase.words, readings)


def refuse_forgotten_quotes(connection: Connection, items: Sequence[str]) -> None:
    """Refuses `oat milk` without quotes, which would be logged as oats and cow's milk.

    Raises:
        TrackerError: single words that together are, or end, the name of a food.
    """
    if len(items) < 2 or any(" " in item.strip() or not item.isalpha() for item in items):
        return
    joined = " ".join(items)
    if foods_ending(connection, SHIPPED, search_key(joined)):
        raise TrackerError(
            f'if “{joined}” is one food, put it into quotes: b12 eat "{joined}"; '
            "if not, log each by itself"
        )


def _refuse_uncountable(food: Food, item: str) -> None:
    if food.collection not in (OWN, RECIPE) and not is_countable(food):
        raise TrackerError(
            f"“{item}”: say how much of {food.name} that is, in {portions_text(food)}"
        )


def _measured_first(readings: Sequence[Reading]) -> list[Reading]:
    """In `100 g cheese` the g is a measure before it is part of a name."""
    return sorted(readings, key=lambda one: not (one.portion and measure_named(one.portion)))


def _readings(words: str) -> Iterator[Reading]:
    """The whole as a name first, then with a portion before it, then after it."""
    yield Reading(None, words)
    tokens = words.split(" ")
    for size in range(1, min(LONGEST_PORTION, len(tokens) - 1) + 1):
        rest = tokens[size:]
        name = " ".join(rest[1:] if rest[0].lower() == "of" and len(rest) > 1 else rest)
        yield Reading(" ".join(tokens[:size]), name)
    for size in range(1, min(LONGEST_PORTION, len(tokens) - 1) + 1):
        yield Reading(" ".join(tokens[-size:]), " ".join(tokens[:-size]).rstrip(","))


def meant_foods(connection: Connection, name: str, person_id: int | None) -> list[Food]:
    """The foods that a wording clearly means: several where it is the name of several."""
    if reference := _REFERENCE.fullmatch(name):
        collection = SURVEY if reference["table"].lower() == "fndds" else None
        food = food_by_reference(connection, collection, reference["number"])
        return [food] if food else []
    key = search_key(name)
    named = foods_named(connection, key)
    if own := [food for food in named if food.collection in (OWN, RECIPE)]:
        return own
    if person_id is not None:
        remembered = remembered_food(connection, person_id, key)
        if remembered is not None:
            return [food_by_id(connection, remembered)]
    # A person's own dish of a kind: “dal” is their red lentil dal.
    if key and (recipes := foods_ending(connection, RECIPE, key)):
        return recipes
    if not named:
        named = _same_words(connection, name, person_id)
    nearest = min((tier_of(food.collection) for food in named), default=0)
    if nearest == GENERIC_TIER and (kinds := _with_and_without(connection, name)):
        # USDA's “Oat milk” is a fortified one; who says just that may drink another.
        return [food for food in named if tier_of(food.collection) == nearest] + kinds
    if nearest == BRANDED_TIER:
        # A product may be called just “CHEESE”: it is meant only where nothing plainer is.
        first = candidates_for(connection, name, person_id)[0]
        named = [food for food in named if first.tier == BRANDED_TIER]
    return _without_twins([food for food in named if tier_of(food.collection) == nearest])


def _with_and_without(connection: Connection, name: str) -> list[Food]:
    """Shipped foods of a kind that is sold with added B12 and without."""
    foods = foods_ending(connection, SHIPPED, search_key(name))
    return foods if len({food.fortified for food in foods}) > 1 else []


def _without_twins(foods: Sequence[Food]) -> list[Food]:
    """Of products that a table lists again and again unchanged, the latest."""
    latest = {(food.name, food.content, food.per_unit, food.flag): food for food in foods}
    return list(latest.values())


def _same_words(connection: Connection, name: str, person_id: int | None) -> list[Food]:
    words = search_words(name)
    found = [one for one in candidates_for(connection, name, person_id) if is_exact(one, words)]
    return foods_by_id(connection, [one.food_id for one in found[:MOST_CHOICES]])


def _similar(connection: Connection, name: str, person_id: int | None) -> list[Food]:
    """Foods with these words and more: never clear enough to log one by itself.

    “fish” is no fish finger.
    """
    named = foods_named(connection, search_key(name))
    if any(tier_of(food.collection) < BRANDED_TIER for food in named):
        # The food is known and lacks the portion: to say so helps more than another food.
        return []
    found = candidates_for(connection, name, person_id)
    return foods_by_id(connection, [one.food_id for one in found[: 2 * MOST_CHOICES]])


def _helping(food: Food, quantity: Fraction, portion: str | None) -> Helping:
    try:
        return helping(food, quantity, portion)
    except TrackerError:
        if food.collection != RECIPE:
            raise
        raise TrackerError(
            f"what {food.name} weighs is not known: eat it in portions, or say the cooked weight "
            f'with `b12 recipe edit "{food.name}" --makes 1200g`'
        ) from None


def _fitting(foods: Sequence[Food], reading: Reading) -> list[Food]:
    return [food for food in foods if _fits(food, reading)]


def _fits(food: Food, reading: Reading) -> bool:
    if reading.portion is None:
        return True
    return has_portion(food, reading.portion) or measure_named(reading.portion) is not None


def _not_found(connection: Connection, words: str, readings: Sequence[Reading]) -> TrackerError:
    """Says that a food lacks the portion where only that is wrong, else names what is near."""
    nearest = near_foods(connection, words)
    if not nearest or search_key(nearest[0]) == search_key(words):
        nearest = []
    is_typo = bool(nearest) and len(search_words(nearest[0])) == len(search_words(words))
    if not is_typo and (misfit := _misfit(connection, words, readings)):
        return misfit
    if any(supplements_named(connection, search_key(reading.name)) for reading in readings):
        return NotFoundError(f"“{words}” is a supplement: log it with `b12 take`")
    hint = "" if nearest else "; log it with --mcg AMOUNT, or --mcg unknown"
    return NotFoundError(f"no food is called “{words}”{hint}", nearest)


def _misfit(connection: Connection, words: str, readings: Sequence[Reading]) -> TrackerError | None:
    """What is wrong with the portion, where the food is known."""
    for reading in readings:
        foods = foods_named(connection, search_key(reading.name))
        is_portion = reading.portion is not None and words.startswith(reading.portion)
        if foods and is_portion and foods[0].portions:
            try:
                helping(foods[0], Fraction(1), reading.portion)
            except TrackerError as misfit:
                return misfit
    return None
