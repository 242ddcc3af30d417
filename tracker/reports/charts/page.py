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
    MUTED,
    POINTS_PER_INCH,
    Align,
    Fill,
    TypeStyle,
)


class Page:
    """A page, A4 portrait unless told; all places and sizes in points, `y` downwards."""

    def __init__(self, width: float = A4_WIDTH, height: float = A4_HEIGHT) -> None:
        self.left = MARGIN
        self.right = width - MARGIN
        self.width = width - 2 * MARGIN
        self.full_width, self.full_height = width, height
        size = (width / POINTS_PER_INCH, height / POINTS_PER_INCH)
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
            x / self.full_width,
            1 - y / self.full_height,
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
        ends = [start / self.full_width, end / self.full_width]
        height = 1 - y / self.full_height
        self.figure.add_artist(Line2D(ends, [height, height], color=colour, linewidth=thickness))

    def leader(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draws a fine line from a name to what it names, points from the top left."""
        across = [start[0] / self.full_width, end[0] / self.full_width]
        down = [1 - start[1] / self.full_height, 1 - end[1] / self.full_height]
        self.figure.add_artist(Line2D(across, down, color=MUTED, linewidth=0.6))

    def swatch(self, x: float, y: float, fill: Fill, width: float = 15, height: float = 8) -> None:
        """Draws a sample of a fill with its lower edge at `y`."""
        self.figure.add_artist(
            Rectangle(
                (x / self.full_width, 1 - y / self.full_height),
                width / self.full_width,
                height / self.full_height,
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
            (
                x / self.full_width,
                1 - (top + height) / self.full_height,
                width / self.full_width,
                height / self.full_height,
            )
        )
        axes.set_axis_off()
        return axes
