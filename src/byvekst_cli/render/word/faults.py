"""What is wrong with a Word template, each named by where people find it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from docx.oxml.ns import qn

from byvekst_cli.finding import Hint, Term
from byvekst_cli.model.near import Words
from byvekst_cli.model.spot import Part, Spot
from byvekst_cli.render.word.slots import BRACES, FIELD, NAMES, asked_for, text_of
from byvekst_cli.render.word.styles import missing
from byvekst_cli.source.flaw import Flaw

_FLAWS: Final = {
    "word-damaged": "damaged",
    "word-too-heavy": "too-large",
    "word-encrypted": "locked",
    "not-a-word-file": "not-word",
    "word-unsafe": "unsafe",
}
_CHANGES: Final = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:commentReference")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the facts that its words tell; a serious one stops the document."""

    slug: str
    facts: Mapping[str, object] = field(default_factory=dict)
    is_serious: bool = False

    @property
    def says(self) -> str:
        """The name of its words in `cli.yaml`."""
        return f"word-template-{self.slug}"


def flaw_of(flaw: Flaw) -> Fault:
    """What stops a template from being opened at all."""
    return Fault(_FLAWS.get(flaw.slug, "damaged"), dict(flaw.facts), is_serious=True)


def faults_in(document: Any) -> Iterator[Fault]:
    """What is wrong in a template that can be opened."""
    marks = 0
    for place, paragraph in placed(document):
        text = text_of(paragraph)
        if BRACES.search(FIELD.sub("", text)):
            yield Fault("braces", {"place": place, "text": text.strip()[:60]}, is_serious=True)
        for name in asked_for(text):
            if name not in NAMES:
                facts = {"place": place, "asked": name, "near": Hint(_NEAR.near(name))}
                yield Fault("unknown-field", {**facts, "known": Hint(tuple(_KNOWN))}, is_serious=True)
            elif NAMES[name] == "contents":
                marks += 1
                yield from _wrong_mark(document, paragraph, place, text, marks)
    if not marks:
        yield Fault("no-contents")
    lacking = ", ".join(f"«{name}»" for name in missing(document.styles.element))
    if lacking:
        yield Fault("no-style", {"styles": lacking})
    if any(True for name in _CHANGES for _ in document.element.iter(qn(name))):
        yield Fault("changes")


_KNOWN: Final = tuple(dict.fromkeys(NAMES.values()))
_NEAR: Final = Words(NAMES)


def _wrong_mark(document: Any, paragraph: Any, place: object, text: str, marks: int) -> Iterator[Fault]:
    """The mark for the contents must stand once, and alone in a paragraph of the page itself."""
    if marks > 1:
        yield Fault("contents-twice", {"place": place}, is_serious=True)
    elif paragraph.getparent() is not document.element.body or FIELD.sub("", text).strip():
        yield Fault("contents-inside", {"place": place}, is_serious=True)


def placed(document: Any) -> Iterator[tuple[object, Any]]:
    """Every paragraph of a template with its place: on the page, in a cell, a box, or a margin."""
    yield from _body(document.element.body)
    for name, root in margins(document):
        for paragraph in root.iter(qn("w:p")):
            yield Term(f"spot-{name}"), paragraph


def margins(document: Any) -> Iterator[tuple[str, Any]]:
    """The headers and footers, each once, by what they are."""
    for part in document.part.package.iter_parts():
        kind = part.content_type.rpartition(".")[2].removesuffix("+xml")
        if kind in ("header", "footer") and "wordprocessingml" in part.content_type:
            yield kind, part.element


def _body(body: Any) -> Iterator[tuple[object, Any]]:
    count = {"p": 0, "tbl": 0, "box": 0}
    for paragraph in body.iter(qn("w:p")):
        above = [each.tag for each in paragraph.iterancestors()]
        if qn("w:txbxContent") in above:
            count["box"] += 1
            yield Spot(Part.TEXT_BOX, count["box"]), paragraph
        elif qn("w:tc") in above:
            yield _cell(body, paragraph), paragraph
        else:
            count["p"] += bool(text_of(paragraph).strip())
            yield Spot(Part.PARAGRAPH, count["p"]), paragraph


def _cell(body: Any, paragraph: Any) -> Spot:
    """Which table of the page, and which row and column in it."""
    outer = [each for each in paragraph.iterancestors() if each.tag in _TABLE]
    table, row, cell = outer[-1], outer[-2], outer[-3]
    tables = [
        each for each in body.iter(qn("w:tbl")) if qn("w:tc") not in [up.tag for up in each.iterancestors()]
    ]
    rows, cells = list(table.iter(qn("w:tr"))), list(row.iter(qn("w:tc")))
    return Spot(Part.TABLE, tables.index(table) + 1, rows.index(row) + 1, cells.index(cell) + 1)


_TABLE: Final = frozenset({qn("w:tbl"), qn("w:tr"), qn("w:tc")})
