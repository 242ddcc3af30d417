"""Foods, their portions, and how much of the basis of its content a person ate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.errors import TrackerError
from tracker.language.measures import Dimension, Measure, measure_named
from tracker.language.names import search_key
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.content import Basis, FoodContent


class FoodDiet(StrEnum):
    """Who eats a food: vegans, vegetarians as well, or others only."""

    VEGAN = "vegan"
    VEGETARIAN = "vegetarian"
    OTHER = "other"


@dataclass(frozen=True)
class Portion:
    """A household measure: its weight in g and its volume in ml, each where it is known."""

    name: str
    grams: Decimal | None = None
    millilitres: Decimal | None = None
    usual: bool = False


@dataclass(frozen=True)
class Food:
    """Which food it is, what it holds, and the portions in which it is eaten.

    `key` is what every diary calls it by, such as `fndds:11111000`, or `own:12` of what a person
    added; `collection` is the table from which it comes; `state` is raw or cooked where that
    table says so. `missing` names what a dish is made of and no table has any more.
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
    missing: tuple[MissingPart, ...] = ()

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

    def accepted(self) -> Food:
        """The same, whose content counts even where it is flagged: a person gives their word."""
        return replace(self, content=self.content.accepted())


@dataclass(frozen=True)
class MissingPart:
    """An ingredient whose food is in no table any more, and the dish whose ingredient it is."""

    dish: str
    food: Food


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
    # The food's own first: its cup was weighed as the food fills it, while the cup of every food
    # needs a density.
    household = _portion_named(food, portion)
    if household is not None:
        return _household_amount(food, quantity, household)
    measure = measure_named(portion)
    if measure is not None:
        return _measured_amount(food, quantity, measure)
    raise TrackerError(f"{food.name} has no portion “{portion}”: it has {portions_text(food)}")


def amount_if_known(food: Food, quantity: Fraction, portion: str | None) -> EatenAmount | None:
    """As `amount_of`; `None` where the food has, or by now has, no such portion."""
    try:
        return amount_of(food, quantity, portion)
    except TrackerError:
        return None


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


def portion_factor(food: Food, portion: Portion) -> Fraction | None:
    """How many times the basis of a food a portion is."""
    amount = amount_if_known(food, Fraction(1), portion.name)
    return amount.factor if amount else None
