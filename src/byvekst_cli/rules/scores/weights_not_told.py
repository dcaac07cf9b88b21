"""SCO011: the answers of a weight profile do not give weights."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity, Term
from byvekst_cli.model.weighting import Swing, Weighting
from byvekst_cli.rules.rule import Problems, rule
from byvekst_cli.value.told import form_of, measures_of, model_of, step_of, weights_of


@rule("SCO011", about=Weighting, severity=Severity.ERROR)
def weights_not_told(weighting: Record[Weighting], area: Area) -> Problems:
    """One answer for each criterion, all in one form, each a step to something better."""
    record = model_of(area)
    measures = tuple(measures_of(record.model)) if record else ()
    swings, known = weighting.model.swings, {each.id.casefold(): each for each in measures}
    if not measures or not all(swing.has_levels and swing.criterion.casefold() in known for swing in swings):
        return
    found = False
    for index, swing in enumerate(swings):
        step = step_of(swing, known[swing.criterion.casefold()].scale)
        if step is None or step <= 0:
            found = True
            facts = {"what": Term("weights-no-step"), "criterion": swing.criterion}
            yield Problem(weighting.at("swings", index, "end"), facts)
    for index, swing in enumerate(swings):
        if not _is_in_order(swing):
            found = True
            facts = {"what": Term("weights-range"), "criterion": swing.criterion}
            yield Problem(weighting.at("swings", index, "low"), facts)
    is_one_form = found or form_of(swings) is not None
    answered = [swing.criterion.casefold() for swing in swings]
    for what, criterion in _about(answered, [each.id for each in measures], is_one_form):
        found = True
        yield Problem(weighting.at("swings", on=On.KEY), {"what": Term(what), "criterion": criterion})
    if not found and weights_of(weighting.model, measures) is None:
        yield Problem(weighting.at("swings", on=On.KEY), {"what": Term("weights-nothing"), "criterion": None})


def _is_in_order(swing: Swing) -> bool:
    """A range that begins above its end, or whose points are outside it, allows no weights."""
    if swing.low is None or swing.high is None:
        return True
    ends = [swing.low, swing.high] if swing.points is None else [swing.low, swing.points, swing.high]
    return ends == sorted(ends)


def _about(answered: list[str], criteria: list[str], is_one_form: bool) -> Iterator[tuple[str, str | None]]:
    missing = [id for id in criteria if id.casefold() not in answered]
    twice = [id for id in criteria if answered.count(id.casefold()) > 1]
    if missing:
        yield "weights-missing", ", ".join(missing)
    if twice:
        yield "weights-twice", ", ".join(twice)
    if not is_one_form:
        yield "weights-forms", None
