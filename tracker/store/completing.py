"""Names for completion, read with sqlite3 alone: SQLAlchemy would cost more than the answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

MOST = 20

_FOODS = """
SELECT n.name FROM food_search s JOIN food_name n ON n.id = s.rowid JOIN food f ON f.id = n.food_id
WHERE food_search MATCH ? AND f.retired = 0
ORDER BY CASE f.collection WHEN 'own' THEN 0 WHEN 'recipe' THEN 0 WHEN 'shipped' THEN 1 ELSE 2 END,
         NOT EXISTS (SELECT 1 FROM intake i WHERE i.food_id = f.id), length(n.name), n.name
LIMIT ?
"""
_EATEN = """
SELECT f.name FROM intake i JOIN food f ON f.id = i.food_id
WHERE f.retired = 0 GROUP BY f.id ORDER BY MAX(i.id) DESC LIMIT ?
"""
_SUPPLEMENTS = """
SELECT n.name FROM supplement_name n JOIN supplement s ON s.id = n.supplement_id
WHERE n.search_key >= ? AND n.search_key < ? AND s.retired = 0
ORDER BY s.collection <> 'own', length(n.name), n.name LIMIT ?
"""


class Names:
    """The names in an open diary."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def foods(self, key: str) -> list[str]:
        """Foods one of whose names begins with a search key: those eaten last, if it is empty."""
        if not key:
            return self._names(_EATEN, MOST)
        return self._names(_FOODS, '^"' + key.replace('"', '""') + '"*', MOST)

    def supplements(self, key: str) -> list[str]:
        """Supplements one of whose names begins with a search key."""
        return self._names(_SUPPLEMENTS, key, key + "\U0010ffff", MOST)

    def _names(self, query: str, *values: str | int) -> list[str]:
        try:
            return [name for (name,) in self._database.execute(query, values)]
        except sqlite3.Error:
            # An older diary, or one that is being written: a TAB has nothing to say then.
            return []


@contextmanager
def open_names(location: str) -> Iterator[Names | None]:
    """The names of the diary at a path, read-only; `None` where there is no such file.

    A TAB never creates, upgrades or locks a diary.
    """
    path = Path(location).expanduser()
    if "://" in location or not path.is_file():
        yield None
        return
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=0.2)) as database:
        yield Names(database)
