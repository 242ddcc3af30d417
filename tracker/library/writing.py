"""Writes library files: whole and under their name, or not at all."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from tracker import clock
from tracker.language.names import search_key
from tracker.library import layout
from tracker.library.entry import Entry, thousandths
from tracker.library.limits import BATCH

PART = ".part"
"""How a file ends that is still being written."""

KEPT = timedelta(days=7)
"""Longer than any import takes, and than most people go between two versions in turn."""

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
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            "cache_size = -32768",
            "temp_store = FILE",
            f"application_id = {layout.APPLICATION_ID}",
            f"user_version = {layout.FORMAT}",
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

    def finish(self, about: Mapping[str, Value], branded: bool = False) -> Counts:
        """Keeps the newest of each key, builds the indexes and says what the file is."""
        self.run(layout.ONE_OF_EACH_KEY)
        counts = self._counts()
        self.run((*layout.INDEXES, *layout.search_index(branded)))
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


class NewFile:
    """A library file under way in a temporary file beside the place where it is going to be."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, self._part = tempfile.mkstemp(PART, f"{path.stem}-", path.parent)
        os.close(handle)
        self._database = sqlite3.connect(self._part, isolation_level=None)
        try:
            self.writer = Writer(self._database)
        except BaseException:
            # Also where it is stopped here: nobody else knows yet what to discard.
            self.discard()
            raise

    def close(self) -> None:
        """Sees to it that all is on the disk; nothing can be written any more."""
        self._database.close()
        with open(self._part, "rb+") as file:  # noqa: PTH123
            os.fsync(file.fileno())

    def publish(self) -> None:
        """Takes the place of what was there, in one step."""
        Path(self._part).replace(self._path)

    def discard(self) -> None:
        """Leaves what was there as it was; does nothing once it is published."""
        self._database.close()
        # Windows keeps a file that somebody has open; it is swept up with the next build.
        with contextlib.suppress(OSError):
            Path(self._part).unlink(missing_ok=True)


@contextmanager
def new_file(path: Path) -> Iterator[Writer]:
    """A writer whose file is published when the block ends, unless it ends in an exception.

    Raises:
        OSError: the folder cannot be made or written.
    """
    new = NewFile(path)
    try:
        yield new.writer
        new.close()
        new.publish()
    finally:
        new.discard()


def sweep(folder: Path, pattern: str = "", keep: Path | None = None) -> None:
    """Removes what killed writers left behind, and other files of a pattern, some time after.

    For a week another version's file stays: two versions in turn must not build at each start.
    """
    for path in (*folder.glob(f"*{PART}"), *(folder.glob(pattern) if pattern else ())):
        # Somebody else may sweep as well, or have it open (Windows).
        with contextlib.suppress(OSError):
            written = datetime.fromtimestamp(path.stat().st_mtime)
            if path != keep and clock.now() - written > KEPT:
                path.unlink()


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
        entry.collection.value,
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
        weight, volume = thousandths(portion.grams), thousandths(portion.millilitres)
        yield portion.name, weight, volume, int(portion.usual)
