"""Finds the folders that ship beside the code, in a wheel and in a checkout alike."""

import csv
from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `migrations` or `seeds`: inside the installed package, else beside it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def seed_rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the seeds, by the names of their columns."""
    with (folder("seeds") / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
