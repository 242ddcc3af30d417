"""Imports the food tables of FoodData Central: SR Legacy, Foundation, Survey and Branded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from tracker.errors import TrackerError
from tracker.library.entry import Entry
from tracker.library.importing.downloads import Download, Progress, open_downloads
from tracker.library.importing.sources import DOWNLOADS, source_of
from tracker.nutrition.foods.collection import Collection
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
    with open_downloads(paths, DOWNLOADS) as downloads:
        size = sum(source_of(download).size(download) for download in downloads)
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
    entries = source_of(download).read(download, counts.skipped, progress)
    for batch in batches(map(_imported, entries)):
        unique = {(food.collection, food.key): food for food in batch}
        counts.skipped["listed twice"] += len(batch) - len(unique)
        target.write(list(unique.values()))
        for food in unique.values():
            counts.count(food)
    counts.skipped = +counts.skipped
    if counts.foods == before:
        raise TrackerError(f"{download.shown} holds no foods; {DOWNLOADS}")


def _imported(entry: Entry) -> ImportedFood:
    is_coded = entry.collection is Collection.SURVEY
    return ImportedFood(
        collection=entry.collection.value,
        key=entry.key.partition(":")[2] if is_coded else entry.source_id,
        name=entry.name,
        source=entry.source,
        source_id=entry.source_id,
        best_ng=entry.best_ng,
        added_ng=entry.added_ng,
        flag=entry.flag,
        group=entry.category,
        fortified=entry.fortified,
        per_unit=entry.per_unit,
        market=entry.market,
        note=entry.note,
        portions=entry.portions,
    )
