"""Recipes: a dish is worth what its ingredients are, and is eaten in portions or by weight."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tracker.errors import TrackerError
from tracker.nutrition.amounts import ContentRange, micrograms, nanograms, total
from tracker.nutrition.foods.food import Basis, Food, FoodDiet, Portion, helping

PORTION = "portion"
WHOLE = "whole"
_BY_DIET = (FoodDiet.VEGAN, FoodDiet.VEGETARIAN, FoodDiet.OTHER)


@dataclass(frozen=True)
class Ingredient:
    """So much of a food; `flag_accepted` is the person's word for a content that is flagged."""

    food: Food
    quantity: Fraction
    portion: str
    flag_accepted: bool = False

    @property
    def content(self) -> ContentRange | None:
        """µg in it; `None` where not known, or flagged and not accepted."""
        if self.food.content is None or (self.food.flag and not self.flag_accepted):
            return None
        try:
            return self.food.content.times(self._factor)
        except TrackerError:
            # The food has lost that portion since: how much it is worth is not known any more.
            return None

    @property
    def added_mcg(self) -> Decimal:
        """The added part of its best value, in µg."""
        if self.content is None:
            return Decimal(0)
        return micrograms(nanograms(Fraction(self.food.added_part_mcg) * self._factor))

    @property
    def _factor(self) -> Fraction:
        return helping(self.food, self.quantity, self.portion).factor


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
        """µg in the whole dish: at least the known part where an ingredient is not known."""
        whole = total(one.content for one in self.ingredients)
        return None if whole.best is None else ContentRange(whole.low, whole.best, whole.high)

    @property
    def not_known(self) -> int:
        """How many ingredients are of unknown content."""
        return sum(one.content is None for one in self.ingredients)


def recipe_food(food: Food, recipe: Recipe) -> Food:
    """The food that a recipe is: its content, basis, portions and diet follow from the dish."""
    content = recipe.content
    added = sum((one.added_mcg for one in recipe.ingredients), Decimal(0))
    diets = [one.food.diet for one in recipe.ingredients]
    described = replace(
        food,
        content=content,
        added_mcg=added if content else None,
        fortified=bool(content and added),
        diet=max(diets, key=_BY_DIET.index, default=FoodDiet.OTHER),
    )
    if recipe.cooked_grams is None:
        return _by_portion(described, recipe)
    return replace(
        described,
        per_amount=recipe.cooked_grams,
        per_unit=Basis.GRAM,
        portions=_weighed_portions(recipe, recipe.cooked_grams),
    )


def _by_portion(food: Food, recipe: Recipe) -> Food:
    return replace(
        food,
        per_amount=recipe.portions or Decimal(1),
        per_unit=Basis.SERVING,
        portions=(Portion(PORTION, usual=True),),
    )


def _weighed_portions(recipe: Recipe, grams: Decimal) -> tuple[Portion, ...]:
    if not recipe.portions:
        return (Portion(WHOLE, grams, usual=True),)
    one = (grams / recipe.portions).quantize(Decimal("0.001"))
    return (Portion(PORTION, one, usual=True), Portion(WHOLE, grams))
