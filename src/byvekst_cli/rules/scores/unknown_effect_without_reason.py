"""SCO013: an effect is unknown, and nothing says why."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.assessment import Assessment
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.rules.rule import Problems, rule


@rule("SCO013", about=Assessment, severity=Severity.ADVICE)
def unknown_effect_without_reason(assessment: Record[Assessment], area: Area) -> Problems:
    for id, score in assessment.model.scores.items():
        if score.likely is UNKNOWN and score.level is None and not (score.reason or score.note):
            yield Problem(assessment.at("scores", id, "likely"), {"criterion": id})
