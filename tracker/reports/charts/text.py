"""Text that comes from data: made safe, measured, and shortened to a width in points."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

from tracker.language.names import printable
from tracker.reports.charts import fonts
from tracker.reports.charts.style import DOTS_PER_INCH, POINTS_PER_INCH, TypeStyle

ELLIPSIS = "…"
MOST_MARKS = 2
"""Marks stacked upon one letter; more of them would grow into the lines above and below."""


def one_line(text: str) -> str:
    """Text fit to be drawn: one line, no control characters, no towers of marks."""
    composed = unicodedata.normalize("NFC", printable(text))
    return "".join(_with_few_marks(cluster) for cluster in fonts.clusters(composed))


def _with_few_marks(cluster: str) -> str:
    marks = 0
    kept = []
    for character in cluster:
        marks += unicodedata.category(character) in {"Mn", "Me"}
        if marks <= MOST_MARKS or unicodedata.category(character) not in {"Mn", "Me"}:
            kept.append(character)
    return "".join(kept)


def properties(text: str, style: TypeStyle) -> tuple[str, FontProperties]:
    """The text as the installed fonts can draw it, and the font to draw it with."""
    drawn, families = fonts.drawable(text, style.weight)
    return drawn, FontProperties(family=list(families), weight=style.weight, size=style.size)


@lru_cache(16384)
def width_of(text: str, style: TypeStyle) -> float:
    """The width of a text in points."""
    drawn, font = properties(text, style)
    width, _, _ = _renderer().get_text_width_height_descent(drawn, font, False)
    return float(width) * POINTS_PER_INCH / DOTS_PER_INCH


@cache
def _renderer() -> Any:
    # matplotlib leaves the types of its renderers out.
    draw: Any = RendererAgg
    return draw(1, 1, DOTS_PER_INCH)


def shorten(text: str, style: TypeStyle, width: float) -> str:
    """As much of a text as fits a width in points, with an ellipsis where it was cut."""
    if width_of(text, style) <= width:
        return text
    pieces = fonts.clusters(text)
    fits, too_long = 0, len(pieces)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if width_of(_cut(pieces, middle), style) <= width:
            fits = middle
        else:
            too_long = middle
    return _cut(pieces, fits)


def _cut(pieces: Sequence[str], count: int) -> str:
    return "".join(pieces[:count]).rstrip() + ELLIPSIS


def join_fitting(items: Sequence[str], style: TypeStyle, width: float, joint: str = " · ") -> str:
    """As many items as fit a width in points, and how many more there are."""
    for count in range(len(items), 0, -1):
        rest = [] if count == len(items) else [f"+ {len(items) - count} more"]
        joined = joint.join([*items[:count], *rest])
        if width_of(joined, style) <= width:
            return joined
    return shorten(joint.join(items), style, width)


def fitting_size(text: str, style: TypeStyle, width: float) -> TypeStyle:
    """The style made smaller until a text fits: a number must never be cut."""
    needed = width_of(text, style)
    if needed <= width:
        return style
    return TypeStyle(style.size * width / needed * 0.98, style.weight, style.colour)
