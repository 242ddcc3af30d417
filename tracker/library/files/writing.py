"""Fills a library file with foods, their names and portions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from tracker.language.names import search_key
from tracker.library.entry import Entry
from tracker.library.files import layout
from tracker.library.limits import BATCH
from tracker.nutrition.amounts import milli

T = TypeVar("T")
Value = str | int | None


@dataclass(frozen=True)
class Counts:
    """What a library file holds; `twice` rows had the key of a newer one and are left out."""

    foods: int
    portions: int
    without_b12: int
    flagged: int
    twice: int


class Writer:
    """Fills an empty database with foods; what ends its transaction is `finish`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._next_food = 1
        # No journal and no waiting for the disk: where writing fails the file is thrown away, and
        # `seal` waits once for all. Before BEGIN: within it no journal mode can be changed.
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            "cache_size = -32768",
            "temp_store = FILE",
            f"application_id = {layout.APPLICATION_ID}",
        ):
            database.execute(f"PRAGMA {pragma}")
        database.execute("BEGIN")
        self.run(layout.TABLES)

    def run(self, statements: Iterable[str]) -> None:
        """Runs statements that take no values."""
        for statement in statements:
            self._database.execute(statement)

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """Inserts rows of values in the order of the columns."""
        marks = ", ".join("?" * len(columns))
        self._database.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows
        )

    def add(self, entries: Iterable[Entry]) -> None:
        """Adds foods with their names and portions."""
        for batch in batches(entries):
            numbered = list(enumerate(batch, start=self._next_food))
            self._next_food += len(batch)
            self.insert(
                "food",
                ("id", *layout.FOOD_COLUMNS),
                ((food_id, *_values(entry)) for food_id, entry in numbered),
            )
            self.insert(
                "food_name",
                ("food_id", "name", "search_key"),
                ((one, *name) for one, entry in numbered for name in names(entry)),
            )
            self.insert(
                "portion",
                ("food_id", "name", "weight_mg", "volume_ul", "usual"),
                ((one, *row) for one, entry in numbered for row in _portions(entry)),
            )

    def finish(self, about: Mapping[str, Value], *, branded: bool = False) -> Counts:
        """Keeps the newest of each key, builds the indexes and says what the file is."""
        self.run(layout.ONE_OF_EACH_KEY)
        counts = self._counts()
        # After the rows: the unique index would refuse a key that is listed twice, and an index
        # is built faster at once than row by row.
        self.run((*layout.INDEXES, *layout.search_index(branded=branded)))
        stated = {**about, "format": layout.FORMAT, "foods": counts.foods}
        stated["portions"] = counts.portions
        stated["last_food"] = self._one("SELECT MAX(id) FROM food")
        self.insert("about", ("name", "value"), [*stated.items()])
        self._database.commit()
        return counts

    def _counts(self) -> Counts:
        return Counts(
            foods=self._one("SELECT COUNT(*) FROM food"),
            portions=self._one("SELECT COUNT(*) FROM portion"),
            without_b12=self._one("SELECT COUNT(*) FROM food WHERE best_ng IS NULL"),
            flagged=self._one("SELECT COUNT(*) FROM food WHERE flag <> ''"),
            twice=self._one("SELECT COUNT(*) FROM listed_twice"),
        )

    def _one(self, query: str) -> int:
        return int(self._database.execute(query).fetchone()[0] or 0)


def names(entry: Entry) -> list[tuple[str, str]]:
    """Name and aliases with their search keys, the first wording of each key."""
    by_key: dict[str, str] = {}
    for wording in (entry.name, *entry.aliases):
        by_key.setdefault(search_key(wording), wording)
    return [(name, key) for key, name in by_key.items()]


def batches(rows: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Rows in lists of at most `size`."""
    iterator = iter(rows)
    while batch := list(islice(iterator, size)):
        yield batch


def _values(entry: Entry) -> tuple[Value, ...]:
    """In the order of `FOOD_COLUMNS`."""
    return (
        entry.key,
        entry.collection.name,
        entry.name,
        entry.category,
        entry.diet.value,
        int(entry.fortified),
        entry.state,
        entry.market,
        entry.per_amount_thousandths,
        entry.per_unit.value,
        entry.low_ng,
        entry.best_ng,
        entry.high_ng,
        entry.added_ng,
        entry.flag,
        entry.printed,
        entry.source,
        entry.source_id,
        entry.note,
    )


def _portions(entry: Entry) -> Iterator[tuple[Value, ...]]:
    for portion in entry.portions:
        weight, volume = milli(portion.grams), milli(portion.millilitres)
        yield portion.name, weight, volume, int(portion.usual)
