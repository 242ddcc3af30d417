"""A person's own foods and recipes: read, found by name, and kept through the journal.

A recipe may be made of foods that no diary holds: `outside` finds those by their keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, func, select

from tracker.language.names import search_key
from tracker.nutrition.amounts import (
    content_of_nanograms,
    micrograms,
    milli,
    nanograms,
    of_milli,
)
from tracker.nutrition.foods.collection import COLLECTIONS, Collection
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, FoodDiet, Portion, missing_food
from tracker.nutrition.foods.recipe import Ingredient, Recipe, recipe_food
from tracker.nutrition.keys import own_id, own_key
from tracker.store import tables
from tracker.store.journal import Change

FindFoods = Callable[[Sequence[str]], Mapping[str, Food]]
"""The foods of some keys, by key; those that are not known are left out."""

_FOOD = tables.food
_NAME = tables.food_name


class OwnFoods:
    """The foods and recipes in a diary, within one transaction."""

    def __init__(self, connection: Connection, outside: FindFoods) -> None:
        self._connection = connection
        self._outside = outside

    def foods(self, keys: Sequence[str]) -> dict[str, Food]:
        """Foods of the diary, removed or not, by key; a recipe is worth what its items are."""
        ids = [one for key in keys if (one := own_id(key)) is not None]
        return {food.key: food for food in self._by_id(ids)}

    def in_use(self, *collections: Collection) -> list[Food]:
        """The foods of some tables that are not removed, by name."""
        query = (
            select(_FOOD.c.id)
            .where(_FOOD.c.collection.in_([one.name for one in collections]), _FOOD.c.retired == 0)
            .order_by(_FOOD.c.name, _FOOD.c.id)
        )
        return self._by_id(self._connection.scalars(query).all())

    def is_in_use(self, key: str) -> bool:
        """Whether a food is there and not removed."""
        query = select(_FOOD.c.id).where(_FOOD.c.id == own_id(key), _FOOD.c.retired == 0)
        return self._connection.scalar(query) is not None

    def names(self) -> list[tuple[str, str, str]]:
        """Key, name of the food, and search key, of every name of a food in use."""
        query = (
            select(_FOOD.c.id, _FOOD.c.name, _NAME.c.search_key)
            .join(_NAME, _NAME.c.food_id == _FOOD.c.id)
            .where(_FOOD.c.retired == 0)
            .order_by(_FOOD.c.id)
        )
        return [
            (own_key(row.id), row.name, row.search_key) for row in self._connection.execute(query)
        ]

    def recipe_of(self, food: Food) -> Recipe:
        """What the food of a recipe is made of, each ingredient as its table has it now."""
        recipe, item = tables.recipe, tables.recipe_item
        of_food = select(recipe).where(recipe.c.food_id == own_id(food.key))
        row = self._connection.execute(of_food).one()
        query = select(item).where(item.c.recipe_id == row.id).order_by(item.c.id)
        items = self._connection.execute(query).all()
        keys = [one.food_key for one in items]
        known = {**self._outside([key for key in keys if own_id(key) is None]), **self.foods(keys)}
        return Recipe(
            id=row.id,
            name=food.name,
            ingredients=tuple(_ingredient(one, known.get(one.food_key)) for one in items),
            portions=of_milli(row.portions_thousandths),
            cooked_grams=of_milli(row.cooked_weight_mg),
        )

    def _by_id(self, ids: Sequence[int]) -> list[Food]:
        query = select(_FOOD).where(_FOOD.c.id.in_(ids))
        rows = {row.id: row for row in self._connection.execute(query)}
        portions = self._of_foods(tables.portion, ids)
        names = self._of_foods(_NAME, ids)
        foods = [
            _food(rows[one], portions.get(one, []), names.get(one, []))
            for one in ids
            if one in rows
        ]
        return [
            recipe_food(food, self.recipe_of(food))
            if food.collection is Collection.RECIPE
            else food
            for food in foods
        ]

    def _of_foods(self, table: Any, ids: Sequence[int]) -> dict[int, list[Row[Any]]]:
        grouped: dict[int, list[Row[Any]]] = {}
        query = select(table).where(table.c.food_id.in_(ids)).order_by(table.c.id)
        for row in self._connection.execute(query):
            grouped.setdefault(row.food_id, []).append(row)
        return grouped


def add_food(change: Change, food: Food) -> str:
    """Adds a food of its collection and returns its key."""
    # The column only has to be unique; the name may come back after a removal.
    latest = change.connection.scalar(select(func.max(_FOOD.c.id))) or 0
    unique = f"{food.collection.name}-{latest + 1}"
    food_id = change.insert(_FOOD, {"key": unique, **_values(food)})
    _write_names_and_portions(change, food_id, food)
    return own_key(food_id)


def edit_food(change: Change, food: Food) -> None:
    """Writes a food's new values; past intakes keep theirs."""
    food_id = _id(food)
    change.update(_FOOD, food_id, _values(food))
    for table in (_NAME, tables.portion):
        query = select(table.c.id).where(table.c.food_id == food_id)
        for row_id in change.connection.scalars(query).all():
            change.delete(table, row_id)
    _write_names_and_portions(change, food_id, food)


