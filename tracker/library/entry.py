"""A food as it is written into a library file."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.content import Basis
from tracker.nutrition.foods.food import FoodDiet, Portion

PER_100 = 100_000
"""Thousandths of a gram or millilitre: the amount for which most tables give their contents."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A food; contents in ng for `per_amount_thousandths` of `per_unit`, `None` is not known.

    `high_ng` is `None` as well where the range is open upwards. The key is what diaries refer
    to: it never changes, whatever release the food is from. It is the table's own letters, a colon
    and the number there, in small letters: `fndds:11111000`.
    """

    key: str
    collection: Collection
    name: str
    aliases: tuple[str, ...] = ()
    category: str = ""
    diet: FoodDiet = FoodDiet.OTHER
    fortified: bool = False
    state: str = ""
    market: str = ""
    per_amount_thousandths: int = PER_100
    per_unit: Basis = Basis.GRAM
    low_ng: int | None = None
    best_ng: int | None = None
    high_ng: int | None = None
    added_ng: int | None = None
    flag: str = ""
    printed: str = ""
    source: str = ""
    source_id: str = ""
    note: str = ""
    portions: tuple[Portion, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row of a download that is no food, and why."""

    reason: str
