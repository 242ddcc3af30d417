"""Keeps the imported food tables, which are beside the diaries and the same for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker.errors import TrackerError
from tracker.library.importing import tables as library
from tracker.library.importing.tables import ImportCounts, ShowProgress, import_table
from tracker.library.opening import open_library
from tracker.nutrition.foods.collection import Collection, FoodTable
from tracker.nutrition.foods.food import MissingPart
from tracker.services.opening import Diary
from tracker.settings import Settings
from tracker.store.records.own_foods import OwnFoods


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


def remove_table(diary: Diary, name: str, *, anyway: bool) -> list[MissingPart]:
    """Removes an imported table; what was logged of its foods keeps its worth.

    Returns what recipes lose by it.

    Raises:
        NotFoundError: no table of that name was imported.
        TrackerError: recipes use foods of it that no other table has, unless `anyway`.
    """
    lost = _lost_parts(diary, name)
    if lost and not anyway:
        listed = ", ".join(f"{part.dish} ({part.food.name})" for part in lost)
        raise TrackerError(
            f"{name} holds ingredients of your recipes, which would no longer be known: {listed}; "
            "replace them with `b12 recipe edit`, or add --anyway"
        )
    library.remove_table(diary.settings.foods_folder, name)
    return lost


def _lost_parts(diary: Diary, table: str) -> list[MissingPart]:
    """Ingredients of the diary's recipes that would be in no table without this one."""
    # Closed again before the file is removed, which some systems forbid while it is open.
    with open_library(diary.settings) as opened, diary.database.read() as connection:
        own = OwnFoods(connection, opened.foods)
        parts = [
            MissingPart(dish.name, one.food)
            for dish in own.in_use(Collection.RECIPE)
            for one in own.recipe_of(dish).ingredients
        ]
        lost = opened.lost_without(table, {part.food.key for part in parts})
    return [part for part in parts if part.food.key in lost]
