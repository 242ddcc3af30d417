"""Foods, recipes and suggestions as JSON documents; see `documents` for what is promised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from tracker.nutrition.foods.collection import FoodTable
from tracker.nutrition.foods.food import Food, Portion, portion_factor
from tracker.nutrition.foods.shown import Dish, ShownFood
from tracker.nutrition.keys import own_id
from tracker.reports.documents import Document, document, number, range_document


def foods_document(foods: Iterable[Food]) -> Document:
    """Foods, best first."""
    return document(foods=[food_document(food) for food in foods])


def shown_food_document(shown: ShownFood) -> Document:
    """One food, and when it was logged last."""
    logged = shown.last_logged.isoformat() if shown.last_logged else None
    return document(**food_document(shown.food), last_logged=logged)


def food_document(food: Food) -> Document:
    """A food; `per` says of what its content is given: 100 g, or 100 ml where no weight is known.

    `b12_mcg_per_100g` is `null` where the content or the weight of a serving is not known.
    """
    density = food.grams_per_millilitre
    content, per = food.content.per_100(density)
    return {
        "id": own_id(food.key),
        "key": food.key,
        "name": food.name,
        "source": food.content.source,
        "source_id": food.content.source_id or None,
        "collection": food.collection.name,
        "diet": food.diet.value,
        "state": food.state or None,
        "fortified": food.content.fortified,
        "added_mcg_per_100g": number(food.content.added_per_100(density), 3),
        "b12_mcg_per_100g": range_document(content),
        "per": per,
        "flag": food.content.flag or None,
        "portions": [_portion(food, portion) for portion in food.portions],
        "aliases": list(food.aliases),
        "printed": food.content.printed or None,
        "market": food.market or None,
        "note": food.note or None,
    }


def recipes_document(dishes: Iterable[Dish]) -> Document:
    """Every recipe."""
    return document(recipes=[_recipe(dish) for dish in dishes])


def recipe_document(dish: Dish) -> Document:
    """One recipe."""
    return document(**_recipe(dish))


def tables_document(tables: Iterable[FoodTable]) -> Document:
    """The food tables, the one that ships first."""
    return document(tables=[_table(one) for one in tables])


def import_document(counts: Mapping[str, int], skipped: Mapping[str, int]) -> Document:
    """What an import brought, and why rows were skipped."""
    reasons = dict(skipped)
    return document(**dict[str, Any](counts), skipped=sum(reasons.values()), reasons=reasons)


def aliases_document(aliases: Iterable[tuple[str, str]]) -> Document:
    """What a person's words were taken for: each wording and its food."""
    return document(aliases=[{"wording": wording, "food": food} for wording, food in aliases])


def _table(table: FoodTable) -> Document:
    return {
        "table": table.table,
        "title": table.title,
        "source": table.source,
        "release": table.release or None,
        "foods": table.foods,
        "portions": table.portions,
    }


def _portion(food: Food, portion: Portion) -> Document:
    content = food.content.times(portion_factor(food, portion))
    return {
        "name": portion.name,
        "grams": number(portion.grams),
        "millilitres": number(portion.millilitres),
        "usual": portion.usual,
        "b12_mcg": number(content.best) if content else None,
    }


def _recipe(dish: Dish) -> Document:
    food, recipe = dish.food, dish.recipe
    return {
        "id": own_id(food.key),
        "key": food.key,
        "name": food.name,
        "diet": food.diet.value,
        "portions": number(recipe.portions),
        "cooked_grams": number(recipe.cooked_grams),
        "b12_mcg": range_document(recipe.content),
        "not_known": recipe.not_known,
        "ingredients": [
            {
                "food": one.food.name,
                "food_id": own_id(one.food.key),
                "food_key": one.food.key,
                "quantity": _number(one.quantity),
                "portion": one.portion,
                "b12_mcg": range_document(one.content),
                "source": one.food.content.provenance or None,
            }
            for one in recipe.ingredients
        ],
        "note": food.note or None,
    }


def _number(quantity: Fraction) -> float:
    return quantity.numerator if quantity.denominator == 1 else float(quantity)
