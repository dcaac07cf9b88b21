"""What a programme is expected to do to what is measured, beside where that stands."""

from collections.abc import Iterator
from dataclasses import replace

from byvekst_cli.area import Area
from byvekst_cli.goals.contribution import Effect, contribution
from byvekst_cli.goals.effects import expected
from byvekst_cli.goals.standing import standings
from byvekst_cli.model.assessment import Assessment, Score
from byvekst_cli.model.indicator import Indicator, Unit
from byvekst_cli.model.project import Project
from byvekst_cli.pack.planned import Gain
from byvekst_cli.value.told import Values


def gains(area: Area, model: Values, chosen: frozenset[str]) -> Iterator[Gain]:
    """On each criterion in a unit; effects with one driver move together."""
    own = [each.assessment for each in model.projects if each.id in chosen]
    for measure in model.measures:
        criterion = measure.criterion
        if criterion.unit is None:
            continue
        scores = [_score(each, measure.id) for each in own]
        effects = [_effect(score) for score in scores]
        known = sum(1 for effect in effects if effect)
        row = Gain(measure.id, criterion.unit, contribution(effects), known, criterion.indicator)
        yield _beside(area, row)
    told = frozenset(
        (each.criterion.indicator or "").casefold() for each in model.measures if each.criterion.unit
    )
    yield from _of_sheets(area, chosen, told)


def _of_sheets(area: Area, chosen: frozenset[str], told: frozenset[str]) -> Iterator[Gain]:
    """What the sheets themselves say of indicators that no criterion tells of."""
    sheets = [sheet for id in sorted(chosen) if (sheet := area.one(Project, id))]
    for each in expected(sheets):
        indicator = area.one(Indicator, each.indicator)
        if indicator is None or each.indicator.casefold() in told:
            continue
        unit = indicator.unit.value if isinstance(indicator.unit, Unit) else ""
        silent = len(sheets) - each.projects
        total = replace(each.sum, unknown=each.sum.unknown + silent)
        yield _beside(area, Gain(indicator.id, unit, total, each.known, indicator.id))


def _score(assessment: Assessment, criterion: str) -> Score | None:
    found = (score for id, score in assessment.scores.items() if id.casefold() == criterion.casefold())
    return next(found, None)


def _effect(score: Score | None) -> Effect | None:
    if score is None or score.stated is None:
        return None
    likely = float(score.stated)
    low = likely if score.low is None else float(score.low)
    high = likely if score.high is None else float(score.high)
    return Effect(min(low, likely), likely, max(high, likely), score.driver)


def _beside(area: Area, row: Gain) -> Gain:
    if row.indicator is None:
        return row
    for standing in standings(area):
        for seen in standing.seen:
            if seen.indicator.id.casefold() == row.indicator.casefold() and seen.target is not None:
                reading = seen.reading
                return replace(row, now=reading.value, low=reading.low, high=reading.high, target=seen.target)
    return row
