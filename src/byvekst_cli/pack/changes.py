"""What is new in a programme since the one that it replaces, and what it has no room for."""

from collections.abc import Iterator
from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import PortfolioState, Project
from byvekst_cli.pack.names import project_name
from byvekst_cli.portfolio.lines import Line, lines


@dataclass(frozen=True, slots=True)
class Changed:
    """A project whose sum is another than in the programme before."""

    name: str
    before: Pile
    now: Pile


@dataclass(frozen=True, slots=True)
class Left:
    """A project that is no longer there, and why as far as the files say."""

    name: str
    reason: str | None
    state: PortfolioState | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the programme before; `is_known` is whether the files have the lines of both."""

    before: str
    is_known: bool
    added: tuple[str, ...]
    left: tuple[Left, ...]
    changed: tuple[Changed, ...]


def unfunded(area: Area, programme: Programme) -> Iterator[Left]:
    for each in programme.unfunded:
        yield _left(area, each.project, each.reason)


def _left(area: Area, id: str, reason: str | None) -> Left:
    project = area.one(Project, id)
    state = project.portfolio.state if project and project.portfolio else None
    return Left(project_name(area, id), reason, state)


def changes(area: Area, programme: Programme, own: tuple[Line, ...]) -> Changes | None:
    """Against the programme that this one replaces; None where it replaces none."""
    before = area.one(Programme, programme.replaces)
    if before is None:
        return None
    earlier = {line.id.casefold(): line for line in lines(area, before)} if before.lines else {}
    if not earlier or not programme.lines:
        return Changes(before.name, False, (), (), ())
    now = {line.id.casefold(): line for line in own}
    reasons = {each.project.casefold(): each.reason for each in programme.unfunded}
    return Changes(
        before.name,
        True,
        tuple(project_name(area, line.id) for id, line in now.items() if id not in earlier),
        tuple(_left(area, line.id, reasons.get(id)) for id, line in earlier.items() if id not in now),
        tuple(
            Changed(project_name(area, line.id), earlier[id].total, line.total)
            for id, line in now.items()
            if id in earlier and _differs(earlier[id].total, line.total)
        ),
    )


def _differs(before: Pile, now: Pile) -> bool:
    return bool(before.levels and now.levels) and before.levels != now.levels
