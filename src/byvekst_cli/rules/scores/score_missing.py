"""SCO001: a project has no score on a criterion."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.assessment import Assessment, Score
from byvekst_cli.rules.rule import Problems, rule
from byvekst_cli.value.told import model_of


@rule("SCO001", about=Assessment, severity=Severity.WARNING)
def score_missing(assessment: Record[Assessment], area: Area) -> Problems:
    """`ukjent` is a score; nothing written is none, and is never taken for nothing."""
    model = model_of(area)
    if model is None:
        return
    written = {id.casefold() for id in assessment.model.scores}
    missing = [id for id in model.model.criteria if id.casefold() not in written]
    if missing:
        yield Problem(assessment.at("scores", on=On.KEY), {"criteria": ", ".join(missing)})
    for id, score in assessment.model.scores.items():
        if _is_empty(score):
            yield Problem(assessment.at("scores", id), {"criteria": id})


def _is_empty(score: Score) -> bool:
    return score.level is None and score.likely is None