def retire_food(change: Change, food: Food) -> None:
    """Takes a food out of use; past intakes and recipes still refer to it."""
    change.update(_FOOD, _id(food), {"retired": 1})


def add_recipe(change: Change, food: Food, recipe: Recipe) -> str:
    """Adds a recipe and the food that it is; returns the key of the food."""
    key = add_food(change, _without_content(food))
    recipe_id = change.insert(tables.recipe, {"food_id": own_id(key), **_makes(recipe)})
    _write_items(change, recipe_id, recipe.ingredients)
    return key


def edit_recipe(change: Change, food: Food, recipe: Recipe) -> None:
    """Writes a recipe's new name, ingredients and yield."""
    edit_food(change, _without_content(food))
    change.update(tables.recipe, recipe.id, _makes(recipe))
    item = tables.recipe_item
    query = select(item.c.id).where(item.c.recipe_id == recipe.id)
    for row_id in change.connection.scalars(query).all():
        change.delete(item, row_id)
    _write_items(change, recipe.id, recipe.ingredients)


def _id(food: Food) -> int:
    food_id = own_id(food.key)
    if food_id is None:
        raise ValueError(f"{food.key} is no food of a diary")
    return food_id


def _without_content(food: Food) -> Food:
    """The row of a recipe's food: what it is worth is computed when it is read."""
    return replace(food, content=replace(food.content, mcg=None), portions=())


def _makes(recipe: Recipe) -> dict[str, Any]:
    return {
        "portions_thousandths": milli(recipe.portions),
        "cooked_weight_mg": milli(recipe.cooked_grams),
    }


def _write_items(change: Change, recipe_id: int, ingredients: Iterable[Ingredient]) -> None:
    for one in ingredients:
        values = {
            "recipe_id": recipe_id,
            "food_key": one.food.key,
            "food_name": one.food.name,
            "quantity": str(one.quantity),
            "portion": one.portion,
            "flag_accepted": int(one.flag_accepted),
        }
        change.insert(tables.recipe_item, values)


def _ingredient(row: Row[Any], food: Food | None) -> Ingredient:
    return Ingredient(
        food or missing_food(row.food_key, row.food_name),
        Fraction(row.quantity),
        row.portion,
        bool(row.flag_accepted),
        is_missing=food is None,
    )


def _write_names_and_portions(change: Change, food_id: int, food: Food) -> None:
    name = {"food_id": food_id, "name": food.name, "search_key": search_key(food.name)}
    change.insert(_NAME, name)
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
    content = food.content.mcg
    return {
        "collection": food.collection.name,
        "name": food.name,
        "diet": food.diet.value,
        "fortified": int(food.content.fortified),
        "per_amount_thousandths": milli(food.content.per_amount),
        "per_unit": food.content.per_unit.value,
        "low_ng": nanograms(content.low) if content else None,
        "best_ng": nanograms(content.best) if content else None,
        "high_ng": nanograms(content.high) if content and content.high is not None else None,
        "printed": food.content.printed,
        "source": food.content.source,
        "market": food.market,
        "note": food.note,
    }


def _food(row: Row[Any], portions: Iterable[Row[Any]], names: Iterable[Row[Any]]) -> Food:
    return Food(
        key=own_key(row.id),
        name=row.name,
        content=FoodContent(
            mcg=content_of_nanograms(row.low_ng, row.best_ng, row.high_ng),
            per_amount=of_milli(row.per_amount_thousandths),
            per_unit=Basis(row.per_unit),
            added_mcg=None if row.added_ng is None else micrograms(row.added_ng),
            fortified=bool(row.fortified),
            flag=row.flag,
            printed=row.printed,
            source=row.source,
            source_id=row.source_id,
        ),
        portions=tuple(_portion(one) for one in portions),
        aliases=tuple(one.name for one in names if one.name != row.name),
        group=row.food_group,
        diet=FoodDiet(row.diet),
        market=row.market,
        note=row.note,
        collection=COLLECTIONS[row.collection],
    )


def _portion(row: Row[Any]) -> Portion:
    return Portion(row.name, of_milli(row.weight_mg), of_milli(row.volume_ul), bool(row.usual))
