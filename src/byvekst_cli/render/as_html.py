"""A document as one HTML file: nothing outside it is fetched, and nothing in it can run."""

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Final

from byvekst_cli.edit.templates import template
from byvekst_cli.language import Say
from byvekst_cli.render.footnotes import notes_of, without_notes
from byvekst_cli.render.holding import held
from byvekst_cli.render.html_footnotes import footnote_mark, footnotes
from byvekst_cli.render.numbering import Numbering, numbering
from byvekst_cli.render.parse import plain
from byvekst_cli.render.sealing import sealed
from byvekst_cli.render.shown import made_line
from byvekst_cli.render.tree import (
    Block,
    Box,
    Code,
    Contents,
    Document,
    Fact,
    Figure,
    Heading,
    Image,
    Items,
    Line,
    Paragraph,
    Quote,
    Span,
    Table,
)

_SAFE: Final = re.compile(r"^(?:https?://|mailto:|[^:]*$|[^:]*[/?#])", re.IGNORECASE)
"""Addresses that lead to a page, a letter or a file beside this one."""
_NARROW: Final = 3
"""Columns that a phone has no room for."""
_WHOLE: Final = re.compile(
    r"(?<![\w-])[A-ZÆØÅ]{2,4}(?:-[A-ZÆØÅ]{1,5})?-\d{3}(?![\w-])|(?<![\w–-])\d{4}–\d{4}(?![\w–-])"
)
"""Ids of projects and spans of years, which are not parted at the end of a line."""
_PIXELS: Final = 96 / 2.54
_MAIN: Final = "_main"
"""No heading's id begins with an underscore."""
_NEW_PAGE: Final = '<div class="new-page"></div>'
_LISTED: Final = 2
"""Levels of headings in the table of contents."""


def html(document: Document) -> str:
    """The whole file."""
    writer = _Writer(document)
    style = template("documents/document.css")
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{_digest(style)}'"
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.title)}</title>",
        *(f'<meta name="byvekst-{name}" content="{escape(value)}">' for name, value in _said(document)),
        f"<style>{style}</style>",
    ]
    body = writer.page()
    text = "\n".join(
        ["<!DOCTYPE html>", f'<html lang="{document.language}">', "<head>", *head, "</head>", "<body>", body]
    )
    return sealed(f"{text}\n</body>\n</html>\n", "html")


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _said(document: Document) -> list[tuple[str, str]]:
    """What the document was made from, for `verify`."""
    made = document.made
    said = {
        "slag": document.kind,
        "område": made.area,
        "per": made.as_of,
        "versjon": made.version,
        "revisjon": made.revision,
        "grunnlag": made.whole,
        "innhold": made.words,
        "bestilt": _packed(made.asked),
        "poster": _packed(made.hashes),
    }
    return [(name, value) for name, value in said.items() if value]


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""


