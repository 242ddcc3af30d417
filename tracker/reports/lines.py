"""Lines of a terminal of 80 columns, wrapped by the cells that characters take up in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

WIDTH = 80
"""Columns of the terminal for which lines and tables are made."""

LABEL = 13
"""Columns of a label before its text."""

_GAPS = re.compile(r"[ \t\n]+")
"""Where a line may break: not at a space that holds a figure and its unit together."""


def labelled(label: str, text: str) -> list[str]:
    """A text after its label, wrapped under its beginning."""
    return wrapped(text, f"{label:<{LABEL}}", " " * LABEL) or [label]


def wrapped(text: str, first: str = "", following: str = "", width: int = WIDTH) -> list[str]:
    """A text in lines, the first and the following ones indented as given.

    A Chinese character takes up two cells; a word breaks only where no line could hold it.
    """
    lines: list[str] = []
    line, is_begun = first, False
    for word in _words(text, width - max(cell_len(first), cell_len(following))):
        joined = f"{line} {word}" if is_begun else line + word
        if is_begun and cell_len(joined) > width:
            lines.append(line)
            joined = following + word
        line, is_begun = joined, True
    return [*lines, line] if is_begun else lines


def _words(text: str, room: int) -> Iterator[str]:
    for word in filter(None, _GAPS.split(text)):
        yield from chop_cells(word, room) if cell_len(word) > room else [word]
