"""Foods, their portions, and how much of the basis of its content a person ate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.errors import TrackerError
from tracker.language.measures import Dimension, Measure, measure_named
from tracker.language.names import search_key
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.collection import Collection


class FoodDiet(StrEnum):
    """Who eats a food: vegans, vegetarians as well, or others only."""

    VEGAN = "vegan"
    VEGETARIAN = "vegetarian"
    OTHER = "other"


class Basis(StrEnum):
    """What the content of a food is given for so much of."""

    GRAM = "g"
    MILLILITRE = "ml"
    SERVING = "serving"


@dataclass(frozen=True)
class Portion:
    """A household measure: its weight in g and its volume in ml, each where it is known."""

    name: str
    grams: Decimal | None = None
    millilitres: Decimal | None = None
    usual: bool = False


@dataclass(frozen=True)
class FoodContent:
    """The µg of B12 in `per_amount` of `per_unit` of a food; `mcg` `None` is not known.

    `added_mcg` is the added part of the best value where a table tells it apart, `printed` the
    percentage of a Daily Value as it was printed; `flag` says why the figure is hard to believe.
    """

    mcg: ContentRange | None
    per_amount: Decimal
    per_unit: Basis
    added_mcg: Decimal | None = None
    fortified: bool = False
    flag: str = ""
    printed: str = ""
    source: str = ""
    source_id: str = ""

    @property
    def added_part_mcg(self) -> Decimal:
        """µg of the best value that were added: all of it where nothing tells the parts apart."""
        if self.mcg is None:
            return Decimal(0)
        if self.added_mcg is not None:
            return min(self.added_mcg, self.mcg.best)
        return self.mcg.best if self.fortified else Decimal(0)

    def counted(self, accepted: bool) -> ContentRange | None:
        """As a total counts it: what is flagged is not known, unless it is accepted."""
        return None if self.flag and not accepted else self.mcg

    def times(self, factor: Fraction) -> ContentRange | None:
        """The µg in `factor` times as much, flagged or not."""
        return None if self.mcg is None else self.mcg.times(factor)

    @property
    def provenance(self) -> str:
        """Where it comes from, in one line."""
        return " ".join(part for part in (self.source, self.source_id) if part)


@dataclass(frozen=True)
class Food:
    """Which food it is, what it holds, and the portions in which it is eaten.

    `key` is what every diary calls it by, such as `fndds:11111000`, or `own:12` of what a person
    added; `collection` is the table from which it comes; `state` is raw or cooked where that
    table says so.
    """

    key: str
    name: str
    content: FoodContent
    portions: tuple[Portion, ...] = ()
    aliases: tuple[str, ...] = ()
    collection: Collection = Collection.OWN
    group: str = ""
    diet: FoodDiet = FoodDiet.OTHER
    state: str = ""
    market: str = ""
    note: str = ""

    @property
    def usual_portion(self) -> Portion | None:
        """What is meant where only the food is named."""
        usual = [portion for portion in self.portions if portion.usual]
        return next(iter(usual or self.portions), None)

    @property
    def grams_per_millilitre(self) -> Fraction | None:
        """The density, from a portion of which both weight and volume are known."""
        for portion in self.portions:
            if portion.grams and portion.millilitres:
                return Fraction(portion.grams) / Fraction(portion.millilitres)
        return None


def missing_food(key: str, name: str) -> Food:
    """A food that is in no table any more: nothing is known of it but what it was called."""
    return Food(key, name, FoodContent(None, Decimal(1), Basis.SERVING))


@dataclass(frozen=True)
class EatenAmount:
    """So much of a food: its wording, its weight where known, and how many times the basis."""

    quantity: Fraction
    portion: str
    grams: Fraction | None
    factor: Fraction


def amount_of(food: Food, quantity: Fraction, portion: str | None) -> EatenAmount:
    """How much `quantity` of a measure or household portion of a food is.

    Without a portion it is the usual one.

    Raises:
        TrackerError: the food has no such portion, or weight and volume cannot be converted.
    """
    if portion is None:
        return _usual_amount(food, quantity)
    household = _portion_named(food, portion)
    if household is not None:
        return _household_amount(food, quantity, household)
    measure = measure_named(portion)
    if measure is not None:
        return _measured_amount(food, quantity, measure)
    raise TrackerError(f"{food.name} has no portion “{portion}”: it has {portions_text(food)}")


_NOT_A_PIECE = {"serving", "slice", "piece", "cup", "bowl", "tbsp", "tsp", "oz", "handful", "fl"}
"""First words of portions that are no thing by themselves: twelve mussels are not 12 servings."""

_POURED = (Fraction(9, 10), Fraction(11, 10))
"""Grams a millilitre of what is drunk by the cup: “a coffee” is one cup of it."""


def is_countable(food: Food) -> bool:
    """Whether a number alone says how much: of eggs, apples, patties, and of what is drunk."""
    usual = food.usual_portion
    if usual is None:
        return False
    if usual.grams and usual.millilitres:
        density = Fraction(usual.grams) / Fraction(usual.millilitres)
        if _POURED[0] <= density <= _POURED[1]:
            return True
    return usual.name.split(" ")[0].rstrip(",") not in _NOT_A_PIECE


def has_portion(food: Food, name: str) -> bool:
    """Whether a food has a household portion of that name."""
    return _portion_named(food, name) is not None


def portions_text(food: Food) -> str:
    """What a person can write for a food, in words."""
    named = [
        f"{portion.name} ({portion.grams.normalize():f} g)" if portion.grams else portion.name
        for portion in food.portions
    ]
    weighed = food.content.per_unit is Basis.GRAM or food.grams_per_millilitre
    poured = food.content.per_unit is Basis.MILLILITRE or food.grams_per_millilitre
    named += ["any weight"] if weighed else []
    named += ["any volume"] if poured else []
    return ", ".join(named)


def _portion_named(food: Food, name: str) -> Portion | None:
    wanted = search_key(name)
    return next((one for one in food.portions if search_key(one.name) == wanted), None)


def _usual_amount(food: Food, quantity: Fraction) -> EatenAmount:
    usual = food.usual_portion
    if usual is None:
        raise TrackerError(f"no portion of {food.name} is known: write {portions_text(food)}")
    return _household_amount(food, quantity, usual)


def _household_amount(food: Food, quantity: Fraction, portion: Portion) -> EatenAmount:
    grams = None if portion.grams is None else Fraction(portion.grams) * quantity
    millilitres = None if portion.millilitres is None else Fraction(portion.millilitres) * quantity
    return _amount(food, quantity, portion.name, grams, millilitres)


def _measured_amount(food: Food, quantity: Fraction, measure: Measure) -> EatenAmount:
    size = quantity * measure.size
    if measure.dimension is Dimension.WEIGHT:
        return _amount(food, quantity, measure.name, size, None)
    return _amount(food, quantity, measure.name, None, size)


def _amount(
    food: Food,
    quantity: Fraction,
    name: str,
    grams: Fraction | None,
    millilitres: Fraction | None,
) -> EatenAmount:
    density = food.grams_per_millilitre
    if grams is None and millilitres is not None and density:
        grams = millilitres * density
    if millilitres is None and grams is not None and density:
        millilitres = grams / density
    so_much = {
        Basis.GRAM: grams,
        Basis.MILLILITRE: millilitres,
        Basis.SERVING: quantity if has_portion(food, name) else None,
    }[food.content.per_unit]
    if so_much is None:
        raise TrackerError(
            f"{name} of {food.name} cannot be converted: write {portions_text(food)}, "
            "or --mcg with the label's amount"
        )
    return EatenAmount(quantity, name, grams, so_much / Fraction(food.content.per_amount))


def content_per_100(food: Food) -> tuple[ContentRange | None, str]:
    """µg in 100 g, or in 100 ml where no weight is known; `None` where it cannot be said."""
    density = food.grams_per_millilitre
    per_amount = Fraction(food.content.per_amount)
    if food.content.per_unit is Basis.MILLILITRE and density:
        per_amount *= density
    elif food.content.per_unit is Basis.MILLILITRE:
        content = food.content.mcg.times(100 / per_amount) if food.content.mcg else None
        return content, "100 ml"
    elif food.content.per_unit is Basis.SERVING:
        return None, "100 g"
    return (food.content.mcg.times(100 / per_amount) if food.content.mcg else None), "100 g"


def added_per_100(food: Food) -> Decimal | None:
    """The added part of `content_per_100`, best value; `None` where it cannot be said."""
    content, _per = content_per_100(food)
    if content is None:
        return None
    if not food.content.fortified:
        return Decimal(0)
    if food.content.mcg is None or not food.content.mcg.best:
        return None
    return food.content.added_part_mcg * content.best / food.content.mcg.best


def portion_factor(food: Food, portion: Portion) -> Fraction | None:
    """How many times the basis of a food a portion is."""
    try:
        return amount_of(food, Fraction(1), portion.name).factor
    except TrackerError:
        return None
