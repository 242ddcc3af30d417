"""A person's own foods and recipes: kept through the journal, so that undo covers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from tracker.language.names import search_key
from tracker.nutrition.amounts import milli, nanograms
from tracker.nutrition.foods.food import Food
from tracker.nutrition.foods.recipe import Ingredient, Recipe
from tracker.store import tables
from tracker.store.journal import Change
from tracker.store.records.foods import OWN, RECIPE, SHIPPED, foods_by_id


def list_foods(connection: Connection, collections: Sequence[str]) -> list[Food]:
    """The foods in use of some tables, by name."""
    food = tables.food
    query = (
        select(food.c.id)
        .where(food.c.collection.in_(collections), food.c.retired == 0)
        .order_by(food.c.name, food.c.id)
    )
    return foods_by_id(connection, list(connection.scalars(query)))


def eaten_foods(connection: Connection, person_id: int, first_day: date) -> dict[int, int]:
    """How often a person has logged each food since a day, by its id."""
    intake = tables.intake
    query = (
        select(intake.c.food_id, func.count())
        .where(
            intake.c.person_id == person_id,
            intake.c.food_id.is_not(None),
            intake.c.day >= first_day.isoformat(),
        )
        .group_by(intake.c.food_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def last_day_of_food(connection: Connection, person_id: int, food_id: int) -> date | None:
    """When a person logged a food last."""
    intake = tables.intake
    query = select(func.max(intake.c.day)).where(
        intake.c.person_id == person_id, intake.c.food_id == food_id
    )
    day = connection.scalar(query)
    return date.fromisoformat(day) if day else None


def add_food(change: Change, food: Food, collection: str = OWN) -> int:
    """Adds a food and returns its id."""
    # The key only has to be unique; the name may come back after a removal.
    latest = change.connection.scalar(select(func.max(tables.food.c.id))) or 0
    values = {"collection": collection, "key": f"{collection}-{latest + 1}", **_values(food)}
    food_id = change.insert(tables.food, values)
    _write_names_and_portions(change, food_id, food)
    return food_id


def edit_food(change: Change, food: Food) -> None:
    """Writes a food's new values; past intakes keep theirs."""
    change.update(tables.food, food.id, _values(food))
    for table in (tables.food_name, tables.portion):
        query = select(table.c.id).where(table.c.food_id == food.id)
        for row_id in change.connection.scalars(query).all():
            change.delete(table, row_id)
    _write_names_and_portions(change, food.id, food)


def retire_food(change: Change, food_id: int) -> None:
    """Takes a food out of use; past intakes and recipes still refer to it."""
    change.update(tables.food, food_id, {"retired": 1})


def add_recipe(change: Change, food: Food, recipe: Recipe) -> int:
    """Adds a recipe and the food that it is; returns the id of the food."""
    food_id = add_food(change, _without_content(food), RECIPE)
    recipe_id = change.insert(tables.recipe, {"food_id": food_id, **_makes(recipe)})
    _write_items(change, recipe_id, recipe.ingredients)
    return food_id


def edit_recipe(change: Change, food: Food, recipe: Recipe) -> None:
    """Writes a recipe's new name, ingredients and yield."""
    edit_food(change, _without_content(food))
    change.update(tables.recipe, recipe.id, _makes(recipe))
    item = tables.recipe_item
    query = select(item.c.id).where(item.c.recipe_id == recipe.id)
    for row_id in change.connection.scalars(query).all():
        change.delete(item, row_id)
    _write_items(change, recipe.id, recipe.ingredients)


def is_listed(food: Food) -> bool:
    """Whether a food is of the shipped table or of the person: few enough to look at each."""
    return food.collection in (OWN, RECIPE, SHIPPED)


def _without_content(food: Food) -> Food:
    """The row of a recipe's food: what it is worth is computed when it is read."""
    return replace(food, content=None, portions=())


def _makes(recipe: Recipe) -> dict[str, Any]:
    return {
        "portions_thousandths": milli(recipe.portions),
        "cooked_weight_mg": milli(recipe.cooked_grams),
    }


def _write_items(change: Change, recipe_id: int, ingredients: Sequence[Ingredient]) -> None:
    for one in ingredients:
        values = {
            "recipe_id": recipe_id,
            "food_id": one.food.id,
            "quantity": str(one.quantity),
            "portion": one.portion,
            "flag_accepted": int(one.flag_accepted),
        }
        change.insert(tables.recipe_item, values)


def _write_names_and_portions(change: Change, food_id: int, food: Food) -> None:
    name = {"food_id": food_id, "name": food.name, "search_key": search_key(food.name)}
    change.insert(tables.food_name, name)
    for portion in food.portions:
        values = {
            "food_id": food_id,
            "name": portion.name,
            "weight_mg": milli(portion.grams),
            "volume_ul": milli(portion.millilitres),
            "usual": int(portion.usual),
        }
        change.insert(tables.portion, values)


def _values(food: Food) -> dict[str, Any]:
    content = food.content
    return {
        "name": food.name,
        "diet": food.diet.value,
        "fortified": int(food.fortified),
        "per_amount_thousandths": milli(food.per_amount),
        "per_unit": food.per_unit.value,
        "low_ng": nanograms(content.low) if content else None,
        "best_ng": nanograms(content.best) if content else None,
        "high_ng": nanograms(content.high) if content and content.high is not None else None,
        "printed": food.printed,
        "source": food.source,
        "market": food.market,
        "note": food.note,
    }
