"""Library files take their place whole and under their name, or not at all."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from tracker import clock
from tracker.library.files.integrity import seal
from tracker.library.files.writing import Writer

PART = ".part"
"""How a file ends that is still being written."""

KEPT = timedelta(days=7)
"""Longer than any import takes, and than most people go between two versions in turn."""

_OF_THE_DISK = {
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN,
}  # fmt: skip


class NewFile:
    """A library file under way in a temporary file beside the place where it is going to be."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        # In the same folder, as a rename works within one file system only (Python docs: os).
        handle, self._part = tempfile.mkstemp(PART, f"{path.stem}-", path.parent)
        os.close(handle)
        # It ends in PART as well: what a killed import leaves of it is swept up.
        self._before = Path(self._part).with_suffix(f".before{PART}")
        self._is_published = False
        self._database = sqlite3.connect(self._part, isolation_level=None)
        try:
            self.writer = Writer(self._database)
        except BaseException:
            # Also where it is stopped here: nobody else knows yet what to discard.
            self.discard()
            raise

    def close(self) -> None:
        """Writes its checksum and sees to it that all is on the disk; it is never written again."""
        self._database.close()
        with Path(self._part).open("rb+") as file:
            seal(file)

    def publish(self) -> None:
        """Takes the place of what was there, in one step; `take_back` undoes it."""
        with contextlib.suppress(FileNotFoundError):
            _keep_aside(self._path, self._before)
        Path(self._part).replace(self._path)
        self._is_published = True

    def take_back(self) -> None:
        """Puts what was there before into its place again."""
        if self._before.exists():
            self._before.replace(self._path)
        elif self._is_published:
            self._path.unlink(missing_ok=True)

    def discard(self) -> None:
        """Leaves what has its name as it is, and nothing beside it."""
        self._database.close()
        for left in (Path(self._part), self._before):
            # Windows keeps a file that somebody has open; it is swept up with the next build.
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


@contextmanager
def new_file(path: Path) -> Iterator[Writer]:
    """A writer whose file is published when the block ends, unless it ends in an exception.

    Raises:
        OSError: the folder cannot be made or written, or has no room.
    """
    with disk_errors():
        new = NewFile(path)
        try:
            yield new.writer
            new.close()
            new.publish()
        finally:
            new.discard()


@contextmanager
def disk_errors() -> Iterator[None]:
    """What SQLite says of a disk as the OSError that it is: full, read-only, failing, gone."""
    try:
        yield
    except sqlite3.OperationalError as error:
        # The low byte is the kind, what is above it the detail (https://sqlite.org/rescode.html).
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_THE_DISK:
            raise OSError(str(error)) from None
        raise


def publish(files: Sequence[NewFile]) -> None:
    """Complete files take their places, all or none.

    Raises:
        OSError: one cannot; what was there before is there again.
    """
    try:
        for file in files:
            file.publish()
    except BaseException:
        for file in files:
            file.take_back()
        raise


def _keep_aside(path: Path, aside: Path) -> None:
    try:
        # A second name rather than another: there is a file under the first at every moment.
        aside.hardlink_to(path)
    except FileNotFoundError:
        raise
    except OSError:
        # A disk without hard links, such as a stick: for a moment there is no file of this name.
        path.replace(aside)


def sweep(folder: Path, pattern: str = "", keep: Path | None = None) -> None:
    """Removes what killed writers left behind, and other files of a pattern, some time after.

    For a week another version's file stays: two versions in turn must not build at each start.
    """
    for path in (*folder.glob(f"*{PART}"), *(folder.glob(pattern) if pattern else ())):
        # Somebody else may sweep as well, or have it open (Windows).
        with contextlib.suppress(OSError):
            written = datetime.fromtimestamp(path.stat().st_mtime)
            if path != keep and clock.now() - written > KEPT:
                path.unlink()
