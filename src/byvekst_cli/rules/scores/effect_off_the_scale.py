"""SCO009: an effect is outside its criterion's scale, or given in another form than the scale has."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.assessment import Assessment, Score
from byvekst_cli.rules.rule import Problems, rule
from byvekst_cli.value.judged import scale_for
from byvekst_cli.value.scale import OutOfRange, Scale
from byvekst_cli.value.told import measures_of, model_of


@rule("SCO009", about=Assessment, severity=Severity.ERROR)
def effect_off_the_scale(assessment: Record[Assessment], area: Area) -> Problems:
    """Where the criterion says `kutt` or `forleng`, levels outside the scale are worth something."""
    record = model_of(area)
    measures = {each.id.casefold(): each for each in measures_of(record.model)} if record else {}
    for id, score in assessment.model.scores.items():
        measure = measures.get(id.casefold())
        if measure is None or score.stated is None:
            continue
        scale = scale_for(score, measure.criterion, measure.scale)
        if scale is None:
            what = Term("effect-wants-level" if measure.criterion.is_ordinal else "effect-wants-unit")
            yield Problem(assessment.at("scores", id), {"criterion": id, "what": what})
            continue
        for attribute, level in _outside(score, scale):
            facts = {"criterion": id, "what": Term("effect-outside"), "level": level}
            yield Problem(assessment.at("scores", id, attribute), facts)


def _outside(score: Score, scale: Scale) -> Iterator[tuple[str, Decimal]]:
    for attribute in ("level", "low", "likely", "high"):
        level = getattr(score, attribute)
        if isinstance(level, Decimal):
            try:
                scale.at(Fraction(level))
            except OutOfRange:
                yield attribute, level
