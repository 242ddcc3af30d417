"""The shipped library is built once, whole or not at all, and again where it is damaged."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tracker import resources
from tracker.clock import now
from tracker.library import build
from tracker.library.files import integrity
from tracker.library.files.layout import shipped_path
from tracker.library.opening import open_library
from tracker.settings import Settings

ROOT = Path(__file__).parents[2]
FORMAT_AT, APPLICATION_AT = 60, 68


def path():
    return shipped_path(Settings().cache_folder)


def answers(library):
    """Something of every table and index."""
    return (
        library.foods(["b12:egg", "fndds:11111000", "sr:167512"]),
        library.foods_named("soy milk"),
        library.food("fdc:171287"),
        library.find_names(["egg"]),
        library.near_words("livr"),
        library.names(),
        library.complete_foods("egg"),
        library.supplements(),
        library.complete_supplements("cy"),
        [library.reference_intakes(one) for one in library.standards()],
    )


@pytest.fixture
def intact(seeds):
    with open_library(Settings()) as library:
        return answers(library)


def asked():
    with open_library(Settings()) as library:
        return answers(library), library.notes


def test_it_is_built_once_and_then_only_read(intact):
    before = path().stat()
    assert asked() == (intact, [])
    after = path().stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert [one.name for one in path().parent.iterdir()] == [path().name]


def test_a_changed_seed_is_another_library(intact, seeds):
    old = path()
    foods = seeds / "foods.csv"
    foods.write_text(foods.read_text().replace("0.56", "0.57"), encoding="utf-8")
    assert path() != old
    with open_library(Settings()) as library:
        assert float(library.food("b12:egg").content.mcg.best) == 0.57


@pytest.mark.parametrize(("days", "is_left"), [(6, True), (8, False)])
def test_what_other_versions_left_is_removed_after_a_week(intact, seeds, days, is_left):
    left = [path(), path().with_name("foods-killed.part")]
    left[1].touch()
    other = path().with_name("notes.txt")
    other.touch()
    then = (now() - timedelta(days=days)).timestamp()
    for one in (*left, other):
        os.utime(one, (then, then))
    foods = seeds / "foods.csv"
    foods.write_text(foods.read_text().replace("0.56", "0.57"), encoding="utf-8")
    open_library(Settings()).close()
    assert [one.exists() for one in left] == [is_left, is_left]
    assert other.exists(), "not ours"


_OPEN = """
import sys
from pathlib import Path
from tracker import resources
resources.folder = lambda name: Path(sys.argv[1])
from tracker.library.opening import open_library
from tracker.settings import Settings
sys.stdin.read()
with open_library(Settings()) as library:
    print(library.food("b12:egg").name, library.notes)
"""


def test_first_uses_at_once_all_succeed(seeds):
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _OPEN, str(seeds)],
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        process.stdin.close()
    said = [process.stdout.read() for process in processes]
    for process in processes:
        process.stdout.close()
        process.wait()
    assert said == ["egg []\n"] * 4
    assert [one.name for one in path().parent.iterdir()] == [path().name]


def test_a_build_that_fails_leaves_nothing(seeds):
    (seeds / "foods.csv").write_text("key,name\n1,2\n", encoding="utf-8")
    with pytest.raises(KeyError):
        open_library(Settings())
    assert list(path().parent.iterdir()) == []


def test_where_nothing_can_be_written_it_is_kept_in_memory_with_one_note(seeds, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    found, notes = asked()
    assert found[0]["b12:egg"].name == "egg"
    assert len(notes) == 1
    assert "cannot be written" in notes[0]
    assert "\n" not in notes[0]


@pytest.fixture
def locked(monkeypatch):
    """A cache folder that can be read and not written, outside of what only its owner reads."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "b12"
        folder.mkdir()
        monkeypatch.setenv("XDG_CACHE_HOME", name)
        yield folder
        folder.chmod(0o755)


def test_a_folder_that_cannot_be_written_costs_one_note(locked, seeds, monkeypatch):
    readable_copies(locked.parent, seeds, monkeypatch)
    locked.chmod(0o555)
    with unprivileged():
        found, notes = asked()
    assert found[0]["b12:egg"].name == "egg"
    assert len(notes) == 1


def test_a_library_that_is_there_needs_no_folder_that_can_be_written(locked, seeds, monkeypatch):
    readable_copies(locked.parent, seeds, monkeypatch)
    open_library(Settings()).close()
    path().chmod(0o444)
    locked.chmod(0o555)
    with unprivileged():
        found, notes = asked()
    assert found[0]["b12:egg"].name == "egg"
    assert notes == []


