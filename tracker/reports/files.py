"""Where pictures are written, and what happens when they cannot be."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tracker.errors import TrackerError

FORMATS = ("png", "pdf", "svg")
"""The kinds of picture, by the ending of the name."""


def report_path(output: str | None, default_name: str) -> Path:
    """The picture to write: `output`, or the default name in the folder `output` or in this one.

    Raises:
        TrackerError: not the name of a PNG, PDF or SVG, or in a folder that does not exist.
    """
    path = Path(output if output is not None else default_name)
    if path.is_dir() or (output or "").endswith(os.sep):
        path = path / default_name
    if path.suffix.lower().removeprefix(".") not in FORMATS:
        raise TrackerError(f"{path} does not end in .png, .pdf or .svg, which can be drawn")
    if not path.parent.is_dir():
        raise TrackerError(f"there is no folder {path.parent}: create it, or write elsewhere")
    return path


def write_picture(path: Path, draw: Callable[[], None]) -> None:
    """Draws a picture into a file.

    Raises:
        TrackerError: the file cannot be written.
    """
    try:
        draw()
    except OSError as error:
        raise TrackerError(f"{path} cannot be written: {error.strerror or error}") from error


def calendar_path(output: str) -> Path:
    """The calendar file to write.

    Raises:
        TrackerError: not the name of a calendar, or in a folder that does not exist.
    """
    path = Path(output)
    if path.suffix.lower() != ".ics":
        raise TrackerError(f"{path} does not end in .ics, by which phones know a calendar")
    if not path.parent.is_dir():
        raise TrackerError(f"there is no folder {path.parent}: create it, or write elsewhere")
    return path


def write_calendar(path: Path, content: bytes) -> None:
    """Writes a calendar, whole or not at all.

    Raises:
        TrackerError: the file cannot be written.
    """
    part = path.with_name(f".{path.name}.part")

    def write() -> None:
        part.write_bytes(content)
        part.replace(path)

    try:
        write_picture(path, write)
    finally:
        part.unlink(missing_ok=True)
