"""GOV007: a body recommends, but no body above it has anything to do with the task."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.governance.bodies import bodies, chain
from byvekst_cli.governance.tasks import asks_the_councils, cells_of, part_of
from byvekst_cli.model.mandate import Mandate, TaskPart
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV007", about=Mandate, severity=Severity.WARNING)
def recommendation_without_receiver(mandate: Record[Mandate], area: Area) -> Problems:
    """Quiet where nobody decides the task at all, where the line upwards is not known, and for councils."""
    body = mandate.model
    above = chain(area, body)
    for task, part in body.tasks.items():
        if part is not TaskPart.RECOMMENDS or not above or asks_the_councils(area, task):
            continue
        elsewhere = cells_of(tuple(each for each in bodies(area) if each.id != body.id), task).values()
        decided = any(cell.part is TaskPart.DECIDES for cell in elsewhere)
        if decided and not any(part_of(each, task) for each in above):
            facts = {"body": body.name, "task": task, "above": tuple(each.name for each in above)}
            yield Problem(mandate.at("tasks", task), facts)
