"""Times the library: built, opened, searched, and downloads imported into it.

    python benchmarks/library.py [FOLDER [DOWNLOAD…]]

FOLDER keeps the library files between runs, so that a large table is imported once.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from tracker.language.names import search_words
from tracker.library.build import build
from tracker.library.files.layout import shipped_path
from tracker.library.importing.tables import import_table
from tracker.library.opening import Library, open_library
from tracker.library.ranking import ranked, significant
from tracker.nutrition.foods.food import Food
from tracker.settings import Settings

TEXTS = ("egg", "milk", "scrambled eggs", "chocolate bar", "chicken", "che", "oat milk vanilla")
ROUNDS = 5

T = TypeVar("T")


@dataclass(frozen=True)
class Elsewhere(Settings):
    """Settings whose folders are the benchmark's own."""

    folder: Path = Path()

    @property
    def foods_folder(self) -> Path:
        """Where imported tables go."""
        return self.folder / "foods"

    @property
    def cache_folder(self) -> Path:
        """Where the shipped library goes."""
        return self.folder / "cache"


@contextmanager
def unseen(_size: int) -> Iterator[Callable[[int], None]]:
    yield lambda _count: None


def best(work: Callable[[], T]) -> tuple[float, T]:
    """The shortest time of several rounds, in ms, and what came of the work."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000, result


def search(library: Library, text: str) -> list[Food]:
    words = search_words(text)
    found = ranked(library.find_names(significant(words)), words, {})
    return list(library.foods([one.food_key for one in found[:12]]).values())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("download", nargs="*", type=Path)
    said = parser.parse_args()
    folder = said.folder or Path(tempfile.mkdtemp())
    settings = Elsewhere(folder=folder)
    for download in said.download:
        start = time.perf_counter()
        counts = import_table([download], settings.foods_folder, unseen)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{time.perf_counter() - start:8.2f} s   import, {counts}, {memory} MB")
    print(f"{best(lambda: shipped_path(folder))[0]:8.2f} ms  the name of the shipped file")
    print(f"{best(lambda: build(shipped_path(settings.cache_folder)))[0]:8.2f} ms  built")
    print(f"{best(lambda: open_library(settings).close())[0]:8.2f} ms  opened")
    with open_library(settings) as library:
        for table in library.tables():
            print(f"{'':12} {table.table}: {table.foods:,} foods, {table.portions:,} portions")
        for text in TEXTS:
            ms, foods = best(partial(search, library, text))
            print(f"{ms:8.2f} ms  {text:<18} {foods[0].name if foods else 'nothing'}")


if __name__ == "__main__":
    main()
