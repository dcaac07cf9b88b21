"""Every kind of document, of every area, is a Word file that keeps to the standard."""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from byvekst_cli.render.kinds import KINDS
from conftest import EXAMPLES, TODAY, Answer
from word_schema import W, faults

Command = Callable[..., Answer]
GIVEN = {
    "oslo": ("OS-KOL-001", "2027-05-12-styringsgruppe-byvekst", "hp-2028-31"),
    "bergen": ("BG-SYK-002", "2026-12-02-prioriteringsraadet", "årsbudsjett-2027"),
    "trondheim": ("TR-SYK-001", "2027-01-29-kontaktutvalget", "hp-2027-30"),
    "nord-jaeren": ("NJ-SYK-001", "2026-12-18-styringsgruppen", "årsbudsjett-2027"),
}
"""A project, a meeting and a case of each area."""
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parts(file: Path) -> dict[str, bytes]:
    """What is in a file, by path, each once."""
    with zipfile.ZipFile(file) as package:
        names = package.namelist()
        assert len(names) == len(set(names))
        return {name: package.read(name) for name in names}


def made(byvekst: Command, area: str, out: Path) -> Iterator[tuple[str, Path]]:
    """A Word file of each kind."""
    project, meeting, case = GIVEN[area]
    ids = {"project-sheet": project, "councils": case}
    for kind in KINDS.values():
        file = out / f"{kind.name}.docx"
        asked = [
            ("--meeting", meeting) if need == "meeting" else ("--id", ids[kind.name]) for need in kind.needs
        ]
        options = [word for pair in asked for word in pair]
        code, _, err = byvekst(
            "document", kind.name, EXAMPLES / area, *options, "--as-of", TODAY, "--output", file
        )
        assert code == 0, (kind.name, err)
        yield kind.name, file
    pack = out / "pack.docx"
    assert byvekst("pack", meeting, EXAMPLES / area, "--as-of", TODAY, "--output", pack)[0] == 0
    yield "pack", pack


@pytest.mark.parametrize("area", GIVEN)
def test_every_document_of_an_area_keeps_to_the_standard(byvekst: Command, area: str, tmp_path: Path) -> None:
    """Order of elements, relations, types and ids; tables that fill their grid; headings in order."""
    for kind, file in made(byvekst, area, tmp_path):
        found = parts(file)
        document = ET.fromstring(found["word/document.xml"])

        assert list(faults(found)) == [], kind
        assert list(uneven(document)) == [], kind
        assert list(headless(document, found["word/styles.xml"])) == [], kind
        assert list(unseen(document)) == [], kind


def uneven(document: ET.Element) -> Iterator[str]:
    """Rows that do not fill the grid of their table, and words whose spaces Word would drop."""
    for table in document.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
            if sum(1 if span is None else int(span.get(f"{W}val", "")) for span in spans) != columns:
                yield "a row that is not as wide as its table"
        if not table.findall(f"{W}tr"):
            yield "a table without rows"
    for text in document.iter(f"{W}t"):
        if (text.text or "") != (text.text or "").strip() and text.get(XML_SPACE) != "preserve":
            yield f"spaces around «{text.text}»"


def headless(document: ET.Element, styles: bytes) -> Iterator[str]:
    """Levels that are jumped over, headings without words, and a title that is not there once."""
    names = {
        style.get(f"{W}styleId"): name.get(f"{W}val", "").lower()
        for style in ET.fromstring(styles).iter(f"{W}style")
        if (name := style.find(f"{W}name")) is not None
    }
    last, titles = 0, 0
    for paragraph in document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = names.get(style.get(f"{W}val"), "") if style is not None else ""
        titles += name == "title"
        if level := re.fullmatch(r"heading (\d)", name):
            if int(level[1]) > last + 1:
                yield f"from level {last} to {level[1]}"
            last = int(level[1])
            if not "".join(text.text or "" for text in paragraph.iter(f"{W}t")).strip():
                yield "a heading without words"
    if titles != 1:
        yield f"{titles} titles"


def unseen(document: ET.Element) -> Iterator[str]:
    """Pictures without words or size, and cells of a table's head without words."""
    for drawing in document.iter(f"{W}drawing"):
        properties = next(each for each in drawing.iter() if each.tag.endswith("}docPr"))
        extent = next(each for each in drawing.iter() if each.tag.endswith("}extent"))
        if not properties.get("descr"):
            yield f"a picture without words: {properties.get('name')}"
        if min(int(extent.get("cx", "0")), int(extent.get("cy", "0"))) <= 0:
            yield f"a picture without size: {properties.get('name')}"
    for row in document.iter(f"{W}tr"):
        is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
        for cell in row.findall(f"{W}tc") if is_head else ():
            if not "".join(text.text or "" for text in cell.iter(f"{W}t")).strip():
                yield "a head without words"
