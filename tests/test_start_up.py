"""Start-up is a feature: heavy libraries are imported only by the commands that need them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = """
import json, sys
sys.argv = ["b12", *json.loads(sys.argv[1])]
from tracker.main import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
finally:
    print("\\n" + json.dumps(sorted(sys.modules)))
"""
HEAVY = {"sqlalchemy.orm", "alembic", "pandas", "matplotlib", "numpy", "icalendar", "dateutil"}


def modules_after(*args: str) -> set[str]:
    """What a new process has imported after a command."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(args)],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("args", [["--help"], ["eat", "--help"], ["profile", "set", "--help"]])
def test_help_imports_neither_database_nor_charts(args):
    assert not modules_after(*args) & (HEAVY | {"sqlalchemy", "rich"})


def test_logging_and_the_day_import_nothing_heavier_than_sqlalchemy_core(b12):
    b12("eat", "egg")
    for args in (["eat", "2 eggs"], ["take", "veg1"], ["day"], ["today", "--json"]):
        loaded = modules_after(*args)
        assert "sqlalchemy" in loaded
        assert not loaded & HEAVY, args


def test_a_library_that_is_built_costs_a_log_no_builder_and_no_model(b12):
    b12("eat", "egg")
    loaded = modules_after("eat", "2 eggs")
    assert "tracker.library.reading" in loaded
    assert not {one for one in loaded if one.startswith("tracker.nutrition.absorption.")}
    assert not loaded & {"tracker.library.build", "tracker.library.files.writing"}


def test_alembic_is_imported_when_there_is_something_to_migrate():
    assert "alembic" in modules_after("today")
    assert "alembic" not in modules_after("today")
