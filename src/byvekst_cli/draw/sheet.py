"""A whole sheet of paper for the wall, in centimetres from its lower left corner, with round things on it."""

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING, Any, Final

from byvekst_cli.draw.paper import width_of
from byvekst_cli.draw.style import CM, INK, PAPER, SOFT, Fill

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDE: Final = 42.0
HIGH: Final = 29.7
"""A3 on its side. All measures are of A3; smaller paper is the same picture, smaller."""
SCALES: Final = {"a3": 1.0, "a4": 0.5**0.5}
POINT: Final = 2.54 / 72
FULL: Final = 360.0
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure that is as large as the paper."""

    axes: "Axes"
    scale: float

    @classmethod
    def of(cls, paper: str) -> "Sheet":
        return cls.sized(WIDE, HIGH, SCALES[paper])

    @classmethod
    def sized(cls, wide: float, high: float, scale: float) -> "Sheet":
        """Of other measures; `scale` is what a centimetre of them is on paper."""
        from matplotlib.figure import Figure

        figure = Figure(figsize=(wide * CM * scale, high * CM * scale))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, wide), ylim=(0, high))
        axes.set_axis_off()
        return cls(axes, scale)

    def text(self, spot: Spot, words: str, size: float, **how: Any) -> None:
        """A line whose middle is as high as the spot; `size` is in points on A3."""
        shown: dict[str, Any] = {"va": "center_baseline", "ha": "left", "color": INK, "zorder": 6} | how
        self.axes.text(*spot, words, fontsize=size * self.scale, **shown)

    def line(self, *spots: Spot, width: float = 0.6, **how: Any) -> None:
        from matplotlib.lines import Line2D

        across, up = zip(*spots, strict=True)
        shown: dict[str, Any] = {
            "color": SOFT,
            "solid_capstyle": "round",
            "solid_joinstyle": "round",
            "zorder": 3,
        } | how
        self.axes.add_line(Line2D(across, up, lw=width * self.scale, **shown))

    def box(self, left: float, bottom: float, width: float, height: float, fill: Fill) -> None:
        from matplotlib.patches import Rectangle

        how: dict[str, Any] = {"fc": fill.colour, "ec": fill.lines, "hatch": fill.hatch, "lw": 0, "zorder": 4}
        self.axes.add_patch(Rectangle((left, bottom), width, height, **how))

    def shape(self, spots: list[Spot], **how: Any) -> None:
        """A filled polygon."""
        from matplotlib.patches import Polygon

        self.axes.add_patch(Polygon(spots, closed=True, **({"fc": INK, "ec": PAPER, "zorder": 6} | how)))

    def disc(self, spot: Spot, radius: float, **how: Any) -> None:
        from matplotlib.patches import Circle

        how = {"fc": INK, "ec": PAPER, "lw": 0.6 * self.scale, "zorder": 5} | how
        self.axes.add_patch(Circle(spot, radius, **how))


@dataclass(frozen=True, slots=True)
class Dial:
    """A circle on a sheet that a year goes once around, with the clock, from the top."""

    centre: Spot
    radius: float

    def spot(self, turn: float, radius: float) -> Spot:
        """`turn` is the part of the year that has gone."""
        angle = 2 * pi * turn
        return self.centre[0] + radius * sin(angle), self.centre[1] + radius * cos(angle)

    def ring(
        self, sheet: Sheet, inner: float, outer: float, since: float = 0.0, until: float = 1.0, **how: Any
    ) -> None:
        """A part of a ring, from one turn to another."""
        from matplotlib.patches import Wedge

        ends = (90 - FULL * until, 90 - FULL * since)
        how = {"lw": 0, "zorder": 2} | how
        sheet.axes.add_patch(Wedge(self.centre, outer, *ends, width=outer - inner, **how))

    def arc(self, sheet: Sheet, inner: float, outer: float, since: float, until: float, fill: Fill) -> None:
        """A part of a ring with the hatch of its kind, and a thin white edge."""
        self.ring(
            sheet, inner, outer, since, until, fc=fill.colour, ec=fill.lines, hatch=fill.hatch, zorder=3
        )
        self.ring(sheet, inner, outer, since, until, fc="none", ec=PAPER, lw=1.0 * sheet.scale, zorder=3.5)

    def words(self, sheet: Sheet, turn: float, radius: float, words: str, size: float, **how: Any) -> None:
        """Words along the ring, a letter at a time; in the lower half they stand so that they can be read."""
        under = 0.25 < turn % 1 < 0.75
        step = 1 / (2 * pi * radius)
        place = -width_of(words, size, bold=True) / 2
        before = 0.0
        for at, letter in enumerate(words):
            after = width_of(words[: at + 1], size, bold=True)
            middle = place + (before + after) / 2
            before = after
            here = turn + (-middle if under else middle) * step
            angle = -FULL * here + (180 if under else 0)
            sheet.text(
                self.spot(here, radius), letter, size, ha="center", rotation=angle,
                rotation_mode="anchor", weight="bold", **how,
            )  # fmt: skip
