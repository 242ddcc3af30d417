"""The library as one: the foods that ship, and every table that was imported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from tracker.library.files.integrity import DamagedError
from tracker.library.files.layout import shipped_path, table_paths
from tracker.library.limits import MOST_COMPLETED
from tracker.library.ranking import Candidate
from tracker.library.reading import LibraryFile, open_file
from tracker.nutrition.foods.collection import Collection, FoodTable
from tracker.nutrition.foods.food import Food
from tracker.nutrition.keys import fdc_number
from tracker.nutrition.people.targets import ReferenceIntake
from tracker.nutrition.supplements.supplement import Supplement
from tracker.settings import Settings

T = TypeVar("T")


class Library:
    """The foods and products that no person wrote, found by key, by number and by words.

    Where a food ships and was imported too, the one that ships is meant: it has its diet, and a
    newer program its newer figures. `notes` says what a person should know of a file that could
    not be kept or read; a command shows each once.
    """

    def __init__(
        self, shipped: LibraryFile, imported: Iterable[LibraryFile], notes: Iterable[str] = ()
    ) -> None:
        self._files = [shipped, *imported]
        self.notes = list(notes)

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes its files."""
        for file in self._files:
            file.close()

    def food(self, key: str) -> Food | None:
        """The food of a key, `None` where no file has it any more."""
        return self.foods([key]).get(key)

    def foods(self, keys: Sequence[str]) -> dict[str, Food]:
        """The foods of these keys, by key and in their order; those that are gone are left out.

        A product that was logged by its FDC id is the one that has its barcode as key now.
        """
        found: dict[str, Food] = {}
        for foods in self._each(lambda file: file.foods(keys)):
            found = {**foods, **found}
        gone = {key: number for key in keys if key not in found and (number := fdc_number(key))}
        if gone:
            products = self._of_sources(list(gone.values()))
            found |= {key: products[one] for key, one in gone.items() if one in products}
        return {key: found[key] for key in keys if key in found}

    def foods_named(self, search_key: str) -> list[Food]:
        """Foods one of whose names has this search key; those that ship come first."""
        return self._foods_of(self._each(lambda file: file.keys_named(search_key)))

    def foods_of(self, collection: Collection) -> list[Food]:
        """Every food of a small table."""
        return self._foods_of(self._each(lambda file: file.keys_of(collection.name)))

    def foods_ending(self, collection: Collection, search_key: str) -> list[Food]:
        """Foods of a small table one of whose names ends in, or is, this search key."""
        return self._foods_of(
            self._each(lambda file: file.keys_ending(collection.name, search_key))
        )

    def find_names(self, words: Sequence[str]) -> list[Candidate]:
        """The names that hold all the words; the last may be a beginning."""
        if not words:
            return []
        return [one for found in self._each(lambda file: file.find_names(words)) for one in found]

    def find_names_of_any(self, words: Sequence[str]) -> list[Candidate]:
        """The names that hold one of the words; the last may be a beginning.

        Branded foods are left out: any word of several would be thousands of them.
        """
        if not words:
            return []
        asked = self._each(lambda file: [] if file.is_branded else file.find_names_of_any(words))
        return [one for found in asked for one in found]

    def near_words(self, word: str) -> list[str]:
        """Words of foods that start as a word does and are about as long, for “did you mean”."""
        return _once(self._each(lambda file: [] if file.is_branded else file.near_words(word)))

    def names(self) -> list[str]:
        """Every name by which a food can be found; branded ones, being millions, aside."""
        return _once(self._each(lambda file: [] if file.is_branded else file.names()))

    def complete_foods(self, prefix: str) -> list[str]:
        """Foods one of whose names begins with a search key, those with ranges first."""
        asked = self._each(lambda file: [] if file.is_branded else file.completed(prefix))
        found = [one for some in asked for one in some]
        found.sort(key=lambda one: (one[0] != Collection.SHIPPED.name, len(one[1]), one[1]))
        return list(dict.fromkeys(name for _collection, name in found))[:MOST_COMPLETED]

    def supplements(self) -> list[Supplement]:
        """The products that ship, by form and strength."""
        return self._shipped(LibraryFile.supplements)

    def supplement(self, key: str) -> Supplement | None:
        """The product of a key."""
        return self._shipped(lambda file: file.supplement(key))

    def supplements_named(self, search_key: str) -> list[Supplement]:
        """Products one of whose names has this search key."""
        return self._shipped(lambda file: file.supplements_named(search_key))

    def supplement_names(self) -> list[str]:
        """Every name by which a product can be found."""
        return self._shipped(LibraryFile.supplement_names)

    def complete_supplements(self, prefix: str) -> list[str]:
        """Names of products that begin with a search key."""
        return self._shipped(lambda file: file.supplements_completed(prefix))

    def reference_intakes(self, standard: str) -> list[ReferenceIntake]:
        """The rows of a standard, none where there is no such standard."""
        return self._shipped(lambda file: file.reference_intakes(standard))

    def standards(self) -> list[str]:
        """The standards whose reference intakes are known."""
        return self._shipped(LibraryFile.standards)

    def lost_without(self, table: str, keys: Iterable[str]) -> set[str]:
        """Which of these keys no file but that of an imported table has."""
        wanted = list(keys)
        rest = [file for file in self._files[1:] if file.about.table != table]
        kept = Library(self._files[0], rest).foods(wanted)
        return self.foods(wanted).keys() - kept.keys()

    def tables(self) -> list[FoodTable]:
        """What each file holds, the one that ships first."""
        return [file.about for file in self._files]

    def _of_sources(self, numbers: Sequence[str]) -> dict[str, Food]:
        """The foods that USDA gave these numbers, by number, whatever their keys are."""
        keys: dict[str, str] = {}
        for found in self._each(lambda file: file.keys_of_sources(numbers)):
            keys = {**found, **keys}
        foods = self.foods(list(keys.values()))
        return {number: foods[key] for number, key in keys.items() if key in foods}

    def _foods_of(self, keys: Iterable[list[str]]) -> list[Food]:
        return list(self.foods(_once(keys)).values())

    def _shipped(self, ask: Callable[[LibraryFile], T]) -> T:
        return next(self._each(ask))

    def _each(self, ask: Callable[[LibraryFile], T]) -> Iterator[T]:
        """The answer of each file; a damaged one is built again, or left out with a note."""
        for file in list(self._files):
            try:
                yield ask(file)
            except DamagedError as error:
                if file.about.ships:
                    yield ask(self._built_again(file))
                else:
                    self._files.remove(file)
                    self.notes.append(_damaged(file.about.table, error))

    def _built_again(self, damaged: LibraryFile) -> LibraryFile:
        damaged.close()
        path = damaged.path
        shipped, notes = (_in_memory(), []) if path is None else _built(path)
        self._files[0] = shipped
        self.notes += notes
        return shipped


