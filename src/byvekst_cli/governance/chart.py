"""The organisation chart: bodies on rows from the top down, and which of them report to which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import bodies, chain, seats
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.vocabulary import COORDINATING, COUNCIL, POLITICAL, REFERENCE, SECRETARIAT, STEERING

_ROWS: Final = {POLITICAL: 0, COUNCIL: 0, STEERING: 1, COORDINATING: 2}
"""The highest row of a role; all others are below these."""
_BESIDE: Final = (SECRETARIAT, REFERENCE)


class Receiver(Enum):
    """What can be told of whom a body reports to."""

    DRAWN = "drawn"
    ROUND = "round"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    UNSAID = "unsaid"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Node:
    """A body in the organisation chart.

    `level` counts the bodies above it; `row` is where it stands, always below the one it reports to.
    `above` is the id of that one, None where no line can be drawn, and `receiver` tells why. One that is
    beside helps the body above it, stands on its row and has nobody below.
    """

    id: str
    name: str
    role: str
    level: int
    row: int
    seats: int
    agreement: str | None
    above: str | None
    receiver: Receiver
    is_beside: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Bodies, and for each that reports to another, the two ids: from below, to above."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Two bodies with the same role under different agreements, and who sits in both."""

    one: str
    other: str
    organisations: tuple[str, ...]


def chart(area: Area) -> Chart:
    """The organisation chart, ready to be drawn: highest first."""
    there = bodies(area)
    edges = _edges(there)
    lines = _without_rings(there, edges)
    beside = {body.id for body in there if _is_beside(body, lines)}
    rows = _rows([body for body in there if body.id not in beside], lines)
    rows |= {id: rows[lines[id]] for id in beside}
    nodes = [
        Node(
            body.id,
            body.name,
            body.role,
            len(chain(area, body)),
            rows[body.id],
            len(seats(area, body)),
            body.agreement,
            lines.get(body.id),
            _receiver(body, edges, lines),
            body.id in beside,
        )
        for body in there
    ]
    return Chart(tuple(sorted(nodes, key=lambda node: node.level)), tuple(edges.items()))


def shared(area: Area) -> tuple[Shared, ...]:
    """The bodies that are much the same people in two roles, such as for an agreement and a toll package."""
    found = []
    for one, other in combinations(bodies(area), 2):
        if one.role == other.role and one.agreement and other.agreement and one.agreement != other.agreement:
            there = {seat.organisation.casefold() for seat in seats(area, other)}
            both = dict.fromkeys(
                seat.organisation for seat in seats(area, one) if seat.organisation.casefold() in there
            )
            found += [Shared(one.id, other.id, tuple(both))] if both else []
    return tuple(found)


def _edges(there: Iterable[Mandate]) -> dict[str, str]:
    """From each body to the one it reports to, where that is there on the day."""
    known = {body.id.casefold(): body.id for body in there}
    return {
        body.id: known[body.reports_to.casefold()]
        for body in there
        if isinstance(body.reports_to, str) and body.reports_to.casefold() in known
    }


def _without_rings(there: Iterable[Mandate], edges: Mapping[str, str]) -> dict[str, str]:
    """The same without the line upwards from the highest role of each ring."""
    lines = dict(edges)
    for body in there:
        seen = {body.id}
        at = lines.get(body.id)
        while at is not None and at not in seen:
            seen.add(at)
            at = lines.get(at)
        if at == body.id:
            del lines[body.id]
    return lines


def _rows(there: Iterable[Mandate], lines: Mapping[str, str]) -> dict[str, int]:
    """By role, and below the body reported to; no row is empty."""
    roles = {body.id: _ROWS.get(body.role.casefold(), len(set(_ROWS.values()))) for body in there}
    rows: dict[str, int] = {}
    for id in roles:
        way = [id]
        while way[-1] in lines and way[-1] not in rows:
            way.append(lines[way[-1]])
        for each in reversed(way):
            above = rows[lines[each]] if each in lines else -1
            rows[each] = max(roles[each], above + 1)
    used = {row: number for number, row in enumerate(sorted(set(rows.values())))}
    return {id: used[row] for id, row in rows.items()}


def _is_beside(body: Mandate, lines: Mapping[str, str]) -> bool:
    return body.role.casefold() in _BESIDE and body.id in lines and body.id not in lines.values()


def _receiver(body: Mandate, edges: Mapping[str, str], lines: Mapping[str, str]) -> Receiver:
    if body.id in lines:
        return Receiver.DRAWN
    if body.id in edges:
        return Receiver.ROUND
    if isinstance(body.reports_to, str):
        return Receiver.ABSENT
    if body.reports_to is None:
        return Receiver.NOBODY if body.role.casefold() in (POLITICAL, COUNCIL) else Receiver.UNSAID
    return Receiver.UNKNOWN
