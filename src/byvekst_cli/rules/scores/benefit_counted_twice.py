"""SCO004: net benefit is a criterion beside effects that it holds already."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.value_model import PRICED, Theme, ValueModel
from byvekst_cli.rules.rule import Problems, rule


@rule("SCO004", about=ValueModel, severity=Severity.WARNING)
def benefit_counted_twice(record: Record[ValueModel], area: Area) -> Problems:
    criteria = record.model.criteria
    priced = [id for id, each in criteria.items() if each.theme in PRICED]
    for id, each in criteria.items():
        if each.theme is Theme.NET_BENEFIT and priced:
            yield Problem(record.at("criteria", id, "theme"), {"criterion": id, "others": ", ".join(priced)})
