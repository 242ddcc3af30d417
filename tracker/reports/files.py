"""Where reports are written, and under which name."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from tracker.errors import TrackerError
from tracker.nutrition.people.person import Person

FORMATS = ("png", "pdf", "svg")
"""The kinds of picture, by the ending of the name."""


def picture_path(output: str | None, default_name: str, format: str | None = None) -> Path:
    """The picture to write: `output`, or the default name in the folder `output` or in this one.

    The default name comes without an ending; `format` asks for one kind of picture.

    Raises:
        TrackerError: not the name of such a picture, or in a folder that does not exist.
    """
    named = f"{default_name}.{format or FORMATS[0]}"
    path = Path(output if output is not None else named)
    if path.is_dir() or (output or "").endswith(os.sep):
        path = path / named
    if path.suffix.lower().removeprefix(".") not in FORMATS:
        raise TrackerError(f"{path} does not end in .png, .pdf or .svg, which can be drawn")
    if format is not None and path.suffix.lower() != f".{format}":
        raise TrackerError(f"{path} is no {format.upper()}: say one kind of picture")
    return _in_a_folder(path)


def calendar_path(output: str) -> Path:
    """The calendar file to write.

    Raises:
        TrackerError: not the name of a calendar, or in a folder that does not exist.
    """
    path = Path(output)
    if path.suffix.lower() != ".ics":
        raise TrackerError(f"{path} does not end in .ics, by which phones know a calendar")
    return _in_a_folder(path)


def make_folder(output: str | None) -> Path:
    """The folder for many pictures, created where it is missing.

    Raises:
        TrackerError: a file is in the way, or the folder cannot be created.
    """
    folder = Path(output) if output is not None else Path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrackerError(f"{folder} is no folder: {error.strerror or error}") from error
    return folder


def report_name(person: Person, everybody: Sequence[Person], what: str) -> str:
    """The name of a report without its ending; people who share a diary are told apart by it."""
    if len(everybody) == 1:
        return f"b12-{what}"
    plain = _plain_name(person) or str(person.id)
    same = [one for one in everybody if _plain_name(one) == plain]
    return f"b12-{plain}-{what}" if len(same) < 2 else f"b12-{plain}-{person.id}-{what}"


def _plain_name(person: Person) -> str:
    return "-".join(re.findall(r"\w+", person.name))


def _in_a_folder(path: Path) -> Path:
    if not path.parent.is_dir():
        raise TrackerError(f"there is no folder {path.parent}: create it, or write elsewhere")
    return path
