"""A finished picture, and its bytes as SVG or PNG: the same picture always gives the same bytes."""

from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Final

from byvekst_cli.draw.style import house_style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI: Final = 200
TALLEST: Final = 30_000
"""Pixels; a taller PNG gets fewer to the inch, so that it can be opened."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure, its title, and a text that says what it shows to those who do not see it."""

    figure: "Figure"
    title: str
    alt: str


def svg(picture: Picture) -> bytes:
    """With `<title>` and `<desc>` first, as screen readers and Word want them."""
    out = BytesIO()
    with house_style():
        picture.figure.savefig(
            out,
            format="svg",
            metadata={
                "Title": picture.title,
                "Description": picture.alt,
                "Date": None,
                "Creator": None,
                "Format": None,
            },
        )
    title = f"<title>{escape(picture.title, quote=False)}</title>"
    text = out.getvalue().decode("utf-8")
    head, found, rest = text.partition(title)
    if not found:
        raise ValueError("the SVG has no title to describe")
    return f"{head}{found}\n <desc>{escape(picture.alt, quote=False)}</desc>{rest}".encode()


def png(picture: Picture) -> bytes:
    """With the same words as metadata."""
    out = BytesIO()
    height = picture.figure.get_size_inches()[1]
    with house_style():
        picture.figure.savefig(
            out,
            format="png",
            dpi=min(DPI, TALLEST / height),
            metadata={"Title": picture.title, "Description": picture.alt, "Software": None},
        )
    return out.getvalue()
