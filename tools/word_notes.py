"""Write the notes of the examples as Word files too, as their authors would have: styles, lists, tables.

The drafts (`utkast-*.md`) get what is often left in a file that somebody mails in. The same notes make
the same bytes, so that a file changes only when its note does.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from markdown_it.token import Token

from byvekst_cli.source.markdown import read_markdown

EXAMPLES: Final = Path(__file__).resolve().parent.parent / "examples"
LEFT: Final = {
    "bergen": ("change", "blank"),
    "nord-jaeren": ("comment", "bold"),
    "oslo": ("change", "comment"),
    "trondheim": ("comment", "typed"),
}
"""What is left in each area's draft: a tracked change, empty paragraphs, a comment, a heading in bold …"""
_ASKS: Final = {"vedtak": "Vedtakssak", "drøfting": "Drøftingssak", "orientering": "Orienteringssak"}
"""What stands under the title, in both standards."""
_DAY: Final = datetime(2026, 11, 23, tzinfo=UTC)
_ZIP_DAY: Final = (2026, 11, 23, 0, 0, 0)


def notes() -> Iterator[Path]:
    """The notes and drafts of all example areas, in order."""
    for pattern in ("*/sak/*/notat-*.md", "*/sak/*/utkast-*.md"):
        yield from sorted(EXAMPLES.glob(pattern))


def as_word(path: Path) -> bytes:
    """One note as a Word file."""
    area = path.relative_to(EXAMPLES).parts[0]
    left = LEFT[area] if path.name.startswith("utkast") else ()
    source = path.read_text(encoding="utf-8")
    facts = read_markdown(path.name, source).data
    language = "nn" if area == "bergen" else "nb"
    document = docx.Document()
    _settle(document, str(facts["tittel"]), language)
    _Writer(document, left).write(source.partition("\n---\n")[2], _ASKS[str(facts["behandling"])])
    return _packed(document)


class _Writer:
    """Puts Markdown into a document, and leaves in it what it is told to."""

    def __init__(self, document: Any, left: tuple[str, ...]) -> None:
        self.document, self.left = document, set(left)
        self.headings = 0

    def write(self, text: str, label: str) -> None:
        tokens = MarkdownIt().enable("table").parse(text)
        kinds: list[str] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type in ("ordered_list_open", "bullet_list_open"):
                kinds.append("List Number" if token.type.startswith("ordered") else "List Bullet")
            elif token.type in ("ordered_list_close", "bullet_list_close"):
                kinds.pop()
            elif token.type == "heading_open":
                self._heading(tokens[at + 1], int(token.tag[1]), label)
            elif token.type == "paragraph_open":
                self._paragraph(tokens[at + 1], kinds[-1] if kinds else None)
            elif token.type == "table_open":
                end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
                self._table(tokens[at:end])
                at = end
            at += 1

    def _heading(self, inline: Token, level: int, label: str) -> None:
        self.headings += 1
        if self.headings == 3 and "bold" in self.left:
            self.document.add_paragraph().add_run(inline.content).bold = True
            return
        number = f"{self.headings - 1}. " if self.headings > 1 and "typed" in self.left else ""
        if self.headings == 3 and "blank" in self.left:
            for _ in range(3):
                self.document.add_paragraph()
        self.document.add_heading(number + inline.content, level)
        if self.headings == 1:
            self.document.add_paragraph(label)

    def _paragraph(self, inline: Token, style: str | None) -> None:
        paragraph = self.document.add_paragraph(style=style)
        self._runs(paragraph, inline)
        if style and "change" in self.left:
            self.left.discard("change")
            paragraph._p.append(_inserted(" Beløpet er ført opp."))
        elif not style and "comment" in self.left and self.headings > 1:
            self.left.discard("comment")
            self._comment(paragraph)

    def _runs(self, paragraph: Any, inline: Token) -> None:
        target = None
        for child in inline.children or []:
            if child.type == "link_open":
                target = str(child.attrs["href"])
            elif child.type == "link_close":
                target = None
            elif child.type == "image":
                paragraph.add_run().add_picture(io.BytesIO(_png()))
            elif child.type == "softbreak":
                paragraph.add_run(" ")
            elif child.content and target:
                paragraph._p.append(_link(paragraph, target, child.content))
            elif child.content:
                paragraph.add_run(child.content).style = "Strong" if child.type == "strong" else None

    def _table(self, tokens: list[Token]) -> None:
        cells = [token.content for token in tokens if token.type == "inline"]
        columns = sum(token.type == "th_open" for token in tokens)
        rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
        table = self.document.add_table(rows=len(rows), cols=columns, style="Table Grid")
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        if "bold" not in self.left:
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def _comment(self, paragraph: Any) -> None:
        comment = self.document.add_comment(
            paragraph.runs[0], text="Husk å sjekke dette mot arket.", author=""
        )
        comment._comment_elm.set(qn("w:date"), _DAY.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _inserted(text: str) -> Any:
    """A tracked change that adds words."""
    inserted, run, words = OxmlElement("w:ins"), OxmlElement("w:r"), OxmlElement("w:t")
    for name, value in (("id", "901"), ("author", ""), ("date", "2026-11-23T00:00:00Z")):
        inserted.set(qn(f"w:{name}"), value)
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    inserted.append(run)
    return inserted


def _link(paragraph: Any, target: str, text: str) -> Any:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link, run, words = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), paragraph.part.relate_to(target, kind, is_external=True))
    words.text = text
    run.append(words)
    link.append(run)
    return link


def _png() -> bytes:
    """A grey picture of 64 by 32 points, for a map that nobody has described."""
    rows = b"".join(b"\0" + b"\xcc" * 64 for _ in range(32))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 64, 32, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    made = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def _settle(document: Any, title: str, language: str) -> None:
    """The title and language of the file; no author, and a fixed day."""
    core = document.core_properties
    core.title, core.author, core.comments, core.last_modified_by = title, "", "", ""
    core.created = core.modified = _DAY.replace(tzinfo=None)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), f"{language}-NO")


def _packed(document: Any) -> bytes:
    """The file with one day for all parts, and without the picture of a page that its template has."""
    package = document.part.package
    for id, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package.rels.pop(id)
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, _ZIP_DAY), before.read(name), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def main() -> None:
    """Write every file that is not as it should be."""
    for path in notes():
        target, made = path.with_suffix(".docx"), as_word(path)
        if not target.exists() or target.read_bytes() != made:
            target.write_bytes(made)


if __name__ == "__main__":
    main()
