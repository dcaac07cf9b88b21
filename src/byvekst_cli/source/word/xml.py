"""XML from a package → elements with short names, within bounds and without entities."""

from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from byvekst_cli.finding import Term
from byvekst_cli.source.flaw import Flaw, Flawed

DEEPEST: Final = 200
"""Elements inside each other; a table in a table in a text box has about forty."""
MOST: Final = 400_000
"""Elements of a part; 500 pages with tables have about 100 000."""
_OPEN: Final = "http://schemas.openxmlformats.org"
_STRICT: Final = "http://purl.oclc.org/ooxml"
_PREFIXES: Final = {
    f"{_OPEN}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OPEN}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OPEN}/package/2006/relationships": "rel",
    f"{_OPEN}/package/2006/content-types": "ct",
    f"{_OPEN}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OPEN}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp",
    f"{_OPEN}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OPEN}/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:schemas-microsoft-com:vml": "v",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


class _Names(dict[str, str]):
    """`uri local` → `w:p`, worked out once for each name."""

    def __missing__(self, long: str) -> str:
        uri, _, local = long.rpartition(" ")
        self[long] = short = f"{_PREFIXES.get(uri, '?')}:{local}" if uri else local
        return short


def parse(data: bytes) -> Element:
    """The root of a document. Raises Flawed: broken, too much of it, or with entities of its own."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
        return reader.tree.close()
    except (expat.ExpatError, AssertionError, ValueError, LookupError):
        raise Flawed(Flaw("word-damaged")) from None


def below(element: Element | None, *names: str) -> Element | None:
    """The first child of a name, and the first of the next name in that; None where there is none."""
    for name in names:
        element = element.find(name) if element is not None else None
    return element


class _Reader:
    """Builds a tree and stops where a bound is passed."""

    def __init__(self) -> None:
        self.names, self.tree = _Names(), TreeBuilder()
        self.depth = self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.tree.data
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST or self.count > MOST:
            reason = "word-too-deep" if self.depth > DEEPEST else "word-part-size"
            raise Flawed(Flaw("word-too-heavy", facts={"reason": Term(reason)}))
        names = self.names
        self.tree.start(names[name], {names[key]: value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.tree.end(self.names[name])

    def _doctype(self, *_: object) -> None:
        raise Flawed(Flaw("word-unsafe"))
