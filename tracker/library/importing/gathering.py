"""Brings together what belongs to one food and is spread over several files.

Memory stays small: everything waits in a private temporary database, indexed once, until the
row of the food itself comes by.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from tracker.errors import TrackerError

Piece = tuple[int, str, Sequence[Any]]
"""The number of a food, the kind of what is known of it, and that."""

Pieces = dict[str, list[list[Any]]]
"""What is known of a food, by kind."""


class Gathered:
    """What was gathered, by food."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def of(self, foods: Sequence[int]) -> dict[int, Pieces]:
        """What is known of these foods, at most `MOST_KEYS` of them."""
        marks = ", ".join("?" * len(foods))
        query = f"SELECT food, kind, content FROM piece WHERE food IN ({marks}) ORDER BY rowid"
        found: dict[int, Pieces] = {}
        for food, kind, content in self._database.execute(query, tuple(foods)):
            found.setdefault(food, {}).setdefault(kind, []).append(json.loads(content))
        return found


@contextmanager
def gathered(pieces: Iterable[Piece]) -> Iterator[Gathered]:
    """Every piece, until the block ends; nothing of it is left, however the program ends."""
    # An empty name is a file that is deleted as soon as it is closed, or the program killed.
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        try:
            _keep(database, pieces)
        except sqlite3.OperationalError as error:
            raise TrackerError(
                f"no room for what waits while it is imported ({error}): free some, or set "
                "SQLITE_TMPDIR to a folder that has it"
            ) from None
        yield Gathered(database)


def _keep(database: sqlite3.Connection, pieces: Iterable[Piece]) -> None:
    # Nothing of it outlives the import: there is nothing to take back or to keep from a power cut.
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -32768"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE piece (food INTEGER, kind TEXT, content TEXT)")
    database.execute("BEGIN")
    rows = ((food, kind, json.dumps(content)) for food, kind, content in pieces)
    database.executemany("INSERT INTO piece VALUES (?, ?, ?)", rows)
    database.execute("CREATE INDEX piece_food ON piece (food)")
    database.execute("COMMIT")
