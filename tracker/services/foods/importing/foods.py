"""Imports the food tables of FoodData Central: SR Legacy, Foundation, Survey and Branded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from tracker.errors import TrackerError
from tracker.services.foods.importing.fooddata_csv import read_tables, tables_size
from tracker.services.foods.importing.foundation_json import read_foundation
from tracker.services.foods.importing.sources import DOWNLOADS, Download, Progress, open_downloads
from tracker.services.opening import Diary
from tracker.store.food_import import FoodImport, ImportedFood, batches

ShowProgress = Callable[[int], AbstractContextManager[Progress]]
"""Is told how many bytes there are, and gives what is to be told of those that were read."""


@dataclass
class ImportCounts:
    """What an import brought; `skipped` says why, and how many rows of each."""

    foods: int = 0
    portions: int = 0
    without_b12: int = 0
    flagged: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def count(self, food: ImportedFood) -> None:
        """Counts a food."""
        self.foods += 1
        self.portions += len(food.portions)
        self.without_b12 += food.best_ng is None
        self.flagged += bool(food.flag)


def import_foods(diary: Diary, paths: Sequence[Path], show: ShowProgress) -> ImportCounts:
    """Imports downloads, zipped or unpacked, in one transaction: all of them, or nothing.

    Foods that are there already are updated by their key; none is removed.

    Raises:
        TrackerError: a file that is not such a download, or is damaged; nothing is changed.
    """
    counts = ImportCounts()
    with open_downloads(paths) as downloads:
        size = sum(_size(download) for download in downloads)
        with show(size) as progress, diary.database.write() as connection:
            target = FoodImport(connection)
            for download in downloads:
                _import(target, download, counts, progress)
            target.finish()
    return counts


def _import(
    target: FoodImport, download: Download, counts: ImportCounts, progress: Progress
) -> None:
    before = counts.foods
    for batch in batches(_foods(target, download, counts.skipped, progress)):
        unique = {(food.collection, food.key): food for food in batch}
        counts.skipped["listed twice"] += len(batch) - len(unique)
        target.write(list(unique.values()))
        for food in unique.values():
            counts.count(food)
    counts.skipped = +counts.skipped
    if counts.foods == before:
        raise TrackerError(f"{download.shown} holds no foods; downloads are at {DOWNLOADS}")
    target.forget()


def _foods(
    target: FoodImport, download: Download, skipped: Counter[str], progress: Progress
) -> Iterator[ImportedFood]:
    if "food.csv" in download.members:
        return read_tables(target, download, skipped, progress)
    json_members = [
        member for name, member in download.members.items() if name.lower().endswith(".json")
    ]
    if len(json_members) == 1:
        return read_foundation(json_members[0], skipped, progress)
    raise TrackerError(
        f"{download.shown} has no food.csv: it is no download of FoodData Central ({DOWNLOADS})"
    )


def _size(download: Download) -> int:
    if "food.csv" in download.members:
        return tables_size(download)
    return sum(member.size for member in download.members.values())
