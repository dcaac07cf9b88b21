"""SCO003: a weight does not say which step it is the weight of."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.weighting import Weighting
from byvekst_cli.rules.rule import Problems, rule


@rule("SCO003", about=Weighting, severity=Severity.ERROR)
def weight_without_swing(weighting: Record[Weighting], area: Area) -> Problems:
    """Without both levels nobody knows what the answer was an answer to."""
    for index, swing in enumerate(weighting.model.swings):
        if not swing.has_levels:
            yield Problem(weighting.at("swings", index, "criterion"), {"criterion": swing.criterion})