@contextmanager
def unprivileged():
    """As an ordinary user: root may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def readable_copies(folder, seeds, monkeypatch):
    """The seeds where every user can read them: a test's own folder is its owner's alone."""
    copied = Path(shutil.copytree(seeds, folder / "seeds"))
    folder.chmod(0o755)
    monkeypatch.setattr(resources, "folder", lambda _name: copied)
    return copied


@pytest.mark.parametrize("length", [0, 1, 99, 100, 4095, 4096, 5000, -4096, -1])
def test_a_file_that_was_cut_short_is_built_again(intact, length):
    whole = path().read_bytes()
    path().write_bytes(whole[:length])
    assert asked() == (intact, [])
    assert len(path().read_bytes()) == len(whole)


@pytest.mark.parametrize("at", [0, 16, 28, FORMAT_AT + 3, APPLICATION_AT])
def test_a_file_with_another_header_is_built_again(intact, at):
    damaged = bytearray(path().read_bytes())
    damaged[at] ^= 0x55
    path().write_bytes(damaged)
    assert asked() == (intact, [])


def test_a_page_of_rubbish_is_found_while_reading_and_built_again(intact):
    whole = path().read_bytes()
    for start in range(4096, len(whole), 4096):
        path().write_bytes(whole[:start] + b"\xa5" * 4096 + whole[start + 4096 :])
        assert asked() == (intact, []), start


def test_no_flipped_byte_ends_in_an_error(intact):
    whole = path().read_bytes()
    for at in range(0, len(whole), 199):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        path().write_bytes(damaged)
        asked()


def test_a_file_without_what_it_says_of_itself_is_built_again(intact):
    with closing(sqlite3.connect(path())) as database, database:
        database.execute("DELETE FROM about WHERE name = 'foods'")
    assert asked() == (intact, [])


def test_a_damaged_file_that_cannot_be_built_again_is_read_from_memory(intact, monkeypatch):
    whole = bytearray(path().read_bytes())
    whole[8192:] = b"\xa5" * (len(whole) - 8192)
    path().write_bytes(whole)

    def full(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, "build", full)
    found, notes = asked()
    assert found == intact
    assert len(notes) == 1
    assert "No space left" in notes[0]


def test_folders_may_be_called_anything(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "100 %?mode=rw#é"))
    open_library(Settings()).close()
    assert path().exists()
    assert asked()[1] == []


def test_it_is_whole_before_it_has_its_name(seeds, monkeypatch):
    seen = []
    replace = Path.replace

    def watched(part, target):
        seen.append((integrity.is_whole(part), target.exists()))
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", watched)
    open_library(Settings()).close()
    assert seen == [(True, False)]


def flipped(whole):
    """The file with another best value in the row of the egg: 560 ng are 592."""
    at = whole.index(b"b12:egg")
    at = whole.index((560).to_bytes(2, "big"), at)
    return whole[: at + 1] + bytes([whole[at + 1] ^ 0x60]) + whole[at + 2 :]


def test_a_changed_figure_is_noticed_and_the_file_built_again(intact):
    whole = path().read_bytes()
    path().write_bytes(flipped(whole))
    assert asked() == (intact, [])
    assert path().read_bytes()[100:4096] == whole[100:4096]


def test_a_file_is_read_through_once_and_then_known_by_its_time(intact, monkeypatch):
    os.utime(path())
    open_library(Settings()).close()

    def never(_file):
        raise AssertionError

    monkeypatch.setattr(integrity, "_checksum", never)
    assert asked() == (intact, [])
    os.utime(path())
    with pytest.raises(AssertionError):
        open_library(Settings())


def test_a_file_that_is_right_and_cannot_be_marked_is_used(intact, monkeypatch):
    os.utime(path())

    def refused(*_args, **_named):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "utime", refused)
    assert asked() == (intact, [])


def flip(whole, at):
    return whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]


def test_what_changes_without_a_new_time_ends_in_no_error(intact):
    whole, times = path().read_bytes(), path().stat()
    damaged = [
        *(whole[:at] + b"\xa5" * 4096 + whole[at + 4096 :] for at in range(4096, len(whole), 4096)),
        *(flip(whole, at) for at in range(100, 4096, 7)),
        *(flip(whole, at) for at in range(0, len(whole), 199)),
    ]  # fmt: skip
    for one in damaged:
        path().write_bytes(one)
        os.utime(path(), ns=(times.st_atime_ns, times.st_mtime_ns))
        _found, notes = asked()
        assert notes == []


@pytest.mark.parametrize(
    "query", ["SELECT nothing FROM food", "SELECT name FROM nowhere", "SELECT name FROM food WHERE"]
)
def test_a_fault_in_a_query_is_no_damage(library, query):
    before = path().stat().st_ino
    with pytest.raises(sqlite3.OperationalError):
        list(library._each(lambda file: file._rows(query)))
    assert path().stat().st_ino == before
    assert library.notes == []


def test_a_fault_while_building_is_not_taken_for_a_full_disk(seeds, monkeypatch):
    monkeypatch.setattr(build.layout, "SHIPPED_TABLES", ("CREATE TABLE about (name)",))
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_library(Settings())


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY_DIRECTORY])
def test_a_disk_that_takes_no_more_costs_one_note(seeds, monkeypatch, code):
    finish = build.Writer.finish

    def refused(*_args):
        monkeypatch.setattr(build.Writer, "finish", finish)
        error = sqlite3.OperationalError("no more")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(build.Writer, "finish", refused)
    found, (note,) = asked()
    assert found[0]["b12:egg"].name == "egg"
    assert "cannot be written (no more)" in note
