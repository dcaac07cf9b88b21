"""Boxes of facts: shaded paragraphs with the labels in a column of their own, and no table."""

from collections.abc import Iterator
from dataclasses import replace

from byvekst_cli.render.numbering import every
from byvekst_cli.render.tree import Block, Box, Fact, Items, Paragraph, Span
from byvekst_cli.render.word.lists import Write
from byvekst_cli.render.word.spans import BOLD, runs
from byvekst_cli.render.word.state import Place, State
from byvekst_cli.render.word.xml import on, run, texts

EDGE = 170
"""Twips from the margin to the words of a box."""
STEP = 284
COLUMN = 30
"""Letters of a label that there is room for beside its words, and of a line in all."""
LINE = 95
MOST = 18
"""Paragraphs of a box that is kept on one page."""


def box(block: Box, state: State, place: Place, write: Write) -> Iterator[str]:
    """The title and a paragraph for each fact, kept together on a page where there is room."""
    if block.title:
        yield state.paragraph(runs((Span(block.title),), state, place.language), "box-title")
    last = len(block.facts) - 1
    is_short = lines_of(block) <= MOST
    for at, fact in enumerate(block.facts):
        holds = at < last and (is_short or at < 2 or at == last - 1)
        yield from _fact(fact, state, replace(place, style="box", holds=holds), write)
    state.gap = 200


def lines_of(block: Box) -> int:
    """How many paragraphs a box has, at least; a long one may be parted between pages."""
    return sum(
        max(1, sum(not isinstance(each, Items) for each in every(fact.blocks))) for fact in block.facts
    )


def _fact(fact: Fact, state: State, place: Place, write: Write) -> Iterator[str]:
    label = runs((Span(_label(fact)),), state, place.language, **BOLD)
    more = {"keepNext": on("keepNext")} if place.holds else {}
    first, rest = _parted(fact.blocks)
    if first and _is_long(fact.label, first):
        first, rest = None, fact.blocks
    text = runs(first.line, state, first.language or place.language) if first else ""
    gap = run(texts("\t")) if text and label else ""
    leads = {"keepNext": on("keepNext")} if rest and not text else more
    yield state.paragraph(label + gap + text, "box", **leads)
    for block in rest:
        match block:
            case Paragraph():
                words = runs(block.line, state, block.language or place.language)
                yield state.paragraph(run(texts("\t")) + words, "box", **more)
            case Items():
                yield from _items(block, state, place, 0)
            case _:
                yield from write(block, place)


def _is_long(label: str, first: Paragraph) -> bool:
    """Words that would begin far out on one line and go on further in on the next."""
    return len(label) > COLUMN and len(label) + sum(len(span.text) for span in first.line) > LINE


def _label(fact: Fact) -> str:
    """With a colon, so that it is told from the words in a voice as well."""
    return f"{fact.label}:" if fact.label and fact.label[-1] not in ".:?!" else fact.label


def _parted(blocks: tuple[Block, ...]) -> tuple[Paragraph | None, tuple[Block, ...]]:
    """The words that stand beside the label, and what comes below."""
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0], blocks[1:]
    return None, blocks


def _items(block: Items, state: State, place: Place, depth: int) -> Iterator[str]:
    """A list that keeps to the edge of the box: further in would break the bar beside it."""
    number = state.numbered_in_box(block.ordered, depth, block.start)
    left = EDGE + STEP * (depth + 1)
    for item in block.items:
        for at, inner in enumerate(item.blocks):
            if isinstance(inner, Paragraph):
                more = {"ind": f'<w:ind w:left="{left}" w:right="113" w:hanging="{left - EDGE}"/>'}
                if at == 0:
                    more["numPr"] = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
                if place.holds:
                    more["keepNext"] = on("keepNext")
                line = runs(inner.line, state, inner.language or place.language)
                yield state.paragraph((run(texts("\t")) if at else "") + line, "box-list", **more)
            elif isinstance(inner, Items):
                yield from _items(inner, state, place, min(depth + 1, 3))
