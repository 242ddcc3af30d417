"""Foods with their portions and names: reading and finding them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, select

from tracker.nutrition.amounts import ContentRange, micrograms, of_milli
from tracker.nutrition.foods.food import Basis, Food, FoodDiet, Portion
from tracker.nutrition.foods.recipe import Ingredient, Recipe, recipe_food
from tracker.store import tables

OWN = "own"
RECIPE = "recipe"
SHIPPED = "shipped"
_MOST_OF_ONE_NAME = 50


def food_by_id(connection: Connection, food_id: int) -> Food:
    """A food, retired or not."""
    return foods_by_id(connection, [food_id])[0]


def food_by_reference(connection: Connection, collection: str | None, number: str) -> Food | None:
    """A food by the number that its table gives it: its key, or without a table its fdc_id."""
    food = tables.food
    if collection is None:
        query = select(food.c.id).where(food.c.source_id == number, food.c.collection != SHIPPED)
    else:
        query = select(food.c.id).where(food.c.collection == collection, food.c.key == number)
    found = connection.scalar(query.where(food.c.retired == 0).order_by(food.c.id).limit(1))
    return None if found is None else food_by_id(connection, found)


def foods_named(connection: Connection, key: str) -> list[Food]:
    """Foods one of whose names has this search key; a person's own come first."""
    names = tables.food_name
    query = (
        select(tables.food.c.id)
        .join(names)
        .where(names.c.search_key == key, tables.food.c.retired == 0)
        .order_by(tables.food.c.collection.not_in((OWN, RECIPE)), tables.food.c.id)
        .limit(_MOST_OF_ONE_NAME)
    )
    return foods_by_id(connection, list(dict.fromkeys(connection.scalars(query))))


def foods_ending(connection: Connection, collection: str, key: str) -> list[Food]:
    """The foods of a small table one of whose names ends in, or is, this search key."""
    names, food = tables.food_name, tables.food
    ending = (" " + names.c.search_key).endswith(f" {key}", autoescape=True)
    query = (
        select(food.c.id)
        .join(names, names.c.food_id == food.c.id)
        .where(food.c.collection == collection, food.c.retired == 0, ending)
        .order_by(food.c.id)
    )
    return foods_by_id(connection, list(dict.fromkeys(connection.scalars(query))))


def all_food_names(connection: Connection) -> list[str]:
    """Every name by which a food can be found; branded ones, being millions, aside."""
    names, food = tables.food_name, tables.food
    is_listed = (food.c.retired == 0) & (food.c.collection != "usda-branded")
    query = select(names.c.name).join(food).where(is_listed)
    return list(connection.scalars(query.order_by(names.c.name)))


def foods_by_id(connection: Connection, ids: Sequence[int]) -> list[Food]:
    """Foods, retired or not, in the order of their ids; a recipe is worth what its items are."""
    query = select(tables.food).where(tables.food.c.id.in_(ids))
    rows = {row.id: row for row in connection.execute(query)}
    portions = _by_food(connection.execute(_of_foods(tables.portion, ids)))
    names = _by_food(connection.execute(_of_foods(tables.food_name, ids)))
    foods = [_food(rows[one], portions.get(one, []), names.get(one, [])) for one in ids]
    return [
        recipe_food(food, recipe_of(connection, food)) if food.collection == RECIPE else food
        for food in foods
    ]


def recipe_of(connection: Connection, food: Food) -> Recipe:
    """What the food of a recipe is made of, each ingredient as the table has it now."""
    recipe, item = tables.recipe, tables.recipe_item
    row = connection.execute(select(recipe).where(recipe.c.food_id == food.id)).one()
    query = select(item).where(item.c.recipe_id == row.id).order_by(item.c.id)
    items = connection.execute(query).all()
    ids = [one.food_id for one in items]
    return Recipe(
        id=row.id,
        name=food.name,
        ingredients=tuple(
            Ingredient(used, Fraction(one.quantity), one.portion, bool(one.flag_accepted))
            for one, used in zip(items, foods_by_id(connection, ids), strict=True)
        ),
        portions=of_milli(row.portions_thousandths),
        cooked_grams=of_milli(row.cooked_weight_mg),
    )


def _of_foods(table: Any, ids: Sequence[int]) -> Any:
    return select(table).where(table.c.food_id.in_(ids)).order_by(table.c.id)


def _by_food(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    grouped: dict[int, list[Row[Any]]] = {}
    for row in rows:
        grouped.setdefault(row.food_id, []).append(row)
    return grouped


def _food(row: Row[Any], portions: list[Row[Any]], names: list[Row[Any]]) -> Food:
    return Food(
        id=row.id,
        name=row.name,
        content=content_range(row),
        per_amount=of_milli(row.per_amount_thousandths),
        per_unit=Basis(row.per_unit),
        portions=tuple(_portion(one) for one in portions),
        aliases=tuple(one.name for one in names if one.name != row.name),
        group=row.food_group,
        diet=FoodDiet(row.diet),
        fortified=bool(row.fortified),
        printed=row.printed,
        source=row.source,
        source_id=row.source_id,
        market=row.market,
        note=row.note,
        added_mcg=None if row.added_ng is None else micrograms(row.added_ng),
        flag=row.flag,
        collection=row.collection,
    )


def _portion(row: Row[Any]) -> Portion:
    return Portion(row.name, of_milli(row.weight_mg), of_milli(row.volume_ul), bool(row.usual))


def content_range(row: Row[Any]) -> ContentRange | None:
    """The range in a row with `low_ng`, `best_ng` and `high_ng`; `None` where not known."""
    if row.best_ng is None:
        return None
    high = None if row.high_ng is None else micrograms(row.high_ng)
    return ContentRange(micrograms(row.low_ng), micrograms(row.best_ng), high)
