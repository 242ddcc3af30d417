"""Imports food tables, each as a library file of its own, all or none; and removes one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tracker import clock
from tracker.errors import NotFoundError, TrackerError
from tracker.library.entry import Entry, Skipped
from tracker.library.files.layout import table_path, table_paths
from tracker.library.files.new_files import NewFile, disk_errors, publish, sweep
from tracker.library.files.writing import Counts, Value, batches
from tracker.library.importing.downloads import Download, Progress, open_downloads
from tracker.library.importing.sources import DOWNLOADS, is_known, source_of
from tracker.nutrition.foods.collection import Collection, Tier

ShowProgress = Callable[[int], AbstractContextManager[Progress]]
"""Is told how many bytes there are, and gives what is to be told of those that were read."""

_RELEASE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
"""The day or month in the name of a download, as FoodData Central names its own."""


@dataclass(frozen=True)
class ImportCounts:
    """What an import brought; `skipped` says why, and how many rows of each."""

    foods: int
    portions: int
    without_b12: int
    flagged: int
    tables: tuple[str, ...] = ()
    skipped: Counter[str] = field(default_factory=Counter)


def import_table(paths: Sequence[Path], folder: Path, show: ShowProgress) -> ImportCounts:
    """Imports downloads, zipped or unpacked, into library files in a folder.

    A table takes the place of what was imported of it before; two downloads of one table, given
    together, are one, and the newer of each food is kept.

    Raises:
        TrackerError: a file that is not such a download, or is damaged; nothing is changed.
    """
    with open_downloads(paths, DOWNLOADS, is_known) as downloads, _new_tables(folder) as tables:
        size = sum(source_of(download).size(download) for download in downloads)
        with show(size) as progress:
            for download in downloads:
                _import(download, tables, progress)
        counts = tables.finish()
    twice = Counter({"listed twice": sum(one.twice for one in counts.values())})
    return ImportCounts(
        foods=sum(one.foods for one in counts.values()),
        portions=sum(one.portions for one in counts.values()),
        without_b12=sum(one.without_b12 for one in counts.values()),
        flagged=sum(one.flagged for one in counts.values()),
        tables=tuple(collection.name for collection in counts),
        # A sum of counters leaves out what was never met (Python docs: Counter).
        skipped=tables.skipped + twice,
    )


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


class _NewTables:
    """The library files under way, one for each table of which a food was met.

    `skipped` counts what was no food, by reason.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.skipped: Counter[str] = Counter()
        self._files: dict[Collection, NewFile] = {}
        self._sources: defaultdict[Collection, set[str]] = defaultdict(set)
        self._releases: defaultdict[Collection, set[str]] = defaultdict(set)

    def add(self, found: Iterable[Entry | Skipped], release: str) -> int:
        """Adds foods to their tables, counts what was skipped, and says how many foods it were."""
        count = 0
        for batch in batches(found):
            by_table: defaultdict[Collection, list[Entry]] = defaultdict(list)
            for one in batch:
                if isinstance(one, Skipped):
                    self.skipped[one.reason] += 1
                else:
                    by_table[one.collection].append(one)
                    count += 1
            for collection, some in by_table.items():
                self._add(collection, some, release)
        return count

    def _add(self, collection: Collection, entries: Sequence[Entry], release: str) -> None:
        with _writing(self._folder):
            if collection not in self._files:
                self._files[collection] = NewFile(table_path(self._folder, collection))
            self._files[collection].writer.add(entries)
        self._sources[collection].add(entries[0].source)
        self._releases[collection].add(release)

    def finish(self) -> dict[Collection, Counts]:
        """Completes every file; they take their places when all are complete."""
        with _writing(self._folder):
            counts = {collection: self._finished(collection) for collection in self._files}
            for file in self._files.values():
                file.close()
            publish([*self._files.values()])
        return counts

    def discard(self) -> None:
        """Leaves no file behind that has not taken its place."""
        for file in self._files.values():
            file.discard()

    def _finished(self, collection: Collection) -> Counts:
        about: dict[str, Value] = {
            "table": collection.name,
            "title": collection.word,
            "tier": int(collection.tier),
            "source": ", ".join(sorted(self._sources[collection])),
            "release": ", ".join(sorted(filter(None, self._releases[collection]))),
            "made_at": clock.stamp(),
        }
        is_branded = collection.tier is Tier.BRANDED
        return self._files[collection].writer.finish(about, branded=is_branded)


@contextmanager
def _new_tables(folder: Path) -> Iterator[_NewTables]:
    tables = _NewTables(folder)
    try:
        yield tables
    finally:
        tables.discard()
        sweep(folder)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Says what is wrong with the folder: no right to write, no room, a file in use."""
    try:
        with disk_errors():
            yield
    except OSError as error:
        reason = error.strerror or error
        raise TrackerError(f"{folder} cannot be written: {reason}; nothing was imported") from None


def _import(download: Download, tables: _NewTables, progress: Progress) -> None:
    source = source_of(download)
    release = _RELEASE.findall(Path(download.shown).name)
    foods = source.read(download, progress)
    if not tables.add(foods, release[-1] if release else ""):
        raise TrackerError(f"{download.shown} holds no foods; {DOWNLOADS}")
