"""SCO014: the likely effect is not between low and high."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.assessment import Assessment
from byvekst_cli.rules.rule import Problems, rule


@rule("SCO014", about=Assessment, severity=Severity.ERROR)
def effect_bounds_out_of_order(assessment: Record[Assessment], area: Area) -> Problems:
    """Low and high are numbers, so −600 is lower than −100."""
    for id, score in assessment.model.scores.items():
        ends = [end for end in (score.low, score.stated, score.high) if isinstance(end, Decimal)]
        if ends != sorted(ends):
            attribute = "low" if score.low is not None else "high"
            yield Problem(assessment.at("scores", id, attribute), {"criterion": id})
