"""Whether a library file is what was written: header, size and checksum.

The checksum stands in the header, in the four bytes that SQLite leaves to programs, and is
CRC-32 of every other byte. Reading a file through takes milliseconds for the one that ships and
up to a second for a large table. So a file in which it was found right bears a mark in the time
of its last change, a fraction of a second that follows from the checksum; whoever writes to the
file changes that time, and the checksum is looked at again.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import struct
import zlib
from pathlib import Path
from typing import BinaryIO

from tracker.library.files.layout import APPLICATION_ID

_CHECKSUM_AT = 60
"""The “user version”, which SQLite itself never reads (https://sqlite.org/fileformat.html)."""

_HEADER = 100
_CHUNK = 1 << 20
_SECOND_NS = 1_000_000_000

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}


class DamagedError(Exception):
    """A library file is not what was written, or holds what no build writes."""


def is_damage(error: Exception) -> bool:
    """Whether a query failed as the file is damaged, and not by a fault of program or disk."""
    if isinstance(error, sqlite3.Error) and hasattr(error, "sqlite_errorcode"):
        # The low byte is the kind, what is above it the detail (https://sqlite.org/rescode.html).
        return error.sqlite_errorcode & 0xFF in _DAMAGE
    # A text that is not UTF-8: of the schema the one, of a row the other, which has no code.
    return isinstance(error, UnicodeDecodeError) or type(error) is sqlite3.OperationalError


def is_whole(path: Path) -> bool:
    """Whether a file is a library file of this format, as it was written.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
        if not _is_of_this_format(header, file.seek(0, os.SEEK_END)):
            return False
        stated, status = _number(header, _CHECKSUM_AT), os.fstat(file.fileno())
        if status.st_mtime_ns == _marked(status.st_mtime_ns, stated):
            return True
        is_right = _checksum(file) == stated
    if is_right:
        _mark(path, status, stated)
    return is_right


def is_as_written(path: Path) -> bool:
    """Whether the checksum is right, whatever the mark says; no file and no answer are damage."""
    try:
        with path.open("rb") as file:
            return _checksum(file) == _number(_header_of(file), _CHECKSUM_AT)
    except (OSError, struct.error):
        return False


def seal(file: BinaryIO) -> None:
    """Writes the checksum into a file that is complete, and leaves it on the disk, marked."""
    checksum = _checksum(file)
    file.seek(_CHECKSUM_AT)
    file.write(struct.pack(">I", checksum))
    file.flush()
    os.fsync(file.fileno())
    # Last of all, as every write to the file sets its time anew.
    _mark(Path(file.name), os.fstat(file.fileno()), checksum)


def _is_of_this_format(header: bytes, size: int) -> bool:
    if len(header) < _HEADER or not header.startswith(b"SQLite format 3\0"):
        return False
    page_size, pages = struct.unpack(">H", header[16:18])[0], _number(header, 28)
    # The largest size does not fit into two bytes (https://sqlite.org/fileformat.html, 1.3.2).
    page_size = 65536 if page_size == 1 else page_size
    return page_size * pages == size and _number(header, 68) == APPLICATION_ID


def _header_of(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(_HEADER)


def _checksum(file: BinaryIO) -> int:
    file.seek(0)
    checksum = zlib.crc32(file.read(_CHECKSUM_AT))
    file.seek(_CHECKSUM_AT + 4)
    while chunk := file.read(_CHUNK):
        checksum = zlib.crc32(chunk, checksum)
    return checksum


def _marked(time_ns: int, checksum: int) -> int:
    """A time whose fraction is the mark: whole microseconds, as some disks keep no finer ones."""
    return time_ns - time_ns % _SECOND_NS + checksum % 1_000_000 * 1000


def _mark(path: Path, status: os.stat_result, checksum: int) -> None:
    """Notes that the checksum is right; where that is not allowed, each start looks again."""
    with contextlib.suppress(OSError):
        os.utime(path, ns=(status.st_atime_ns, _marked(status.st_mtime_ns, checksum)))


def _number(header: bytes, at: int) -> int:
    return int(struct.unpack_from(">I", header, at)[0])
