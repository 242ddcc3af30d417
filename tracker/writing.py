"""Files that are written whole or not at all, for their owner alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import TrackerError

OWNER_ALONE = 0o600
"""What a diary, a page or a calendar tells of a person's health is nobody else's."""


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file; an older one stays as it was until the new one is done.

    Raises:
        TrackerError: the file cannot be written.
    """
    with written_beside(path) as part:
        part.write_bytes(content)


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to, which takes its place if nothing fails.

    Raises:
        TrackerError: the file cannot be written.
    """
    try:
        # A folder, so that what is left beside a file, such as SQLite's journal, goes with it.
        with tempfile.TemporaryDirectory(
            prefix=".b12-", dir=path.parent, ignore_cleanup_errors=True
        ) as folder:
            part = Path(folder) / path.name
            yield part
            part.chmod(_mode_of(path))
            part.replace(path)
    except OSError as error:
        raise TrackerError(f"{path} cannot be written: {error.strerror or error}") from error


def _mode_of(path: Path) -> int:
    """The mode of the file that is replaced, which its owner may have opened to others."""
    return path.stat().st_mode & 0o777 if path.is_file() else OWNER_ALONE
