"""Names in a diary for completion, by sqlite3 alone: SQLAlchemy would cost more than the answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_LAST = "\U0010ffff"
"""After every character that a name may hold."""

_OWN_FOODS = """
SELECT n.name FROM food_name n JOIN food f ON f.id = n.food_id
WHERE n.search_key >= ? AND n.search_key < ? AND f.retired = 0
ORDER BY length(n.name), n.name
"""
# With one MAX in a query the bare name is that of its row, in SQLite
# (https://sqlite.org/lang_select.html).
_EATEN = """
SELECT name FROM intake WHERE food_key IS NOT NULL GROUP BY food_key ORDER BY MAX(id) DESC
"""
_OWN_SUPPLEMENTS = """
SELECT n.name FROM supplement_name n JOIN supplement s ON s.id = n.supplement_id
WHERE n.search_key >= ? AND n.search_key < ? AND s.retired = 0
ORDER BY length(n.name), n.name
"""


class Names:
    """The names in an open diary."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def own_foods(self, prefix: str) -> list[str]:
        """Own foods and recipes one of whose names begins with a search key."""
        return self._names(_OWN_FOODS, prefix, prefix + _LAST)

    def eaten(self) -> list[str]:
        """What was eaten, each food once, the latest first."""
        return self._names(_EATEN)

    def own_supplements(self, prefix: str) -> list[str]:
        """Own supplements one of whose names begins with a search key."""
        return self._names(_OWN_SUPPLEMENTS, prefix, prefix + _LAST)

    def _names(self, query: str, *values: str) -> list[str]:
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
    # Not immutable, as a library file is: somebody may be writing.
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=0.2)) as database:
        yield Names(database)
