"""Foods with their portions and names: reading and finding them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, and_, select

from tracker.nutrition.amounts import ContentRange, micrograms
from tracker.nutrition.food import Basis, Food, FoodDiet, Portion
from tracker.store import tables

OWN = "own"


def food_by_id(connection: Connection, food_id: int) -> Food:
    """A food, retired or not."""
    return _foods(connection, [food_id])[0]


def foods_named(connection: Connection, key: str) -> list[Food]:
    """Foods one of whose names has this search key; a person's own come first."""
    names = tables.food_name
    query = (
        select(tables.food.c.id)
        .join(names)
        .where(names.c.search_key == key, tables.food.c.retired == 0)
        .order_by(tables.food.c.collection != OWN, tables.food.c.id)
    )
    return _foods(connection, list(dict.fromkeys(connection.scalars(query))))


def foods_with_words(connection: Connection, words: Sequence[str], limit: int) -> list[Food]:
    """Foods one of whose names has all these words, shortest name first."""
    names = tables.food_name
    spaced = " " + names.c.search_key + " "
    has_all = and_(*(spaced.contains(f" {word} ", autoescape=True) for word in words))
    query = (
        select(tables.food.c.id)
        .join(names)
        .where(has_all, tables.food.c.retired == 0)
        .order_by(names.c.search_key, tables.food.c.id)
    )
    ids = list(dict.fromkeys(connection.scalars(query)))[:limit]
    return sorted(_foods(connection, ids), key=lambda food: (len(food.name), food.name))


def all_food_names(connection: Connection) -> list[str]:
    """Every name by which a food can be found."""
    names = tables.food_name
    query = select(names.c.name).join(tables.food).where(tables.food.c.retired == 0)
    return list(connection.scalars(query.order_by(names.c.name)))


def _foods(connection: Connection, ids: list[int]) -> list[Food]:
    """Foods by id, in the order of the ids."""
    query = select(tables.food).where(tables.food.c.id.in_(ids))
    rows = {row.id: row for row in connection.execute(query)}
    portions = _by_food(connection.execute(_of_foods(tables.portion, ids)))
    names = _by_food(connection.execute(_of_foods(tables.food_name, ids)))
    return [_food(rows[one], portions.get(one, []), names.get(one, [])) for one in ids]


def _of_foods(table: Any, ids: list[int]) -> Any:
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
        per_amount=_whole(row.per_amount_thousandths) or Decimal(1),
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
    )


def _portion(row: Row[Any]) -> Portion:
    return Portion(row.name, _whole(row.weight_mg), _whole(row.volume_ul), bool(row.usual))


def content_range(row: Row[Any]) -> ContentRange | None:
    """The range in a row with `low_ng`, `best_ng` and `high_ng`; `None` where not known."""
    if row.best_ng is None:
        return None
    high = None if row.high_ng is None else micrograms(row.high_ng)
    return ContentRange(micrograms(row.low_ng), micrograms(row.best_ng), high)


def _whole(thousandths: int | None) -> Decimal | None:
    return None if thousandths is None else Decimal(thousandths) / 1000
