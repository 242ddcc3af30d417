"""What a library file is: where it lies, its tables and its format."""

from __future__ import annotations

import zlib
from pathlib import Path

from tracker import resources
from tracker.nutrition.foods.collection import COLLECTIONS, Collection

FORMAT = 4
"""Counts up with every change of the tables or of what is written into them, up to 255."""

APPLICATION_ID = 0x62313200 + FORMAT
"""“b12” and the format, in the header of each file (https://sqlite.org/fileformat.html, 1.3)."""

SUFFIX = ".sqlite"
SHIPPED_NAME = "foods"

SEED_FILES = (
    "reference_intakes.csv", "foods.csv", "portions.csv", "supplements.csv",
    "usda_fndds.csv", "usda_sr_legacy.csv",
)  # fmt: skip
"""What the shipped library is made of."""

FOOD_COLUMNS = (
    "key", "collection", "name", "category", "diet", "fortified", "state", "market",
    "per_amount_thousandths", "per_unit", "low_ng", "best_ng", "high_ng", "added_ng", "flag",
    "printed", "source", "source_id", "note",
)  # fmt: skip
SUPPLEMENT_COLUMNS = (
    "key", "name", "strength_ng", "unit", "form", "route", "source", "source_id", "note",
)  # fmt: skip
REFERENCE_COLUMNS = (
    "standard", "life_stage", "phase", "from_months", "to_months", "kind", "amount_ng",
    "confidence", "source", "note",
)  # fmt: skip

TABLES = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE food (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL, collection TEXT NOT NULL, name TEXT NOT NULL,
        category TEXT NOT NULL, diet TEXT NOT NULL, fortified INTEGER NOT NULL,
        state TEXT NOT NULL, market TEXT NOT NULL, per_amount_thousandths INTEGER NOT NULL,
        per_unit TEXT NOT NULL, low_ng INTEGER, best_ng INTEGER, high_ng INTEGER,
        added_ng INTEGER, flag TEXT NOT NULL, printed TEXT NOT NULL, source TEXT NOT NULL,
        source_id TEXT NOT NULL, note TEXT NOT NULL)
    """,
    """
    CREATE TABLE food_name (
        id INTEGER PRIMARY KEY, food_id INTEGER NOT NULL, name TEXT NOT NULL,
        search_key TEXT NOT NULL)
    """,
    """
    CREATE TABLE portion (
        food_id INTEGER NOT NULL, name TEXT NOT NULL, weight_mg INTEGER, volume_ul INTEGER,
        usual INTEGER NOT NULL)
    """,
)
SHIPPED_TABLES = (
    """
    CREATE TABLE supplement (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        strength_ng INTEGER NOT NULL, unit TEXT NOT NULL, form TEXT NOT NULL,
        route TEXT NOT NULL, source TEXT NOT NULL, source_id TEXT NOT NULL, note TEXT NOT NULL)
    """,
    """
    CREATE TABLE supplement_name (
        id INTEGER PRIMARY KEY, supplement_id INTEGER NOT NULL, name TEXT NOT NULL,
        search_key TEXT NOT NULL)
    """,
    """
    CREATE TABLE reference_intake (
        standard TEXT NOT NULL, life_stage TEXT NOT NULL, phase TEXT NOT NULL,
        from_months INTEGER, to_months INTEGER, kind TEXT NOT NULL, amount_ng INTEGER NOT NULL,
        confidence TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL)
    """,
)
ONE_OF_EACH_KEY = (
    # In every release of FoodData Central a newer version of a food has a higher number; as a
    # text 999999 would be higher than 2345678.
    """
    CREATE TEMPORARY TABLE listed_twice AS SELECT id FROM (
        SELECT id, ROW_NUMBER() OVER (
            PARTITION BY key ORDER BY CAST(source_id AS INTEGER) DESC, id DESC) AS place FROM food)
    WHERE place > 1
    """,
    "DELETE FROM food_name WHERE food_id IN (SELECT id FROM listed_twice)",
    "DELETE FROM portion WHERE food_id IN (SELECT id FROM listed_twice)",
    "DELETE FROM food WHERE id IN (SELECT id FROM listed_twice)",
)
INDEXES = (
    "CREATE UNIQUE INDEX food_key ON food (key)",
    "CREATE INDEX food_source_id ON food (source_id)",
    "CREATE INDEX food_name_food ON food_name (food_id)",
    "CREATE INDEX food_name_search_key ON food_name (search_key)",
    "CREATE INDEX portion_food ON portion (food_id)",
)
# The texts stay in food_name, the index holds none (https://sqlite.org/fts5.html, “external
# content”): it would fall behind a table that changes, and a library file never does.
_SEARCH = """
    CREATE VIRTUAL TABLE food_search USING fts5(
        search_key, content='food_name', content_rowid='id', tokenize='unicode61'{options})
"""
_FILL = (
    "INSERT INTO food_search (rowid, search_key) SELECT id, search_key FROM food_name",
    "INSERT INTO food_search (food_search) VALUES ('optimize')",
    "CREATE VIRTUAL TABLE food_word USING fts5vocab(food_search, row)",
)


def search_index(*, branded: bool) -> tuple[str, ...]:
    """What makes the full-text index; of branded foods, with one of the beginnings of words."""
    # 3 as SHORTEST_BRANDED_PREFIX: without an index of beginnings a search gathers the rows of
    # every word that begins so (https://sqlite.org/fts5.html, “prefix indexes”).
    return (_SEARCH.format(options=", prefix='3'" if branded else ""), *_FILL)


def shipped_path(folder: Path) -> Path:
    """Where in the cache folder the library of these seeds is, once it is built.

    CRC-32 and sizes of the seed files: 0.6 ms for 2 MB, where SHA-256 takes 1.4 and 2.5 more to
    be imported. Times of files say nothing where installers set them all alike.
    """
    digest, size = 0, 0
    for name in SEED_FILES:
        path = resources.folder("seeds") / name
        if path.exists():
            content = path.read_bytes()
            digest, size = zlib.crc32(content, digest), size + len(content)
    return folder / f"{SHIPPED_NAME}-{FORMAT}-{digest:08x}-{size}{SUFFIX}"


def table_path(folder: Path, collection: Collection) -> Path:
    """Where the library file of a table is, imported or not yet."""
    return folder / f"{collection.name}{SUFFIX}"


def table_paths(folder: Path) -> list[Path]:
    """The library files of the imported tables, USDA's before those of others."""
    try:
        there = list(folder.glob(f"*{SUFFIX}"))
    except PermissionError:
        # Where the data folder is closed, the foods that ship can still be looked up.
        return []
    places = {name: place for place, name in enumerate(COLLECTIONS)}
    return sorted(there, key=lambda path: (places.get(path.stem, len(places)), path.stem))
