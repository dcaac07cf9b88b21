"""REF002: `andre_oppgir` names a field that the record does not have."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.fields import MISSING, field_value
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.block import Sheet
from byvekst_cli.model.near import near
from byvekst_cli.rules.rule import Problems, rule


@rule("REF002", about=Sheet, severity=Severity.ERROR)
def unknown_field_name(record: Record[Sheet], area: Area) -> Problems:
    for index, other in enumerate(record.model.others_state):
        top = other.field.partition(".")[0]
        left_out = top not in record.data and top in _aliases(record.model)
        if field_value(record.data, other.field) is MISSING and not left_out:
            likely = near(other.field, _aliases(record.model))
            place = record.at("others_state", index, "field")
            yield Problem(place, {"field": other.field, "near": Hint(likely)})


def _aliases(sheet: Sheet) -> list[str]:
    return [str(info.alias) for info in type(sheet).model_fields.values()]
