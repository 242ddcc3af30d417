"""Opens downloads, zipped or unpacked, and reads their members; knows no source by name."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tracker.errors import TrackerError
from tracker.library.limits import LARGEST_RATIO, LARGEST_UNCHECKED, LONGEST_LINE

_CHUNK = 1 << 18
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
"""What reading a member raises: of zipfile, RuntimeError is an encrypted one."""

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
def open_downloads(
    paths: Sequence[Path], hint: str, is_known: Callable[[Download], bool]
) -> Iterator[list[Download]]:
    """Opens every path; `hint` says where downloads are to be had, for the message.

    A folder stands for the zips and JSON files that it holds, unless its tables are themselves
    a download, which `is_known` says.

    Raises:
        TrackerError: a path that does not exist, or is neither folder, zip, CSV nor JSON.
    """
    with ExitStack() as stack:
        yield [_open(stack, path, hint) for path in _with_folders_opened(paths, is_known)]


def _with_folders_opened(
    paths: Sequence[Path], is_known: Callable[[Download], bool]
) -> Iterator[Path]:
    """A folder of downloads stands for what it holds, one that was unpacked for itself."""
    for path in paths:
        held = []
        if path.is_dir() and not is_known(_download(path, path.glob("*.csv"))):
            held = [one for one in path.iterdir() if one.suffix.lower() in {".zip", ".json"}]
        yield from sorted(held) or [path]


def _open(stack: ExitStack, path: Path, hint: str) -> Download:
    if path.is_dir():
        return _folder(path)
    if not path.exists():
        raise TrackerError(f"there is no file {path}; {hint}")
    if path.suffix.lower() in {".csv", ".json"}:
        return _download(path, [path])
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
        if info.file_size > max(LARGEST_UNCHECKED, LARGEST_RATIO * info.compress_size):
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
    return _download(path, found)


def _download(path: Path, files: Iterable[Path]) -> Download:
    return Download(str(path), {one.name: _plain(one) for one in files})


def _plain(path: Path) -> Member:
    return Member(str(path), path.stat().st_size, lambda: path.open("rb"))


@contextmanager
def text_of(member: Member, progress: Progress) -> Iterator[IO[str]]:
    """A member as UTF-8 text; what is wrong with it is raised where it is read."""
    with member.open() as plain:
        counted = io.BufferedReader(_Counted(plain, member, progress), _CHUNK)
        # Excel puts a mark at the start, which would be read as part of the first name; the ends of
        # lines are left to the csv module, as it asks (Python docs: csv).
        with io.TextIOWrapper(counted, encoding="utf-8-sig", newline="") as text:
            # CPython decodes 8 KB at a time unless it is told so: a sixth of the whole time.
            text._CHUNK_SIZE = _CHUNK  # type: ignore[attr-defined]
            yield text


class _Counted(io.RawIOBase):
    """Bytes on their way to the reader: counted, and refused where a line never ends.

    Damage is found here and nowhere else, so that no error of who reads passes for it.
    """

    def __init__(self, plain: IO[bytes], member: Member, progress: Progress) -> None:
        self._plain = plain
        self._member = member
        self._progress = progress
        self._since_line_end = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._plain.read(len(buffer))
        except _DAMAGE as error:
            raise TrackerError(
                f"{self._member.shown}: the file is damaged or cut short ({error}); "
                "download it again"
            ) from None
        buffer[: len(data)] = data
        self._progress(len(data))
        end = data.rfind(b"\n")
        self._since_line_end = len(data) - end - 1 + (self._since_line_end if end < 0 else 0)
        if self._since_line_end > LONGEST_LINE:
            raise TrackerError(f"{self._member.shown} has a line of over {LONGEST_LINE} bytes")
        return len(data)
