"""The tables that foods come from, how far each is from the person, and its word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Tier(IntEnum):
    """How far a table is from the person: what is nearer is meant before what is farther."""

    OWN = 0
    SHIPPED = 1
    GENERIC = 2
    BRANDED = 3


class Collection(StrEnum):
    """A table of foods, by the name under which diaries and libraries know it."""

    OWN = "own"
    RECIPE = "recipe"
    SHIPPED = "shipped"
    SR_LEGACY = "usda-sr-legacy"
    SURVEY = "usda-survey"
    FOUNDATION = "usda-foundation"
    BRANDED = "usda-branded"

    @property
    def tier(self) -> Tier:
        """How far it is from the person."""
        return _TIERS.get(self, Tier.GENERIC)

    @property
    def word(self) -> str:
        """What a list of foods calls it."""
        return _WORDS[self]

    @property
    def is_of_a_person(self) -> bool:
        """Whether its foods are in a diary, and not in the library."""
        return self.tier is Tier.OWN


_TIERS = {
    Collection.OWN: Tier.OWN,
    Collection.RECIPE: Tier.OWN,
    Collection.SHIPPED: Tier.SHIPPED,
    Collection.BRANDED: Tier.BRANDED,
}
_WORDS = {
    Collection.OWN: "yours",
    Collection.RECIPE: "recipe",
    Collection.SHIPPED: "b12",
    Collection.SR_LEGACY: "SR Legacy",
    Collection.SURVEY: "FNDDS",
    Collection.FOUNDATION: "Foundation",
    Collection.BRANDED: "label",
}


_BY_KEY = {
    "sr": (Collection.SR_LEGACY,),
    "fndds": (Collection.SURVEY,),
    "fdc": (Collection.FOUNDATION, Collection.BRANDED),
    "gtin": (Collection.BRANDED,),
}


def importable_tables(key: str) -> tuple[Collection, ...]:
    """The tables that a person can import and that may hold the food of a key."""
    return _BY_KEY.get(key.partition(":")[0], ())


@dataclass(frozen=True)
class FoodTable:
    """What a table holds, and where it is from."""

    table: str
    title: str
    source: str
    release: str
    made_at: str
    foods: int
    portions: int

    @property
    def ships(self) -> bool:
        """Whether it came with the program."""
        return self.table == "shipped"
