"""The pictures that templates may ask for by name: figures and words → a picture of `draw`."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.render.registry import imported
from byvekst_cli.render.tree import Image

PICTURES: Final[Mapping[str, str]] = {
    "sheet-history": "draw.project_sheet:cost_history",
    "wheel": "draw.wheel_page:page_picture",
    "money-years": "draw.documents:years",
    "money-measures": "draw.documents:measures",
    "money-municipalities": "draw.documents:municipalities",
    "goals-overview": "draw.documents:overview",
    "goal-course": "draw.documents:course",
    "roles-chart": "draw.documents:chart",
    "plan-prices": "draw.programme_plan:bindings",
}
"""Name → `room.module:function`, called as `function(figures, say)`.

`function_alt` says the same in words.
"""
_CM: Final = 2.54


class Drawn:
    """A picture as files, with what is said of it."""

    __slots__ = ("alternative", "image", "title")

    def __init__(self, title: str, alternative: str, image: Image) -> None:
        self.title = title
        self.alternative = alternative
        self.image = image


def can_draw() -> bool:
    """Whether what draws is installed."""
    return find_spec("matplotlib") is not None


def drawn(name: str, figures: object, say: Say) -> Drawn:
    """The picture of a name. Raises KeyError where there is no such name."""
    make = imported(PICTURES[name])
    from byvekst_cli.draw.picture import png, svg

    picture = make(figures, say)
    width, height = (float(side) * _CM for side in picture.figure.get_size_inches())
    return Drawn(picture.title, picture.alt, Image(png(picture), width, height, svg(picture)))


def in_words(name: str, figures: object, say: Say) -> str:
    """What the picture of a name shows, also where nothing can draw. Raises KeyError as `drawn` does."""
    told: str = imported(f"{PICTURES[name]}_alt")(figures, say)
    return told
