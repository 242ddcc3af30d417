"""Results as text tables that line up in 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from tracker.language.names import printable
from tracker.reports.listing import Column

WIDE = {
    "what",
    "name",
    "dose",
    "note",
    "range",
    "beside the cut-offs",
    "measured in",
    "also understood",
}
"""Columns that wrap where the others leave too little room."""


def plain_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Table:
    """A table of words."""
    table = styled_table(*columns)
    for row in rows:
        add_row(table, row)
    return table


def styled_table(*columns: Column) -> Table:
    """An empty table."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        name, justify = column if isinstance(column, tuple) else (column, "left")
        is_wide = name in WIDE
        table.add_column(
            name,
            justify="right" if justify == "right" else "left",
            no_wrap=not is_wide,
            overflow="fold",
        )
    return table


def add_row(table: Table, cells: Sequence[str]) -> None:
    """Adds a row of plain words."""
    # Text, not str: rich would read [brackets] in a name as markup.
    table.add_row(*(Text(printable(cell)) for cell in cells))
