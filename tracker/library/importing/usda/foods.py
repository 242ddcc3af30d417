"""The kinds of food of FoodData Central, and a food of theirs as an entry of the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.library.entry import Entry
from tracker.library.importing.portions import Weighed, portions_of
from tracker.nutrition.foods.collection import Collection

B12 = ("1178", "418")
"""Nutrient id and number: the stand-alone survey download puts the number where the id goes."""

ADDED_B12 = ("1246", "578")
"""The added part of it, which is contained in `B12`."""


@dataclass(frozen=True)
class DataType:
    """A kind of food of FoodData Central; each has a file of its own beside `food.csv`.

    `code` is the column of that file by which the food is the same in every release, where it is
    not the fdc_id; `lists_current` is set where `food.csv` holds older versions as well.
    """

    collection: Collection
    source: str
    keys: str
    code: str = ""
    lists_current: bool = False

    def key(self, code: str | None, fdc_id: int) -> str:
        """What diaries call a food of it by; without its code, as without any, its FDC id."""
        if self.code:
            return f"{self.keys}:{code}" if code else f"fdc:{fdc_id}"
        return f"{self.keys}:{fdc_id}"


FOUNDATION = DataType(Collection.FOUNDATION, "USDA Foundation Foods", "fdc", lists_current=True)
KINDS = {
    "sr_legacy_food": DataType(Collection.SR_LEGACY, "USDA SR Legacy", "sr"),
    "survey_fndds_food": DataType(Collection.SURVEY, "USDA FNDDS", "fndds", "food_code"),
    "foundation_food": FOUNDATION,
    "branded_food": DataType(Collection.BRANDED, "USDA branded foods, label", "fdc"),
}


def usda_entry(
    kind: DataType,
    *,
    code: str | None,
    fdc_id: int,
    name: str,
    category: str,
    best_ng: int | None,
    added_ng: int | None,
    weighed: Sequence[Weighed],
) -> Entry:
    """A food that USDA measured or put together; USDA does not say who eats it.

    Contents in ng per 100 g.
    """
    # Four rows of the releases round the added part above the whole.
    added_ng = None if added_ng is None or best_ng is None else min(added_ng, best_ng)
    return Entry(
        key=kind.key(code, fdc_id),
        collection=kind.collection,
        name=name,
        category=category,
        fortified=bool(added_ng),
        low_ng=best_ng,
        best_ng=best_ng,
        high_ng=best_ng,
        added_ng=added_ng,
        source=kind.source,
        source_id=str(fdc_id),
        portions=portions_of(weighed),
    )


def portion_text(*parts: str) -> str:
    """What a portion is called: Foundation's “cup” and “shredded” are one, a cup, shredded."""
    return ", ".join(dict.fromkeys(part for part in parts if part))
