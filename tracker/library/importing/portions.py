"""Household portions as USDA's tables word them, in this program's wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from tracker.language.measures import Dimension, measure_named
from tracker.language.names import search_key
from tracker.nutrition.amounts import milli, of_milli
from tracker.nutrition.foods.food import Portion

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(?:/(\d+))?\s+")
_NOT_SPECIFIED = "quantity not specified"
_NO_PORTION = (_NOT_SPECIFIED, "guideline amount")
_REFERENCE_AMOUNT = "racc"
"""The label law's amount customarily consumed (21 CFR 101.12): no household measure."""

SERVING = "serving"
UNNAMED = "portion"
_SAME_VOLUME = {"", "8 fl oz", "nfs", "no ice"}
_HOUSEHOLD_UNITS = {"onz": "oz", "oza": "fl oz", "grm": "g", "mlt": "ml"}


@dataclass(frozen=True)
class Weighed:
    """A row of `food_portion.csv`: so much of a measure weighs so many grams."""

    amount: Decimal
    text: str
    grams: Decimal


def portions_of(rows: Iterable[Weighed]) -> tuple[Portion, ...]:
    """The portions of a food, each name once, the usual one marked.

    FNDDS gives the weight for “Quantity not specified”: the portion of that weight is usual, and
    where none has it, it is called a portion: a serving is what a label states its numbers for.
    """
    listed = list(rows)
    portions: dict[str, Portion] = {}
    for row in listed:
        portion = _portion(row)
        if portion is not None:
            portions.setdefault(portion.name.casefold(), portion)
    found = list(portions.values())
    said = [row.grams for row in listed if row.text.lower().startswith(_NOT_SPECIFIED)]
    if said and said[0] > 0:
        return _with_usual_weight(found, said[0])
    return tuple(replace(one, usual=one is found[0]) for one in found)


def _with_usual_weight(portions: Sequence[Portion], grams: Decimal) -> tuple[Portion, ...]:
    fitting = [one for one in portions if one.grams == grams]
    if not fitting:
        others = [one for one in portions if one.name != UNNAMED]
        return (Portion(UNNAMED, grams, usual=True), *others)
    # A cup of milk before the carton of a school, where both weigh the same.
    usual = next((one for one in fitting if one.millilitres), fitting[0])
    return tuple(replace(one, usual=one is usual) for one in portions)


def label_portions(size: Decimal, household: str, *, in_millilitres: bool) -> tuple[Portion, ...]:
    """The serving of a label, and the household measure that the label gives for it."""
    serving = Portion(
        SERVING,
        None if in_millilitres else size,
        size if in_millilitres else None,
        usual=True,
    )
    said = _portion(Weighed(Decimal(1), _plain_units(household), size)) if household else None
    if said is None or said.name == SERVING or said.grams is None:
        return (serving,)
    if measure_named(_base(said.name)) is not None and in_millilitres:
        return (serving,)
    measured = Portion(
        said.name,
        None if in_millilitres else said.grams,
        said.grams if in_millilitres else None,
    )
    return serving, measured


@lru_cache(maxsize=4096)
def measured_millilitres(name: str) -> Decimal | None:
    """The volume of a plain measure; chopped or with ice, a cup holds less than it."""
    remark = name[len(_base(name)) :].strip(" ,()").lower()
    measure = measure_named(_base(name))
    if measure is None or measure.dimension is not Dimension.VOLUME or remark not in _SAME_VOLUME:
        return None
    return of_milli(milli(measure.size))


def _portion(row: Weighed) -> Portion | None:
    said = _read(row.text)
    amount = row.amount * said.count
    if not said.key or row.grams <= 0 or amount <= 0:
        return None
    if amount != 1 and said.is_weight:
        return Portion(f"{amount.normalize():f} {said.name}", row.grams)
    grams = row.grams if amount == 1 else (row.grams / amount).quantize(Decimal("0.001"))
    return Portion(said.name, grams, said.millilitres) if grams > 0 else None


@dataclass(frozen=True)
class _Wording:
    """What the words of a portion say; without a key they are none."""

    count: Decimal
    name: str
    key: str
    is_weight: bool = False
    millilitres: Decimal | None = None


@lru_cache(maxsize=4096)
def _read(words: str) -> _Wording:
    """A few wordings, such as `1 cup`, stand for most portions: each is read once."""
    text = " ".join(words.split())
    count, name = _counted(text)
    is_none = text.lower().startswith(_NO_PORTION) or name.lower().startswith(_NO_PORTION)
    if is_none or _base(name).lower() == _REFERENCE_AMOUNT:
        return _Wording(count, name, "")
    measure = measure_named(name.split(" ")[0].rstrip(","))
    is_weight = measure is not None and measure.dimension is Dimension.WEIGHT
    return _Wording(count, name, search_key(name), is_weight, measured_millilitres(name))


def _counted(text: str) -> tuple[Decimal, str]:
    """`1 cup` is one cup, `2 cookies` are two, `1/2 cup` is half of one."""
    match = _NUMBER.match(text)
    if match is None:
        return Decimal(1), text
    said = Decimal(match[1])
    if match[2]:
        said = said / Decimal(match[2]) if int(match[2]) else Decimal(0)
    return said, text[match.end() :]


def _base(name: str) -> str:
    return re.split(r"[(,]", name, maxsplit=1)[0].strip()


def _plain_units(household: str) -> str:
    return " ".join(_HOUSEHOLD_UNITS.get(word.lower(), word) for word in household.split())
