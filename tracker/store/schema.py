"""Brings a database to the newest revision: the only module that imports Alembic."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from tracker import resources
from tracker.errors import TrackerError
from tracker.store.engine import APPLICATION_ID

_MOST_COPIES = 100


def upgrade(engine: Engine, path: Path | None, revision: str | None) -> list[str]:
    """Applies every missing revision, all or nothing, after a copy of an existing file.

    Returns what a person should know of what the revisions did.

    Raises:
        TrackerError: the copy cannot be written, or the upgraded rows would not fit together.
    """
    if path is not None and revision is not None:
        copy_beside(path, f"before-upgrade-from-{revision}")
    with engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        if engine.dialect.name == "sqlite":
            _prepare_sqlite(connection)
        with connection.begin():
            config = _config(connection)
            command.upgrade(config, "head")
            _refuse_orphans(connection)
        if engine.dialect.name == "sqlite":
            _give_room_back(connection)
    notes: list[str] = config.attributes.get("notes", [])
    return notes


def copy_beside(path: Path, reason: str) -> Path:
    """A consistent copy of a SQLite file in the same folder, readable by its owner only.

    No earlier copy is overwritten: a second one of the same reason ends in `-2`.

    Raises:
        TrackerError: the copy cannot be written.
    """
    copy = path.with_name(f"{path.name}.{reason}")
    try:
        copy = _new_file(copy)
        # Not by copying the file: part of the diary may still be in the WAL beside it.
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except (OSError, sqlite3.Error) as error:
        raise TrackerError(f"no copy of the diary could be made at {copy}: {error}") from error
    return copy


def _new_file(wanted: Path) -> Path:
    """An empty file of that name, or with the first number behind it that is free."""
    # A copy that was put back is upgraded a second time from the same revision.
    names = (wanted, *(wanted.with_name(f"{wanted.name}-{n}") for n in range(2, _MOST_COPIES + 1)))
    for path in names:
        with suppress(FileExistsError):
            path.touch(mode=0o600, exist_ok=False)
            return path
    raise FileExistsError(f"there are {_MOST_COPIES} already: remove some")


def _prepare_sqlite(connection: Connection) -> None:
    """Settings that SQLite ignores within a transaction."""
    with closing(connection.connection.cursor()) as driver:
        # It stays with the file: who reads never waits for who writes (https://sqlite.org/wal.html).
        driver.execute("PRAGMA journal_mode = WAL")
        driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        # Rebuilding a parent table with foreign keys on would delete the rows of its children.
        driver.execute("PRAGMA foreign_keys = OFF")
        # Triggers name the table that is being rebuilt: for a moment it is not there.
        driver.execute("PRAGMA legacy_alter_table = ON")


def _give_room_back(connection: Connection) -> None:
    """Makes the file as small as its rows are; what cannot be shrunk is whole all the same."""
    with suppress(sqlite3.Error), closing(connection.connection.cursor()) as driver:
        # Only after the transaction: within one SQLite refuses it.
        driver.execute("VACUUM")
        # In WAL mode the whole file was written a second time beside itself.
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _refuse_orphans(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    # With foreign keys off nobody has looked yet: before the commit, all can still be taken back.
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        tables = ", ".join(sorted({str(row[0]) for row in orphans}))
        raise TrackerError(f"the diary was not upgraded: rows of {tables} would lose their parents")


def _config(connection: Connection) -> Config:
    config = Config()
    # Alembic interpolates %: a folder whose name holds one must be written with two.
    folder = str(resources.folder("migrations")).replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
