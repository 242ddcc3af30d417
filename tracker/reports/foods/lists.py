"""Lists of foods, of recipes, and of what wordings stand for."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.foods.food import Food
from tracker.nutrition.foods.shown import Dish
from tracker.reports.foods.documents import aliases_document, foods_document, recipes_document
from tracker.reports.foods.wording import food_rows
from tracker.reports.listing import Listed

_COLUMNS = ("name", "µg", "in", "range", "from")


def food_list(foods: Sequence[Food]) -> Listed:
    """Foods, each with its content in the usual portion."""
    return Listed(_COLUMNS, food_rows(foods), lambda: foods_document(foods))


def recipe_list(dishes: Sequence[Dish]) -> Listed:
    """Recipes, each with the content of a portion."""
    rows = food_rows(dish.food for dish in dishes)
    return Listed(_COLUMNS, rows, lambda: recipes_document(dishes))


def wording_list(wordings: Sequence[tuple[str, str]]) -> Listed:
    """Wordings, each with the name of the food that it stands for."""
    return Listed(("wording", "name"), wordings, lambda: aliases_document(wordings))
