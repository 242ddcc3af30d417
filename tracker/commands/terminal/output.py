"""Writes to the terminal, safely for names of any origin and for terminals without UTF-8."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

import click

from tracker.language.names import printable

if TYPE_CHECKING:
    from rich.table import Table

    from tracker.reports.listing import Column, Listed

_PLAIN = str.maketrans(
    {"µ": "mc", "×": "x", "·": "-", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-",
     "≥": ">=", "½": "1/2", "¼": "1/4", "¾": "3/4", "─": "-", "→": "->", "’": "'", "\u202f": " "}
)  # fmt: skip
"""What stands for the program's own signs where the terminal cannot show them."""


def is_utf8(stream: TextIO | None = None) -> bool:
    """Whether a stream takes every character: standard output unless told."""
    encoding = (stream or sys.stdout).encoding or ""
    return encoding.lower().replace("-", "") in {"utf8", "utf8sig"}


def say(*lines: str, err: bool = False) -> None:
    """Writes lines; a name in them cannot drive the terminal."""
    stream = sys.stderr if err else sys.stdout
    for line in lines:
        click.echo(encodable(printable(line), stream), err=err)


def quoted(name: str) -> str:
    """A name as a shell takes it in an example of a command."""
    return f'"{name}"' if " " in name else name


def warn(lines: Iterable[str]) -> None:
    """Writes remarks that are not part of the result to standard error."""
    for line in lines:
        say(f"note: {line}", err=True)


def encodable(text: str, stream: TextIO) -> str:
    """Text that a stream can show."""
    if is_utf8(stream):
        return text
    encoding = stream.encoding or "ascii"
    return text.translate(_PLAIN).encode(encoding, errors="replace").decode(encoding)


def show_table(table: Table) -> None:
    """Writes a table, in colour only on a terminal that has it and wants it."""
    from io import StringIO

    from rich.console import Console

    # By way of a buffer: rich fills lines up with blanks, and writes signs that the stream may
    # not take.
    on_terminal = sys.stdout.isatty()
    buffer = StringIO()
    width = None if on_terminal else 80
    console = Console(file=buffer, width=width, force_terminal=on_terminal, highlight=False)
    console.print(table)
    for line in buffer.getvalue().rstrip("\n").split("\n"):
        click.echo(encodable(line.rstrip(), sys.stdout))


def show_rows(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Writes rows of text as a table without lines."""
    from tracker.reports.tables import plain_table

    show_table(plain_table(columns, rows))


def show_list(listed: Listed, nothing: str = "", *, as_json: bool) -> None:
    """Writes a list as it is asked for; `nothing` is said where it is empty, and how to fill it."""
    if as_json:
        emit_json(listed.document())
    elif listed.rows:
        show_rows(listed.columns, listed.rows)
    else:
        say(nothing)


def emit_json(document: Mapping[str, Any]) -> None:
    """Writes a JSON document."""
    import json

    click.echo(json.dumps(document, indent=1, ensure_ascii=not is_utf8()))
