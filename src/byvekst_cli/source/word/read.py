"""A Word file's bytes → a note: its parts found, read and put in order."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from byvekst_cli.model.spot import Part, Spot
from byvekst_cli.source.flaw import Flaw, Flawed
from byvekst_cli.source.word.body import Body
from byvekst_cli.source.word.letters import plain, seen
from byvekst_cli.source.word.lists import Lists
from byvekst_cli.source.word.note import Block, Left, Lost, NoteMark, WordNote, Words, paragraphs
from byvekst_cli.source.word.package import Package, open_package
from byvekst_cli.source.word.story import Story, comments_in, text_in
from byvekst_cli.source.word.styles import Styles
from byvekst_cli.source.word.xml import parse

_NOTES: Final = {"footnote": (Part.FOOTNOTE, "footnotes"), "endnote": (Part.ENDNOTE, "endnotes")}
_MARGINS: Final = ("header", "footer")
_TEXT_CHANGES: Final = {"w:ins": "inserted", "w:del": "deleted"}
_FORM_CHANGES: Final = dict.fromkeys(
    (
        "w:tblPrChange",
        "w:trPrChange",
        "w:tcPrChange",
        "w:sectPrChange",
        "w:cellIns",
        "w:cellDel",
        "w:cellMerge",
    ),
    "formatted",
)
Notes = dict[tuple[str, str], tuple[Block, ...]]


def read_note(data: bytes) -> WordNote:
    """The note in a file. Raises Flawed for what is no Word note or cannot be read."""
    return _Reading(open_package(data)).note()


class _Reading:
    """A package being read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.links = package.links(package.main)
        self.left: list[Left] = []
        self.lost: dict[Lost, None] = {}
        styles = Styles(self._part("styles"))
        lists = Lists(self._part("numbering"), styles)
        self.story = Story(styles, lists, comments_in(self._part("comments")), self.left, self.lost)

    def note(self) -> WordNote:
        root = parse(self.package.read(self.package.main) or b"")
        main = root.find("w:body")
        if main is None:
            raise Flawed(Flaw("word-damaged"))
        self.story.links = self.links
        body = Body(self.story, Part.PARAGRAPH)
        blocks = (*body.blocks(main), *body.rest())
        notes = self._notes(blocks)
        self.story.comments_elsewhere()
        self._margins()
        self._changes(root, _FORM_CHANGES)
        if self.package.has_macros:
            self.story.lose("macros", Spot(Part.MARGIN))
        language = _language((*blocks, *(block for each in notes.values() for block in each)))
        title = self._title()
        return WordNote(self.package, blocks, notes, title, language, tuple(self.left), tuple(self.lost))

    def _path(self, kind: str) -> str:
        found = (link.target for link in self.links.values() if link.kind == kind and not link.is_outside)
        return next(found, "")

    def _part(self, kind: str) -> Element | None:
        data = self.package.read(self._path(kind))
        return None if data is None else parse(data)

    def _notes(self, blocks: tuple[Block, ...]) -> Notes:
        """The footnotes and endnotes, in the order the text refers to them."""
        elements = {kind: self._elements(kind) for kind in _NOTES}
        found: Notes = {}
        waiting = _marks(blocks)
        for mark in waiting:
            part, plural = _NOTES[mark.kind]
            element = elements[mark.kind].get(mark.id)
            if element is not None and (mark.kind, mark.id) not in found:
                number = 1 + sum(kind == mark.kind for kind, _ in found)
                self.story.links = self.package.links(self._path(plural))
                body = Body(self.story, part, number)
                found[mark.kind, mark.id] = (*body.blocks(element), *body.rest())
        return found

    def _elements(self, kind: str) -> dict[str, Element]:
        root = self._part(_NOTES[kind][1])
        return {each.get("w:id", ""): each for each in root.iter(f"w:{kind}")} if root is not None else {}

    def _margins(self) -> None:
        """What stands in headers and footers, apart from page numbers, is told and not carried."""
        told: set[str] = set()
        for link in self.links.values():
            data = self.package.read(link.target) if link.kind in _MARGINS and not link.is_outside else None
            if data is None:
                continue
            root = parse(data)
            text = text_in(root)
            self._changes(root, _TEXT_CHANGES)
            if any(map(str.isalpha, text)) and text not in told:
                told.add(text)
                self.story.lose("margin", Spot(Part.MARGIN), text)

    def _changes(self, root: Element, names: Mapping[str, str]) -> None:
        """Tracked changes that have no place in the text."""
        found = (names[str(each.tag)] for each in root.iter() if each.tag in names)
        self.left += [Left(what, "", Spot(Part.MARGIN)) for what in found]

    def _title(self) -> str:
        root = self.package.links("").values()
        path = next((link.target for link in root if link.kind == "core-properties"), "")
        data = self.package.read(path)
        found = parse(data).find("dc:title") if data is not None else None
        return " ".join(seen(plain(found.text or ""))[0].split()) if found is not None else ""


def _marks(blocks: tuple[Block, ...]) -> Iterator[NoteMark]:
    for paragraph in paragraphs(blocks):
        yield from (piece for piece in paragraph.pieces if isinstance(piece, NoteMark))


def _language(blocks: tuple[Block, ...]) -> str | None:
    """The language that most letters are marked as."""
    count: Counter[str] = Counter()
    for paragraph in paragraphs(blocks):
        count.update(letters_by_language(paragraph.pieces))
    return max(count, key=lambda language: (count[language], language)) if count else None


def letters_by_language(pieces: tuple[object, ...]) -> Counter[str]:
    """How many letters are marked as each language."""
    count: Counter[str] = Counter()
    for piece in pieces:
        if isinstance(piece, Words) and piece.language and (letters := sum(map(str.isalpha, piece.text))):
            count[piece.language] += letters
    return count
