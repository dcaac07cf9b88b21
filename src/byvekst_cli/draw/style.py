"""What all pictures share: the measures of half a page, fonts, colours and hatches."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from warnings import catch_warnings, filterwarnings

WIDTH: Final = 16.0
"""Centimetres: the text of an A4 page."""
CM: Final = 1 / 2.54
"""Inches in a centimetre."""
FONT: Final = "DejaVu Sans"
"""Ships with matplotlib, so that all machines draw the same."""
TITLE: Final = 11.0
TEXT: Final = 8.5
SMALL: Final = 7.5
"""Points; nothing is smaller than the last."""
LEADING: Final = 1.3
"""Lines apart, in heights of the font."""

INK: Final = "#1a1a1a"
SOFT: Final = "#555555"
RULE: Final = "#d4d4d4"
PAPER: Final = "#ffffff"


@dataclass(frozen=True, slots=True)
class Fill:
    """A surface: its colour, the hatch on it, and the colours of that and of text upon it."""

    colour: str
    hatch: str = ""
    lines: str = PAPER
    text: str = INK


FILLS: Final = (
    Fill("#0072b2", "", PAPER, PAPER),
    Fill("#e69f00", "////", INK),
    Fill("#f0e442", "", INK),
    Fill("#009e73", "....", PAPER),
    Fill("#56b4e9", "\\\\\\\\", INK),
    Fill("#7a3200", "xxxx", PAPER, PAPER),
    Fill("#cc79a7", "||||", INK),
)
"""Okabe and Ito's colours, told apart by lightness and hatch where there is no colour. Their
vermilion is darkened, for in grey it is their green."""
OTHERS: Final = Fill("#9a9a9a", "++++", INK)
"""Several small things together."""
UNSAID: Final = Fill("#ededed", "////", "#8a8a8a")
"""What the files do not say which is."""

_RC: Final[dict[Any, Any]] = {
    "font.family": FONT,
    "font.size": TEXT,
    "text.color": INK,
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
    "hatch.linewidth": 0.5,
    "svg.fonttype": "path",  # looks as it was measured where DejaVu is not installed, as in Word
    "svg.hashsalt": "byvekst",
    "figure.facecolor": PAPER,
    "axes.unicode_minus": True,
}


@contextmanager
def house_style() -> Iterator[None]:
    """Whatever the user's own settings of matplotlib are."""
    import matplotlib.style

    with matplotlib.style.context(["default", _RC]), without_alarm():
        yield


@contextmanager
def without_alarm() -> Iterator[None]:
    """Letters that the font lacks are drawn as boxes, and nobody is told on the screen."""
    with catch_warnings():
        filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
        yield
