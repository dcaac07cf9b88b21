"""The organisation chart as it is drawn: bodies, who reports to whom, and what all of it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.governance.chart import Chart, Shared, chart, shared
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.pack.names import area_name, names


@dataclass(frozen=True, slots=True)
class Organisation:
    """An area's bodies on a day. `above` is by body the name of what it reports to, drawn or not.

    `shared` has the names of those who sit in two bodies; `roles` and `agreements` are by id.
    """

    name: str
    day: date
    chart: Chart
    shared: tuple[tuple[Shared, tuple[str, ...]], ...]
    above: Mapping[str, str]
    roles: Mapping[str, Named | str]
    agreements: Mapping[str, str]
    invented: bool


def organisation(area: Area) -> Organisation:
    """The bodies of an area on its day."""
    drawn = chart(area)
    words = names(area)
    there = [body for node in drawn.nodes if (body := area.one(Mandate, node.id))]
    both = ((each, tuple(map(area.name_of, each.organisations))) for each in shared(area))
    return Organisation(
        area_name(area),
        area.as_of,
        drawn,
        tuple(both),
        {body.id: _name(area, body.reports_to) for body in there if isinstance(body.reports_to, str)},
        {node.role: words.of("role", node.role) for node in drawn.nodes},
        {id: _agreement(area, id) for node in drawn.nodes if (id := node.agreement) is not None},
        any(body.illustration or any(seat.illustration for seat in body.seats) for body in there),
    )


def _name(area: Area, id: str) -> str:
    found = area.one(Mandate, id)
    return found.name if found else id


def _agreement(area: Area, id: str) -> str:
    found = area.one(Agreement, id)
    return found.name if found else id
