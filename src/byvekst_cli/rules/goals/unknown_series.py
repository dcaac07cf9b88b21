"""GOA012: a judgement cites a series or a period that the indicator does not have."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, Place, Problem, Severity
from byvekst_cli.model.evaluation import GoalEvaluation
from byvekst_cli.model.goal import Goal
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.model.near import near
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA012", about=Area, severity=Severity.ERROR)
def unknown_series(area: Area) -> Problems:
    """Of an indicator that is there; one that is not is told by the rule on references."""
    for place, id, name in [*_of_rules(area), *_of_verdicts(area)]:
        indicator = area.one(Indicator, id)
        if indicator is not None and name not in indicator.series:
            yield Problem(place, {"missing": name, "near": Hint(near(name, list(indicator.series)))})
    for evaluation in area.of(GoalEvaluation):
        yield from _periods(evaluation, area)


def _of_rules(area: Area) -> Iterator[tuple[Place, str, str]]:
    for goal in area.of(Goal):
        for at, each in enumerate(goal.model.formal_rules):
            for number, name in enumerate(each.series):
                yield goal.at("formal_rules", at, "series", number), str(each.indicator), name


def _of_verdicts(area: Area) -> Iterator[tuple[Place, str, str]]:
    for evaluation in area.of(GoalEvaluation):
        for id, verdict in evaluation.model.verdicts.items():
            for at, cited in enumerate(verdict.rests_on):
                yield evaluation.at("verdicts", id, "rests_on", at, "series"), cited.indicator, cited.series


def _periods(evaluation: Record[GoalEvaluation], area: Area) -> Iterator[Problem]:
    for id, verdict in evaluation.model.verdicts.items():
        for at, cited in enumerate(verdict.rests_on):
            indicator = area.one(Indicator, cited.indicator)
            series = indicator.series.get(cited.series) if indicator else None
            if series is not None and cited.end not in series.values:
                place = evaluation.at("verdicts", id, "rests_on", at, "end")
                yield Problem(place, {"series": cited.series, "end": cited.end})
