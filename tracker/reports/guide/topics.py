"""The guide as lines, tables and JSON documents."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tracker.nutrition.guide import Cell, GuideSection, GuideTable, GuideTopic
from tracker.reports.documents import Document, document, number
from tracker.reports.lines import wrapped
from tracker.reports.numbers import spaced

if TYPE_CHECKING:
    from rich.table import Table

WIDTH = 74
"""Under 80, since a terminal without UTF-8 shows `µg` as `mcg`."""

LONGEST_UNWRAPPED = 28
_GAP = 3


def overview_lines(topics: Iterable[tuple[str, str]]) -> list[str]:
    """Each topic with its summary on one line, and an example."""
    listed = [f"  {name:<12} {summary}" for name, summary in topics]
    return [
        "What an article says about vitamin B12, with its errata and all sources.",
        "",
        *listed,
        "",
        "Example: b12 guide foods",
    ]


def opening_lines(heading: str, text: Iterable[str]) -> list[str]:
    """A section up to its table."""
    lines = ["", heading.upper()]
    for paragraph in text:
        lines += _wrapped(paragraph)
    return lines


def closing_lines(items: Iterable[str], source: str) -> list[str]:
    """A section from its table on: points, and where the figures come from."""
    lines: list[str] = []
    for item in items:
        lines += _wrapped(item, "- ")
    return lines + _wrapped(source, "Source: ")


def guide_table(shown: GuideTable) -> Table:
    """A table of words and figures: figures to the right, long words wrapped."""
    from tracker.reports.tables import plain_table

    texts = [[_cell_text(cell, shown.missing) for cell in row] for row in shown.rows]
    table = plain_table(shown.columns, texts)
    widths = [max(map(cell_len, column)) for column in zip(shown.columns, *texts, strict=True)]
    long = [width > LONGEST_UNWRAPPED for width in widths]
    short = sum(width for width in widths if width <= LONGEST_UNWRAPPED)
    room = (WIDTH - short - _GAP * (len(shown.columns) - 1)) // max(1, sum(long))
    for place, column in enumerate(table.columns):
        column.no_wrap = not long[place]
        column.max_width = room if long[place] else None
        if any(isinstance(row[place], Decimal) for row in shown.rows):
            column.justify = "right"
    return table


def overview_document(topics: Iterable[tuple[str, str]]) -> Document:
    """The topics."""
    listed = [{"topic": name, "summary": summary} for name, summary in topics]
    return document(topic=None, topics=listed)


def topic_document(topic: GuideTopic) -> Document:
    """A topic."""
    return document(
        topic=topic.name,
        title=topic.title,
        summary=topic.summary,
        sections=[_section_document(section) for section in topic.sections],
    )


def _section_document(section: GuideSection) -> Document:
    table = section.table
    return {
        "heading": section.heading,
        "text": list(section.text),
        "items": list(section.items),
        "table": _table_document(table) if table else None,
        "source": section.source,
    }


def _table_document(table: GuideTable) -> Document:
    rows = [
        [number(cell) if isinstance(cell, Decimal) else cell for cell in row] for row in table.rows
    ]
    return {"columns": list(table.columns), "rows": rows}


def _cell_text(cell: Cell, missing: str) -> str:
    """A figure as the source has it: the guide's constants bear no rounding."""
    if cell is None:
        return missing
    return spaced(cell) if isinstance(cell, Decimal) else cell


def _wrapped(text: str, mark: str = "") -> list[str]:
    """Lines of a paragraph after a mark; a number stays with its unit."""
    kept = text.replace(" %", "\u00a0%").replace(" µ", "\u00a0µ")
    lines = wrapped(kept, mark, " " * len(mark), WIDTH)
    return [line.replace("\u00a0", " ") for line in lines]
