"""Public versions: what was left out, said on top, and everything that can be read, for a last look."""

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from byvekst_cli.language import Say
from byvekst_cli.pack.left_out import LeftOut
from byvekst_cli.render.tree import Box, Document, Fact, Item, Items, Paragraph, Span


def told_of(document: Document, left_out: Iterable[LeftOut], say: Say) -> Document:
    """The document with a box on top that says what was left out, how many and on which basis."""
    counts = Counter((each.what, each.basis) for each in left_out)
    lines = [say.doc(f"doc-left-out-{what}", n=n, basis=basis) for (what, basis), n in counts.items()]
    items = Items(tuple(Item((_words(line),)) for line in lines))
    told = _words(say.doc("doc-public-told" if lines else "doc-public-nothing"))
    box = Box(say.doc("doc-public"), (Fact("", (told, items) if lines else (told,)),))
    return replace(document, blocks=(box, *document.blocks))


def concerning(left_out: Iterable[LeftOut], paths: Collection[str]) -> list[LeftOut]:
    """Those that were left out of some files."""
    return [each for each in left_out if each.path in paths]


def texts(document: Document) -> Iterator[str]:
    """Everything that can be read in a document, in its properties too; a line with several looks is one."""
    yield from _texts(document)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and value and all(isinstance(each, Span) for each in value):
        yield "".join(span.text for span in value)
        yield from (span.link for span in value if span.link)
        yield from (text for span in value if span.note for text in _texts(span.note.lines))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield str(key)
            yield from _texts(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _words(text: str) -> Paragraph:
    return Paragraph((Span(text),))
