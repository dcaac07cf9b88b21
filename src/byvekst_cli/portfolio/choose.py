"""Which programme a portfolio is seen through."""

from byvekst_cli.area import Area, Record
from byvekst_cli.model.programme import PlanState, Programme
from byvekst_cli.model.when import When


def programme_of(area: Area, id: str | None) -> Record[Programme] | None:
    """The programme asked for, else the latest adopted one whose years the day is in.

    Where none is in force on the day, the latest that has lines; None where none has any.
    """
    records = sorted(area.of(Programme), key=_begins)
    if id is not None:
        return next((record for record in records if record.id.casefold() == id.casefold()), None)
    in_force = [record for record in records if _covers(record.model, area) and _is_adopted(record.model)]
    with_lines = [record for record in records if record.model.lines]
    return next(iter(reversed(in_force or with_lines)), None)


def _begins(record: Record[Programme]) -> str:
    since = record.model.period.since
    return f"{since.first.isoformat() if isinstance(since, When) else ''} {record.id}"


def _covers(programme: Programme, area: Area) -> bool:
    since, until = programme.period.since, programme.period.until
    begun = isinstance(since, When) and since.first <= area.as_of
    return begun and isinstance(until, When) and not until.has_passed(area.as_of)


def _is_adopted(programme: Programme) -> bool:
    return programme.state is PlanState.ADOPTED and bool(programme.lines)
