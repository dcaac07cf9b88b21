"""A programme carried over to new years: what goes on, what slipped, what is left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from byvekst_cli.area import Area, Record
from byvekst_cli.model.block import Sourced
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.funding import Amounts, Post
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.programme import Income, Programme, Unfunded
from byvekst_cli.model.project import Milestone, PortfolioState, Project
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.budget import rows

ENDED = (PortfolioState.DONE, PortfolioState.EVALUATED, PortfolioState.WITHDRAWN)
_WAITING = (PortfolioState.CANDIDATE, PortfolioState.STUDY)


@dataclass(frozen=True, slots=True)
class From:
    """A row of the programme before, with where its figures come from."""

    row: Post | Income
    provenance: Sourced | None


@dataclass(frozen=True, slots=True)
class RolledLine:
    """A project that goes on: its money in the new years, and what is late.

    `slipped` are milestones still to come; `unspent` is what is left of each year's budget;
    `had_money` is false where the line leaves its money to the sheet.
    """

    project: str
    sheet: Project | None
    binding: str | None
    posts: tuple[From, ...]
    had_money: bool
    slipped: tuple[Milestone, ...]
    unspent: tuple[tuple[int, Pile], ...]


@dataclass(frozen=True, slots=True)
class Rolled:
    """Everything that a new programme starts from; the years are both included."""

    before: Programme
    first: int
    last: int
    income: tuple[From, ...]
    lines: tuple[RolledLine, ...]
    ended: tuple[Project, ...]
    unfunded: tuple[Unfunded, ...]
    candidates: tuple[Project, ...]


def rolled(area: Area, before: Record[Programme], first: int, last: int) -> Rolled:
    """The programme before, seen from the years `first` to `last`."""
    sheets = {line.project: area.one(Project, line.project) for line in before.model.lines}
    ended = [sheet for sheet in sheets.values() if sheet and _state(sheet) in ENDED]
    left_out = {row.project.casefold() for row in before.model.unfunded}
    fresh = (sheet.model for sheet in area.of(Project) if not before.model.has_project(sheet.id))
    waiting = [sheet for sheet in fresh if sheet.id.casefold() not in left_out]
    return Rolled(
        before.model,
        first,
        last,
        tuple(_income(before, first, last)),
        tuple(_lines(area, before, first, last)),
        tuple({sheet.id: sheet for sheet in ended}.values()),
        tuple(before.model.unfunded),
        tuple(sheet for sheet in waiting if _state(sheet) in _WAITING),
    )


def _state(sheet: Project) -> PortfolioState | None:
    return sheet.portfolio.state if sheet.portfolio else None


def _income(before: Record[Programme], first: int, last: int) -> Iterator[From]:
    """Each source, with the years that nobody has spoken of yet as unknown."""
    for at, row in enumerate(before.model.income):
        known = _within(row.years, first, last)
        told = {when.first.year for when in known}
        new = {When.parse(str(year)): UNKNOWN for year in range(first, last + 1) if year not in told}
        yield From(row.model_copy(update={"years": {**known, **new}}), before.provenance("income", at))


def _lines(area: Area, before: Record[Programme], first: int, last: int) -> Iterator[RolledLine]:
    for at, line in enumerate(before.model.lines):
        sheet = area.one(Project, line.project)
        if sheet is not None and _state(sheet) in ENDED:
            continue
        posts = (
            From(post.model_copy(update={"years": years}), before.provenance("lines", at, "posts", index))
            for index, post in enumerate(line.posts)
            if (years := _within(post.years, first, last))
        )
        yield RolledLine(
            line.project,
            sheet,
            str(line.binding) if line.binding else None,
            tuple(posts),
            bool(line.posts),
            tuple(each for each in (sheet.milestones if sheet else ()) if _is_late(each, area)),
            tuple(_unspent(area, before.model, line.project, first)),
        )


def _is_late(milestone: Milestone, area: Area) -> bool:
    """Still to come, and either expected after its plan or not told of though its day is over."""
    due = milestone.due
    return due is not None and (milestone.slipped_to is not None or due.has_passed(area.as_of))


def _unspent(area: Area, before: Programme, project: str, first: int) -> Iterator[tuple[int, Pile]]:
    """What is known to be left of each budget before the new years."""
    for record in area.of(Budget):
        year = int(record.model.year)
        row = next((row for row in rows(record.model) if row.name.casefold() == project.casefold()), None)
        if row is None or not before.period.has_year(year) or year >= first:
            continue
        both = row.regulated + row.spent
        if row.spent.levels and not both.is_mixed and not both.has_unknown:
            left = row.regulated.ore - row.spent.ore
            if left > 0:
                yield year, Pile.of([replace(row.spent.moneys[0], ore=left)])


def _within(years: Amounts, first: int, last: int) -> Amounts:
    return {when: amount for when, amount in years.items() if first <= when.first.year <= last}
