"""Builds the shipped library at first use and keeps it in the cache folder.

Its name says what is in it, so that another version of the program, or a changed seed, builds
another file and none is ever written again. Two first uses at once build the same file twice,
each beside the other, and the later rename wins.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tracker import clock, resources
from tracker.library import seeds
from tracker.library.files import layout
from tracker.library.files.new_files import new_file, sweep
from tracker.library.files.writing import Counts, Value, Writer
from tracker.nutrition.foods.collection import Collection


def build(path: Path) -> Counts:
    """Builds the shipped library as a file.

    Raises:
        OSError: the folder cannot be made or written.
    """
    with new_file(path) as writer:
        counts = _fill(writer)
    sweep(path.parent, f"{layout.SHIPPED_NAME}-*{layout.SUFFIX}", keep=path)
    return counts


def build_in_memory() -> sqlite3.Connection:
    """The shipped library where nothing can be written: it lasts as long as the connection."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    _fill(Writer(database))
    return database


def _fill(writer: Writer) -> Counts:
    folder = resources.folder("seeds")
    writer.run(layout.SHIPPED_TABLES)
    _add_supplements(writer, folder)
    writer.insert("reference_intake", layout.REFERENCE_COLUMNS, seeds.reference_rows(folder))
    writer.add(seeds.entries(folder))
    about: dict[str, Value] = {
        "table": Collection.SHIPPED.name,
        "title": "foods and products that ship with b12",
        "tier": int(Collection.SHIPPED.tier),
        "source": "; ".join(("article", *(f"USDA {one.word}" for _, one, *_ in seeds.USDA_TABLES))),
        "release": ", ".join(f"{one.word} {release}" for _, one, _, release in seeds.USDA_TABLES),
        "made_at": clock.stamp(),
    }
    return writer.finish(about)


def _add_supplements(writer: Writer, folder: Path) -> None:
    listed = list(enumerate(seeds.supplement_rows(folder), start=1))
    rows = ((number, *values) for number, (values, _names) in listed)
    writer.insert("supplement", ("id", *layout.SUPPLEMENT_COLUMNS), rows)
    names = ((number, *name) for number, (_values, names) in listed for name in names)
    writer.insert("supplement_name", ("supplement_id", "name", "search_key"), names)
