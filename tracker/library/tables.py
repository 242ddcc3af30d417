"""The imported tables: which there are, and how to be rid of one."""

from __future__ import annotations

from pathlib import Path

from tracker.errors import NotFoundError
from tracker.library.layout import SUFFIX
from tracker.nutrition.foods.collection import Collection


def table_path(folder: Path, collection: Collection) -> Path:
    """Where the library file of a table is, imported or not yet."""
    return folder / f"{collection.value}{SUFFIX}"


def table_paths(folder: Path) -> list[Path]:
    """The library files of the imported tables, the smaller kinds before the branded one."""
    try:
        there = set(folder.glob(f"*{SUFFIX}"))
    except PermissionError:
        # Where the data folder is closed, the foods that ship can still be looked up.
        return []
    paths = (table_path(folder, collection) for collection in Collection)
    return [path for path in paths if path in there]


def remove_table(folder: Path, name: str) -> None:
    """Removes an imported table; what was logged of its foods keeps its worth.

    Raises:
        NotFoundError: no table of that name was imported.
    """
    paths = {path.stem: path for path in table_paths(folder)}
    if name not in paths:
        imported = ", ".join(paths) or "none"
        raise NotFoundError(f"no table {name} was imported; imported are: {imported}")
    paths[name].unlink()
