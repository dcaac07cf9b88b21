"""An area's money as a document shows it: lines, years, sources and groups, with what they are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.programme import Binding, Programme
from byvekst_cli.model.project import Event, Project
from byvekst_cli.model.when import When
from byvekst_cli.pack.names import Names
from byvekst_cli.portfolio.balance import Year, carried_over, gathered
from byvekst_cli.portfolio.flows import Flows, flows
from byvekst_cli.portfolio.groups import grouped
from byvekst_cli.portfolio.invented import has_invented_money
from byvekst_cli.portfolio.lines import Line


@dataclass(frozen=True, slots=True)
class LineRow:
    """A project's money: before, in each year, without a year, after, and in all."""

    id: str
    name: str
    binding: Binding | None
    earlier: Pile
    years: tuple[Pile, ...]
    undated: Pile
    later: Pile
    total: Pile


@dataclass(frozen=True, slots=True)
class Source:
    """A source of money in one year, against what comes in."""

    name: Named | str
    row: Year


@dataclass(frozen=True, slots=True)
class Finances:
    """The money of a programme, or of all projects. `groups` are by `measure` and by `municipality`.

    `subject` is what the pictures are of; `has_money` is whether anything is known at all, and `has_rest`
    whether a line has more in all than in its parts.
    """

    subject: str
    years: tuple[int, ...]
    rows: tuple[LineRow, ...]
    sources: tuple[Source, ...]
    flows: Flows
    groups: Mapping[str, Mapping[str | None, Pile]]
    names: Names
    has_money: bool
    invented: bool
    has_rest: bool


def money(
    area: Area, programme: Programme | None, lines: tuple[Line, ...], words: Names, subject: str
) -> Finances:
    """Of the lines, in the years of the programme or those that the lines have."""
    balance = tuple(carried_over(gathered(area, programme, lines), area))
    own = {year for line in lines for _, year in line.cells if year is not None}
    years = tuple(sorted(own | set(_years(programme)))) if own else ()
    return Finances(
        subject,
        years,
        tuple(_row(line, years) for line in lines),
        tuple(Source(words.of("means", row.means), row) for row in balance),
        flows(lines, balance),
        {by: grouped(lines, by) for by in ("measure", "municipality")},
        words,
        bool(balance) or any(line.total for line in lines),
        has_invented_money(area, programme, lines),
        any(_has_rest(line) for line in lines),
    )


def _has_rest(line: Line) -> bool:
    """Whether the sum is another than its parts."""
    parts = together((line.earlier, *(pile for _, pile in line.cells.items()), line.remaining))
    return bool(line.total.levels) and line.total.levels != parts.levels


def _row(line: Line, years: Iterable[int]) -> LineRow:
    return LineRow(
        line.id,
        line.project.name if line.project else line.id,
        line.binding,
        line.earlier,
        tuple(line.in_year(year) for year in years),
        line.in_year(None),
        line.remaining,
        line.total,
    )


def _years(programme: Programme | None) -> Iterable[int]:
    """The programme's own years, where both ends are known."""
    since, until = (programme.period.since, programme.period.until) if programme else (None, None)
    if isinstance(since, When) and isinstance(until, When):
        return range(since.first.year, until.last.year + 1)
    return ()


def opening(project: Project | None) -> When | None:
    """When a project is to be open, or was: as it happened, is expected or was planned."""
    for event in (Event.OPENING, Event.FINISHED):
        for each in project.milestones if project else ():
            if each.event is event:
                told = (each.actual, each.forecast, each.planned)
                return next((when for when in told if isinstance(when, When)), None)
    return None
