"""Where pictures are written, and what happens when they cannot be."""

from __future__ import annotations

import os
from pathlib import Path

from tracker.errors import TrackerError
from tracker.nutrition.intake import Period


def report_path(output: str | None, default_name: str) -> Path:
    """The PNG to write: `output`, or the default name in the folder `output` or in this one.

    Raises:
        TrackerError: not the name of a PNG, or in a folder that does not exist.
    """
    path = Path(output if output is not None else default_name)
    if path.is_dir() or (output or "").endswith(os.sep):
        path = path / default_name
    if path.suffix.lower() != ".png":
        raise TrackerError(f"{path} does not end in .png: the report is a PNG picture")
    if not path.parent.is_dir():
        raise TrackerError(f"there is no folder {path.parent}: create it, or write elsewhere")
    return path


def write_week_report(period: Period, path: Path) -> None:
    """Draws a week and writes it, whole or not at all.

    Raises:
        TrackerError: the file cannot be written.
    """
    from tracker.reports.charts import week

    try:
        week.write_week_report(period, path)
    except OSError as error:
        raise TrackerError(f"{path} cannot be written: {error.strerror or error}") from error
