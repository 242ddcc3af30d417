"""What a page of the guide is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

Cell = str | Decimal | None
Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class GuideTable:
    """Columns and rows; `missing` is the word for a cell that holds nothing."""

    columns: tuple[str, ...]
    rows: Rows
    missing: str = "–"


@dataclass(frozen=True)
class GuideSection:
    """Paragraphs, a table, points, and the source of them all.

    `drawn_from` names a table whose figures are read from where the diary keeps them.
    """

    heading: str
    text: tuple[str, ...]
    items: tuple[str, ...]
    table: GuideTable | None
    source: str
    drawn_from: str = ""


@dataclass(frozen=True)
class GuideTopic:
    """One page of the guide."""

    name: str
    title: str
    summary: str
    sections: tuple[GuideSection, ...]
