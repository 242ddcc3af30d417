"""Keeps the imported food tables, which are beside the diaries and the same for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker.library.importing import tables as library
from tracker.library.importing.tables import ImportCounts, ShowProgress, import_table
from tracker.library.opening import open_library
from tracker.nutrition.foods.collection import FoodTable
from tracker.settings import Settings


def import_foods(settings: Settings, paths: Sequence[Path], show: ShowProgress) -> ImportCounts:
    """Imports downloads of food tables: all of them, or none.

    Raises:
        TrackerError: a file that is not such a download, or is damaged; nothing is changed.
    """
    return import_table(paths, settings.foods_folder, show)


def list_tables(settings: Settings) -> tuple[list[FoodTable], list[str]]:
    """What each table holds, the one that ships first; and what could not be read."""
    with open_library(settings) as opened:
        return opened.tables(), opened.notes


def remove_table(settings: Settings, name: str) -> None:
    """Removes an imported table; what was logged of its foods keeps its worth.

    Raises:
        NotFoundError: no table of that name was imported.
    """
    library.remove_table(settings.foods_folder, name)
