"""The organisation chart: who reports to whom, what each body is, and which agreement it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from byvekst_cli.draw.outline import outline
from byvekst_cli.draw.paper import (
    Block,
    Paper,
    composed,
    heading,
    key,
    line_height,
    notes,
    paragraph,
    width_of,
    wrapped,
)
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.style import FILLS, INK, OTHERS, SMALL, SOFT, TEXT, UNSAID, Fill
from byvekst_cli.draw.tree import Box, Laid, Point, branches, tree
from byvekst_cli.governance.chart import Chart, Node, Receiver, Shared
from byvekst_cli.language import Say
from byvekst_cli.language.facts import fact_words
from byvekst_cli.language.say import safe
from byvekst_cli.pack.organisation import Organisation

_PAD: Final = 0.18
_STRIPE: Final = 0.22
_WIDEST: Final = 5.2
_WIDE: Final = 4.4
_NARROWEST: Final = 2.6
_DEEPEST: Final = 12
"""Rows; where there are more, bodies are listed below each other."""
_OWN_WORD: Final = {Receiver.UNKNOWN: "receiver-unknown", Receiver.UNSAID: "receiver-unsaid"}


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a box: the name, then small lines."""

    name: str
    small: tuple[str, ...]

    def lines(self, width: float) -> tuple[list[str], list[str]]:
        room = width - 2 * _PAD - _STRIPE
        small = [line for words in self.small for line in wrapped(words, room, SMALL)]
        return wrapped(self.name, room, TEXT, bold=True), small

    def height(self, width: float) -> float:
        name, small = self.lines(width)
        return len(name) * line_height(TEXT) + len(small) * line_height(SMALL) + 2 * _PAD

    @property
    def longest(self) -> float:
        """The width of a box in which no word is broken."""
        bold = [width_of(word, TEXT, bold=True) for word in self.name.split()]
        small = [width_of(word, SMALL) for words in self.small for word in words.split()]
        return max([*bold, *small]) + 2 * _PAD + _STRIPE


def organisation(found: Organisation, say: Say) -> Picture:
    """The bodies of an area on its day."""
    drawn = found.chart
    title, about = say("orgchart-title"), _about(found, say)
    if not drawn.nodes:
        blocks = [*heading(title, about), paragraph(say("orgchart-empty"), TEXT)]
        return Picture(composed(blocks), title, organisation_alt(found, say))
    words = {node.id: _words(node, found, say) for node in drawn.nodes}
    placed, fills = laid(drawn.nodes, words), _fills(drawn)
    links = {each: ends for each, _ in found.shared if (ends := _link(placed, each))}
    blocks = [*heading(title, about), _block(placed, drawn, words, fills, list(links.values())), _space(0.3)]
    if fills:
        blocks += [key([(fill, _agreement(found, id, say)) for id, fill in fills.items()])]
    blocks += notes([*_notes(found, say), *([say("orgchart-dotted")] if links else [])])
    return Picture(composed(blocks), title, organisation_alt(found, say))


