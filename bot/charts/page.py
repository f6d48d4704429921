"""A page 1080 px wide that grows downwards; x and y are px from its top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, Patch, Polygon, Rectangle
from matplotlib.text import Text

from bot.charts.look import PALETTES, Look
from bot.charts.sizes import LEADING, MARGIN, WIDTH
from bot.charts.writing import PER_INCH, Fitted, clean, fit, font


class Page:
    """What a drawing puts its marks on; `y` is how far down the page is filled."""

    fit = staticmethod(fit)

    def __init__(self, look: Look) -> None:
        self.look = look
        self.palette = PALETTES[look]
        self.y = float(MARGIN)
        self.figure = Figure(dpi=PER_INCH, facecolor=self.palette.paper)
        FigureCanvasAgg(self.figure)
        self.sheet = self.figure.add_axes((0, 0, 1, 1))
        self.sheet.set_axis_off()
        self.sheet.set_xlim(0, WIDTH)

    def finish(self) -> Figure:
        """The figure, as tall as the page is filled."""
        height = round(self.y + MARGIN)
        self.figure.set_size_inches(WIDTH / PER_INCH, height / PER_INCH)
        self.sheet.set_ylim(height, 0)
        return self.figure

    def png(self) -> bytes:
        """The page as PNG, without a word about who made it or when."""
        out = BytesIO()
        self.finish().savefig(out, format="png", dpi=PER_INCH, metadata={"Software": None})
        return out.getvalue()

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str,
        *,
        name: str,
        radius: float = 0,
        outline: str = "none",
        hatch: str = "",
    ) -> None:
        """A filled box; `outline` is drawn inside its edge, `hatch` in the paper's colour."""
        thick = 0.0 if outline == "none" else 3.0
        at = (x + thick / 2, y + thick / 2)
        size = (max(1.0, width - thick), max(1.0, height - thick))
        radius = min(radius, size[0] / 2, size[1] / 2)
        patch: Patch
        if radius:
            style = f"round,pad=0,rounding_size={radius}"
            patch = FancyBboxPatch(at, *size, boxstyle=style, mutation_aspect=1)
        else:
            patch = Rectangle(at, *size)
        patch.set(facecolor=colour, edgecolor=outline, linewidth=thick)
        if hatch:
            patch.set(hatch=hatch, edgecolor=self.palette.paper, hatch_linewidth=4)
        self._add(patch, name)

    def shape(self, points: Sequence[tuple[float, float]], colour: str, *, name: str) -> None:
        """A filled polygon."""
        self._add(Polygon(points, closed=True, facecolor=colour, edgecolor="none"), name)

    def dot(
        self, x: float, y: float, radius: float, colour: str, *, name: str, hollow: bool = False
    ) -> None:
        """A disc, or with `hollow` a ring on paper."""
        fill = self.palette.paper if hollow else colour
        thick = min(5.0, radius / 2) if hollow else 0
        disc = Circle((x, y), radius - thick / 2, facecolor=fill, edgecolor=colour)
        disc.set_linewidth(thick)
        self._add(disc, name)

    def _add(self, patch: Patch, name: str) -> None:
        patch.set_gid(name)
        patch.set_zorder(1)
        self.sheet.add_artist(patch)

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        *,
        name: str,
        thick: float = 3,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """A line through the points; `dashes`: px on and off."""
        xs, ys = zip(*points, strict=True)
        drawn = Line2D(xs, ys, color=colour, linewidth=thick, solid_capstyle="round")
        drawn.set(solid_joinstyle="round", gid=name, zorder=1)
        if dashes:
            drawn.set_linestyle((0, tuple(each / thick for each in dashes)))
        self.sheet.add_artist(drawn)

    def words(
        self,
        words: str,
        x: float,
        baseline: float,
        size: float,
        *,
        name: str,
        colour: str = "",
        bold: bool = False,
        align: str = "left",
    ) -> None:
        """One line of text as it stands, `x` being its left end, centre or right end."""
        told = clean(words, bold=bold)
        if told:
            text = Text(x, baseline, told, fontproperties=font(size, bold=bold), parse_math=False)
            text.set(color=colour or self.palette.ink, ha=align, va="baseline", gid=name, zorder=2)
            self.sheet.add_artist(text)

    def fitted(
        self,
        fitted: Fitted,
        x: float,
        top: float,
        *,
        name: str,
        colour: str = "",
        align: str = "left",
    ) -> None:
        """Lines that were fitted, the first one's top at `top`."""
        for row, line in enumerate(fitted.lines):
            self.words(
                line,
                x,
                top + (row * LEADING + 1.0) * fitted.size,
                fitted.size,
                name=name,
                colour=colour,
                bold=fitted.bold,
                align=align,
            )
