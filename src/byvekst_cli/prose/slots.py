"""Where a note asks the records for a fact: in its text, and in the facts at its top."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.area.facts import Fact, Missing, ask
from byvekst_cli.finding import Place
from byvekst_cli.model.paper import Paper

_SLOT: Final = re.compile(r"\{\{([^{}]*)\}\}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a note asks for, where, and what the records answer."""

    asks: str
    place: Place
    answer: Fact | Missing


def asked(note: Record[Paper], area: Area) -> Iterator[Asked]:
    """Everything a note asks for, first at the top and then in the text."""
    for key, value in note.data.items():
        for slot in _SLOT.finditer(value) if isinstance(value, str) else ():
            yield Asked(slot[1].strip(), Place(note.path, (key,)), ask(slot[1], area))
    for block in area.text_of(note).blocks:
        for each in block.slots:
            place = Place(note.path, stretch=(each.start, each.end))
            yield Asked(each.asks, place, ask(each.asks, area))
