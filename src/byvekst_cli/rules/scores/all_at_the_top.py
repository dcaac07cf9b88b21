"""SCO006: all projects are at the top of a criterion, which then tells none of them apart."""

from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.value_model import ValueModel
from byvekst_cli.rules.rule import Problems, rule
from byvekst_cli.value.judged import State
from byvekst_cli.value.told import Unusable, values_of


@dataclass(frozen=True, slots=True)
class Options:
    """Projects with a known effect before it is told."""

    prosjekter: int = 4


@rule("SCO006", about=ValueModel, severity=Severity.WARNING, options=Options)
def all_at_the_top(record: Record[ValueModel], area: Area, options: Options) -> Problems:
    try:
        values = values_of(area)
    except Unusable:
        return
    for at, measure in enumerate(values.measures):
        known = [each.judged[at] for each in values.projects if each.judged[at].state is State.KNOWN]
        top = measure.scale.ends[1]
        if len(known) >= options.prosjekter and all(each.span.likely == top for each in known):
            facts = {"criterion": measure.id, "n": len(known)}
            yield Problem(record.at("criteria", measure.id, "name"), facts)
