"""Finds which food or supplement a wording means, and how much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from sqlalchemy import Connection

from tracker.errors import AmbiguousError, NotFoundError, TrackerError
from tracker.nutrition.food import Food, Helping, has_portion, helping
from tracker.nutrition.measures import measure_named
from tracker.nutrition.names import clean_name, search_key, search_words
from tracker.nutrition.quantities import parse_phrase
from tracker.nutrition.supplement import Supplement
from tracker.services.nearest import nearest_names
from tracker.store.foods import all_food_names, foods_named, foods_with_words
from tracker.store.supplements import supplements_named

MOST_CHOICES = 12
LONGEST_PORTION = 3
"""Words of a household measure, as in `half fillet`."""

T = TypeVar("T", Food, Supplement)
Choose = Callable[[str, Sequence[str]], int]
"""Asks which of several names is meant and returns its place; absent where nobody can be asked."""


@dataclass(frozen=True)
class Reading:
    """One way to read words: a portion, `None` for the usual one, and the name of a food."""

    portion: str | None
    name: str


def find_helping(
    connection: Connection, item: str, choose: Choose | None = None
) -> tuple[Food, Helping]:
    """The food that an item such as `1/2 cup soy milk` means, and how much of it.

    Raises:
        NotFoundError: no food has such a name; the nearest names are in the message.
        AmbiguousError: several foods fit and nobody can be asked.
        TrackerError: a quantity or portion that makes no sense for the food.
    """
    item = clean_name(item, "the item")
    phrase = parse_phrase(item)
    quantity = phrase.quantity or Fraction(1)
    readings = list(_readings(phrase.words))
    for reading in readings:
        if foods := _fitting(_named(connection, reading.name), reading):
            food = foods[0] if len(foods) == 1 else pick(reading.name, foods, choose)
            return food, helping(food, quantity, reading.portion)
    for reading in readings:
        # A part of a name is not clear enough to log by itself: “fish” is no fish finger.
        if foods := _fitting(_with_words(connection, reading.name), reading):
            food = pick(reading.name, foods, choose)
            return food, helping(food, quantity, reading.portion)
    raise _not_found(connection, phrase.words, readings)


def pick(wanted: str, found: Sequence[T], choose: Choose | None) -> T:
    """The food or supplement that the person chooses.

    Raises:
        AmbiguousError: nobody can be asked.
    """
    names = [one.name for one in found]
    if choose is None:
        raise AmbiguousError(wanted, names)
    return found[choose(wanted, names)]


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


def _named(connection: Connection, name: str) -> list[Food]:
    return foods_named(connection, search_key(name))


def _with_words(connection: Connection, name: str) -> list[Food]:
    words = search_words(name)
    return foods_with_words(connection, words, MOST_CHOICES) if words else []


def _fitting(foods: Sequence[Food], reading: Reading) -> list[Food]:
    return [food for food in foods if _fits(food, reading)]


def _fits(food: Food, reading: Reading) -> bool:
    if reading.portion is None:
        return True
    return has_portion(food, reading.portion) or measure_named(reading.portion) is not None


def _not_found(connection: Connection, words: str, readings: Sequence[Reading]) -> TrackerError:
    """Says that a food lacks the portion where only that is wrong, else names what is near."""
    for reading in readings:
        foods = _named(connection, reading.name)
        if foods and reading.portion is not None and words.startswith(reading.portion):
            try:
                helping(foods[0], Fraction(1), reading.portion)
            except TrackerError as misfit:
                return misfit
    if any(supplements_named(connection, search_key(reading.name)) for reading in readings):
        return NotFoundError(f"“{words}” is a supplement: log it with `b12 take`")
    nearest = nearest_names(words, all_food_names(connection))
    hint = "" if nearest else "; log it with --mcg AMOUNT, or --mcg unknown"
    return NotFoundError(f"no food is called “{words}”{hint}", nearest)
