"""Names for completion, read with sqlite3 alone: SQLAlchemy would cost more than the answer."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tracker.nutrition.names import printable, search_key

MOST = 20
Find = Callable[[sqlite3.Connection, str], list[str]]
_QUANTITY = re.compile(r"\s*[\d.,/¼-¾⅐-⅞ ]*")
_LONGEST_MEASURE = 3
"""Words before the name, as in `2 large slices of bread`."""

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


def food_items(location: str, typed: str) -> list[str]:
    """What an item of `b12 eat` may become; nothing where the database cannot say."""
    return _items(location, typed, _foods_starting)


def supplement_items(location: str, typed: str) -> list[str]:
    """What an item of `b12 take` may become; nothing where the database cannot say."""
    return _items(location, typed, _supplements_starting)


def _items(location: str, typed: str, find: Find) -> list[str]:
    if "://" in location or not Path(location).expanduser().is_file():
        return []
    try:
        # Read-only: a TAB never creates, upgrades or locks a diary.
        path = Path(location).expanduser().absolute().as_uri()
        with closing(sqlite3.connect(f"{path}?mode=ro", uri=True, timeout=0.2)) as database:
            for before, beginning in _beginnings(typed):
                if names := find(database, beginning):
                    return [printable(before + name) for name in names]
    except sqlite3.Error:
        pass
    return []


def _beginnings(typed: str) -> list[tuple[str, str]]:
    """Where a name may begin: after the quantity, or after a measure that follows it."""
    quantity = _QUANTITY.match(typed)
    start = quantity.end() if quantity else 0
    words = typed[start:].split(" ")
    found = []
    for count in range(min(_LONGEST_MEASURE, len(words) - 1) + 1):
        before = " ".join(words[:count])
        before += " " if before else ""
        found.append((typed[:start] + before, " ".join(words[count:])))
    return found


def _foods_starting(database: sqlite3.Connection, beginning: str) -> list[str]:
    key = search_key(beginning)
    if not key:
        return [name for (name,) in database.execute(_EATEN, (MOST,))] if not beginning else []
    match = '^"' + key.replace('"', '""') + '"*'
    return [name for (name,) in database.execute(_FOODS, (match, MOST))]


def _supplements_starting(database: sqlite3.Connection, beginning: str) -> list[str]:
    key = search_key(beginning)
    limits = (key, key + "\U0010ffff", MOST)
    return [name for (name,) in database.execute(_SUPPLEMENTS, limits)]
