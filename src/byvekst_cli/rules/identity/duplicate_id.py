"""IDN001: two records have the same id."""

from byvekst_cli.area import Area
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.rules.rule import Problems, rule


@rule("IDN001", about=Area, severity=Severity.ERROR)
def duplicate_id(area: Area) -> Problems:
    for id in dict.fromkeys(record.id for record in area.records):
        first, *others = area.named(id)
        if id != first.id:
            continue
        for other in others:
            place = other.at("id") if "id" in type(other.model).model_fields else other.at(on=On.KEY)
            yield Problem(place, {"id": other.id}, (Clue(first.at(on=On.KEY), "first-here"),))
