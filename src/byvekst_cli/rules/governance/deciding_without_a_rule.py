"""GOV003: a body decides, but its mandate has no way of deciding, or nobody to chair it."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.governance.bodies import seats
from byvekst_cli.governance.tasks import each_decides_for_itself
from byvekst_cli.model.mandate import DecisionWay, Mandate, SeatPart, TaskPart
from byvekst_cli.model.vocabulary import COUNCIL, SECRETARIAT
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV003", about=Mandate, severity=Severity.WARNING)
def deciding_without_a_rule(mandate: Record[Mandate], area: Area) -> Problems:
    """A secretariat carries out, and councils have rules of their own; unknown seats are not judged."""
    body = mandate.model
    decided = [
        task
        for task, part in body.tasks.items()
        if part is TaskPart.DECIDES and not each_decides_for_itself(area, task)
    ]
    if decided and body.role not in (SECRETARIAT, COUNCIL) and (lacks := tuple(_lacks(body, area))):
        yield Problem(mandate.at("tasks", decided[0]), {"body": body.name, "lacks": lacks})


def _lacks(body: Mandate, area: Area) -> Iterator[Term]:
    if body.deciding is None or body.deciding.way is DecisionWay.NONE:
        yield Term("lacks-way")
    held = seats(area, body)
    if held and not any(seat.part is SeatPart.LEADER for seat in held):
        yield Term("lacks-chair")
