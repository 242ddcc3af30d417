"""Finds which food or supplement a wording means, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.errors import AmbiguousError, NotFoundError, TrackerError
from tracker.language.measures import measure_named
from tracker.language.names import clean_name, search_key, search_words
from tracker.language.quantities import parse_phrase
from tracker.library.ranking import is_exact
from tracker.nutrition.foods.collection import Collection, Tier, importable_tables
from tracker.nutrition.foods.food import (
    EatenAmount,
    Food,
    amount_of,
    has_portion,
    is_countable,
    portions_text,
)
from tracker.nutrition.foods.meant import Meant, Why
from tracker.nutrition.keys import spoken_key
from tracker.services.choosing import MOST_CHOICES, pick
from tracker.services.foods.known import KnownFoods
from tracker.services.foods.wordings import shorter_wordings
from tracker.store.journal import Change
from tracker.store.records.wordings import remember

LONGEST_PORTION = 3
"""Words of a household measure, as in `half fillet`."""


@dataclass(frozen=True)
class Reading:
    """One way to read words: a portion, `None` for the usual one, and the name of a food."""

    portion: str | None
    name: str


def find_meant(known: KnownFoods, item: str) -> Meant:
    """The food that an item such as `1/2 cup soy milk` means, and how much of it.

    Raises:
        NotFoundError: no food has such a name; the nearest names are in the message.
        AmbiguousError: several foods fit and nobody can be asked.
        TrackerError: a quantity or portion that makes no sense for the food.
    """
    item = clean_name(item, "the item")
    phrase = parse_phrase(item)
    readings = list(_readings(phrase.words))
    # Every reading by whole names before any by similar ones: the first reading is the whole, and
    # “cup milk” may be words of some product's name.
    found = _clearly_meant(known, readings)
    found = found or _perhaps_meant(known, readings)
    if found is None:
        raise _not_found(known, phrase.words, readings)
    reading, foods, why = found
    if why is None:
        food, why = pick(reading.name, foods[:MOST_CHOICES], known.choose), Why.ANSWERED
    else:
        food = foods[0]
    if reading.portion is None and phrase.quantity is not None:
        _refuse_uncountable(food, item)
    amount = _amount(food, phrase.quantity or Fraction(1), reading.portion)
    return Meant(food, amount, reading.name, why)


def names_food(known: KnownFoods, item: str) -> bool:
    """Whether an item means a food, or one of several."""
    try:
        find_meant(known, item)
    except AmbiguousError:
        return True
    except TrackerError:
        return False
    return True


def remember_answers(change: Change, person_id: int, found: Iterable[Meant]) -> None:
    """Keeps what was answered, so that the same wording is not asked again."""
    for meant in found:
        if meant.why is Why.ANSWERED:
            food = meant.food
            remember(change, person_id, meant.wording, food_key=food.key, food_name=food.name)


_Found = tuple[Reading, list[Food], Why | None]
"""A reading, the foods that it may mean, and why it means the first; `None` asks the person."""


def _clearly_meant(known: KnownFoods, readings: Sequence[Reading]) -> _Found | None:
    """The first reading that is, or exactly says, the name of a food that has its portion."""
    for reading in readings:
        found = meant_foods(known, reading.name)
        if foods := _fitting(found.foods, reading):
            return reading, foods, found.why if len(foods) == 1 else None
    return None


def _perhaps_meant(known: KnownFoods, readings: Sequence[Reading]) -> _Found | None:
    """The first reading whose words are in names: never clear enough to log without asking."""
    # In `100 g cheese` the g is a measure before it is part of a name.
    measured_first = sorted(
        readings, key=lambda one: not (one.portion and measure_named(one.portion))
    )
    for reading in measured_first:
        if foods := _fitting(_similar(known, reading.name), reading):
            return reading, foods, None
    return None


def refuse_forgotten_quotes(known: KnownFoods, items: Sequence[str]) -> None:
    """Refuses `oat milk` without quotes, which would be logged as oats and cow's milk.

    Raises:
        TrackerError: single words that together are, or end, the name of a food.
    """
    if len(items) < 2 or any(" " in item.strip() or not item.isalpha() for item in items):
        return
    joined = " ".join(items)
    if known.shipped_ending(joined):
        raise TrackerError(
            f'if “{joined}” is one food, put it into quotes: b12 eat "{joined}"; '
            "if not, log each by itself"
        )


def _refuse_uncountable(food: Food, item: str) -> None:
    if not food.collection.is_of_a_person and not is_countable(food):
        raise TrackerError(
            f"“{item}”: say how much of {food.name} that is, in {portions_text(food)}"
        )


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


@dataclass(frozen=True)
class MeantFoods:
    """The foods that a wording clearly means, several where it names several, and why these."""

    foods: list[Food]
    why: Why = Why.ONLY


def meant_foods(known: KnownFoods, name: str) -> MeantFoods:
    """The foods that a wording clearly means.

    What is nearer to the person is meant first: their own food of that name, then what they
    answered, then a dish of theirs of that kind; only then what a table calls so.
    """
    if food := known.of_key(name):
        return MeantFoods([food])
    named = known.named(name)
    if own := [food for food in named if food.collection.is_of_a_person]:
        return MeantFoods(own, Why.OWN)
    if remembered := known.remembered(name):
        return MeantFoods([remembered], Why.REMEMBERED)
    # A person's own dish of a kind: “dal” is their red lentil dal.
    if recipes := known.recipes_ending(name):
        return MeantFoods(recipes, Why.OWN)
    return MeantFoods(_of_tables(known, name, named))


def _of_tables(known: KnownFoods, name: str, named: list[Food]) -> list[Food]:
    """Of the foods that tables call so, or say with the same words, those of the nearest table."""
    if not named:
        named = _same_words(known, name)
    nearest = min((food.collection.tier for food in named), default=Tier.OWN)
    of_nearest = [food for food in named if food.collection.tier == nearest]
    if nearest is Tier.GENERIC and (kinds := _with_and_without(known, name)):
        # USDA's “Oat milk” is a fortified one; who says just that may drink another.
        return of_nearest + kinds
    if nearest is Tier.BRANDED:
        # A product may be called just “CHEESE”: it is meant only where nothing plainer is.
        first = known.candidates(name)[0]
        of_nearest = of_nearest if first.tier == Tier.BRANDED else []
    return _without_twins(of_nearest)


def _with_and_without(known: KnownFoods, name: str) -> list[Food]:
    """Shipped foods of a kind that is sold with added B12 and without."""
    foods = known.shipped_ending(name)
    return foods if len({food.content.fortified for food in foods}) > 1 else []


def _without_twins(foods: Sequence[Food]) -> list[Food]:
    """Of products that a table lists again and again unchanged, the latest."""
    latest = {
        (food.name, food.content.mcg, food.content.per_unit, food.content.flag): food
        for food in foods
    }
    return list(latest.values())


def _same_words(known: KnownFoods, name: str) -> list[Food]:
    words = search_words(name)
    found = [one for one in known.candidates(name) if is_exact(one, words)]
    return known.of(found[:MOST_CHOICES])


def _similar(known: KnownFoods, name: str) -> list[Food]:
    """Foods with these words and more: never clear enough to log one by itself.

    “fish” is no fish finger.
    """
    if any(food.collection.tier < Tier.BRANDED for food in known.named(name)):
        # The food is known and lacks the portion: to say so helps more than another food.
        return []
    return known.of(known.candidates(name)[: 2 * MOST_CHOICES])


def _amount(food: Food, quantity: Fraction, portion: str | None) -> EatenAmount:
    try:
        return amount_of(food, quantity, portion)
    except TrackerError:
        if food.collection is not Collection.RECIPE:
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


def _not_found(known: KnownFoods, words: str, readings: Sequence[Reading]) -> TrackerError:
    """Says that a food lacks the portion where only that is wrong, else names what is near."""
    for reading in readings:
        if said := unknown_key(reading.name):
            return said
    nearest = known.shelves.near(shorter_wordings(words)[-1])
    if not nearest or search_key(nearest[0]) == search_key(words):
        nearest = []
    is_typo = bool(nearest) and len(search_words(nearest[0])) == len(search_words(words))
    if not is_typo and (misfit := _misfit(known, words, readings)):
        return misfit
    if any(known.is_supplement(reading.name) for reading in readings):
        return NotFoundError(f"“{words}” is a supplement: log it with `b12 take`")
    hint = "" if nearest else "; log it with --mcg AMOUNT, or --mcg unknown"
    return NotFoundError(f"no food is called “{words}”{hint}", nearest)


def unknown_key(name: str) -> NotFoundError | None:
    """What to say of a key that no food has; `None` where a name is no key."""
    if not spoken_key(name):
        return None
    tables = " or ".join(importable_tables(name.lower()))
    cure = f", or import {tables} with `b12 food import`" if tables else ""
    return NotFoundError(
        f"no food has the key {name}: look for its words with `b12 food find`{cure}"
    )


def _misfit(known: KnownFoods, words: str, readings: Sequence[Reading]) -> TrackerError | None:
    """What is wrong with the portion, where the food is known."""
    for reading in readings:
        foods = known.named(reading.name)
        is_portion = reading.portion is not None and words.startswith(reading.portion)
        if foods and is_portion and foods[0].portions:
            try:
                amount_of(foods[0], Fraction(1), reading.portion)
            except TrackerError as misfit:
                return misfit
    return None
