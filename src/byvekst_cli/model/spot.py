"""Where something stands in a Word note, as people who look at it would say."""

from dataclasses import dataclass
from enum import Enum


class Part(Enum):
    """What of a document it stands in."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text-box"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: which paragraph, table, note or box, counted from 1, and the heading above it.

    Paragraphs without text are not counted, for nobody sees them. `row` and `column` are those of a
    table's cell. The margins, which are the headers and footers, have no number.
    """

    part: Part
    number: int = 0
    row: int = 0
    column: int = 0
    under: str = ""
