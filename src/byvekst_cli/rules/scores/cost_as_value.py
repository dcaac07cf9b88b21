"""SCO010: cost, or benefit for each krone, is a criterion."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.value_model import NOT_VALUE, Criterion
from byvekst_cli.rules.rule import Problems, rule


@rule("SCO010", about=Criterion, severity=Severity.ERROR)
def cost_as_value(criterion: Record[Criterion], area: Area) -> Problems:
    if criterion.model.theme in NOT_VALUE:
        yield Problem(criterion.at("theme"), {"criterion": criterion.id})
