"""Writes a whole food table within one transaction, without ever holding it in memory.

What belongs to a food is spread over several files: it waits in a temporary table of the
database until the row of the food itself comes by. Not part of the journal: millions of rows
would double the diary, so undo does not take an import back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    MetaData,
    Table,
    Text,
    delete,
    text,
)

from tracker.language.names import search_key
from tracker.nutrition.foods.food import Basis, FoodDiet, Portion
from tracker.store import tables

BATCH = 500
"""Rows at a time: below the number of variables that any SQLite takes."""

SR_LEGACY, SURVEY = "usda-sr-legacy", "usda-survey"
FOUNDATION, BRANDED = "usda-foundation", "usda-branded"

_WAITING = Table(
    "food_import_waiting",
    MetaData(),
    Column("food", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("content", Text, nullable=False),
    prefixes=["TEMPORARY"],
)
_COLUMNS = (
    "collection", "key", "name", "diet", "fortified", "per_amount_thousandths", "per_unit",
    "low_ng", "best_ng", "high_ng", "added_ng", "flag", "food_group", "source", "source_id",
    "market", "note", "confidence", "retired",
)  # fmt: skip
_UPSERT = " ON CONFLICT (collection, key) DO UPDATE SET " + ", ".join(
    f"{name} = excluded.{name}" for name in _COLUMNS[2:]
)

T = TypeVar("T")
Waiting = dict[str, list[list[Any]]]


@dataclass(frozen=True)
class ImportedFood:
    """A food as a file gives it; contents in ng per 100 g or ml, `None` where not known."""

    collection: str
    key: str
    name: str
    source: str
    source_id: str
    best_ng: int | None
    added_ng: int | None
    flag: str = ""
    group: str = ""
    fortified: bool = False
    per_unit: Basis = Basis.GRAM
    market: str = ""
    note: str = ""
    portions: tuple[Portion, ...] = ()


class FoodImport:
    """An import under way on a connection whose transaction the caller owns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        if connection.dialect.name == "sqlite":
            # 32 MB of pages, however large the table: with the usual 2 they are written twice.
            connection.exec_driver_sql("PRAGMA cache_size = -32768")
        _WAITING.create(connection)

    def wait(self, rows: Iterable[tuple[int, str, Sequence[Any]]]) -> None:
        """Keeps rows (food, kind, content) until `waiting` asks for their food."""
        listed = ((one, kind, json.dumps(content)) for one, kind, content in rows)
        self._insert(_WAITING.name, ("food", "kind", "content"), listed)

    def ready(self) -> None:
        """Called once, when everything waits."""
        # As text: an Index object would stay with the table, also after a rollback.
        self._connection.execute(
            text("CREATE INDEX food_import_waiting_food ON food_import_waiting (food)")
        )

    def waiting(self, foods: Sequence[int]) -> dict[int, Waiting]:
        """What waits for these foods, by kind."""
        query = f"SELECT food, kind, content FROM {_WAITING.name} WHERE food IN"
        found: dict[int, Waiting] = {}
        for food, kind, content in self._select(query, foods):
            found.setdefault(food, {}).setdefault(kind, []).append(json.loads(content))
        return found

    def forget(self) -> None:
        """Makes room for the next download."""
        _WAITING.drop(self._connection)
        _WAITING.create(self._connection)

    def finish(self) -> None:
        """Takes the temporary table away."""
        _WAITING.drop(self._connection)

    def write(self, foods: Sequence[ImportedFood]) -> None:
        """Adds or updates foods by collection and key; their ids stay, and so does the diary."""
        known = self._ids(foods)
        self._insert("food", _COLUMNS, map(_values, foods), _UPSERT)
        ids = self._ids(foods)
        self._clear(tables.food_name, list(known.values()))
        # A download without portions says nothing of them: those that are known stay.
        measured = [(one.collection, one.key) for one in foods if one.portions]
        self._clear(tables.portion, [known[one] for one in measured if one in known])
        names = (_name(ids[food.collection, food.key], food) for food in foods)
        self._insert("food_name", ("food_id", "name", "search_key"), names)
        portions = (
            _portion(ids[food.collection, food.key], portion)
            for food in foods
            for portion in food.portions
        )
        columns = ("food_id", "name", "weight_mg", "volume_ul", "usual")
        self._insert("portion", columns, portions)

    def _ids(self, foods: Sequence[ImportedFood]) -> dict[tuple[str, str], int]:
        found = {}
        for collection in {one.collection for one in foods}:
            keys = [one.key for one in foods if one.collection == collection]
            query = f"SELECT key, id FROM food WHERE collection = '{collection}' AND key IN"
            for key, food_id in self._select(query, keys):
                found[collection, key] = food_id
        return found

    def _select(self, query: str, values: Sequence[int | str]) -> Iterable[Any]:
        """The rows whose column is one of the values."""
        marks = ", ".join([self._mark] * len(values))
        return self._connection.exec_driver_sql(f"{query} ({marks})", tuple(values))

    @property
    def _mark(self) -> str:
        return "?" if self._connection.dialect.paramstyle == "qmark" else "%s"

    def _clear(self, table: Table, food_ids: Sequence[int]) -> None:
        if food_ids:
            self._connection.execute(delete(table).where(table.c.food_id.in_(food_ids)))

    def _insert(
        self, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]], rest: str = ""
    ) -> None:
        """Inserts rows of values as the driver takes them: half the time of named values."""
        marks = ", ".join([self._mark] * len(columns))
        statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}){rest}"
        for batch in batches(rows):
            self._connection.exec_driver_sql(statement, batch)


def batches(rows: Iterable[T]) -> Iterator[list[T]]:
    """Rows in lists of at most `BATCH`."""
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _values(food: ImportedFood) -> tuple[Any, ...]:
    """In the order of `_COLUMNS`."""
    return (
        food.collection,
        food.key,
        food.name,
        # USDA does not say who eats a food: nothing is called vegan that may not be.
        FoodDiet.OTHER.value,
        int(food.fortified),
        100_000,
        food.per_unit.value,
        food.best_ng,
        food.best_ng,
        food.best_ng,
        food.added_ng,
        food.flag,
        food.group,
        food.source,
        food.source_id,
        food.market,
        food.note,
        "P",
        0,
    )


def _name(food_id: int, food: ImportedFood) -> tuple[Any, ...]:
    return food_id, food.name, search_key(food.name)


def _portion(food_id: int, portion: Portion) -> tuple[Any, ...]:
    grams, millilitres = portion.grams, portion.millilitres
    return (
        food_id,
        portion.name,
        None if grams is None else round(grams * 1000),
        None if millilitres is None else round(millilitres * 1000),
        int(portion.usual),
    )
