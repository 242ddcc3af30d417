"""Files are written whole or not at all, for their owner alone."""

import stat

import pytest

from tracker.errors import TrackerError
from tracker.writing import write_whole, written_beside


@pytest.fixture
def folder(tmp_path):
    """An empty folder."""
    folder = tmp_path / "reports"
    folder.mkdir()
    return folder


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_its_owners_alone_and_nothing_is_left_beside_it(folder):
    write_whole(folder / "b12.ics", b"new")
    assert (folder / "b12.ics").read_bytes() == b"new"
    assert mode_of(folder / "b12.ics") == 0o600
    assert [path.name for path in folder.iterdir()] == ["b12.ics"]


def test_the_part_is_in_the_folder_of_the_file_so_that_it_takes_its_place_in_one_step(folder):
    with written_beside(folder / "week.png") as part:
        assert folder in part.parents
        part.write_bytes(b"new")
    assert (folder / "week.png").read_bytes() == b"new"


def test_a_file_that_was_opened_to_others_stays_so(folder):
    path = folder / "b12.ics"
    path.write_bytes(b"older")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode_of(path) == 0o644


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_halfway_keeps_the_older_file(folder, failure):
    path = folder / "week.png"
    path.write_bytes(b"older")

    def fail():
        with written_beside(path) as part:
            part.write_bytes(b"ha")
            raise failure

    with pytest.raises((TrackerError, KeyboardInterrupt)):
        fail()
    assert path.read_bytes() == b"older"
    assert list(folder.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_said_in_a_line(folder):
    with pytest.raises(TrackerError, match=r"week\.png cannot be written: .+"):
        write_whole(folder / "no folder" / "week.png", b"new")
