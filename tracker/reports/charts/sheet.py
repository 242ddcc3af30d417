"""A drawn page and its words, saved so that the same data always give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from matplotlib.figure import Figure

from tracker.reports.charts.style import DOTS_PER_INCH, house_style
from tracker.writing import write_whole


@dataclass(frozen=True)
class Sheet:
    """What every page is when it is drawn: a figure, its title, and all that it shows in words."""

    figure: Figure
    title: str
    words: str

    def save(self, target: Path | BinaryIO, format: str) -> None:
        """Writes it as `png`, `svg` or `pdf`; title and words go into the file."""
        # Once more: salt, outlines and hinting are asked for only when a figure is written.
        with house_style():
            self.figure.savefig(
                target, format=format, dpi=DOTS_PER_INCH, metadata=self._metadata(format)
            )

    def _metadata(self, format: str) -> dict[str, str | None]:
        """Metadata without a date or a version of matplotlib, which would change the bytes."""
        if format == "svg":
            fixed = {"Date": None, "Creator": "b12"}
            return {"Title": self.title, "Description": self.words, **fixed}
        if format == "pdf":
            fixed = {"CreationDate": None, "Producer": None, "Creator": "b12"}
            return {"Title": self.title, "Subject": self.words, **fixed}
        return {"Title": self.title, "Description": self.words, "Software": None}


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Writes a page, whole or not at all; PNG, SVG or PDF by the ending of the name.

    Raises:
        TrackerError: the file cannot be written.
    """
    drawn = BytesIO()
    sheet.save(drawn, path.suffix.lower().removeprefix("."))
    write_whole(path, drawn.getvalue())
