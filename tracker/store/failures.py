"""Turns what a database driver says into one line that a person can act on."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from tracker.errors import TrackerError

_MEANINGS = (
    ("file is not a database", "is not a database: name another file with --db"),
    ("unable to open database", "cannot be opened: check the folder and its permissions"),
    ("readonly database", "cannot be written: check the permissions of the file and its folder"),
    ("database or disk is full", "cannot grow: the disk is full; nothing was changed"),
    ("disk i/o error", "cannot be read or written: the disk reports an error"),
    ("database is locked", "is in use by another program: try again in a moment"),
    ("disk image is malformed", "is damaged: restore a copy of it"),
    ("connection refused", "cannot be reached: is the database server running?"),
    ("password authentication failed", "refuses the user name or password"),
)
# A relation or a column that does not exist is a fault of the program, and stays one. Drivers
# give no SQLSTATE (3D000) where connecting failed, hence the words.
_NO_DATABASE = re.compile(r'database "[^"]*" does not exist')


@contextmanager
def readable_failures(shown: str) -> Iterator[None]:
    """Within it, expected failures of the database become a `TrackerError` that names it."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        # A PRAGMA outside of a transaction goes to the driver itself, hence its own errors.
        said = str(error.orig if isinstance(error, DBAPIError) else error).lower()
        for part, meaning in _MEANINGS:
            if part in said:
                raise TrackerError(f"{shown} {meaning}") from error
        if _NO_DATABASE.search(said):
            raise TrackerError(f"{shown} does not exist on the server") from error
        raise


@contextmanager
def missing_drivers(shown: str) -> Iterator[None]:
    """Where an engine is made, and there alone: a driver that is not there is named."""
    try:
        yield
    except NoSuchModuleError as error:
        raise TrackerError(f"{shown} names a kind of database that is not supported") from error
    except ModuleNotFoundError as error:
        raise TrackerError(
            f"{shown} needs the Python package {error.name!r}: install it"
        ) from error
