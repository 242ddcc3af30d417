"""Opens downloads, zipped or unpacked, and reads their members row by row."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import IO

from tracker.errors import TrackerError

DOWNLOADS = "https://fdc.nal.usda.gov/download-datasets"
LONGEST_LINE = 4_000_000
"""Bytes: the longest list of ingredients is a hundredth of it; a bomb knows no line ends."""

LARGEST_RATIO = 200
"""Of a member unpacked to packed; tables of food reach 20, a bomb a thousand."""

_SMALL = 20_000_000
_CHUNK = 1 << 18
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)

Progress = Callable[[int], None]
"""Is told how many bytes were read since it was last called."""


@dataclass(frozen=True)
class Member:
    """A file of a download: what to call it, its size in bytes, and how to open it."""

    shown: str
    size: int
    open: Callable[[], IO[bytes]]


@dataclass(frozen=True)
class Download:
    """What one zip, folder or file holds, by file name."""

    shown: str
    members: dict[str, Member]


@contextmanager
def open_downloads(paths: Sequence[Path]) -> Iterator[list[Download]]:
    """Opens every path.

    Raises:
        TrackerError: a path that does not exist, or is neither folder, zip nor JSON.
    """
    with ExitStack() as stack:
        yield [_open(stack, path) for path in _with_folders_opened(paths)]


def records(
    member: Member,
    columns: Sequence[str],
    progress: Progress,
    only: tuple[str, Collection[str]] | None = None,
    optional: Sequence[str] = (),
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The line number and the named columns of each row of a CSV member.

    `only` names a column and the values that are wanted in it; a column of `optional` that is
    missing reads as empty.

    Raises:
        TrackerError: a missing column, a short row, a wrong encoding, or damage.
    """
    line = 1
    try:
        with _text(member, progress) as text:
            lines = _Lines(text)
            reader = csv.reader(lines.sifted(only[1] if only else ()))
            header = [name.strip().lower() for name in next(reader, [])]
            take = _taking(member, header, columns, optional)
            for row in _chosen(reader, header, only):
                line = lines.number
                yield line, take(row)
    except IndexError:
        raise TrackerError(f"{member.shown}, line {line}: a row with too few columns") from None
    except csv.Error as error:
        raise TrackerError(f"{member.shown}, line {line + 1}: no readable CSV ({error})") from None
    except UnicodeDecodeError:
        raise TrackerError(
            f"{member.shown}, after line {line}: not UTF-8 text, so names would be damaged"
        ) from None
    except _DAMAGE as error:
        raise _damaged(member, error, line) from None


@contextmanager
def text_of(member: Member, progress: Progress) -> Iterator[IO[str]]:
    """A member as UTF-8 text.

    Raises:
        TrackerError: a wrong encoding, or damage.
    """
    try:
        with _text(member, progress) as text:
            yield text
    except UnicodeDecodeError:
        raise TrackerError(f"{member.shown} is not UTF-8 text") from None
    except _DAMAGE as error:
        raise _damaged(member, error) from None


def _with_folders_opened(paths: Sequence[Path]) -> Iterator[Path]:
    """A folder of downloads stands for what it holds, one that was unpacked for itself."""
    for path in paths:
        held = []
        if path.is_dir() and not (path / "food.csv").exists():
            held = [one for one in path.iterdir() if one.suffix.lower() in {".zip", ".json"}]
        yield from sorted(held) or [path]


def _open(stack: ExitStack, path: Path) -> Download:
    if path.is_dir():
        return _folder(path)
    if not path.exists():
        raise TrackerError(f"there is no file {path}; downloads are at {DOWNLOADS}")
    if path.suffix.lower() == ".json":
        return Download(str(path), {path.name: _plain(path)})
    if path.suffix.lower() == ".csv":
        raise TrackerError(f"{path} is one table of several: name the folder that it is in")
    try:
        archive = stack.enter_context(zipfile.ZipFile(path))
    except (zipfile.BadZipFile, OSError) as error:
        raise TrackerError(f"{path} cannot be read as a zip: {error}; download it again") from None
    members: dict[str, Member] = {}
    for info in archive.infolist():
        name = Path(info.filename).name
        if info.is_dir() or not name.lower().endswith((".csv", ".json")):
            continue
        shown = f"{path.name}: {name}"
        if name in members:
            raise TrackerError(f"{path.name} holds {name} twice: which is meant is not clear")
        if info.file_size > max(_SMALL, LARGEST_RATIO * info.compress_size):
            raise TrackerError(f"{shown} would unpack to {info.file_size} bytes: a zip bomb?")
        members[name] = Member(shown, info.file_size, lambda info=info: archive.open(info))  # type: ignore[misc]
    return Download(str(path), members)


