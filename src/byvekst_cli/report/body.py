"""One body on one page: what it is for, what it may decide, whom it reports to, who sits there."""

from collections.abc import Iterator

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import bodies, seats
from byvekst_cli.governance.tasks import Cell, matrix
from byvekst_cli.language import Say
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.mandate import Mandate, Seat
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.vocabulary import Role
from byvekst_cli.model.when import When
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.roles import limit, limits, named, task_name


def body_grids(area: Area, body: Mandate, say: Say) -> list[Grid]:
    """Facts, tasks with limits, and the seats that are held on the day."""
    facts = [[name, text] for name, text in _facts(area, body, say) if text]
    grids = [Grid(say("card-facts"), ["", ""], facts, numbers=())]
    if tasks := _tasks(area, body, say):
        head = [say("roles-task"), say("roles-does"), say("roles-limit")]
        grids.append(Grid(say("card-tasks"), head, tasks, numbers=()).without_empty())
    if held := seats(area, body):
        head = [say(f"seat-{name}") for name in ("organisation", "function", "part", "since", "until")]
        rows = [_seat(seat, area, say) for seat in held]
        title = say("card-seats", day=area.as_of)
        grids.append(Grid(title, head, rows, numbers=()).without_empty())
    return grids


def body_notes(area: Area, body: Mandate, say: Say) -> list[str]:
    """That nobody is known to sit there, and where the tasks are from."""
    notes = [] if seats(area, body) else [say("card-no-seats")]
    basis = body.tasks_from
    if basis and basis.illustration:
        notes.append(say("card-own-illustration", note=basis.note))
    elif basis and basis.source:
        notes.append(say("card-source", source=area.title(basis.source)))
        notes += [basis.note] if basis.note else []
    return notes


def _facts(area: Area, body: Mandate, say: Say) -> Iterator[tuple[str, str]]:
    role = next((r for id, r in area.all_of(Role).items() if id.casefold() == body.role.casefold()), None)
    yield say("roles-role"), named(role, body.role, say)
    yield say("card-purpose"), _text(body.purpose, say)
    agreement = area.one(Agreement, body.agreement)
    yield say("card-agreement"), agreement.name if agreement else body.agreement or ""
    yield say("card-deciding"), say(f"way-{body.deciding.way.value}") if body.deciding else ""
    if body.gatherings:
        yield say("card-meets"), _text(body.gatherings.frequency, say)
        yield say("card-open"), _text(body.gatherings.open, say)
    above = body.reports_to
    found = area.one(Mandate, above) if isinstance(above, str) else None
    yield say("card-reports-to"), found.name if found else _text(above, say)
    below = [b.name for b in bodies(area) if isinstance(b.reports_to, str) and _is(b.reports_to, body.id)]
    yield say("card-hears-from"), ", ".join(below)
    yield say("card-also"), ", ".join(body.other_names)
    yield say("card-note"), body.note or ""


def _tasks(area: Area, body: Mandate, say: Say) -> list[list[str]]:
    """What the mandate lists, then authority that is for no task of the catalogue."""
    cells = [(row, cell) for row in matrix(area) if (cell := row.cells.get(body.id))]
    lines = [_task(task_name(row, area, say), cell, area, say) for row, cell in cells]
    loose = [each for each in body.authority if not any(each.covers(row.id) for row, _ in cells)]
    return [*lines, *([each.kind, say("part-beslutter"), limit(each, area, say)] for each in loose)]


def _task(name: str, cell: Cell, area: Area, say: Say) -> list[str]:
    return [name, say(f"part-{cell.part.value}"), limits(cell, area, say)]


def _seat(seat: Seat, area: Area, say: Say) -> list[str]:
    dates = [str(each) if isinstance(each, When) else "" for each in (seat.since, seat.until)]
    return [
        area.name_of(seat.organisation),
        _text(seat.function, say),
        say(f"sits-{seat.part.value}"),
        *dates,
    ]


def _text(value: str | Unknown | None, say: Say) -> str:
    return say("unknown") if isinstance(value, Unknown) else value or ""


def _is(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
