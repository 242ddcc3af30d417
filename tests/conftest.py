"""No test can reach a person's data: home, database, folder and clock are moved."""

import json
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result
from hypothesis import settings

from tracker.main import main
from tracker.services.diary import Diary, open_diary
from tracker.settings import Settings

settings.register_profile("b12", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("b12")

NOW = datetime(2026, 11, 22, 12, 0)
"""A Sunday noon, the last day of the ISO week 2026-W47."""


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
        before = self.run("log", "--json", "--limit", "1000").stdout
        result = self.run(*args)
        assert result.exit_code in (1, 2), result.output
        assert "Traceback" not in result.output
        assert self.run("log", "--json", "--limit", "1000").stdout == before
        line = result.stderr.strip()
        if result.exit_code == 1:
            assert "\n" not in line, line
        return line


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
