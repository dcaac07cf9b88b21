"""Facts of boxes and figures, from what stands for them in our Markdown."""

import re
from dataclasses import replace
from typing import Any

from byvekst_cli.render.inline import is_reference, line_of
from byvekst_cli.render.tree import Fact, Figure, Item, Paragraph, Span
from byvekst_cli.source.blocks import inline_tokens


def fact_of(item: Item) -> Fact:
    first, *others = item.blocks or (Paragraph(()),)
    if not isinstance(first, Paragraph) or not first.line or not _is_label(first.line[0]):
        return Fact("", item.blocks)
    label, *line = first.line
    if line:
        line[0] = replace(line[0], text=line[0].text.lstrip(" "))
    rest = tuple(span for span in line if span.text or is_reference(span))
    paragraph = (replace(first, line=rest),) if rest else ()
    return Fact(label.text.rstrip(":"), (*paragraph, *others))


def _is_label(span: Span) -> bool:
    return span.strong and span.text.endswith(":")


def figure_of(image: Any, name: str, id: str | None) -> Figure:
    alternative = "".join(child.content for child in image.children or ())
    caption = line_of(inline_tokens(str(image.attrs.get("title") or "")), own=True)
    return Figure(name, re.sub(r"[ \n]+", " ", alternative), caption, id)
