"""Reads the tables of a download that are CSV, row by row, by the names of their columns."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import IO

from tracker.errors import TrackerError
from tracker.library.importing.downloads import Member, Progress, text_of
from tracker.library.importing.rows import Row


def csv_rows(
    member: Member,
    publisher: str,
    columns: Sequence[str],
    progress: Progress,
    only: tuple[str, Collection[str]] | None = None,
    optional: Sequence[str] = (),
) -> Iterator[Row]:
    """The named columns of each row of a CSV member, as texts; `publisher` is for the messages.

    `only` names a column and the values that are wanted in it; a column of `optional` that is
    missing reads as empty.

    Raises:
        TrackerError: a missing column, a short row, a wrong encoding, or damage.
    """
    shown = member.shown
    # Our own reading alone is inside: what is done with a row raises where it is done.
    with text_of(member, progress) as text:
        lines = _Lines(text)
        reader = csv.reader(lines.sifted(only[1] if only else ()))
        header = [name.strip().lower() for name in _next(reader, member, 0) or []]
        take = _taking(member, publisher, header, columns, optional)
        at, wanted = (header.index(only[0]), only[1]) if only else (0, None)
        while (row := _next(reader, member, lines.number)) is not None:
            if not row:
                continue
            try:
                values = take(row) if wanted is None or row[at] in wanted else None
            except IndexError:
                raise TrackerError(
                    f"{shown}, line {lines.number}: a row with too few columns"
                ) from None
            if values is not None:
                yield Row(values, shown, lines.number)


def _next(reader: Iterator[list[str]], member: Member, line: int) -> list[str] | None:
    try:
        return next(reader, None)
    except csv.Error as error:
        raise TrackerError(f"{member.shown}, line {line + 1}: no readable CSV ({error})") from None
    except UnicodeDecodeError:
        raise TrackerError(
            f"{member.shown}, after line {line}: not UTF-8 text, so names would be damaged"
        ) from None


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
        # Without values the empty text, which is in every line.
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


def _taking(
    member: Member,
    publisher: str,
    header: Sequence[str],
    columns: Sequence[str],
    optional: Sequence[str],
) -> Callable[[list[str]], tuple[str, ...]]:
    """How to take the columns from a row: at once where all are there, else one by one."""
    for name in columns:
        if name not in header:
            raise TrackerError(f"{member.shown} has no column {name!r}: is it from {publisher}?")
    places = [header.index(name) if name in header else None for name in (*columns, *optional)]
    present = [place for place in places if place is not None]
    # Of a single place itemgetter gives the value itself, no tuple (Python docs: operator).
    if len(present) == len(places) > 1:
        return itemgetter(*present)
    return lambda row: tuple("" if place is None else row[place] for place in places)