def _folder(path: Path) -> Download:
    """The tables in a folder, or in its only sub-folder that has any, as a zip unpacks."""
    found = (
        sorted(path.glob("*.csv")) or sorted(path.glob("*/*.csv")) or sorted(path.glob("*.json"))
    )
    names = [one.name for one in found]
    if len(set(names)) < len(names):
        raise TrackerError(f"{path} holds several downloads: name each folder by itself")
    return Download(str(path), {one.name: _plain(one) for one in found})


def _plain(path: Path) -> Member:
    return Member(str(path), path.stat().st_size, lambda: path.open("rb"))


class _Lines:
    """The lines of a table and the number of the latest."""

    def __init__(self, text: IO[str]) -> None:
        self._text = text
        self.number = 0

    def sifted(self, values: Collection[str]) -> Iterator[str]:
        """The header, and the lines that may hold one of the values; every line without values.

        Parsing is what takes the time, and of a thousand nutrient rows twenty are wanted. Where
        a text may go on over several lines, all lines follow from there.
        """
        yield from self._some(1)
        # Four comparisons in a row are twice as fast as a loop over them.
        one, two, three, four = (*values, *values, *values, *values)[:4] if values else ("",) * 4
        if len(values) > 4:
            raise ValueError("at most four values can be sifted")
        for line in self._text:
            self.number += 1
            goes_on = line.count('"') & 1
            if goes_on or one in line or two in line or three in line or four in line:
                yield line
            if goes_on:
                break
        yield from self._some(None)

    def _some(self, count: int | None) -> Iterator[str]:
        for line in islice(self._text, count):
            self.number += 1
            yield line


def _chosen(
    reader: Iterable[list[str]], header: Sequence[str], only: tuple[str, Collection[str]] | None
) -> Iterator[list[str]]:
    """The rows that are wanted; of 26 million nutrients it is one in forty."""
    if only is None:
        return (row for row in reader if row)
    at, values = header.index(only[0]), only[1]
    return (row for row in reader if row and row[at] in values)


def _taking(
    member: Member, header: Sequence[str], columns: Sequence[str], optional: Sequence[str]
) -> Callable[[list[str]], tuple[str, ...]]:
    """How to take the columns from a row: at once where all are there, else one by one."""
    for name in columns:
        if name not in header:
            raise TrackerError(
                f"{member.shown} has no column {name!r}: is it from FoodData Central?"
            )
    places = [header.index(name) if name in header else None for name in (*columns, *optional)]
    present = [place for place in places if place is not None]
    if len(present) == len(places) > 1:
        return itemgetter(*present)
    return lambda row: tuple("" if place is None else row[place] for place in places)


@contextmanager
def _text(member: Member, progress: Progress) -> Iterator[IO[str]]:
    with member.open() as plain:
        counted = io.BufferedReader(_Counted(plain, member, progress), _CHUNK)
        with io.TextIOWrapper(counted, encoding="utf-8-sig", newline="") as text:
            # CPython decodes 8 KB at a time unless it is told so: a sixth of the whole time.
            text._CHUNK_SIZE = _CHUNK  # type: ignore[attr-defined]
            yield text


class _Counted(io.RawIOBase):
    """Bytes on their way to the reader: counted, and refused where a line never ends."""

    def __init__(self, plain: IO[bytes], member: Member, progress: Progress) -> None:
        self._plain = plain
        self._member = member
        self._progress = progress
        self._since_line_end = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._plain.read(len(buffer))
        buffer[: len(data)] = data
        self._progress(len(data))
        end = data.rfind(b"\n")
        self._since_line_end = len(data) - end - 1 + (self._since_line_end if end < 0 else 0)
        if self._since_line_end > LONGEST_LINE:
            raise TrackerError(f"{self._member.shown} has a line of over {LONGEST_LINE} bytes")
        return len(data)


def _damaged(member: Member, error: BaseException, line: int | None = None) -> TrackerError:
    where = member.shown if line is None else f"{member.shown}, after line {line}"
    return TrackerError(f"{where}: the file is damaged or cut short ({error}); download it again")
