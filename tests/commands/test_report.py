"""`b12 report` and `b12 demo`."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner
from PIL import Image

from tracker.library.opening import open_library
from tracker.main import main
from tracker.nutrition.foods.food import FoodDiet
from tracker.settings import Settings, default_path, demo_path


def test_the_current_week_is_written_into_the_current_folder(b12):
    b12("eat", "2 eggs")
    assert "b12-2026-W47.png" in b12("report")
    with Image.open("b12-2026-W47.png") as picture:
        assert picture.format == "PNG"
        assert picture.height > picture.width > 1000
        assert "2026-W47" in picture.text["Title"]
        assert "1.12" in picture.text["Description"]
        assert "Absorbed, estimated: about 0." in picture.text["Description"]


def test_the_same_data_give_the_same_bytes(b12):
    b12("eat", "2 eggs")
    b12("report", "-o", "one.png")
    b12("report", "-o", "two.png")
    assert Path("one.png").read_bytes() == Path("two.png").read_bytes()


def test_a_week_can_be_named_and_a_folder_given(b12):
    Path("reports").mkdir()
    b12("report", "--week", "2026-W40", "-o", "reports")
    with Image.open("reports/b12-2026-W40.png") as picture:
        assert "no record" in picture.text["Description"].lower()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--week", "2026-W60"], "ISO calendar"),
        (["-o", "missing/x.png"], "is no folder"),
        (["-o", "notes.txt"], "can be drawn"),
        (["-o", "/proc/x.png"], "cannot be written"),
        (["--week", "x"], "is not a day"),
    ],
)
def test_what_cannot_be_written_is_refused_with_one_line(b12, args, said):
    assert said in b12.refused("report", *args)
    assert list(Path().iterdir()) == []


SUNDAY = datetime(2026, 11, 22, 12, 0)


@dataclass(frozen=True)
class Demo:
    """A demo that was made once for all tests: what was said, its diary and its folder."""

    said: str
    diary: Path
    folder: Path


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """`b12 demo` on Sunday 2026-11-22, in a home of its own."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("work")
    with pytest.MonkeyPatch.context() as patch, time_machine.travel(SUNDAY, tick=False):
        for name in ("B12_DB", "B12_PERSON", "XDG_DATA_HOME"):
            patch.delenv(name, raising=False)
        patch.setenv("HOME", str(home))
        patch.setenv("TZ", "UTC")
        patch.chdir(folder)
        said = CliRunner().invoke(main, ["demo"], catch_exceptions=False, prog_name="b12").stdout
        return Demo(said, Path(demo_path()), folder)


def test_the_demo_touches_nothing_of_the_persons_own_and_says_the_same_each_time(b12, demo):
    b12("eat", "2 eggs")
    before = Path(default_path()).read_bytes()
    shown = b12("demo")
    assert "Robin" in shown
    assert Path("b12-demo-2026-W47.png").exists()
    assert Path(default_path()).read_bytes() == before
    assert shown.replace(str(demo_path()), "") == demo.said.replace(str(demo.diary), "")
    assert (
        Path("b12-demo-2026-W47.png").read_bytes()
        == (demo.folder / "b12-demo-2026-W47.png").read_bytes()
    )


def test_a_demo_that_cannot_be_written_is_refused_with_one_line(b12):
    Path(demo_path()).mkdir(parents=True)
    assert "cannot be written" in b12.refused("demo")


def test_the_demo_is_a_month_of_a_vegans_real_portions(demo):
    with closing(sqlite3.connect(demo.diary)) as connection:
        days, intakes = connection.execute(
            "SELECT COUNT(DISTINCT day), COUNT(*) FROM intake"
        ).fetchone()
        eaten = "SELECT DISTINCT food_key FROM intake WHERE kind = 'food'"
        keys = [key for (key,) in connection.execute(eaten)]
    assert days >= 30
    assert intakes >= 250
    with open_library(Settings()) as library:
        assert {library.food(key).diet for key in keys} == {FoodDiet.VEGAN}


def test_the_week_of_the_demo_is_the_latest_whole_one(b12, demo):
    assert "b12-demo-2026-W47.png" in demo.said
    assert "b12-demo-2026-W46.png" in b12("demo", "--until", "2026-11-21")
