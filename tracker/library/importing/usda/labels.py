"""Branded foods: what their labels say."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from decimal import Decimal
from typing import Any

from tracker.library.entry import Entry
from tracker.library.importing.portions import label_portions
from tracker.nutrition.amounts import micrograms
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.content import Basis
from tracker.nutrition.foods.plausibility import PrintedLabel, flag_of
from tracker.nutrition.keys import barcode_key

# MLT and GRM are codes of UN/ECE Recommendation 20; other rows abbreviate.
_MILLILITRES = {"ml", "mlt"}
_GRAMS = {"g", "gm", "grm"}
_B12_ADDED = re.compile(r"cobalamin|vitamin\s*b[\s-]*12", re.IGNORECASE)
_LARGEST_SERVING = 5000


@dataclass(frozen=True)
class BrandedLabel:
    """What is read from a row of `branded_food.csv`; the serving is a number as text."""

    brand: str = ""
    fortified: bool = False
    serving: str = "0"
    unit: str = ""
    household: str = ""
    group: str = ""
    market: str = ""
    year: str = ""
    barcode: str = ""

    @staticmethod
    def names_b12(ingredients: str) -> bool:
        """Whether a list of ingredients names B12, which is then added."""
        return _B12_ADDED.search(ingredients) is not None

    @classmethod
    def of_row(cls, row: list[Any]) -> BrandedLabel:
        """A label from what `as_row` gave."""
        return cls(*row)

    def as_row(self) -> list[Any]:
        """The values in the order in which `of_row` reads them."""
        return list(astuple(self))


def branded_entry(
    fdc_id: int,
    name: str,
    source: str,
    best_ng: int | None,
    label: BrandedLabel,
    *,
    from_percent: bool,
) -> Entry:
    """A branded food; its content is per 100 g, or per 100 ml where the label counts in ml."""
    in_millilitres = label.unit.lower() in _MILLILITRES
    serving = Decimal(label.serving) if label.unit.lower() in _MILLILITRES | _GRAMS else Decimal(0)
    if not 0 < serving <= _LARGEST_SERVING:
        serving = Decimal(0)
    flag = ""
    if best_ng is not None:
        said = PrintedLabel(f"{name} {label.group}", serving or None, from_percent, label.year)
        flag = flag_of(micrograms(best_ng), said)
    return Entry(
        # A changed label has a new fdc_id: what stays is the barcode.
        key=barcode_key(label.barcode) or f"fdc:{fdc_id}",
        collection=Collection.BRANDED,
        name=_with_brand(name, label.brand),
        category=label.group,
        fortified=label.fortified,
        market=label.market,
        per_unit=Basis.MILLILITRE if in_millilitres else Basis.GRAM,
        low_ng=best_ng,
        best_ng=best_ng,
        high_ng=best_ng,
        flag=flag,
        source=source,
        source_id=str(fdc_id),
        note="the label states its B12 in % of the Daily Value" if from_percent else "",
        portions=label_portions(serving, label.household, in_millilitres=in_millilitres)
        if serving
        else (),
    )


def _with_brand(name: str, brand: str) -> str:
    return name if not brand or brand.lower() in name.lower() else f"{name} ({brand})"
