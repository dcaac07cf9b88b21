"""SCO005: an effect is claimed on a worded scale, and nothing says where it is from."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.assessment import Assessment
from byvekst_cli.model.effect import Evidence
from byvekst_cli.rules.rule import Problems, rule


@rule("SCO005", about=Assessment, severity=Severity.WARNING)
def effect_without_source(assessment: Record[Assessment], area: Area) -> Problems:
    """Effects in numbers are figures, whose source another rule asks for.

    Judgement with its reasons is its own source; what was measured or modelled is not, nor is a claim.
    """
    for id, score in assessment.model.scores.items():
        if score.level is None or score.level == 0 or assessment.provenance("scores", id) is not None:
            continue
        judged = score.evidence is Evidence.JUDGEMENT and score.reason is not None
        if not judged:
            yield Problem(assessment.at("scores", id, "level"), {"criterion": id})
