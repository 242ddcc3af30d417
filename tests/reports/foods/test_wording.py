"""Foods in words and rows."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.collection import COLLECTIONS
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, missing_food
from tracker.nutrition.foods.recipe import Ingredient, Recipe
from tracker.nutrition.foods.shown import Dish
from tracker.reports.foods.wording import food_rows, number_text, recipe_details

EGG = Food("b12:egg", "egg", FoodContent(ContentRange.exactly(Decimal(1)), Decimal(50), Basis.GRAM))


@pytest.mark.parametrize("collection", COLLECTIONS.values())
def test_every_table_has_a_word_of_its_own(collection):
    food = Food("x:1", "x", FoodContent(None, Decimal(100), Basis.GRAM), collection=collection)
    assert food_rows([food])[0][-1] == collection.word != ""


def test_own_foods_are_shown_by_their_number_and_others_by_their_key():
    mine = Food("own:12", "x", FoodContent(None, Decimal(100), Basis.GRAM))
    assert (number_text(mine), number_text(EGG)) == ("#12", "b12:egg")


@pytest.mark.parametrize("key", ["fdc:5", "nevo:5"])
def test_a_missing_ingredient_is_named_with_what_to_do(key):
    lost = Ingredient(missing_food(key, "OAT BAR"), Fraction(1), "bar", is_missing=True)
    recipe = Recipe(1, "mix", (lost,), portions=Decimal(2))
    lines = recipe_details(Dish(EGG, recipe))
    [line] = [line for line in lines if line.startswith("missing")]
    assert f"OAT BAR ({key})" in line
    assert "b12 food import" in line
