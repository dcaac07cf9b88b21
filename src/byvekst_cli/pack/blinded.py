"""Records and texts without what is exempt: rebuilt, so that nothing of it is left in any field."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar
from urllib.parse import unquote

from byvekst_cli.area import Record
from byvekst_cli.model.block import Block
from byvekst_cli.model.leaves import Steps, leaves
from byvekst_cli.model.note_text import BlockKind, NoteText, TextBlock
from byvekst_cli.model.number import Number
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.pack.blinded_footnotes import blocks_without, without_footnotes
from byvekst_cli.prose.attached import beside

B = TypeVar("B", bound=Block)
_FENCE: Final = re.compile(r" {0,3}(```+|~~~+)")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_MNOK: Final = "MNOK"


def mapped(value: Any, turn: Callable[[Block], Block]) -> Any:
    """A value with every block in it turned, the inner ones first; what nothing changes stays the same."""
    if isinstance(value, Block):
        changes = {}
        for name in type(value).model_fields:
            old = getattr(value, name)
            new = mapped(old, turn)
            if new is not old:
                changes[name] = new
        return turn(value.model_copy(update=changes) if changes else value)
    if isinstance(value, list):
        rows = [mapped(each, turn) for each in value]
        return rows if any(new is not old for new, old in zip(rows, value, strict=True)) else value
    if isinstance(value, Mapping):
        below = {key: mapped(each, turn) for key, each in value.items()}
        return below if any(below[key] is not value[key] for key in below) else value
    return value


def changed(record: Record[B], model: B) -> Record[B]:
    """The record with another model; its data keeps only what is still true of it."""
    if model is record.model:
        return record
    data = dict(record.data)
    for name, info in type(model).model_fields.items():
        if getattr(model, name) is not getattr(record.model, name):
            data[str(info.alias or name)] = str(getattr(model, name))
    return replace(record, model=model, data=data)


def without_amounts(block: B) -> B:
    """The block with every amount in it unknown."""
    found = [leaf.steps for leaf in leaves(block, Number) if leaf.mark.unit == _MNOK]
    made: Any = block
    for steps in found:
        made = _put(made, steps)
    return made  # type: ignore[no-any-return]


def without_remarks(block: B) -> B:
    """The block without what anybody has remarked on it, or on anything in it, in words."""
    return mapped(block, _unremarked)  # type: ignore[no-any-return]


def _unremarked(block: Block) -> Block:
    empty: dict[str, Any] = {"note": None, "others_state": [], "own": {}, "deviations": []}
    told = {name: value for name, value in empty.items() if getattr(block, name, None)}
    return block.model_copy(update=told) if told else block


def _put(value: Any, steps: Steps) -> Any:
    """The value with what the steps lead to unknown."""
    if not steps:
        return UNKNOWN
    step, rest = steps[0], steps[1:]
    if isinstance(value, Block):
        return value.model_copy(update={str(step): _put(getattr(value, str(step)), rest)})
    if isinstance(value, list):
        return [_put(each, rest) if at == step else each for at, each in enumerate(value)]
    return {key: _put(each, rest) if str(key) == step else each for key, each in value.items()}


def without_parts(note: NoteText, parts: Collection[str]) -> NoteText | None:
    """The note without the sections under some headings, what is below them, and their footnotes.

    None where a heading is not there, or where it cannot be told surely what stands under it.
    """
    heads = [at for at, block in enumerate(note.blocks) if block.kind is BlockKind.HEADING]
    wanted = {_folded(each) for each in parts}
    lines = note.markdown.split("\n")
    places = list(_headings(lines))
    titles = [_folded(note.blocks[at].text) for at in heads]
    levels = [note.blocks[at].level for at in heads]
    if not wanted <= set(titles) or levels != [level for _, level in places]:
        return None
    gone: set[int] = set()
    for number, title in enumerate(titles):
        if title in wanted:
            gone.update(_section(levels, number))
    starts = [line for line, _ in places]
    rest, cut = (_kept(lines, starts, each) for each in (gone, set(range(len(heads))) - gone))
    text, footnotes = without_footnotes(rest, cut)
    blocks = blocks_without(_kept(note.blocks, heads, gone), footnotes)
    return NoteText(tuple(blocks), "\n".join(text))


def _section(levels: list[int], number: int) -> Iterator[int]:
    """A heading and those below it, by their numbers."""
    yield number
    for later in range(number + 1, len(levels)):
        if levels[later] <= levels[number]:
            return
        yield later


def _kept(rows: Any, starts: list[int], gone: set[int]) -> list[Any]:
    """The rows without the stretches that begin with the headings of some numbers."""
    ends = [*starts[1:], len(rows)]
    out = {
        at
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
        if n in gone
        for at in range(start, end)
    }
    return [row for at, row in enumerate(rows) if at not in out]


def _headings(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The lines that begin with `#`, outside code, with their levels."""
    fence = ""
    for at, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        elif heading := _HEADING.match(line):
            yield at, len(heading[1])


def without_links(note: NoteText, path: str, hidden: Collection[str]) -> NoteText:
    """The note with links and pictures that lead to hidden files as plain words."""
    targets = {link.target for block in note.blocks for link in block.links}
    targets |= {image.target for block in note.blocks for image in block.images}
    led = {target for target in targets if not set(beside(path, unquote(target))).isdisjoint(hidden)}
    if not led:
        return note
    text = note.markdown
    for target in sorted({*led, *map(unquote, led)}):
        text = re.sub(rf"!?\[([^\]]*)\]\(\s*<?{re.escape(target)}>?[^)]*\)", r"\1", text)
        text = _without_named(text, target)
    blocks = tuple(_unlinked(block, led) for block in note.blocks)
    return NoteText(blocks, text)


def _without_named(text: str, target: str) -> str:
    """The text without links by name to a target, and without the line that says where the name leads."""
    title = r"(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\))"
    said = rf"^ {{0,3}}\[([^\]\n]+)\]:\s*<?{re.escape(target)}>?(?:[ \t]+\n?|\n[ \t]+)?{title}?[ \t]*$"
    for name in re.findall(said, text, re.MULTILINE):
        text = re.sub(rf"!?\[([^\]]*)\]\[{re.escape(name)}\]", r"\1", text, flags=re.IGNORECASE)
        text = re.sub(rf"!?\[({re.escape(name)})\](?:\[\])?(?!:)", r"\1", text, flags=re.IGNORECASE)
    return re.sub(said, "", text, flags=re.MULTILINE)


def _unlinked(block: TextBlock, led: Collection[str]) -> TextBlock:
    links = tuple(link for link in block.links if link.target not in led)
    images = tuple(image for image in block.images if image.target not in led)
    return replace(block, links=links, images=images)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
