"""Lists, whichever way they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.reports.documents import Document

Column = str | tuple[str, str]
"""The name of a column, or its name and "right"."""


@dataclass(frozen=True)
class Listed:
    """A list as it can be shown: the rows of a table, or one JSON document."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    document: Callable[[], Document]