class _Writer:
    """Blocks to HTML, with the numbers that tables and figures have in this document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.say = Say(document.language)
        self.numbers: Numbering = numbering(document.blocks, self.say)
        self.notes: Counter[str] = Counter()

    def page(self) -> str:
        document = self.document
        under = " · ".join(filter(None, (document.subtitle, document.sender, document.dated)))
        parts = [
            f'<a class="skip" href="#{_MAIN}">{self._words("doc-to-content")}</a>',
            "<header>",
            f"<h1>{_text(document.title)}</h1>",
            f'<p class="under">{_text(under)}</p>' if under else "",
            f'<p class="invented">{_text(document.invented)}</p>' if document.invented else "",
            "</header>",
            f'<main id="{_MAIN}" tabindex="-1">',
            self.blocks(document.blocks),
            footnotes(notes_of(document.blocks), self.notes, self._line, self.say),
            "</main>",
            f"<footer><p>{_text(made_line(document, self.say))}</p></footer>",
        ]
        return "\n".join(part for part in parts if part)

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "\n".join(map(self._block, blocks))

    def _words(self, name: str) -> str:
        return _text(self.say.doc(name))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return f"<p{_lang(block.language)}>{self._line(block.line)}</p>"
            case Items():
                return self._items(block)
            case Quote():
                return f"<blockquote{_lang(block.language)}>\n{self.blocks(block.blocks)}\n</blockquote>"
            case Code():
                return f"<pre><code>{escape(block.text)}</code></pre>"
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Box():
                return self._box(block)
        return self._contents() if isinstance(block, Contents) else _NEW_PAGE

    def _heading(self, block: Heading) -> str:
        tag = f"h{min(block.level + 1, 6)}"
        words = self._line(block.line)
        return f'<{tag} id="{escape(block.id)}"{_lang(block.language)}>{words}</{tag}>'

    def _items(self, block: Items) -> str:
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        items = "\n".join(f"<li>{self._inside(item.blocks)}</li>" for item in block.items)
        return f"<{tag}{start}{_lang(block.language)}>\n{items}\n</{tag}>"

    def _inside(self, blocks: Sequence[Block]) -> str:
        """One paragraph by itself needs no mark of its own."""
        if blocks and isinstance(blocks[0], Paragraph) and not blocks[0].language:
            rest = self.blocks(blocks[1:])
            return self._line(blocks[0].line) + (f"\n{rest}\n" if rest else "")
        return self.blocks(blocks)

    def _caption(self, kind: str, block: Table | Figure) -> str:
        number = self.numbers.of(block)
        label = f"{self._words(f'doc-{kind}')} {number}."
        return f'<span class="number">{label}</span> {self._line(block.caption)}'

    def _table(self, block: Table) -> str:
        id = f' id="{escape(block.id)}"' if block.id else ""
        caption = f"<caption>{self._caption('table', block)}</caption>\n" if block.caption else ""
        label = escape(plain(block.caption) or self.say.doc("doc-table"))
        head = "".join(self._cell(cell, at, block, "col") for at, cell in enumerate(block.head))
        last = len(block.rows) - 1
        rows = "\n".join(
            self._row(row, block, is_sum=block.has_sum and at == last) for at, row in enumerate(block.rows)
        )
        return (
            f'<div class="wide" role="group" aria-label="{label}" tabindex="0">\n'
            f"<table{id}{_lang(block.language)}{_role(block, 'table')}>\n{caption}"
            f"<thead{_role(block, 'rowgroup')}>\n<tr{_role(block, 'row')}>{head}</tr>\n</thead>\n"
            f"<tbody{_role(block, 'rowgroup')}>\n{rows}\n</tbody>\n</table>\n</div>"
        )

    def _row(self, row: Sequence[Line], block: Table, *, is_sum: bool) -> str:
        cells = "".join(self._cell(cell, at, block, "row" if at == 0 else "") for at, cell in enumerate(row))
        sum = ' class="sum"' if is_sum else ""
        return f"<tr{sum}{_role(block, 'row')}>{cells}</tr>"

    def _cell(self, line: Line, column: int, block: Table, scope: str) -> str:
        """A heading where it has words; one without would tell nothing."""
        tag = "th" if scope and line else "td"
        told = f' scope="{scope}"' if tag == "th" else ""
        side = ' class="number"' if column in block.numbers else ""
        role = _role(block, {"col": "columnheader", "row": "rowheader"}[scope] if told else "cell")
        head = plain(block.head[column]) if role and column and scope != "col" else ""
        named = f' data-head="{escape(head)}:"' if head else ""
        return f"<{tag}{told}{side}{role}{named}>{self._line(line)}</{tag}>"

    def _figure(self, block: Figure) -> str:
        image = self.document.pictures.get(block.name)
        picture = _picture(image, block.alternative) if image else f"<p>{_text(block.alternative)}</p>"
        id = f' id="{escape(block.id)}"' if block.id else ""
        caption = f"\n<figcaption>{self._caption('figure', block)}</figcaption>" if block.caption else ""
        return f"<figure{id}>\n{picture}{caption}\n</figure>"

    def _box(self, block: Box) -> str:
        facts = "\n".join(map(self._fact, block.facts))
        title = f'<p class="title">{_text(block.title)}</p>\n' if block.title else ""
        tag = "dl" if all(fact.label for fact in block.facts) and block.facts else "div"
        return (
            f'<div class="box" role="group" aria-label="{escape(block.title)}">\n{title}'
            f"<{tag}>\n{facts}\n</{tag}>\n</div>"
        )

    def _fact(self, fact: Fact) -> str:
        if not fact.label:
            return f'<div class="loose">{self.blocks(fact.blocks)}</div>'
        return f"<div><dt>{_text(fact.label)}</dt><dd>{self._inside(fact.blocks)}</dd></div>"

    def _contents(self) -> str:
        found = [each for each in self.document.blocks if isinstance(each, Heading) and each.level <= _LISTED]
        entries, depth = [], 0
        for heading in found:
            deeper = "<ol>\n<li>" * (heading.level - depth)
            entries.append(deeper or f"</li>\n{_closed(depth - heading.level)}<li>")
            depth = heading.level
            entries.append(f'<a href="#{escape(heading.id)}">{self._line(without_notes(heading.line))}</a>')
        entries.append("</li>\n</ol>" * depth)
        title = self._words("doc-contents")
        return f'<nav aria-label="{title}">\n<p class="title">{title}</p>\n{"".join(entries)}\n</nav>'

    def _line(self, line: Line) -> str:
        return "".join(map(self._span, line))

    def _span(self, span: Span) -> str:
        if span.refers is not None:
            words = self.numbers.words.get(span.refers, "")
            return f'<a href="#{escape(span.refers)}">{_text(words)}</a>'
        if span.note is not None:
            return self._note_mark(span.note.label)
        if span.text == "\n":
            return "<br>\n"
        text = f"<code>{escape(span.text)}</code>" if span.code else _text(span.text)
        text = f"<em>{text}</em>" if span.emphasis else text
        text = f"<strong>{text}</strong>" if span.strong else text
        if span.link is not None and _SAFE.match(span.link):
            text = f'<a href="{escape(span.link)}">{text}</a>'
        return f"<span{_lang(span.language)}>{text}</span>" if span.language else text

    def _note_mark(self, number: str) -> str:
        self.notes[number] += 1
        return footnote_mark(number, self.notes[number], self.say)


def _role(block: Table, role: str) -> str:
    """Tables mostly of words are set as lists of facts on a phone, and must say they are tables still."""
    if 2 * len(block.numbers) >= len(block.head) or len(block.head) < _NARROW:
        return ""
    return f' class="words" role="{role}"' if role == "table" else f' role="{role}"'


def _closed(levels: int) -> str:
    return "</ol>\n</li>\n" * levels


def _text(words: str) -> str:
    return _WHOLE.sub(r'<span class="whole">\g<0></span>', escape(held(words), quote=False))


def _lang(language: str | None) -> str:
    return f' lang="{language}"' if language else ""


def _picture(image: Image, alternative: str) -> str:
    kind, data = ("svg+xml", image.svg) if image.svg else (_kind(image.png), image.png)
    width, height = (round(side * _PIXELS) for side in (image.width, image.height))
    source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    return f'<img src="{source}" alt="{escape(alternative)}" width="{width}" height="{height}">'


def _kind(data: bytes) -> str:
    return "png" if data.startswith(b"\x89PNG") else "jpeg"
