"""The roles booklet in tables: who does what, the seats of a body, and the words that are used."""

from collections.abc import Sequence
from decimal import Decimal

from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount
from byvekst_cli.language.values import value_words
from byvekst_cli.model.money import PriceBasis, PriceYear
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.pack.roles_booklet import Body, Does, Limit, RolesBooklet, Shared
from byvekst_cli.report.cells import NOTHING, capital, filled, in_parts, said
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.roles import say_level
from byvekst_cli.report.words import word_grids

_MOST = 4
"""Bodies beside each other that have room for their names on a page."""


def matrix(booklet: RolesBooklet, say: Say) -> list[Grid]:
    """Tasks against bodies in words, in as many tables as the page needs."""
    ids = [id for id, _ in booklet.columns]
    names = dict(booklet.columns)
    parts = in_parts(ids, _MOST)
    return [_part(booklet, own, names, (at + 1, len(parts)), say) for at, own in enumerate(parts)]


def _part(
    booklet: RolesBooklet, own: Sequence[str], names: dict[str, str], place: tuple[int, int], say: Say
) -> Grid:
    title = say("roles-title")
    if place[1] > 1:
        title = say.doc("doc-part", title=title, part=str(place[0]), of=str(place[1]))
    rows = [[_task(each, say), *(_does(each, id, say) for id in own)] for each in booklet.tasks]
    rows = [row for row in rows if any(cell != NOTHING for cell in row[1:])]
    return Grid(title, [say("roles-task"), *(names[id] for id in own)], rows, numbers=())


def _task(task: Shared | Does, say: Say) -> str:
    name = value_words(task.task, say)
    return f"{name} ({task.local})" if task.local else name


def _does(task: Shared, body: str, say: Say) -> str:
    part = task.parts.get(body)
    return NOTHING if part is None else say(f"part-{part.value}") + ("*" if body in task.limited else "")


def tasks(body: Body, say: Say) -> Grid:
    """What a body does, and within what."""
    head = [say("roles-task"), say("roles-does"), say("roles-limit")]
    rows = [
        [_task(each, say), say(f"part-{each.part.value}"), "; ".join(_limit(own, say) for own in each.limits)]
        for each in body.does
    ]
    return filled(Grid(say.doc("roles-tasks-title", body=body.name), head, rows, numbers=()), say)


def told(body: Body, say: Say) -> list[str]:
    """The same in words, where there is little."""
    return [f"{_task(each, say)} ({say(f'part-{each.part.value}')})" for each in body.does]


def _limit(limit: Limit, say: Say) -> str:
    parts = [limit.condition] if limit.condition else []
    if isinstance(limit.amount, Unknown):
        parts.append(say("limit-unknown"))
    elif isinstance(limit.amount, Decimal):
        level = say_level(limit.price_year or PriceYear(PriceBasis.UNKNOWN), say)
        parts.append(say("limit-amount", amount=amount(limit.amount, say), level=level))
    if limit.reports_to:
        parts.append(say("limit-report", body=limit.reports_to))
    return ", ".join(parts)


def seats(body: Body, say: Say) -> Grid:
    """Who sits in a body, by function."""
    head = [say(f"seat-{name}") for name in ("organisation", "function", "part", "since")]
    rows = [
        [
            each.organisation,
            said(each.function, say),
            say(f"sits-{each.part.value}"),
            value_words(each.since, say),
        ]
        for each in body.places
    ]
    return filled(Grid(say.doc("roles-seats-title", body=body.name), head, rows, numbers=()), say)


def words(booklet: RolesBooklet, say: Say) -> list[Grid]:
    """The words that the area has a name of its own for."""
    return [_filled(grid, say) for grid in word_grids(booklet.words, say)]


def _filled(grid: Grid, say: Say) -> Grid:
    """The name of the area before each local word is left out: it is the same in all rows."""
    rows = [[*row[:-1], capital(row[-1].partition(": ")[2] or row[-1])] for row in grid.rows]
    return filled(Grid(grid.title, grid.head, rows, numbers=()), say)
