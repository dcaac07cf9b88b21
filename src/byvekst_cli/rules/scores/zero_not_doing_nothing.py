"""SCO007: doing nothing is not worth nothing."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.value_model import Criterion
from byvekst_cli.rules.rule import Problems, rule
from byvekst_cli.value.scale import Flaw, flaws_of


@rule("SCO007", about=Criterion, severity=Severity.ERROR)
def zero_not_doing_nothing(criterion: Record[Criterion], area: Area) -> Problems:
    """The scale must reach the level of doing nothing, and be 0 there."""
    if {Flaw.ZERO_OUTSIDE, Flaw.ZERO_NOT_NOTHING} & set(flaws_of(criterion.model)):
        yield Problem(criterion.at("zero"), {"criterion": criterion.id, "zero": criterion.model.zero})
