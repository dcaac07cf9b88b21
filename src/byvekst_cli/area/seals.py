"""A mark of the figures and the decision in a file, which nothing else about the file changes."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from byvekst_cli.area.area import Area
from byvekst_cli.area.facts import Fact, ask
from byvekst_cli.area.note_parts import proposals
from byvekst_cli.area.record import Record
from byvekst_cli.model.block import Block
from byvekst_cli.model.note_text import NoteText
from byvekst_cli.model.paper import Paper

_FIGURE: Final = re.compile(
    r"([-−–]?)((?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,:/]\d+)*)"
    r"\s*(%|prosent|per cent|mill|mrd|mnok|kroner|kr|øre)?",
    re.IGNORECASE,
)
_REMARKS: Final = frozenset(("merknad", "andre_oppgir", "egne"))


@dataclass(frozen=True, slots=True)
class Seals:
    """The marks of a file; `decision` is None where it proposes none."""

    figures: str
    decision: str | None = None


def seals_of(record: Record[Block], area: Area) -> Seals:
    """Of a note, its numbers with what it fetches, and its proposal; of any other file, its data.

    Where paragraphs stand, how words are spelled, spaces, comments and front matter make no difference.
    """
    if not isinstance(record.model, Paper):
        return Seals(_seal(_data(record.data)))
    note = area.text_of(record)
    fetched = [ask(slot.asks, area) for block in note.blocks for slot in block.slots]
    facts = sorted(str(each.value) for each in fetched if isinstance(each, Fact))
    proposal = " ".join(" ".join(proposals(record, area)).split())
    figures = sorted(figure for text in _texts(note) for figure in _figures(text))
    return Seals(_seal([figures, facts]), _seal(proposal) if proposal else None)


def _texts(note: NoteText) -> Iterator[str]:
    for block in note.blocks:
        yield block.text
        yield from (cell.text for row in block.rows for cell in row)


def _figures(text: str) -> Iterator[str]:
    for sign, number, unit in _FIGURE.findall(text):
        digits = re.sub(r"[ \u00a0\u202f]", "", number).replace(",", ".")
        yield f"{'-' if sign else ''}{digits} {unit.lower().replace('prosent', '%')}"


def _data(value: Any) -> Any:
    """The data without remarks, whatever the order of its keys."""
    if isinstance(value, Mapping):
        return {str(key): _data(item) for key, item in value.items() if key not in _REMARKS}
    return [_data(item) for item in value] if isinstance(value, list) else str(value)


def _seal(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return f"sha256-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
