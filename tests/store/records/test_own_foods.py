"""A person's own foods and recipes come back as they were kept."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, FoodDiet, Portion, missing_food
from tracker.nutrition.foods.recipe import Ingredient, Recipe
from tracker.store.records.own_foods import OwnFoods, add_food, add_recipe, retire_food

LABELLED = Food(
    "",
    "brew",
    FoodContent(
        ContentRange(Decimal("0.1"), Decimal("0.4"), Decimal("1.125")),
        Decimal("100.5"),
        Basis.MILLILITRE,
        fortified=True,
        printed="25 %",
        source="label",
    ),
    (Portion("cup", Decimal("250.5"), Decimal(240), usual=True), Portion("sip")),
    diet=FoodDiet.VEGAN,
    market="UK",
    note="shake it",
)
OPEN = replace(
    LABELLED,
    name="open",
    content=replace(LABELLED.content, mcg=ContentRange(Decimal(1), Decimal(2), None)),
)
UNKNOWN = replace(LABELLED, name="unknown", content=replace(LABELLED.content, mcg=None))
EGG = Food("b12:egg", "egg", FoodContent(None, Decimal(100), Basis.GRAM))


@pytest.fixture
def change(diary):
    """A change in which a test keeps what it reads back."""
    with diary.database.change(diary.person.id, "kept some") as change:
        yield change


@pytest.fixture
def own(change):
    """The diary's foods beside a library that knows an egg."""
    library = {EGG.key: EGG}
    return OwnFoods(
        change.connection, lambda keys: {key: library[key] for key in keys if key in library}
    )


@pytest.mark.parametrize("food", [LABELLED, OPEN, UNKNOWN], ids=lambda food: food.name)
def test_a_food_comes_back_as_it_was_kept(change, own, food):
    key = add_food(change, food)
    assert own.foods([key]) == {key: replace(food, key=key)}


def test_a_removed_food_is_known_by_its_key_alone(change, own):
    key = add_food(change, LABELLED)
    assert [one.key for one in own.in_use(Collection.OWN)] == [key]
    retire_food(change, own.foods([key])[key])
    assert (own.in_use(Collection.OWN), own.names(), own.is_in_use(key)) == ([], [], False)
    assert own.foods([key]) == {key: replace(LABELLED, key=key)}


def test_a_recipe_comes_back_with_its_ingredients_in_their_order(change, own):
    brew = replace(LABELLED, key=add_food(change, LABELLED))
    gone = missing_food("fdc:1", "bar of a table that is gone")
    ingredients = (
        Ingredient(EGG, Fraction(2, 3), "g", flag_accepted=True),
        Ingredient(brew, Fraction(3), "cup"),
        Ingredient(gone, Fraction(1), "g", is_missing=True),
    )
    dish = Food("", "dish", EGG.content, collection=Collection.RECIPE)
    recipe = Recipe(0, "dish", ingredients, Decimal(4), Decimal("1200.5"))
    key = add_recipe(change, dish, recipe)
    found = own.recipe_of(replace(dish, key=key))
    assert found == replace(recipe, id=found.id)
