"""The script that makes USDA's files, for all tests of the seeds."""

import importlib
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def tools():
    """The modules of the script, which stands beside the files and in no package."""
    sys.path.insert(0, str(SEEDS))
    try:
        yield importlib.import_module("make_usda"), importlib.import_module("usda_diet")
    finally:
        sys.path.remove(str(SEEDS))
