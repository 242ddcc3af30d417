import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.services.diary.logging import Details, eat
from tracker.services.opening import open_diary
from tracker.services.supplements.supplements import SupplementChanges, add_supplement
from tracker.settings import Settings
from tracker.store import seeding


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if "sqlite_sequence" not in line]


@pytest.fixture
def changed_seeds(tmp_path, monkeypatch):
    """A copy of the seeds in which a test may change a line."""
    import shutil

    from tracker import resources

    folder = tmp_path / "seeds"
    shutil.copytree(resources.folder("seeds"), folder)
    real = resources.folder
    monkeypatch.setattr(resources, "folder", lambda name: folder if name == "seeds" else real(name))

    def change(name, old, new):
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def test_loading_the_seeds_twice_changes_nothing(diary, database_path):
    def contents(table):
        with closing(sqlite3.connect(database_path)) as connection:
            return connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()

    tables = ("food", "supplement", "person")
    before = [contents(table) for table in tables]
    with diary.database.write() as connection:
        seeding.seed(connection)
    assert [contents(table) for table in tables] == before


def test_an_open_diary_with_current_seeds_is_not_written(diary, database_path):
    before = dump(database_path)
    open_diary(Settings(database=str(database_path)))
    assert dump(database_path) == before


def test_a_corrected_seed_reaches_the_diary_and_leaves_the_past(
    diary, database_path, changed_seeds
):

    eat(diary, ["2 eggs"], Details())
    add_supplement(diary, "mine", SupplementChanges(strength_mcg=Decimal(7)))
    with closing(sqlite3.connect(database_path)) as connection:
        [line] = connection.execute("SELECT key FROM food WHERE name = 'egg'").fetchall()
    assert line == ("egg",)
    changed_seeds("foods.csv", ",50,g,0.36,0.56,0.6,", ",50,g,0.36,0.50,0.6,")
    diary = open_diary(Settings(database=str(database_path)))
    logged = eat(diary, ["2 eggs"], Details())
    assert [one.content.best for one in logged.day.intakes] == [Decimal("1.12"), Decimal("1")]
    with closing(sqlite3.connect(database_path)) as connection:
        own = "SELECT strength_ng, retired FROM supplement WHERE name = 'mine'"
        assert connection.execute(own).fetchall() == [(7000, 0)]


def test_a_food_that_left_the_seeds_is_retired_and_its_intakes_stay(
    diary, database_path, changed_seeds
):
    eat(diary, ["spirulina"], Details())
    text = (seeding.resources.folder("seeds") / "foods.csv").read_text(encoding="utf-8")
    [line] = [line for line in text.splitlines() if line.startswith("spirulina,")]
    changed_seeds("foods.csv", line + "\n", "")
    portions = (seeding.resources.folder("seeds") / "portions.csv").read_text(encoding="utf-8")
    for line in portions.splitlines():
        if line.startswith("spirulina,"):
            changed_seeds("portions.csv", line + "\n", "")
    diary = open_diary(Settings(database=str(database_path)))
    with closing(sqlite3.connect(database_path)) as connection:
        assert connection.execute(
            "SELECT retired FROM food WHERE key = 'spirulina'"
        ).fetchall() == [(1,)]
        assert connection.execute("SELECT name FROM intake").fetchall() == [("spirulina",)]
    with pytest.raises(TrackerError):
        eat(diary, ["spirulina"], Details())
