"""A sheet of A4 on which things are placed in points from its upper left corner."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from tracker.reports.charts import text as words
from tracker.reports.charts.style import (
    A4_HEIGHT,
    A4_WIDTH,
    DOTS_PER_INCH,
    HAIRLINE,
    INK,
    MARGIN,
    POINTS_PER_INCH,
    Align,
    Fill,
    TypeStyle,
)


class Page:
    """An A4 portrait page; all places and sizes in points, `y` downwards."""

    left = MARGIN
    right = A4_WIDTH - MARGIN
    width = A4_WIDTH - 2 * MARGIN

    def __init__(self) -> None:
        size = (A4_WIDTH / POINTS_PER_INCH, A4_HEIGHT / POINTS_PER_INCH)
        self.figure = Figure(figsize=size, dpi=DOTS_PER_INCH)
        FigureCanvasAgg(self.figure)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        style: TypeStyle,
        align: Align = "left",
        width: float | None = None,
    ) -> Text:
        """Writes one line on the baseline `y`, shortened to `width` where it is given."""
        line = words.one_line(text)
        if width is not None:
            line = words.shorten(line, style, width)
        drawn, font = words.properties(line, style)
        return self.figure.text(
            x / A4_WIDTH,
            1 - y / A4_HEIGHT,
            drawn,
            fontproperties=font,
            color=style.colour,
            horizontalalignment=align,
            verticalalignment="baseline",
            parse_math=False,
        )

    def rule(self, y: float, colour: str = HAIRLINE, thickness: float = 0.6) -> None:
        """Draws a line across the page between its margins."""
        self.line(self.left, self.right, y, colour, thickness)

    def line(
        self, start: float, end: float, y: float, colour: str = HAIRLINE, thickness: float = 0.6
    ) -> None:
        """Draws a level line from `start` to `end`."""
        ends = [start / A4_WIDTH, end / A4_WIDTH]
        height = 1 - y / A4_HEIGHT
        self.figure.add_artist(Line2D(ends, [height, height], color=colour, linewidth=thickness))

    def swatch(self, x: float, y: float, fill: Fill, width: float = 15, height: float = 8) -> None:
        """Draws a sample of a fill with its lower edge at `y`."""
        self.figure.add_artist(
            Rectangle(
                (x / A4_WIDTH, 1 - y / A4_HEIGHT),
                width / A4_WIDTH,
                height / A4_HEIGHT,
                transform=self.figure.transFigure,
                facecolor=fill.face,
                edgecolor=INK,
                linewidth=0.5,
                hatch=fill.hatch,
                hatchcolor=fill.hatch_colour,
            )
        )

    def axes(self, x: float, top: float, width: float, height: float) -> Axes:
        """A bare plotting area without frame or ticks."""
        axes = self.figure.add_axes(
            (x / A4_WIDTH, 1 - (top + height) / A4_HEIGHT, width / A4_WIDTH, height / A4_HEIGHT)
        )
        axes.set_axis_off()
        return axes
