"""Compares an import with reading the same zip by Python's csv module alone.

    python benchmarks/food_import.py FoodData_Central_sr_legacy_food_csv_2018-04.zip

Prints both times (the best of three, in one run) and the most memory that was used.
"""

import argparse
import csv
import io
import resource
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.library.importing.tables import import_table

ROUNDS = 3


@contextmanager
def unseen(_size: int) -> Iterator[Callable[[int], None]]:
    yield lambda _count: None


def read_with_csv(path: Path) -> int:
    rows = 0
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".csv"):
                with io.TextIOWrapper(archive.open(name), encoding="utf-8", newline="") as text:
                    rows += sum(1 for _ in csv.reader(text))
    return rows


def imported(path: Path) -> tuple[float, int]:
    """The seconds that an import took, and the foods that it brought."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        counts = import_table([path], Path(folder), unseen)
        return time.perf_counter() - start, counts.foods


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("download", type=Path)
    path = parser.parse_args().download
    reading, importing = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        rows = read_with_csv(path)
        reading.append(time.perf_counter() - start)
        seconds, foods = imported(path)
        importing.append(seconds)
    print(f"csv alone   {min(reading):.2f} s for {rows:,} rows")
    print(f"import      {min(importing):.2f} s for {foods:,} foods")
    print(f"ratio       {min(importing) / min(reading):.2f}")
    print(f"memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
