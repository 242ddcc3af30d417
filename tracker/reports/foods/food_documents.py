"""Foods, recipes and suggestions as JSON documents; see `documents` for what is promised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from tracker.nutrition.foods.food import (
    Food,
    Portion,
    content_per_100,
    portion_factor,
)
from tracker.nutrition.foods.recipe import Recipe
from tracker.reports.documents import SCHEMA, Document, number, range_document


def foods_document(foods: Iterable[Food]) -> Document:
    """Foods, best first."""
    return {"schema": SCHEMA, "foods": [food_document(food) for food in foods]}


def shown_food_document(food: Food, last_logged: date | None) -> Document:
    """One food, and when it was logged last."""
    logged = last_logged.isoformat() if last_logged else None
    return {"schema": SCHEMA, **food_document(food), "last_logged": logged}


def food_document(food: Food) -> Document:
    """A food; `per` says of what its content is given: 100 g, or 100 ml where no weight is known.

    `b12_mcg_per_100g` is `null` where the content or the weight of a serving is not known.
    """
    content, per = content_per_100(food)
    return {
        "id": food.id,
        "name": food.name,
        "source": food.source,
        "source_id": food.source_id or None,
        "collection": food.collection,
        "diet": food.diet.value,
        "fortified": food.fortified,
        "added_mcg_per_100g": _added_per_100(food) if content else None,
        "b12_mcg_per_100g": range_document(content),
        "per": per,
        "flag": food.flag or None,
        "portions": [_portion(food, portion) for portion in food.portions],
        "aliases": list(food.aliases),
        "printed": food.printed or None,
        "market": food.market or None,
        "note": food.note or None,
    }


def recipes_document(recipes: Iterable[tuple[Food, Recipe]]) -> Document:
    """Every recipe."""
    return {"schema": SCHEMA, "recipes": [_recipe(food, recipe) for food, recipe in recipes]}


def recipe_document(food: Food, recipe: Recipe) -> Document:
    """One recipe."""
    return {"schema": SCHEMA, **_recipe(food, recipe)}


def import_document(counts: Mapping[str, int], skipped: Mapping[str, int]) -> Document:
    """What an import brought, and why rows were skipped."""
    reasons = dict(skipped)
    return {"schema": SCHEMA, **counts, "skipped": sum(reasons.values()), "reasons": reasons}


def _added_per_100(food: Food) -> float | None:
    if not food.fortified:
        return 0.0
    content, _per = content_per_100(food)
    if food.content is None or content is None or not food.content.best:
        return None
    return number(food.added_part_mcg * content.best / food.content.best, 3)


def _portion(food: Food, portion: Portion) -> Document:
    factor = portion_factor(food, portion)
    content = food.content.times(factor) if food.content and factor is not None else None
    return {
        "name": portion.name,
        "grams": number(portion.grams),
        "millilitres": number(portion.millilitres),
        "usual": portion.usual,
        "b12_mcg": number(content.best) if content else None,
    }


def _recipe(food: Food, recipe: Recipe) -> Document:
    return {
        "id": food.id,
        "name": food.name,
        "diet": food.diet.value,
        "portions": number(recipe.portions),
        "cooked_grams": number(recipe.cooked_grams),
        "b12_mcg": range_document(recipe.content),
        "not_known": recipe.not_known,
        "ingredients": [
            {
                "food": one.food.name,
                "food_id": one.food.id,
                "quantity": _number(one.quantity),
                "portion": one.portion,
                "b12_mcg": range_document(one.content),
            }
            for one in recipe.ingredients
        ],
        "note": food.note or None,
    }


def _number(quantity: Fraction) -> float:
    return quantity.numerator if quantity.denominator == 1 else float(quantity)
