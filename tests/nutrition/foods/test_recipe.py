from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, FoodDiet, amount_of
from tracker.nutrition.foods.recipe import Ingredient, Recipe, recipe_food


def food(mcg: str | None, diet: FoodDiet = FoodDiet.VEGAN, **content) -> Food:
    held = None if mcg is None else ContentRange.exactly(Decimal(mcg))
    return Food("own:1", "food", FoodContent(held, Decimal(100), Basis.GRAM, **content), diet=diet)


def grams(one: Food, amount: int) -> Ingredient:
    return Ingredient(one, Fraction(amount), "g")


def dish(*ingredients: Ingredient, portions: str | None = "4", cooked: str | None = None) -> Food:
    plain = Food("own:2", "dish", FoodContent(None, Decimal(1), Basis.SERVING))
    made = Recipe(
        1,
        "dish",
        ingredients,
        Decimal(portions) if portions else None,
        Decimal(cooked) if cooked else None,
    )
    return recipe_food(plain, made)


def eaten(one: Food, quantity: int, portion: str | None) -> ContentRange:
    assert one.content.mcg is not None
    return one.content.mcg.times(amount_of(one, Fraction(quantity), portion).factor)


def test_a_portion_is_its_share_of_the_ingredients():
    made = dish(grams(food("2"), 300), grams(food("1"), 200))
    assert eaten(made, 1, None) == ContentRange.exactly(Decimal("2"))


def test_by_cooked_weight_a_gram_is_a_gram_of_what_came_out():
    made = dish(grams(food("2"), 300), portions=None, cooked="1200")
    assert eaten(made, 300, "g").best == Decimal("1.5")


def test_a_dish_of_known_portions_and_weight_can_be_eaten_either_way():
    made = dish(grams(food("2"), 300), cooked="1200")
    assert eaten(made, 300, "g") == eaten(made, 1, "portion")


def test_without_a_cooked_weight_nothing_is_eaten_by_weight():
    with pytest.raises(TrackerError):
        amount_of(dish(grams(food("2"), 300)), Fraction(300), "g")


def test_an_unknown_ingredient_makes_the_dish_at_least():
    made = dish(grams(food("2"), 300), grams(food(None), 200))
    assert made.content.mcg == ContentRange(Decimal(6), Decimal(6), None)


def test_a_dish_of_unknown_ingredients_is_not_known():
    assert dish(grams(food(None), 200)).content.mcg is None


def test_a_flagged_ingredient_counts_only_with_the_persons_word():
    doubtful = food("200", flag="too much")
    held_back = Ingredient(doubtful, Fraction(100), "g")
    assert dish(held_back).content.mcg is None
    assert dish(replace(held_back, flag_accepted=True)).content.mcg is not None


def test_what_an_ingredient_holds_is_not_known_once_its_food_has_lost_the_portion():
    lost = Ingredient(food("2", fortified=True), Fraction(1), "cup")
    assert (lost.content, lost.added_mcg) == (None, 0)
    assert dish(grams(food("3"), 100), lost).content.mcg.best == 3


def test_the_diet_is_that_of_the_least_vegan_ingredient():
    made = dish(grams(food("0"), 1), grams(food("0", FoodDiet.VEGETARIAN), 1))
    assert made.diet is FoodDiet.VEGETARIAN


def test_the_added_part_is_told_apart():
    made = dish(grams(food("2", fortified=True), 100), grams(food("3"), 100))
    assert (made.content.mcg.best, made.content.added_part_mcg) == (Decimal(5), Decimal(2))


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 1000)), min_size=1, max_size=6),
       st.integers(1, 12))  # fmt: skip
def test_all_portions_together_are_the_dish(parts, portions):
    ingredients = [grams(food(str(Decimal(mcg) / 1000)), weight) for mcg, weight in parts]
    made = dish(*ingredients, portions=str(portions))
    whole = sum((one.content.best for one in ingredients), Decimal(0))
    assert eaten(made, portions, "portion").best == whole
