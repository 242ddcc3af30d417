"""Where food tables come from: another importer is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tracker.errors import TrackerError
from tracker.library.entry import Entry, Skipped
from tracker.library.importing.downloads import Download, Progress
from tracker.library.importing.usda import fooddata_csv, foundation_json


@dataclass(frozen=True)
class Source:
    """A layout of downloads: what it is called, whether one has it, the bytes to read, its foods.

    Each food says of which table it is. `read` yields why it leaves a row out as well, and tells
    of the bytes that it read.
    """

    name: str
    recognises: Callable[[Download], bool]
    size: Callable[[Download], int]
    read: Callable[[Download, Progress], Iterator[Entry | Skipped]]


SOURCES = (
    Source("FoodData Central (CSV)", fooddata_csv.recognises, fooddata_csv.size, fooddata_csv.read),
    Source(
        "Foundation Foods (JSON)",
        foundation_json.recognises,
        foundation_json.size,
        foundation_json.read,
    ),
)
DOWNLOADS = "downloads are at https://fdc.nal.usda.gov/download-datasets"


def source_of(download: Download) -> Source:
    """The source whose layout a download has.

    Raises:
        TrackerError: none.
    """
    for source in SOURCES:
        if source.recognises(download):
            return source
    known = " or ".join(source.name for source in SOURCES)
    raise TrackerError(
        f"{download.shown} is no download of {known}; one of several tables is named by its "
        f"folder; {DOWNLOADS}"
    )


def is_known(download: Download) -> bool:
    """Whether some source has the layout of a download."""
    return any(source.recognises(download) for source in SOURCES)
