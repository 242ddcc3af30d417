"""One open library file: what it is asked, in named, parametrised queries."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from tracker.library.files import layout
from tracker.library.files.integrity import DamagedError, is_as_written, is_damage, is_whole
from tracker.library.limits import (
    MOST_BRANDED,
    MOST_CANDIDATES,
    MOST_COMPLETED,
    MOST_KEYS,
    MOST_OF_ONE_NAME,
    NEAR_LENGTH,
    SHORTEST_BRANDED_PREFIX,
    SHORTEST_PREFIX,
)
from tracker.library.ranking import Candidate
from tracker.library.rows import Row, candidate_of, food_of, reference_of, supplement_of
from tracker.nutrition.foods.collection import COLLECTIONS, Collection, FoodTable, Tier
from tracker.nutrition.foods.food import Food
from tracker.nutrition.people.targets import ReferenceIntake
from tracker.nutrition.supplements.supplement import Supplement

T = TypeVar("T")

_LAST = "\U0010ffff"
"""After every character that a name may hold."""

_FOODS = "SELECT id, " + ", ".join(layout.FOOD_COLUMNS) + " FROM food WHERE key IN ({marks})"
_NAMES = "SELECT food_id, name FROM food_name WHERE food_id IN ({marks}) ORDER BY id"
_PORTIONS = """
SELECT food_id, name, weight_mg, volume_ul, usual FROM portion WHERE food_id IN ({marks})
ORDER BY rowid
"""
_NAMED = """
SELECT DISTINCT f.key FROM food_name n JOIN food f ON f.id = n.food_id WHERE n.search_key = ?
ORDER BY f.id LIMIT ?
"""
# The blank in front makes the ending one of whole words: graham does not end in ham. No LIKE, to
# which the % in “2% milk” would mean anything.
_ENDING = """
SELECT DISTINCT f.key FROM food_name n JOIN food f ON f.id = n.food_id
WHERE f.collection = ? AND substr(' ' || n.search_key, -length(?)) = ? ORDER BY f.id
"""
_OF_COLLECTION = "SELECT key FROM food WHERE collection = ? ORDER BY id"
# A shipped row bears the number of the USDA food that its best value is from, and is not that food.
_BY_SOURCES = """
SELECT source_id, key FROM food WHERE source_id IN ({marks}) AND collection <> 'shipped'
ORDER BY id DESC
"""
# In no order: to sort by FTS5's rank every match would be read, of millions of products too, and
# what is meant first is for `ranking.py` to say.
_FOUND = """
SELECT f.key, f.name, n.search_key, f.collection FROM food_search s
JOIN food_name n ON n.id = s.rowid JOIN food f ON f.id = n.food_id
WHERE food_search MATCH ? LIMIT ?
"""
_COMPLETED = """
SELECT f.collection, n.name FROM food_search s
JOIN food_name n ON n.id = s.rowid JOIN food f ON f.id = n.food_id
WHERE food_search MATCH ? ORDER BY f.collection <> 'shipped', length(n.name), n.name LIMIT ?
"""
_NEAR = """
SELECT term FROM food_word WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?
"""
_ALL_NAMES = "SELECT name FROM food_name ORDER BY name"
_SUPPLEMENT = "SELECT id, " + ", ".join(layout.SUPPLEMENT_COLUMNS) + " FROM supplement "
_SUPPLEMENTS = _SUPPLEMENT + "ORDER BY form, strength_ng, id"
_SUPPLEMENT_BY_KEY = _SUPPLEMENT + "WHERE key = ?"
_SUPPLEMENTS_NAMED = _SUPPLEMENT + (
    "WHERE id IN (SELECT supplement_id FROM supplement_name WHERE search_key = ?) ORDER BY id"
)
_SUPPLEMENT_ALIASES = "SELECT name FROM supplement_name WHERE supplement_id = ? ORDER BY id"
_SUPPLEMENT_NAMES = "SELECT name FROM supplement_name ORDER BY name"
_SUPPLEMENTS_COMPLETED = """
SELECT name FROM supplement_name WHERE search_key >= ? AND search_key < ?
ORDER BY length(name), name LIMIT ?
"""
_REFERENCE = "SELECT " + ", ".join(layout.REFERENCE_COLUMNS) + " FROM reference_intake "
_REFERENCES = _REFERENCE + "WHERE standard = ? ORDER BY rowid"
_STANDARDS = "SELECT DISTINCT standard FROM reference_intake ORDER BY standard"


class LibraryFile:
    """A library file that is open for reading; `path` is `None` for one in memory.

    Every question may raise DamagedError.
    """

    def __init__(self, database: sqlite3.Connection, path: Path | None = None) -> None:
        self._database, self.path = database, path
        self.about = _about(self._rows("SELECT name, value FROM about"))
        self.is_branded = self.about.tier is Tier.BRANDED
        # The file that ships holds tables of USDA's too; what another file holds it says itself.
        its_own = Collection(self.about.table, self.about.title, self.about.tier)
        self._collections = {its_own.name: its_own, **COLLECTIONS}

    def close(self) -> None:
        """Closes it."""
        self._database.close()

    def foods(self, keys: Sequence[str]) -> dict[str, Food]:
        """The foods of these keys that it holds, by key."""
        rows = [row for some in _slices(keys) for row in self._rows(_in(_FOODS, some), *some)]
        ids = [row[0] for row in rows]
        names = self._of_foods(_NAMES, ids)
        portions = self._of_foods(_PORTIONS, ids)
        foods = _each(
            rows,
            lambda row: food_of(
                row, names.get(row[0], []), portions.get(row[0], []), self._collections
            ),
        )
        return {food.key: food for food in foods}

    def keys_named(self, search_key: str) -> list[str]:
        """Foods one of whose names has this search key."""
        return self._column(_NAMED, search_key, MOST_OF_ONE_NAME)

    def keys_of(self, collection: str) -> list[str]:
        """Every food of a table."""
        return self._column(_OF_COLLECTION, collection)

    def keys_ending(self, collection: str, search_key: str) -> list[str]:
        """Foods of a table one of whose names ends in, or is, this search key."""
        ending = f" {search_key}"
        return self._column(_ENDING, collection, ending, ending)

    def keys_of_sources(self, numbers: Sequence[str]) -> dict[str, str]:
        """The keys of the foods to which their tables give these numbers, by number."""
        return {
            number: key
            for some in _slices(numbers)
            for number, key in self._rows(_in(_BY_SOURCES, some), *some)
        }

    def find_names(self, words: Sequence[str]) -> list[Candidate]:
        """The names that hold all the words; the last may be a beginning."""
        return self._found(" AND ".join(self._terms(words)))

    def find_names_of_any(self, words: Sequence[str]) -> list[Candidate]:
        """The names that hold one of the words; the last may be a beginning."""
        return self._found(" OR ".join(self._terms(words)))

    def completed(self, prefix: str) -> list[tuple[str, str]]:
        """Table and name of foods one of whose names begins with a search key."""
        rows = self._rows(_COMPLETED, "^" + _quoted(prefix) + "*", MOST_COMPLETED)
        return [(kind, name) for kind, name in rows]

    def near_words(self, word: str) -> list[str]:
        """Words of names that start with the letter of a word and are about as long."""
        first = word[:1]
        shortest, longest = len(word) - NEAR_LENGTH, len(word) + NEAR_LENGTH
        return self._column(_NEAR, first, first + _LAST, shortest, longest)

    def names(self) -> list[str]:
        """Every name."""
        return self._column(_ALL_NAMES)

    def supplements(self) -> list[Supplement]:
        """Every product."""
        return self._supplements(_SUPPLEMENTS)

    def supplement(self, key: str) -> Supplement | None:
        """A product by its key."""
        return next(iter(self._supplements(_SUPPLEMENT_BY_KEY, key)), None)

    def supplements_named(self, search_key: str) -> list[Supplement]:
        """Products one of whose names has this search key."""
        return self._supplements(_SUPPLEMENTS_NAMED, search_key)

    def supplement_names(self) -> list[str]:
        """Every name of a product."""
        return self._column(_SUPPLEMENT_NAMES)

    def supplements_completed(self, prefix: str) -> list[str]:
        """Names of products that begin with a search key."""
        return self._column(_SUPPLEMENTS_COMPLETED, prefix, prefix + _LAST, MOST_COMPLETED)

    def reference_intakes(self, standard: str) -> list[ReferenceIntake]:
        """The rows of a standard, in the order of its table."""
        return _each(self._rows(_REFERENCES, standard), reference_of)

    def standards(self) -> list[str]:
        """The standards by name."""
        return self._column(_STANDARDS)

    def _supplements(self, query: str, *values: str) -> list[Supplement]:
        rows = self._rows(query, *values)
        return _each(
            rows, lambda row: supplement_of(row, self._column(_SUPPLEMENT_ALIASES, row[0]))
        )

    def _terms(self, words: Sequence[str]) -> list[str]:
        # In quotes, as no bare word may hold a % or & (https://sqlite.org/fts5.html, 3.1).
        shortest = SHORTEST_BRANDED_PREFIX if self.is_branded else SHORTEST_PREFIX
        last = _quoted(words[-1]) + ("*" if len(words[-1]) >= shortest else "")
        return [*map(_quoted, words[:-1]), last]

    def _found(self, match: str) -> list[Candidate]:
        limit = MOST_BRANDED if self.is_branded else MOST_CANDIDATES
        rows = self._rows(_FOUND, match, limit)
        return _each(rows, lambda row: candidate_of(row, self._collections))

    def _of_foods(self, query: str, ids: Sequence[int]) -> dict[int, list[Row]]:
        grouped: dict[int, list[Row]] = {}
        for some in _slices(ids):
            for food_id, *row in self._rows(_in(query, some), *some):
                grouped.setdefault(food_id, []).append(tuple(row))
        return grouped

    def _column(self, query: str, *values: str | int) -> list[str]:
        return [row[0] for row in self._rows(query, *values)]

    def _rows(self, query: str, *values: str | int) -> list[Row]:
        try:
            return self._database.execute(query, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # A byte of the schema that has changed can look like a fault in the query.
            if is_damage(error) or (self.path and not is_as_written(self.path)):
                raise DamagedError(str(error)) from None
            raise


def open_file(path: Path) -> LibraryFile:
    """Opens a library file for reading; nothing can change it while it has this name.

    Raises:
        OSError: there is no such file, or it cannot be read.
        DamagedError: it is none, of another format, cut short, or damaged.
    """
    if not is_whole(path):
        raise DamagedError("no library file of this format, or it was cut short or changed")
    # A URI, quoted by as_uri: the path may hold ? and %.
    # Immutable: no locks, and no journal looked for (https://sqlite.org/uri.html); so nothing may
    # ever write to a file that has its name.
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        database = sqlite3.connect(uri, uri=True)
    except sqlite3.OperationalError as error:
        # It was there a moment ago: another program has removed it.
        raise FileNotFoundError(str(error)) from None
    try:
        return LibraryFile(database, path)
    except BaseException:
        database.close()
        raise


def _about(rows: Iterable[Row]) -> FoodTable:
    stated: dict[str, Any] = dict(rows)
    try:
        return FoodTable(
            table=stated["table"],
            title=stated["title"],
            tier=Tier(stated["tier"]),
            source=stated["source"],
            release=stated["release"],
            made_at=stated["made_at"],
            foods=int(stated["foods"]),
            portions=int(stated["portions"]),
        )
    except (KeyError, ValueError) as error:
        raise DamagedError(f"it does not say what it holds: {error}") from None


def _in(query: str, values: Sequence[object]) -> str:
    return query.format(marks=", ".join("?" * len(values)))


def _slices(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), MOST_KEYS):
        yield values[start : start + MOST_KEYS]


def _quoted(words: str) -> str:
    # A zero would end the query for SQLite, and the quotes with it.
    return '"' + words.replace('"', '""').replace("\0", " ") + '"'


def _each(rows: Iterable[Row], make: Callable[[Row], T]) -> list[T]:
    """What the rows stand for; a word or figure that no build writes is damage like any other."""
    try:
        return [make(row) for row in rows]
    except (ValueError, ArithmeticError) as error:
        raise DamagedError(f"a row that no build writes: {error}") from None
