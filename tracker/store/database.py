"""Opens a diary, brings it up to date, and owns every transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, inspect, text

from tracker.errors import NotFoundError, TrackerError
from tracker.store.engine import database_url, make_engine, prepare_file
from tracker.store.failures import readable_failures
from tracker.store.journal import Change

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""The revisions of `migrations/`, oldest first; known here so that Alembic need not be imported."""

_PERSON = text("SELECT COUNT(*) FROM person WHERE id = :id")


class Database:
    """An open diary: `read()` for a consistent view, `change()` for an all-or-nothing write."""

    def __init__(self, engine: Engine, shown: str) -> None:
        self._engine = engine
        self.shown = shown
        self.notes: list[str] = []
        """What a person should know of the upgrade that opening it made."""

    @classmethod
    def open(cls, location: str, *, may_make_folder: bool = False) -> Database:
        """Opens the diary at a path or URL, creating or upgrading it where needed.

        Raises:
            TrackerError: not a diary, newer than the program, or not to be opened.
        """
        url = database_url(location)
        shown = url.render_as_string(hide_password=True)
        path = sqlite_path(url)
        if path is not None:
            prepare_file(path, may_make_folder=may_make_folder)
            shown = str(path)
        with readable_failures(shown):
            database = cls(make_engine(url), shown)
            database._bring_up_to_date(path)
        return database

    def close(self) -> None:
        """Closes every connection, so that the file can be moved; it opens again when used."""
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with readable_failures(self.shown), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes: all of it, or nothing. Outside the journal of changes."""
        with readable_failures(self.shown), self._engine.connect() as plain:
            # Before it begins, as that is when the lock is taken.
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def change(self, person_id: int, summary: str | None = None) -> Iterator[Change]:
        """A write that is kept in the journal, so that it can be undone.

        Without a summary the change is given one by `summarize` before it ends.

        Raises:
            NotFoundError: the person was taken out since their diary was opened.
        """
        with self.write() as connection:
            if not connection.scalar(_PERSON, {"id": person_id}):
                raise NotFoundError("whoever this was for is no longer in this diary")
            change = Change(connection, person_id, summary)
            yield change
            change.finish()

    def _bring_up_to_date(self, path: Path | None) -> None:
        with self.read() as connection:
            revision = _revision(connection, self.shown)
        if revision != REVISIONS[-1]:
            from tracker.store.schema import upgrade

            self.notes += upgrade(self._engine, path, revision)


def sqlite_path(url: URL) -> Path | None:
    """The file of a SQLite URL; `None` for a server."""
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database == ":memory:":
        raise TrackerError("a diary in memory would be lost: name a file with --db")
    return Path(url.database)


def _revision(connection: Connection, shown: str) -> str | None:
    """The revision of a diary; `None` for an empty database.

    Raises:
        TrackerError: another program's database, or a newer program's diary.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "intake", "person"} <= tables:
        raise TrackerError(f"{shown} is another program's database: name another file with --db")
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision not in REVISIONS:
        raise TrackerError(f"{shown} was written by a newer b12: upgrade this program to read it")
    return str(revision)
