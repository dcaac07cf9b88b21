"""The organisation chart: who reports to whom, what each body is, and which agreement it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area
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
from byvekst_cli.governance.chart import Chart, Node, Receiver, Shared, chart, shared
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.vocabulary import Role

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


def organisation(area: Area, say: Say) -> Picture:
    """The bodies of an area on its day."""
    drawn, both = chart(area), shared(area)
    title, about = say("orgchart-title"), _about(area, say)
    if not drawn.nodes:
        text = say("orgchart-empty")
        blocks = [*heading(title, about), paragraph(text, TEXT)]
        return Picture(composed(blocks), title, f"{title}. {about} {text}")
    words = {node.id: _words(node, area, say) for node in drawn.nodes}
    found, fills = laid(drawn.nodes, words), _fills(drawn)
    links = {each: ends for each in both if (ends := _link(found, each))}
    blocks = [*heading(title, about), _block(found, drawn, words, fills, list(links.values())), _space(0.3)]
    if fills:
        blocks += [key([(fill, _agreement(area, id, say)) for id, fill in fills.items()])]
    blocks += notes([*_notes(area, drawn, both, say), *([say("orgchart-dotted")] if links else [])])
    return Picture(composed(blocks), title, organisation_alt(area, say))


def organisation_alt(area: Area, say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    drawn = chart(area)
    told = [_told(node, area, say) for node in drawn.nodes] or [say("orgchart-empty")]
    parts = [f"{say('orgchart-title')}. {_about(area, say)}", *told, *_notes(area, drawn, shared(area), say)]
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


def _about(area: Area, say: Say) -> str:
    return f"{safe(area.file.name if area.file else area.name)}, {say.day(area.as_of)}."


def _words(node: Node, area: Area, say: Say) -> Words:
    role = _role(node, area, say)
    small = [role] if role.casefold() != node.name.casefold() else []
    small += [say("orgchart-seats", n=node.seats)] if node.seats else []
    small += [text] if (text := _receiver(node, area, say)) else []
    return Words(safe(node.name), tuple(map(safe, small)))


def _role(node: Node, area: Area, say: Say) -> str:
    found = area.one(Role, node.role)
    names: Mapping[str, str] = found.names if found else {}  # type: ignore[assignment]
    return names.get(say.language) or next(iter(names.values()), node.role)


def _receiver(node: Node, area: Area, say: Say) -> str:
    """In words, where no line can say it."""
    if node.receiver in (Receiver.ROUND, Receiver.ABSENT):
        body = area.one(Mandate, node.id)
        above = area.one(Mandate, str(body.reports_to)) if body else None
        name = above.name if above else str(body.reports_to) if body else ""
        return say(f"receiver-{node.receiver.value}", body=name)
    return say(_OWN_WORD[node.receiver]) if node.receiver in _OWN_WORD else ""


def _told(node: Node, area: Area, say: Say) -> str:
    words = _words(node, area, say)
    above = area.one(Mandate, node.above)
    line = [say("orgchart-reports", body=above.name)] if above else []
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


def _agreement(area: Area, id: str | None, say: Say) -> str:
    found = area.one(Agreement, id) if id else None
    return safe(found.name if found else id or say("orgchart-no-agreement"))


def _notes(area: Area, drawn: Chart, both: Sequence[Shared], say: Say) -> list[str]:
    names = {node.id: node.name for node in drawn.nodes}
    found = [say("orgchart-lines")] if any(node.above for node in drawn.nodes) else []
    for each in both:
        people = ", ".join(area.name_of(id) for id in each.organisations)
        pair = {"one": names[each.one], "other": names[each.other]}
        found.append(say("orgchart-shared", organisations=people, **pair))
    if any(node.receiver is Receiver.ROUND for node in drawn.nodes):
        found.append(say("orgchart-round"))
    return found + ([say("orgchart-invented")] if _is_invented(area, drawn) else [])


def _is_invented(area: Area, drawn: Chart) -> bool:
    """Whether a body that is drawn, or one of its seats, is an illustration."""
    there = [body for node in drawn.nodes if (body := area.one(Mandate, node.id))]
    return any(body.illustration or any(seat.illustration for seat in body.seats) for body in there)


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
