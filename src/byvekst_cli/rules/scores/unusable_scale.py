"""SCO008: a criterion has no scale that can be used."""

from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.value_model import Criterion
from byvekst_cli.rules.rule import Problems, rule
from byvekst_cli.value.scale import Flaw, flaws_of

_SHAPE: Final = (Flaw.GRADES, Flaw.FEW, Flaw.TWICE, Flaw.NO_UNIT)


@rule("SCO008", about=Criterion, severity=Severity.ERROR)
def unusable_scale(criterion: Record[Criterion], area: Area) -> Problems:
    """Anchors in a unit or grades in words, two or more, each level once; a grade has the value 0."""
    for flaw in flaws_of(criterion.model):
        if flaw in _SHAPE:
            yield Problem(
                criterion.at("name"), {"criterion": criterion.id, "what": Term(f"scale-{flaw.value}")}
            )
