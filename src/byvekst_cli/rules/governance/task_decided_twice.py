"""GOV002: two bodies under the same agreement both decide a task."""

from itertools import pairwise

from byvekst_cli.area import Area
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.governance.bodies import records
from byvekst_cli.governance.consensus import family
from byvekst_cli.governance.tasks import Row, key_of, matrix
from byvekst_cli.model.mandate import Mandate, TaskPart
from byvekst_cli.model.vocabulary import COUNCIL
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV002", about=Area, severity=Severity.WARNING)
def task_decided_twice(area: Area) -> Problems:
    """A body that decides within a delegated authority, and councils that decide for themselves, may."""
    mandates = records(area)
    for row in matrix(area):
        deciders = [] if row.task and row.task.each_body else _deciders(row, area)
        same = sorted(deciders, key=lambda body: (_key(area, body), deciders.index(body)))
        for one, other in pairwise(same):
            if _key(area, one) == _key(area, other):
                first, second = mandates[one.id], mandates[other.id]
                place = second.at("tasks", key_of(other, row.id))
                clue = Clue(first.at("tasks", key_of(one, row.id)), "the-other-decider")
                yield Problem(place, {"task": row.id, "one": one.name, "other": other.name}, (clue,))


def _deciders(row: Row, area: Area) -> list[Mandate]:
    found = [
        body
        for id, cell in row.cells.items()
        if cell.part is TaskPart.DECIDES and not cell.authority and (body := area.one(Mandate, id))
    ]
    return [body for body in found if body.role != COUNCIL]


def _key(area: Area, body: Mandate) -> tuple[str, ...]:
    return tuple(sorted(family(area, body.agreement))) if body.agreement else ()