def open_library(settings: Settings) -> Library:
    """The foods that ship, built if they are not there, with every imported table."""
    shipped, notes = _open_shipped(shipped_path(settings.cache_folder))
    return _with_imported(shipped, notes, settings)


def open_built(settings: Settings) -> Library | None:
    """The library as `open_library` opens it; `None` where it would first have to be built."""
    try:
        shipped = open_file(shipped_path(settings.cache_folder))
    except (OSError, DamagedError):
        return None
    return _with_imported(shipped, [], settings)


def _with_imported(shipped: LibraryFile, notes: list[str], settings: Settings) -> Library:
    imported = []
    for path in table_paths(settings.foods_folder):
        try:
            imported.append(open_file(path))
        except (OSError, DamagedError) as error:
            notes.append(_damaged(path.stem, error))
    return Library(shipped, imported, notes)


def _open_shipped(path: Path) -> tuple[LibraryFile, list[str]]:
    try:
        return open_file(path), []
    except (OSError, DamagedError):
        # Not there yet, or damaged: the cure is the same.
        return _built(path)


def _built(path: Path) -> tuple[LibraryFile, list[str]]:
    """The shipped library, built anew, and what to tell where it cannot be kept."""
    # Only a first use builds: every later one is spared the import.
    from tracker.library.build import build

    try:
        build(path)
        return open_file(path), []
    except (OSError, DamagedError) as error:
        note = (
            f"the foods are built anew at every start, as {path.parent} cannot be written "
            f"({getattr(error, 'strerror', None) or error}): make it writable, or set "
            "XDG_CACHE_HOME to a folder of yours"
        )
        return _in_memory(), [note]


def _in_memory() -> LibraryFile:
    from tracker.library.build import build_in_memory

    return LibraryFile(build_in_memory())


def _damaged(table: str, error: Exception) -> str:
    return (
        f"the table {table} is left out, as its file cannot be read ({error}): import it again "
        f"with `b12 food import`, or remove it with `b12 food tables --remove {table}`"
    )


def _once(lists: Iterable[list[str]]) -> list[str]:
    return list(dict.fromkeys(one for some in lists for one in some))
