"""Where food tables come from: another importer is one module and one line here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tracker.errors import TrackerError
from tracker.library.entry import Entry
from tracker.library.importing import fooddata_csv, foundation_json
from tracker.library.importing.downloads import Download, Progress


@dataclass(frozen=True)
class Source:
    """A layout of downloads: whether one has it, the bytes to read, and its foods.

    `read` counts what it leaves out, by reason, and tells of the bytes that it read.
    """

    origin: str
    recognises: Callable[[Download], bool]
    size: Callable[[Download], int]
    read: Callable[[Download, Counter[str], Progress], Iterator[Entry]]


SOURCES = (
    Source("USDA, CSV", fooddata_csv.recognises, fooddata_csv.size, fooddata_csv.read),
    Source("USDA, JSON", foundation_json.recognises, foundation_json.size, foundation_json.read),
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
    raise TrackerError(
        f"{download.shown} has no food.csv: it is no download of {fooddata_csv.ORIGIN}; {DOWNLOADS}"
    )
