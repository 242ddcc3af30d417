"""Saves figures: the same figure always gives the same bytes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from matplotlib.figure import Figure

from tracker.reports.charts.style import DOTS_PER_INCH, house_style


def save_figure(
    figure: Figure,
    target: Path | BinaryIO,
    title: str,
    description: str,
    format: str = "png",
) -> None:
    """Writes a figure as `png`, `svg` or `pdf` with its title and a description in words."""
    with house_style():
        figure.savefig(
            target, format=format, dpi=DOTS_PER_INCH, metadata=_metadata(format, title, description)
        )


def _metadata(format: str, title: str, description: str) -> dict[str, str | None]:
    """Metadata without a date or a version of matplotlib, which would change the bytes."""
    if format == "svg":
        return {"Title": title, "Description": description, "Date": None, "Creator": "b12"}
    if format == "pdf":
        fixed = {"CreationDate": None, "Producer": None, "Creator": "b12"}
        return {"Title": title, "Subject": description, **fixed}
    return {"Title": title, "Description": description, "Software": None}


def save_atomically(figure: Figure, path: Path, title: str, description: str) -> None:
    """Writes a picture as a whole or not at all: an older file stays until the new one is done.

    Its kind, PNG, SVG or PDF, follows from the ending of its name.

    Raises:
        OSError: the file cannot be written.
    """
    suffix = path.suffix.lower()
    handle, name = tempfile.mkstemp(prefix=".b12-", suffix=suffix, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            save_figure(figure, file, title, description, suffix.removeprefix("."))
        temporary.chmod(_mode_of(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode_of(path: Path) -> int:
    """The mode of the file that is replaced; a new one is its owner's alone, as the diary is."""
    return path.stat().st_mode & 0o777 if path.is_file() else 0o600
