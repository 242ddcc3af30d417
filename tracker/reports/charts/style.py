"""The one style of all figures: page, type, colours and hatches.

Sizes are in points (1/72 inch). The colours are those of Okabe and Ito
(https://jfly.uni-koeln.de/color/), told apart with any colour vision; the three fills of intake
differ in lightness and hatch as well, so that a page printed in black and white reads the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import matplotlib

POINTS_PER_INCH = 72
DOTS_PER_INCH = 200
A4_WIDTH, A4_HEIGHT = 595.0, 842.0
MARGIN = 54.0

INK = "#1b1f24"
MUTED = "#5c6570"
FAINT = "#c3c9d0"
HAIRLINE = "#e3e6ea"
PAPER = "#ffffff"
BLUE = "#0072b2"
PALE_BLUE = "#a9d8f4"
ORANGE = "#e69f00"

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class TypeStyle:
    """How a piece of text is set; `size` in points."""

    size: float
    weight: Literal["normal", "bold"] = "normal"
    colour: str = INK


NAME = TypeStyle(22, "bold")
LONG_NAME = TypeStyle(14, "bold")
LEAD = TypeStyle(9.5)
KICKER = TypeStyle(8, "bold", MUTED)
FIGURE = TypeStyle(17, "bold")
HEADING = TypeStyle(9, "bold")
BODY = TypeStyle(8)
STRONG = TypeStyle(8, "bold")
QUIET = TypeStyle(8, colour=MUTED)
SMALL = TypeStyle(7, colour=MUTED)
SMALL_STRONG = TypeStyle(7, "bold")


@dataclass(frozen=True)
class Fill:
    """How an area is filled, and what it stands for."""

    label: str
    face: str
    hatch: str
    hatch_colour: str


FOOD_BOUND = Fill("food-bound", BLUE, "", PAPER)
FORTIFIED = Fill("fortified food", PALE_BLUE, "/////", "#33719a")
SUPPLEMENTS = Fill("supplements", ORANGE, "....", "#6b4a00")
FILLS = (FOOD_BOUND, FORTIFIED, SUPPLEMENTS)
NO_RECORD = Fill("no record", PAPER, "\\\\\\", HAIRLINE)

_SETTINGS: dict[Any, Any] = {
    "text.hinting": "none",
    # A dollar sign in a name is one, and begins no formula.
    "text.parse_math": False,
    "text.usetex": False,
    "font.family": ["DejaVu Sans"],
    "hatch.linewidth": 0.6,
    # Without a salt the ids in an SVG differ each time it is drawn (matplotlib docs: rcParams).
    "svg.hashsalt": "b12",
    # As outlines: who looks at the page may not have the fonts.
    "svg.fonttype": "path",
    "axes.linewidth": 0.0,
    "figure.facecolor": PAPER,
}


@contextmanager
def house_style() -> Iterator[None]:
    """Sets matplotlib to this style alone, whatever a person's matplotlibrc says."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        yield
