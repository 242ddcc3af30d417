"""Connections: one SQLite file with foreign keys, WAL and explicit transactions, or a server."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from tracker.errors import TrackerError
from tracker.store.failures import missing_drivers

APPLICATION_ID = 0x62313244
"""`b12D` in the header of the file, by which `file(1)` and this program know it."""

_BUSY_SECONDS = 10
_SQLITE_HEADER = b"SQLite format 3\0"


def database_url(location: str) -> URL:
    """The URL of a path or of a URL.

    Raises:
        TrackerError: neither a usable path nor a URL.
    """
    if not location.strip() or "\0" in location:
        raise TrackerError("the database has no usable name: give --db a path or a URL")
    if "://" not in location:
        return URL.create("sqlite", database=str(Path(location).expanduser().absolute()))
    try:
        return make_url(location)
    except ArgumentError:
        raise TrackerError(f"{location!r} is not the URL of a database") from None


def prepare_file(path: Path, *, may_make_folder: bool) -> None:
    """Creates an empty file that only its owner reads, unless there is one.

    Raises:
        TrackerError: a folder or another file is in the way, or it cannot be created.
    """
    if path.is_dir():
        raise TrackerError(f"{path} is a folder: name a file with --db")
    try:
        if may_make_folder:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            # SQLite itself would make it as open as the umask allows.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        with path.open("rb") as file:
            start = file.read(len(_SQLITE_HEADER))
    except FileNotFoundError:
        raise TrackerError(
            f"there is no folder {path.parent}: create it, or name another"
        ) from None
    except OSError as error:
        raise TrackerError(f"{path} cannot be opened: {error.strerror}") from None
    # SQLite would take a file of a few bytes for an empty database and overwrite it.
    if start and start != _SQLITE_HEADER:
        raise TrackerError(f"{path} is not a database: name another file with --db")


def make_engine(url: URL) -> Engine:
    """An engine whose transactions begin and end where the program says so.

    Raises:
        TrackerError: a kind of database that is not supported, or whose driver is not installed.
    """
    if url.get_backend_name() != "sqlite":
        with missing_drivers(url.render_as_string(hide_password=True)):
            return create_engine(url, poolclass=NullPool)
    # No pool: an upgrade turns foreign keys off, and that must end with its connection.
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    # The driver itself begins only before INSERT, UPDATE and DELETE, never before DDL (Python docs:
    # sqlite3): of a migration that fails the half would stay behind.
    connection.isolation_level = None
    # On every connection: SQLite looks at no foreign key unless each of them asks for it
    # (https://sqlite.org/foreignkeys.html, 2).
    connection.execute("PRAGMA foreign_keys = ON")
    # In WAL mode anything less may lose the latest change in a power cut
    # (https://sqlite.org/pragma.html#pragma_synchronous).
    connection.execute("PRAGMA synchronous = FULL")


def _on_begin(connection: Any) -> None:
    # A writer takes its lock at once: waiting for it later could only end in an error.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
