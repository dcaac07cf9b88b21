"""How a programme is prioritised: who does what, what money is tied to, and how firmly it is promised."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.governance.tasks import matrix
from byvekst_cli.model.funding_plan import Scheme
from byvekst_cli.model.mandate import TaskPart
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.programme import Binding
from byvekst_cli.model.unknown import UNKNOWN, Unknown
from byvekst_cli.pack.names import Names, body_name
from byvekst_cli.portfolio.lines import Line

PRIORITISING = "porteføljestyring"
"""The task of the catalogue that says who prioritises."""


@dataclass(frozen=True, slots=True)
class Doer:
    """What a body does when projects are prioritised."""

    body: str
    part: TaskPart


@dataclass(frozen=True, slots=True)
class Tied:
    """A scheme of money, and what it is tied to."""

    name: str
    means: Named | str | Unknown | None
    frame: Money | Unknown | None
    earmark: str | None
    carry: str | Unknown | None


@dataclass(frozen=True, slots=True)
class Bound:
    """How many lines are promised how firmly; None where the programme does not say."""

    binding: Binding | None
    count: int
    sum: Pile


def doers(area: Area) -> Iterator[Doer]:
    for row in matrix(area):
        if row.id.casefold() == PRIORITISING:
            yield from (Doer(body_name(area, id), cell.part) for id, cell in row.cells.items())


def bound(own: Iterable[Line]) -> Iterator[Bound]:
    """In the order of the list; nothing where no line says how firm it is."""
    found: dict[Binding | None, list[Line]] = {}
    for line in own:
        found.setdefault(line.binding, []).append(line)
    if set(found) - {None}:
        for binding in (*Binding, None):
            if mine := found.get(binding):
                yield Bound(binding, len(mine), together(line.programme for line in mine))


def schemes(area: Area, words: Names) -> Iterator[Tied]:
    """Those that are tied to something, or may be carried over."""
    for record in area.of(Scheme):
        scheme = record.model
        carry = scheme.carry_over.allowed if scheme.carry_over else None
        frame = None if scheme.frame is None else Money.known(scheme.frame, scheme.price_year) or UNKNOWN
        means = words.of("means", scheme.means) if isinstance(scheme.means, str) else scheme.means
        yield Tied(scheme.name, means, frame, scheme.earmark, carry)
