"""The tables that foods come from, how far each is from the person, and its word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar


class Tier(IntEnum):
    """How far a table is from the person: what is nearer is meant before what is farther."""

    OWN = 0
    SHIPPED = 1
    GENERIC = 2
    BRANDED = 3


@dataclass(frozen=True)
class Collection:
    """A table of foods: its name in diaries and libraries, and what a list of foods calls it.

    The program has rules for those that are named here; another one is brought by its importer.
    """

    name: str
    word: str
    tier: Tier = Tier.GENERIC

    OWN: ClassVar[Collection]
    RECIPE: ClassVar[Collection]
    SHIPPED: ClassVar[Collection]
    SR_LEGACY: ClassVar[Collection]
    SURVEY: ClassVar[Collection]
    FOUNDATION: ClassVar[Collection]
    BRANDED: ClassVar[Collection]

    @property
    def is_of_a_person(self) -> bool:
        """Whether its foods are in a diary, and not in the library."""
        return self.tier is Tier.OWN


Collection.OWN = Collection("own", "yours", Tier.OWN)
Collection.RECIPE = Collection("recipe", "recipe", Tier.OWN)
Collection.SHIPPED = Collection("shipped", "b12", Tier.SHIPPED)
Collection.SR_LEGACY = Collection("usda-sr-legacy", "SR Legacy")
Collection.SURVEY = Collection("usda-survey", "FNDDS")
Collection.FOUNDATION = Collection("usda-foundation", "Foundation")
Collection.BRANDED = Collection("usda-branded", "label", Tier.BRANDED)

COLLECTIONS = {
    one.name: one
    for one in (
        Collection.OWN, Collection.RECIPE, Collection.SHIPPED, Collection.SR_LEGACY,
        Collection.SURVEY, Collection.FOUNDATION, Collection.BRANDED,
    )
}  # fmt: skip
"""The tables that the program has rules for, by name."""

_BY_KEY = {
    "sr": (Collection.SR_LEGACY,),
    "fndds": (Collection.SURVEY,),
    "fdc": (Collection.FOUNDATION, Collection.BRANDED),
    "gtin": (Collection.BRANDED,),
}


def is_table_key(text: str) -> bool:
    """Whether a text can only be a key: `soup:tomato` may be words, `fdc:321358` never is."""
    return text.partition(":")[0].lower() in {"own", "b12", *_BY_KEY} and ":" in text


def importable_tables(key: str) -> tuple[str, ...]:
    """The names of USDA's tables that a person can import and that may hold the food of a key."""
    return tuple(one.name for one in _BY_KEY.get(key.partition(":")[0], ()))


@dataclass(frozen=True)
class FoodTable:
    """What a table holds, and where it is from."""

    table: str
    title: str
    tier: Tier
    source: str
    release: str
    made_at: str
    foods: int
    portions: int

    @property
    def ships(self) -> bool:
        """Whether it came with the program."""
        return self.table == Collection.SHIPPED.name
