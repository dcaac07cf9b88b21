"""Footnotes: found among the tokens of a text, made into lines, and numbered through a document."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from byvekst_cli.render.numbering import lines
from byvekst_cli.render.tree import (
    Block,
    Box,
    Code,
    Fact,
    Figure,
    Heading,
    Item,
    Items,
    Line,
    Note,
    Paragraph,
    Quote,
    Span,
    Table,
)
from byvekst_cli.source.blocks import block_tokens, inline_tokens

Tokens = list[Any]
_BETWEEN: Final = Span(" – ")


@dataclass(frozen=True, slots=True)
class _Footnote:
    label: str
    tokens: Tokens


def parted(tokens: Sequence[Any]) -> tuple[Tokens, Mapping[str, Tokens]]:
    """The tokens of a text without its footnotes, and those of each footnote by its label.

    A footnote that nothing in the text refers to, or the second of one label, stays where it is, as words.
    """
    pieces = list(_pieces(tokens))
    body = (each for each in pieces if not isinstance(each, _Footnote))
    asked = {child.info for each in body for child in each.children or () if child.type == "footnote_ref"}
    kept: Tokens = []
    notes: dict[str, Tokens] = {}
    for each in pieces:
        if not isinstance(each, _Footnote):
            kept.append(each)
        elif each.label in asked and each.label not in notes:
            notes[each.label] = each.tokens
        else:
            kept += _as_words(each)
    return kept, notes


def _pieces(tokens: Sequence[Any]) -> Iterator[Any]:
    """Tokens and whole footnotes; one inside another comes before it."""
    open: list[_Footnote] = []
    for token in tokens:
        if token.type == "footnote_open":
            open.append(_Footnote(token.info, []))
        elif token.type == "footnote_close":
            yield open.pop()
        elif open:
            open[-1].tokens.append(token)
        else:
            yield token


def _as_words(footnote: _Footnote) -> Tokens:
    (text,) = inline_tokens("x")
    label = text.copy(content=f"[^{footnote.label}]: ")
    begin, words, *rest = footnote.tokens
    if begin.type != "paragraph_open":
        begin, words, end = block_tokens("x")
        return [begin, words.copy(children=[label]), end, *footnote.tokens]
    return [begin, words.copy(children=[label, *words.children]), *rest]


def lines_of(blocks: Sequence[Block]) -> tuple[Line, ...]:
    """Blocks as the lines of a footnote: a list, a table or code there is one line for each row."""
    return tuple(line for block in blocks for line in _lines_of(block) if line)


def _lines_of(block: Block) -> Iterator[Line]:
    match block:
        case Heading() | Paragraph():
            yield _spoken(block.line, block.language)
        case Items():
            for number, item in enumerate(block.items, block.start):
                first, *others = lines_of(item.blocks) or ((),)
                mark = Span(f"{number}. " if block.ordered else "– ")
                yield from (_spoken(line, block.language) for line in ((mark, *first), *others))
        case Quote():
            yield from (_spoken(line, block.language) for line in lines_of(block.blocks))
        case Table():
            yield from (_row(row, block.language) for row in (block.head, *block.rows))
        case Code():
            yield from ((Span(line, code=True),) for line in block.text.split("\n") if line.strip())
        case Figure():
            yield (Span(block.alternative),) if block.alternative else ()


def _row(row: Sequence[Line], language: str | None) -> Line:
    return _spoken(tuple(span for cell in row for span in (_BETWEEN, *cell))[1:], language)


def _spoken(line: Line, language: str | None) -> Line:
    """A line whose words are in a language, where none is said of them already."""
    return tuple(
        span if language is None or span.language or span.text == "\n" else replace(span, language=language)
        for span in line
    )


def numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with footnotes numbered in the order that they are first referred to."""
    asked = (span.note.label for line in lines(blocks) for span in line if span.note)
    numbers = {label: str(number) for number, label in enumerate(dict.fromkeys(asked), 1)}
    return (
        renoted(blocks, lambda note: replace(note, label=numbers[note.label])) if numbers else tuple(blocks)
    )


def in_language(blocks: Sequence[Block], language: str) -> tuple[Block, ...]:
    """The blocks, with the words of their footnotes in a language where none is said."""
    return renoted(
        blocks, lambda note: replace(note, lines=tuple(_spoken(line, language) for line in note.lines))
    )


def renoted(blocks: Sequence[Block], change: Callable[[Note], Note]) -> tuple[Block, ...]:
    """The blocks, with each footnote changed where it is referred to."""

    def line(old: Line) -> Line:
        return tuple(replace(span, note=change(span.note)) if span.note else span for span in old)

    def turned(block: Any) -> Any:
        match block:
            case Heading() | Paragraph():
                return replace(block, line=line(block.line))
            case Quote():
                return replace(block, blocks=tuple(map(turned, block.blocks)))
            case Items():
                return replace(
                    block, items=tuple(Item(tuple(map(turned, each.blocks))) for each in block.items)
                )
            case Box():
                facts = tuple(Fact(each.label, tuple(map(turned, each.blocks))) for each in block.facts)
                return replace(block, facts=facts)
            case Table():
                rows = tuple(tuple(map(line, row)) for row in block.rows)
                return replace(block, head=tuple(map(line, block.head)), rows=rows)
        return block

    return tuple(map(turned, blocks))


def without_notes(line: Line) -> Line:
    """A line where it is shown a second time, as in a table of contents."""
    return tuple(span for span in line if not span.note)


def notes_of(blocks: Sequence[Block]) -> tuple[Note, ...]:
    """Each footnote once, in order of its number."""
    found = {span.note.label: span.note for line in lines(blocks) for span in line if span.note}
    return tuple(found.values())
