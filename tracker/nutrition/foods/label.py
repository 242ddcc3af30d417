"""What a label states: an amount, or a percentage of a Daily Value, in a serving of a size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tracker.errors import TrackerError
from tracker.language.measures import Dimension, measure_named
from tracker.language.names import clean_name
from tracker.language.quantities import LARGEST_QUANTITY, parse_phrase
from tracker.nutrition.amounts import (
    LARGEST_MCG,
    ContentRange,
    micrograms,
    milli,
    nanograms,
    of_milli,
)
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, Portion
from tracker.nutrition.foods.plausibility import PrintedLabel, flag_of

SERVING = "serving"

_OF_A_LABEL = "label: "
"""Begins the source of a content that was stated as a percentage, in diaries as well."""


@dataclass(frozen=True)
class StatedAmount:
    """What the person says that something holds in all; `content` `None` is not known."""

    content: ContentRange | None
    source: str
    fortified: bool = False

    @property
    def fortified_mcg(self) -> Decimal:
        """The added part of its best value."""
        return self.content.best if self.content and self.fortified else Decimal(0)


def percent_daily_value(percent: Decimal, basis: Decimal, *, fortified: bool) -> StatedAmount:
    """What a label's percentage of the Daily Value is, in µg; it names the basis it used."""
    mcg = micrograms(nanograms(percent * basis / 100))
    if mcg > LARGEST_MCG:
        raise TrackerError(f"{percent} % of {basis} µg is more than a gram")
    source = f"{_OF_A_LABEL}{percent.normalize():f} % of a Daily Value of {basis.normalize():f} µg"
    return StatedAmount(ContentRange.exactly(mcg), source, fortified)


def is_percent_of_a_label(source: str) -> bool:
    """Whether a content was stated in % of a Daily Value, as `percent_daily_value` writes it."""
    return source.startswith(_OF_A_LABEL)


def with_serving(food: Food, serving: str, weight_grams: Decimal | None) -> Food:
    """The food with its content given for a serving as on the label: `100 ml`, `30 g`, `1 bar`.

    `weight_grams` is what the serving weighs, where its wording is no weight.

    Raises:
        TrackerError: a serving of nothing, a weight that makes none, or a wording without sense.
    """
    phrase = parse_phrase(clean_name(serving, "--serving"))
    amount = phrase.quantity or Fraction(1)
    measure = measure_named(phrase.words)
    weight = None if weight_grams is None else _weighed(weight_grams)
    if measure is None:
        return _per_household_measure(food, amount, phrase.words, weight)
    size = _thousandths(amount * measure.size)
    if measure.dimension is Dimension.WEIGHT:
        if weight not in (None, size):
            raise TrackerError(
                f"a serving of {serving} weighs what it says: leave --weight out, "
                "or say the serving otherwise, such as “1 bar”"
            )
        portion = Portion(SERVING, size, usual=True)
        return _given_for(food, size, Basis.GRAM, portion)
    portion = Portion(SERVING, weight, size, usual=True)
    return _given_for(food, size, Basis.MILLILITRE, portion)


def with_weight(food: Food, weight_grams: Decimal | None) -> Food:
    """The food of a label whose serving weighs so much, or of which that is not known.

    What a serving holds stays; a serving that was a weight, as of `30 g`, becomes one of a size
    that nobody says.

    Raises:
        TrackerError: a weight that no serving has.
    """
    serving = food.usual_portion or Portion(SERVING)
    weight = None if weight_grams is None else _weighed(weight_grams)
    content = food.content
    if content.per_unit is Basis.MILLILITRE:
        return replace(food, portions=(replace(serving, grams=weight),))
    amount = Fraction(content.per_amount)
    if content.per_unit is Basis.GRAM and serving.grams:
        amount = Fraction(_thousandths(amount / Fraction(serving.grams)))
    return _per_household_measure(food, amount, serving.name, weight)


def doubt_about(name: str, content: FoodContent) -> str:
    """Why what a food's label seems to say is hard to believe; empty where it is not."""
    if content.mcg is None or content.per_unit is Basis.SERVING:
        return ""
    per_100 = content.mcg.best * 100 / content.per_amount
    return flag_of(per_100, PrintedLabel(name, content.per_amount))


def _per_household_measure(
    food: Food, amount: Fraction, name: str, weight_grams: Decimal | None
) -> Food:
    if weight_grams is None:
        per_amount, basis, one = _thousandths(amount), Basis.SERVING, None
    else:
        per_amount, basis = weight_grams, Basis.GRAM
        one = _thousandths(Fraction(weight_grams) / amount)
    portion = Portion(clean_name(name, "--serving"), one, usual=True)
    return _given_for(food, per_amount, basis, portion)


def _given_for(food: Food, amount: Decimal, unit: Basis, portion: Portion) -> Food:
    content = replace(food.content, per_amount=amount, per_unit=unit)
    return replace(food, content=content, portions=(portion,))


def _weighed(grams: Decimal) -> Decimal:
    if grams > LARGEST_QUANTITY:
        raise TrackerError(f"--weight: no serving weighs more than {LARGEST_QUANTITY} g")
    return _thousandths(Fraction(grams))


def _thousandths(amount: Fraction) -> Decimal:
    """Whole thousandths, as a diary keeps weights and volumes."""
    exact = of_milli(milli(amount))
    if exact <= 0:
        raise TrackerError("a serving must be more than nothing")
    return exact
