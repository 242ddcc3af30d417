"""Knows the measures of weight and volume that every food shares, and their spellings.

Cup, spoons and fluid ounce are the US customary ones, with which USDA weighs its portions
(NIST Handbook 44, appendix C: 1 US cup is 236.5882365 ml, 1 oz is 28.349523125 g).
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Dimension(StrEnum):
    """What a measure measures: grams or millilitres."""

    WEIGHT = "g"
    VOLUME = "ml"


@dataclass(frozen=True)
class Measure:
    """A measure and how many grams or millilitres it holds."""

    name: str
    dimension: Dimension
    size: Fraction


_WEIGHTS = {"mg": "0.001", "g": "1", "kg": "1000", "oz": "28.349523125", "lb": "453.59237"}
_VOLUMES = {
    "ml": "1",
    "cl": "10",
    "dl": "100",
    "l": "1000",
    "tsp": "4.92892159375",
    "tbsp": "14.78676478125",
    "fl oz": "29.5735295625",
    "cup": "236.5882365",
    "pint": "473.176473",
}
_MEASURES = {
    name: Measure(name, dimension, Fraction(size))
    for dimension, sizes in ((Dimension.WEIGHT, _WEIGHTS), (Dimension.VOLUME, _VOLUMES))
    for name, size in sizes.items()
}
_OTHER_NAMES = {
    "g": ("gram", "gramme", "gr", "gm"),
    "mg": ("milligram",),
    "kg": ("kilo", "kilogram"),
    "oz": ("ounce",),
    "lb": ("pound", "lbs"),
    "ml": ("millilitre", "milliliter"),
    "cl": ("centilitre", "centiliter"),
    "dl": ("decilitre", "deciliter"),
    "l": ("litre", "liter", "ltr"),
    "tsp": ("teaspoon", "tspn"),
    "tbsp": ("tablespoon", "tbs", "tblsp"),
    "fl oz": ("fluid ounce", "floz"),
}
_BY_NAME = {
    spelling: _MEASURES[name]
    for name in _MEASURES
    for base in (name, *_OTHER_NAMES.get(name, ()))
    for spelling in (base, base + "s")
}


def measure_named(words: str) -> Measure | None:
    """The measure that words such as `g`, `Cups` or `fl oz` name, `None` where they name none."""
    return _BY_NAME.get(words.lower().rstrip("."))
