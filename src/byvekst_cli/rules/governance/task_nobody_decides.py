"""GOV001: mandates share a task, but none of them decides it."""

from byvekst_cli.area import Area
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.governance.bodies import records
from byvekst_cli.governance.tasks import key_of, matrix
from byvekst_cli.model.mandate import TaskPart
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV001", about=Area, severity=Severity.WARNING)
def task_nobody_decides(area: Area) -> Problems:
    """One finding a task, at the highest body that has it; quiet where a mandate could not be read."""
    mandates = records(area)
    if "mandate" in area.unread.some:
        return
    for row in matrix(area):
        if row.cells and not any(cell.part is TaskPart.DECIDES for cell in row.cells.values()):
            mandate = mandates[next(iter(row.cells))]
            place = mandate.at("tasks", key_of(mandate.model, row.id))
            yield Problem(place, {"task": row.id})
