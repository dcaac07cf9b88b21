"""Tasks against bodies: who does what, and the way of a task from proposal to decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import bodies, chain, is_local, parties
from byvekst_cli.model.mandate import Authority, Mandate, TaskPart
from byvekst_cli.model.vocabulary import COUNCIL, Task

_ORDER: Final = (
    TaskPart.PREPARES,
    TaskPart.CONSULTED,
    TaskPart.RECOMMENDS,
    TaskPart.DECIDES,
    TaskPart.INFORMED,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a body does with a task, and the authority it does it under, where its mandate has one."""

    part: TaskPart
    authority: tuple[Authority, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A task, and what each body does with it, by the id of the body."""

    id: str
    task: Task | None
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Step:
    """One stop on the way of a task: a body and what it does, or the parties' own councils."""

    task: str
    body: Mandate | None
    cell: Cell | None
    councils: tuple[str, ...] = ()


def matrix(area: Area) -> tuple[Row, ...]:
    """A row for each task of the catalogue and the area, in the catalogue's order."""
    there = bodies(area)
    known = area.all_of(Task)
    named = {id.casefold(): id for id in known}
    named |= {id.casefold(): id for body in there for id in body.tasks if id.casefold() not in named}
    rows = [Row(id, known.get(id), cells_of(there, id)) for id in named.values()]
    return tuple(sorted(rows, key=lambda row: (row.task is None, row.task.order if row.task else 0)))


def cells_of(there: tuple[Mandate, ...], task: str) -> dict[str, Cell]:
    """What each body does with a task; one with authority for it decides, also where it is not said again."""
    found = {}
    for body in there:
        part = part_of(body, task)
        authority = tuple(each for each in body.authority if each.covers(task))
        if part is not None or authority:
            found[body.id] = Cell(part or TaskPart.DECIDES, authority)
    return found


def part_of(body: Mandate, task: str) -> TaskPart | None:
    """What a mandate says that the body does with a task."""
    return next((part for id, part in body.tasks.items() if id.casefold() == task.casefold()), None)


def key_of(body: Mandate, task: str) -> str:
    """The task as the mandate writes it."""
    return next((id for id in body.tasks if id.casefold() == task.casefold()), task)


def each_decides_for_itself(area: Area, task: str) -> bool:
    """Whether every body does it for its own meetings, such as approving minutes."""
    known = _known(area, task)
    return known is not None and known.each_body is not None


def path(area: Area, task: str) -> tuple[Step, ...]:
    """The bodies in the order the task comes to them, after those of the tasks that come before it."""
    before: list[str] = []
    at: str | None = task
    while at is not None and at.casefold() not in before:
        before.insert(0, at.casefold())
        known = _known(area, at)
        at = known.after if known else None
    return tuple(step for each in before for step in _steps(area, each))


def _steps(area: Area, task: str) -> tuple[Step, ...]:
    """Of one task alone; the parties' councils stand before the last word."""
    there = {body.id: body for body in bodies(area)}
    cells = cells_of(tuple(there.values()), task)
    order = sorted(cells, key=lambda each: _place_of(there[each], cells[each], area))
    steps = [Step(task, there[id], cells[id]) for id in order]
    if not asks_the_councils(area, task) or any(there[id].role == COUNCIL for id in order):
        return tuple(steps)
    last = next((at for at, step in enumerate(steps) if _has_the_last_word(step)), len(steps))
    return (*steps[:last], Step(task, None, None, councils(area)), *steps[last:])


def _place_of(body: Mandate, cell: Cell, area: Area) -> tuple[int, bool, bool, int]:
    """Preparing before deciding, delegated authority and councils before the last word, from below up."""
    depth = len(chain(area, body))
    return (_ORDER.index(cell.part), not cell.authority, body.role != COUNCIL, -depth)


def asks_the_councils(area: Area, task: str) -> bool:
    """Whether the task goes by the parties' own councils before it is decided."""
    known = _known(area, task)
    return known is not None and known.local_treatment is not None


def _known(area: Area, task: str) -> Task | None:
    return next((each for id, each in area.all_of(Task).items() if id.casefold() == task.casefold()), None)


def _has_the_last_word(step: Step) -> bool:
    """Whether it decides without limit, or only hears of it afterwards."""
    cell = step.cell
    return cell is not None and (
        (cell.part is TaskPart.DECIDES and not cell.authority) or cell.part is TaskPart.INFORMED
    )


def councils(area: Area) -> tuple[str, ...]:
    """The counties and municipalities that are parties on the day, each once."""
    found = (party.organisation for party in parties(area) if is_local(area, party.organisation))
    return tuple(dict.fromkeys(found))
