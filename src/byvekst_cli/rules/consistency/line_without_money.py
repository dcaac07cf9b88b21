"""CON005: a project is in a programme, and neither the programme nor its sheet has any money for it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.programme import PlanState, Programme
from byvekst_cli.portfolio.lines import lines
from byvekst_cli.rules.rule import Problems, rule


@rule("CON005", about=Programme, severity=Severity.ADVICE)
def line_without_money(programme: Record[Programme], area: Area) -> Problems:
    """A programme that has been replaced is history, and one without any money is not filled in yet."""
    found = lines(area, programme.model)
    if programme.model.state is PlanState.REPLACED or not any(line.total for line in found):
        return
    for index, line in enumerate(found):
        if not line.total and line.project is not None and programme.model.lines[index].note is None:
            yield Problem(programme.at("lines", index, "project"), {"project": line.id})
