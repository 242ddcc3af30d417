import os
import sqlite3
import stat
import tempfile
import threading
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.foods.label import StatedAmount
from tracker.services.diary.logging import Details, eat
from tracker.services.foods.foods import FoodChanges, add_food
from tracker.services.opening import open_diary
from tracker.settings import Settings, default_path
from tracker.store.database import Database
from tracker.store.engine import APPLICATION_ID


def pragma(path, name):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_first_use_creates_a_file_that_only_its_owner_reads(b12):
    b12("today")
    path = Path(default_path())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_files_beside_the_database_are_private_as_well(database_path):
    os.umask(0o022)
    diary = open_diary(Settings(database=str(database_path)))
    with diary.database.change(1):
        for beside in database_path.parent.glob("diary.db-*"):
            assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_the_file_uses_wal_and_names_its_program(diary, database_path):
    assert pragma(database_path, "journal_mode") == "wal"
    assert pragma(database_path, "application_id") == APPLICATION_ID


def test_connections_enforce_foreign_keys_and_full_synchronisation(diary):
    with diary.database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_an_empty_file_becomes_a_diary(database_path):
    database_path.touch()
    Database.open(str(database_path))
    assert pragma(database_path, "application_id") == APPLICATION_ID


@pytest.mark.parametrize("content", [b"Dear diary, today I ate.\n" * 50, b"\x00" * 5000, b"x"])
def test_a_file_that_is_no_database_is_refused_and_stays_as_it_is(database_path, content):
    database_path.write_bytes(content)
    with pytest.raises(TrackerError, match=r"diary\.db"):
        Database.open(str(database_path))
    assert database_path.read_bytes() == content


def test_another_programs_database_is_refused_and_stays_as_it_is(database_path):
    with closing(sqlite3.connect(database_path)) as connection:
        connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY)")
        connection.commit()
    before = database_path.read_bytes()
    with pytest.raises(TrackerError, match="another program"):
        Database.open(str(database_path))
    assert database_path.read_bytes() == before


def test_a_folder_is_no_database(tmp_path):
    with pytest.raises(TrackerError, match="is a folder"):
        Database.open(str(tmp_path))


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(TrackerError, match="no folder"):
        Database.open(str(tmp_path / "missing" / "diary.db"))


@pytest.mark.parametrize("location", ["", "  ", "a\0b", "nosuch://host/x", "sqlite://"])
def test_an_unusable_location_is_refused(location):
    with pytest.raises(TrackerError):
        Database.open(location)


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "what?.db", "#1.db", "ü 牛奶.db"])
def test_any_file_name_will_do(tmp_path, name):
    path = tmp_path / name
    eat(open_diary(Settings(database=str(path))), ["egg"], Details())
    assert path.exists()
    assert len(list(tmp_path.glob("*.db"))) == 1


def test_a_change_that_fails_changes_nothing(diary):
    from tracker.store import tables

    with pytest.raises(RuntimeError), diary.database.change(1) as change:  # noqa: PT012
        change.insert(tables.person, {"name": "Ida", "standard": "iom-1998"})
        raise RuntimeError
    with diary.database.read() as connection:
        names = connection.exec_driver_sql("SELECT name FROM person").scalars().all()
    assert names == ["me"]


def run_at_once(action, count):
    """Does something in several threads at the same time; the failures that there were."""
    failures = []

    def attempt():
        try:
            action()
        except Exception as error:  # noqa: BLE001 - any failure in a thread must reach the test
            failures.append(error)

    threads = [threading.Thread(target=attempt) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def test_writers_wait_for_one_another_and_lose_nothing(database_path):
    open_diary(Settings(database=str(database_path)))

    def log_ten():
        diary = open_diary(Settings(database=str(database_path)))
        for _ in range(10):
            eat(diary, ["egg"], Details())

    assert run_at_once(log_ten, 4) == []
    with closing(sqlite3.connect(database_path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM intake").fetchone() == (40,)


def test_two_first_uses_at_once_make_one_diary(database_path):
    assert run_at_once(lambda: open_diary(Settings(database=str(database_path))), 3) == []
    with closing(sqlite3.connect(database_path)) as connection:
        assert connection.execute("SELECT name FROM person").fetchall() == [("me",)]


@contextmanager
def as_an_ordinary_user():
    """Root may write everywhere, so a test that runs as root becomes somebody else."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.fixture
def open_folder():
    """A folder that other users reach as well, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def test_a_read_only_folder_is_named(open_folder):
    open_folder.chmod(0o555)
    with as_an_ordinary_user(), pytest.raises(TrackerError, match="cannot be opened"):
        Database.open(str(open_folder / "diary.db"))


def test_a_file_that_another_user_owns_is_named(open_folder):
    path = open_folder / "diary.db"
    eat(open_diary(Settings(database=str(path))), ["egg"], Details())
    before = path.read_bytes()
    path.chmod(0o400)
    with as_an_ordinary_user():
        if os.access(path, os.R_OK, effective_ids=True):
            pytest.fail("the test cannot take its own rights away")
        with pytest.raises(TrackerError, match="cannot be opened"):
            Database.open(str(path))
    assert path.read_bytes() == before


def test_a_diary_that_may_only_be_read_refuses_to_be_written(open_folder):
    path = open_folder / "diary.db"
    eat(open_diary(Settings(database=str(path))), ["egg"], Details())
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with as_an_ordinary_user(), pytest.raises(TrackerError, match=r"cannot be (written|opened)"):
        eat(open_diary(Settings(database=str(path))), ["egg"], Details())


def test_a_full_disk_ends_in_one_line_and_keeps_what_there_was(diary, database_path):
    eat(diary, ["egg"], Details())
    full = pytest.raises(TrackerError, match="disk is full")
    with full, diary.database.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for number in range(5000):
            connection.exec_driver_sql(
                "INSERT INTO person (name, standard) VALUES (?, 'x')", (f"{number}" * 50,)
            )
    with closing(sqlite3.connect(database_path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM person").fetchone() == (1,)
        assert connection.execute("SELECT COUNT(*) FROM intake").fetchone() == (1,)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE intake SET best_ng = -1, low_ng = -1",
        "UPDATE intake SET low_ng = best_ng + 1",
        "UPDATE intake SET high_ng = best_ng - 1",
        "UPDATE intake SET kind = 'drink'",
        "UPDATE intake SET day = 'today'",
        "UPDATE intake SET occasion = 'midnight'",
        "UPDATE intake SET fortified_ng = best_ng + 1",
        "UPDATE intake SET person_id = 99",
        "UPDATE person SET sex = 'x'",
        "UPDATE food SET per_unit = 'oz'",
        "DELETE FROM person",
    ],
)
def test_the_schema_refuses_what_the_code_refuses(diary, database_path, sql):
    eat(diary, ["egg"], Details())
    add_food(diary, "brew", FoodChanges(stated=StatedAmount(None, "label")))
    with closing(sqlite3.connect(database_path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(sql)
