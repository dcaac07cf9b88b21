"""A note from Markdown or Word: alone, or beside the records of the area whose case it lies with."""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.model.note_text import BlockKind, NoteText
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.spot import Spot
from byvekst_cli.model.treatment import Handling
from byvekst_cli.model.wording import Markers
from byvekst_cli.prose.guess import handling_told, language_written, title_of
from byvekst_cli.source.decode import decode, invisible
from byvekst_cli.source.document import Document
from byvekst_cli.source.flaw import Flawed
from byvekst_cli.source.load import Loaded, finding_of, finding_of_misfit, shipped
from byvekst_cli.source.markdown import read_markdown
from byvekst_cli.source.note_text import note_text
from byvekst_cli.source.records import Misfit, build
from byvekst_cli.source.word.text import read_word

WORD: Final = (".docx", ".docm")
TEXT: Final = (".md", ".txt")
_NO_CASE: Final = "sak"
"""The id of the case of a note that belongs to none."""


@dataclass(frozen=True, slots=True)
class Lone:
    """A note as it was read. `spots` says where the lines of a Word note are; it is empty for others."""

    document: Document
    text: NoteText
    spots: tuple[Spot, ...] = ()


def read_lone(path: str, data: bytes) -> Lone:
    """Read a file by its ending. Never raises for what is in it."""
    if PurePosixPath(path).suffix.lower() in WORD:
        word = read_word(path, data)
        return Lone(replace(word.document, data={}), word.text, word.spots)
    try:
        text = decode(data.replace(b"\x0c", b"\n"))  # where a page ends in text from a PDF
    except Flawed as stop:
        shown = data.decode("utf-8-sig", "replace") if stop.flaw.end else ""
        return Lone(Document(path, shown, {}, flaws=(stop.flaw,)), NoteText(()))
    made = read_markdown(path, text)
    flaws = tuple(flaw for flaw in made.flaws if flaw.slug != "missing-front-matter")
    facts = made.data if isinstance(made.data, dict) else {}
    document = replace(made, data=facts, flaws=(*flaws, *invisible(text)))
    return Lone(document, _with_lines(note_text(document), text))


def _with_lines(note: NoteText, text: str) -> NoteText:
    """A note without any heading as it stands, line by line: there a line may be one that lost its form."""
    if any(block.kind is BlockKind.HEADING for block in note.blocks):
        return note
    blocks = (
        replace(block, text="".join(map(_line_break, block.text, text[block.start :])))
        for block in note.blocks
    )
    return NoteText(tuple(blocks))


def _line_break(read: str, written: str) -> str:
    return written if written in "\r\n" else read


def alone(lone: Lone, as_of: date, given: Mapping[str, str]) -> Loaded:
    """The note in an area that holds nothing else but what ships with the tool."""
    return _with(Loaded(Area("", as_of, base=shipped()), {}, ()), lone, given, {"sak"})


def beside(loaded: Loaded, lone: Lone, given: Mapping[str, str]) -> Loaded:
    """The note as one more of an area, or in the place of the one that has its path there."""
    path, area = lone.document.path, loaded.area
    area = replace(
        area,
        records=tuple(record for record in area.records if record.path != path),
        partial=tuple(record for record in area.partial if record.path != path),
    )
    findings = tuple(finding for finding in loaded.findings if finding.path != path)
    return _with(replace(loaded, area=area, findings=findings), lone, given, set())


def _with(loaded: Loaded, lone: Lone, given: Mapping[str, str], free: set[str]) -> Loaded:
    """`given` is what is known of the note besides what it says; fields in `free` may hold any text."""
    document, path = lone.document, lone.document.path
    area = replace(loaded.area, notes=ChainMap({path: lone.text}, dict(loaded.area.notes)))
    misfits, record = _record(document, _guess(lone, given, area))
    if record is not None:
        area = replace(area, records=(*area.records, record))
    found = [finding_of(area, document, flaw) for flaw in document.flaws]
    found += [
        finding_of_misfit(area, document, record.id if record else "", misfit)
        for misfit in misfits
        if not free.intersection(misfit.route[:1])
    ]
    return Loaded(area, {**loaded.documents, path: document}, (*loaded.findings, *found))


def _guess(lone: Lone, given: Mapping[str, str], area: Area) -> dict[str, str]:
    """What a note is, as far as it does not say so itself."""
    markers = {id: frozenset(each.words) for id, each in area.all_of(Markers).items() if each.off is None}
    handling = handling_told(lone.text) or Handling.INFORMATION
    name = PurePosixPath(lone.document.path).stem
    guess = {"sak": _NO_CASE, "tittel": title_of(lone.text) or name, "behandling": handling.value}
    language = language_written(lone.text, markers, area.language)
    return {**guess, **({"språk": language} if language else {}), **given}


def _record(document: Document, guess: Mapping[str, str]) -> tuple[list[Misfit], Record[Paper] | None]:
    """The record of the note without the facts that do not fit, and how they do not."""
    if not document.text:
        return [], None
    data: dict[str, Any] = {**guess, **document.data}
    made = build(Paper, data)
    if not isinstance(made, list):
        return [], _recorded(document, made, data)
    faulty = {misfit.route[0] for misfit in made if misfit.route}
    rest = {**guess, **{key: value for key, value in data.items() if key not in faulty}}
    again = build(Paper, rest)
    return made, None if isinstance(again, list) else _recorded(document, again, rest)


def _recorded(document: Document, paper: Paper, data: Mapping[str, Any]) -> Record[Paper]:
    return Record("paper", document.path.rpartition(".")[0], document.path, paper, data)
