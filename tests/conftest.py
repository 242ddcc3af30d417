"""No test can reach a person's data: home, database, folder and clock are moved."""

import csv
import getpass
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result
from hypothesis import settings

from tracker.main import main
from tracker.services.opening import Diary, open_diary
from tracker.settings import Settings

settings.register_profile("b12", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("b12")

NOW = datetime(2026, 11, 22, 12, 0)
"""A Sunday noon, the last day of the ISO week 2026-W47."""

CACHE = Path(tempfile.gettempdir()) / f"b12-tests-{getpass.getuser()}"
"""The library that ships, built once for all tests: its name says what is in it."""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """An empty home and an empty working folder."""
    home = tmp_path / "home"
    work = tmp_path / "work"
    home.mkdir()
    work.mkdir()
    for name in ("B12_DB", "B12_PERSON", "XDG_DATA_HOME", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(CACHE))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(work)


@pytest.fixture(autouse=True)
def clock():
    """Time stands still; a test moves it with `clock.move_to`."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


class B12:
    """Runs commands as a person types them, on the default diary of the empty home."""

    def __init__(self, *options: str) -> None:
        self.options = options

    def run(self, *args: str, input: str | None = None) -> Result:
        """Runs a command; an exception that is a bug comes through."""
        return CliRunner().invoke(
            main, [*self.options, *args], input=input, catch_exceptions=False, prog_name="b12"
        )

    def __call__(self, *args: str) -> str:
        """Runs a command that must succeed and returns its standard output."""
        result = self.run(*args)
        assert result.exit_code == 0, result.output
        return result.stdout

    def json(self, *args: str) -> dict:
        """Runs a reading command with `--json`."""
        return json.loads(self(*args, "--json"))

    def refused(self, *args: str) -> str:
        """Runs a command that must fail with one line and change nothing; returns the line."""
        line = self._failing(1, *args)
        assert "\n" not in line, line
        return line

    def misused(self, *args: str) -> str:
        """Runs a command that is written wrongly; returns what it says with its usage."""
        said = self._failing(2, *args)
        assert said.startswith("Usage: b12"), said
        return said

    def _failing(self, code: int, *args: str) -> str:
        if not self._path(args).exists():
            self("log", "--limit", "1")
        before = self.dump(*args)
        result = self.run(*args)
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        assert self.dump(*args) == before
        return result.stderr.strip()

    def dump(self, *args: str) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table of the diary that a command with these arguments uses."""
        path = self._path(args)
        if not path.is_file():
            return {}
        with closing(sqlite3.connect(path)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return {
                name: connection.execute(f'SELECT * FROM "{name}"').fetchall()
                for (name,) in tables.fetchall()
            }

    def _path(self, args: Sequence[str]) -> Path:
        given = [*self.options, *args]
        named = given[given.index("--db") + 1] if "--db" in given else None
        return Path(Settings(database=named).location)


@pytest.fixture
def b12() -> B12:
    """The program."""
    return B12()


@pytest.fixture
def database_path(tmp_path) -> Path:
    """Where a test's own database may be."""
    return tmp_path / "diary.db"


@pytest.fixture
def diary(database_path) -> Diary:
    """An open, new diary of the person `me`."""
    return open_diary(Settings(database=str(database_path)))


class FoodData:
    """Writes small downloads in the layout of FoodData Central."""

    COLUMNS: Mapping[str, Sequence[str]] = {
        "food.csv": ("fdc_id", "data_type", "description", "food_category_id", "publication_date"),
        "food_nutrient.csv": ("id", "fdc_id", "nutrient_id", "amount", "data_points",
                              "derivation_id", "min", "max", "median", "footnote",
                              "min_year_acquired"),
        "food_portion.csv": ("id", "fdc_id", "seq_num", "amount", "measure_unit_id",
                             "portion_description", "modifier", "gram_weight"),
        "branded_food.csv": ("fdc_id", "brand_owner", "brand_name", "gtin_upc", "ingredients",
                             "serving_size", "serving_size_unit", "household_serving_fulltext",
                             "branded_food_category", "modified_date", "available_date",
                             "market_country"),
        "survey_fndds_food.csv": ("fdc_id", "food_code", "wweia_category_number"),
        "foundation_food.csv": ("fdc_id", "NDB_number", "footnote"),
        "measure_unit.csv": ("id", "name"),
        "food_category.csv": ("id", "code", "description"),
    }  # fmt: skip

    def __init__(self, folder: Path) -> None:
        self.root = folder

    def folder(self, name: str, **tables: Sequence[Mapping[str, object]]) -> Path:
        """A download, unpacked: `food=[{"fdc_id": 1, …}]` fills `food.csv`."""
        folder = self.root / name
        folder.mkdir()
        for table, rows in {"food": (), "food_nutrient": (), **tables}.items():
            columns = self.COLUMNS[f"{table}.csv"]
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns, restval="", quoting=csv.QUOTE_ALL)
                writer.writeheader()
                writer.writerows(rows)
        return folder

    def zip(self, name: str, **tables: Sequence[Mapping[str, object]]) -> Path:
        """A download as it is served: one folder in a zip."""
        folder = self.folder(name, **tables)
        path = self.root / f"{name}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(folder.iterdir()):
                archive.write(file, f"{name}/{file.name}")
        return path

    def foods(self, kind: str, contents: Mapping[str, float | None]) -> Path:
        """A download of foods by name, with µg in 100 g or nothing known."""
        numbered = dict(
            enumerate(contents, start=1_000_000 + 1000 * len(list(self.root.iterdir())))
        )
        return self.folder(
            f"{kind}-{len(list(self.root.iterdir()))}",
            food=[
                {"fdc_id": number, "data_type": kind, "description": name}
                for number, name in numbered.items()
            ],
            food_nutrient=[
                {"fdc_id": number, "nutrient_id": 1178, "amount": contents[name]}
                for number, name in numbered.items()
                if contents[name] is not None
            ],
        )


@pytest.fixture
def fooddata(tmp_path) -> FoodData:
    """Writes downloads of FoodData Central."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    return FoodData(folder)
