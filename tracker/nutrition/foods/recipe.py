"""Recipes: a dish is worth what its ingredients are, and is eaten in portions or by weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tracker.errors import TrackerError
from tracker.language.measures import Dimension, measure_named
from tracker.language.names import search_key
from tracker.language.quantities import LARGEST_QUANTITY, parse_phrase
from tracker.nutrition.amounts import ContentRange, micrograms, milli, nanograms, of_milli, total
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, FoodDiet, MissingPart, Portion, amount_if_known

PORTION = "portion"
WHOLE = "whole"
# From least to most of animals: the last of its ingredients in this order says who eats a dish.
_BY_DIET = (FoodDiet.VEGAN, FoodDiet.VEGETARIAN, FoodDiet.OTHER)


@dataclass(frozen=True)
class Ingredient:
    """So much of a food; `flag_accepted` is the person's word for a content that is flagged.

    `is_missing` where no table has the food any more: its name is all that is known of it.
    """

    food: Food
    quantity: Fraction
    portion: str
    flag_accepted: bool = False
    is_missing: bool = False

    @property
    def content(self) -> ContentRange | None:
        """µg in it; `None` where not known, or flagged and not accepted.

        It is not known any more where the food has lost that portion since.
        """
        kept = self.food.content
        counted = (kept.accepted() if self.flag_accepted else kept).counted
        amount = amount_if_known(self.food, self.quantity, self.portion)
        return counted.times(amount.factor) if counted and amount else None

    @property
    def added_mcg(self) -> Decimal:
        """The added part of its best value, in µg."""
        amount = amount_if_known(self.food, self.quantity, self.portion)
        if self.content is None or amount is None:
            return Decimal(0)
        return micrograms(nanograms(Fraction(self.food.content.added_part_mcg) * amount.factor))


@dataclass(frozen=True)
class Recipe:
    """A dish: what goes in, and how many portions or cooked grams come out."""

    id: int
    name: str
    ingredients: tuple[Ingredient, ...]
    portions: Decimal | None = None
    cooked_grams: Decimal | None = None

    @property
    def content(self) -> ContentRange | None:
        """µg in the whole dish: at least the known part where an ingredient is not known.

        Not known at all while an ingredient is missing: it may have been the one that counts.
        """
        if self.missing:
            return None
        whole = total(one.content for one in self.ingredients)
        return None if whole.best is None else ContentRange(whole.low, whole.best, whole.high)

    @property
    def missing(self) -> tuple[MissingPart, ...]:
        """What is in no table any more, of its ingredients and of the dishes among them."""
        parts: list[MissingPart] = []
        for one in self.ingredients:
            parts += [MissingPart(self.name, one.food)] if one.is_missing else one.food.missing
        return tuple(parts)

    @property
    def not_known(self) -> int:
        """How many ingredients are of unknown content."""
        return sum(one.content is None for one in self.ingredients)


def recipe_food(food: Food, recipe: Recipe) -> Food:
    """The food that a recipe is: its content, basis, portions and diet follow from the dish."""
    diets = [one.food.diet for one in recipe.ingredients]
    return replace(
        food,
        content=_content(food.content, recipe),
        portions=_portions(recipe),
        diet=max(diets, key=_BY_DIET.index, default=FoodDiet.OTHER),
        missing=recipe.missing,
    )


def _content(kept: FoodContent, recipe: Recipe) -> FoodContent:
    added = sum((one.added_mcg for one in recipe.ingredients), Decimal(0))
    is_weighed = recipe.cooked_grams is not None
    return replace(
        kept,
        mcg=recipe.content,
        added_mcg=added if recipe.content else None,
        fortified=bool(recipe.content and added),
        per_amount=recipe.cooked_grams or recipe.portions or Decimal(1),
        per_unit=Basis.GRAM if is_weighed else Basis.SERVING,
    )


def _portions(recipe: Recipe) -> tuple[Portion, ...]:
    if recipe.cooked_grams is None:
        return (Portion(PORTION, usual=True),)
    return _weighed_portions(recipe, recipe.cooked_grams)


def _weighed_portions(recipe: Recipe, grams: Decimal) -> tuple[Portion, ...]:
    if not recipe.portions:
        return (Portion(WHOLE, grams, usual=True),)
    one = (grams / recipe.portions).quantize(Decimal("0.001"))
    return (Portion(PORTION, one, usual=True), Portion(WHOLE, grams))


@dataclass(frozen=True)
class Yield:
    """What a recipe makes: portions, cooked grams, or both."""

    portions: Decimal | None = None
    cooked_grams: Decimal | None = None


def parse_yield(said: Sequence[str]) -> Yield:
    """What texts such as `4`, `4 portions` and `1200g` say.

    Raises:
        TrackerError: neither portions nor a weight, nothing, or more than anybody cooks.
    """
    makes = Yield()
    for text in said:
        if not text.strip():
            raise TrackerError(
                "a dish makes something: say all of it anew, --makes 4 (portions), --makes 1200g "
                "(cooked), or both"
            )
        bare = text.strip().replace(",", ".")
        is_number = bare.replace(".", "", 1).isdigit()
        phrase = parse_phrase(f"{bare} portions" if is_number else bare)
        measure = measure_named(phrase.words)
        quantity = phrase.quantity or Fraction(1)
        if measure is not None and measure.dimension is Dimension.WEIGHT:
            makes = replace(makes, cooked_grams=_made(quantity * measure.size, text))
        elif search_key(phrase.words) in ("portion", "serving"):
            makes = replace(makes, portions=_made(quantity, text))
        else:
            raise TrackerError(f"--makes {text[:30]!r}: write portions (4) or a weight (1200g)")
    return makes


def ingredient_named(ingredients: Sequence[Ingredient], name: str) -> Ingredient:
    """The ingredient whose food has that name.

    Raises:
        TrackerError: there is none.
    """
    key = search_key(name)
    for one in ingredients:
        if key in (search_key(alias) for alias in (one.food.name, *one.food.aliases)):
            return one
    listed = ", ".join(one.food.name for one in ingredients)
    raise TrackerError(f"no ingredient is called “{name[:60]}”: there is {listed}")


def _made(amount: Fraction, text: str) -> Decimal:
    made = of_milli(milli(amount))
    if made <= 0:
        raise TrackerError(f"--makes {text[:30]!r} must be more than nothing")
    if made > LARGEST_QUANTITY:
        raise TrackerError(
            f"--makes {text[:30]!r} is more than a kitchen cooks: at most "
            f"{LARGEST_QUANTITY:,} portions, or as many grams"
        )
    return made