def organisation_alt(found: Organisation, say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    told = [_told(node, found, say) for node in found.chart.nodes] or [say("orgchart-empty")]
    parts = [f"{say('orgchart-title')}. {_about(found, say)}", *told, *_notes(found, say)]
    return " ".join(parts)


def laid(nodes: Sequence[Node], words: Mapping[str, Words]) -> Laid:
    """As a tree with whole words and the widest boxes there is room for, or else as a list."""

    def heights(id: str, width: float) -> float:
        return words[id].height(width)

    least = max(_NARROWEST, *(each.longest for each in words.values()))
    deep = max(node.row for node in nodes) >= _DEEPEST
    if least <= _WIDEST and not deep:
        steps = [least + max(_WIDE - least, 0.0) * share / 4 for share in (4, 3, 2, 1, 0)]
        for alike in (lambda node: node.id, lambda node: node.role, lambda _node: ""):
            roots = branches(nodes, alike)
            for width in steps:
                found = tree(roots, width, heights)
                if found is not None:
                    return found
    return outline(nodes, heights)


def _about(found: Organisation, say: Say) -> str:
    return f"{safe(found.name)}, {say.day(found.day)}."


def _words(node: Node, found: Organisation, say: Say) -> Words:
    role = fact_words(found.roles[node.role], say)
    small = [role] if role.casefold() != node.name.casefold() else []
    small += [say("orgchart-seats", n=node.seats)] if node.seats else []
    small += [text] if (text := _receiver(node, found, say)) else []
    return Words(safe(node.name), tuple(map(safe, small)))


def _receiver(node: Node, found: Organisation, say: Say) -> str:
    """In words, where no line can say it."""
    if node.receiver in (Receiver.ROUND, Receiver.ABSENT):
        return say(f"receiver-{node.receiver.value}", body=found.above.get(node.id, ""))
    return say(_OWN_WORD[node.receiver]) if node.receiver in _OWN_WORD else ""


def _told(node: Node, found: Organisation, say: Say) -> str:
    words = _words(node, found, say)
    line = [say("orgchart-reports", body=found.above[node.id])] if node.above else []
    told = "; ".join([*words.small, *line])
    return f"{words.name}: {told}." if told else f"{words.name}."


def _fills(drawn: Chart) -> dict[str | None, Fill]:
    """A surface for each agreement, where there are several."""
    named = dict.fromkeys(node.agreement for node in drawn.nodes if node.agreement is not None)
    if len(named) < 2:
        return {}
    fills: dict[str | None, Fill] = {
        id: FILLS[at] if at < len(FILLS) else OTHERS for at, id in enumerate(named)
    }
    return fills | ({None: UNSAID} if any(node.agreement is None for node in drawn.nodes) else {})


def _agreement(found: Organisation, id: str | None, say: Say) -> str:
    return safe(found.agreements.get(id or "", id or say("orgchart-no-agreement")))


def _notes(found: Organisation, say: Say) -> list[str]:
    nodes = found.chart.nodes
    names = {node.id: node.name for node in nodes}
    told = [say("orgchart-lines")] if any(node.above for node in nodes) else []
    for each, people in found.shared:
        pair = {"one": names[each.one], "other": names[each.other]}
        told.append(say("orgchart-shared", organisations=", ".join(people), **pair))
    if any(node.receiver is Receiver.ROUND for node in nodes):
        told.append(say("orgchart-round"))
    return told + ([say("orgchart-invented")] if found.invented else [])


def _space(height: float) -> Block:
    return Block(height, lambda _paper, _top: None)


def _block(
    found: Laid,
    drawn: Chart,
    words: Mapping[str, Words],
    fills: Mapping[str | None, Fill],
    links: Sequence[tuple[Point, Point]],
) -> Block:
    def draw(paper: Paper, top: float) -> None:
        for (left, begin), (right, end) in found.lines:
            paper.line((left, top + begin), (right, top + end), color=INK, lw=0.8, zorder=0)
        for (left, begin), (right, end) in links:
            dots = (0, (1, 1.5))
            paper.line((left, top + begin), (right, top + end), color=INK, lw=1.4, ls=dots, zorder=0)
        for node in drawn.nodes:
            _box(paper, found.boxes[node.id], top, words[node.id], fills.get(node.agreement))

    return Block(found.height, draw)


def _link(found: Laid, both: Shared) -> tuple[Point, Point] | None:
    """A line between two bodies with nothing between them on their row."""
    one, other = sorted((found.boxes[both.one], found.boxes[both.other]), key=lambda box: box.left)
    between = (
        one.left < box.left < other.left and box.top <= one.middle <= box.top + box.height
        for box in found.boxes.values()
    )
    if one.top != other.top or any(between):
        return None
    return (one.left + one.width, one.middle), (other.left, other.middle)


def _box(paper: Paper, box: Box, top: float, words: Words, fill: Fill | None) -> None:
    if fill is not None:
        paper.box(box.left, top + box.top, _STRIPE, box.height, fill)
    paper.frame(box.left, top + box.top, box.width, box.height)
    name, small = words.lines(box.width)
    middle = box.left + box.width / 2 + (_STRIPE / 2 if fill else 0.0)
    height = len(name) * line_height(TEXT) + len(small) * line_height(SMALL)
    at = top + box.middle - height / 2
    for lines, size, weight, colour in ((name, TEXT, "bold", INK), (small, SMALL, "normal", SOFT)):
        for line in lines:
            paper.text(
                middle, at + line_height(size) / 2, line, size, ha="center", weight=weight, color=colour
            )
            at += line_height(size)
