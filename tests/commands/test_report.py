"""`b12 report` and `b12 demo`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from tracker.settings import default_path, demo_path


def test_the_current_week_is_written_into_the_current_folder(b12):
    b12("eat", "2 eggs")
    assert "b12-2026-W47.png" in b12("report")
    with Image.open("b12-2026-W47.png") as picture:
        assert picture.format == "PNG"
        assert picture.height > picture.width > 1000
        assert "2026-W47" in picture.text["Title"]
        assert "1.12" in picture.text["Description"]


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


def test_the_demo_touches_nothing_of_the_persons_own(b12):
    b12("eat", "2 eggs")
    before = Path(default_path()).read_bytes()
    shown = b12("demo")
    assert "Robin" in shown
    assert Path("b12-demo-2026-W47.png").exists()
    assert Path(default_path()).read_bytes() == before
    assert b12("demo") == shown


def test_a_demo_that_cannot_be_written_is_refused_with_one_line(b12):
    Path(demo_path()).mkdir(parents=True)
    assert "cannot be written" in b12.refused("demo")


def test_the_demo_is_a_month_of_a_vegans_real_portions(b12):
    b12("demo")
    with closing(sqlite3.connect(demo_path())) as connection:
        days, intakes = connection.execute(
            "SELECT COUNT(DISTINCT day), COUNT(*) FROM intake"
        ).fetchone()
        diets = connection.execute(
            "SELECT DISTINCT food.diet FROM intake JOIN food ON food.id = intake.food_id"
        ).fetchall()
    assert days >= 30
    assert intakes >= 250
    assert diets == [("vegan",)]


@pytest.mark.parametrize("until", ["2026-11-16", "2026-11-18", "2026-11-22"])
def test_the_week_of_the_demo_is_the_latest_whole_one(b12, until):
    shown = b12("demo", "--until", until)
    week = "2026-W47" if until == "2026-11-22" else "2026-W46"
    assert f"b12-demo-{week}.png" in shown
