"""GOA005: one claim rests on values that were made in different ways."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.goals.series import Made, asked_for, made
from byvekst_cli.model.evaluation import GoalEvaluation
from byvekst_cli.model.goal import Goal
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA005", about=Area, severity=Severity.WARNING)
def mixed_series_in_claim(area: Area) -> Problems:
    """Values of different indicators may well support one claim; those of one must be alike."""
    for goal in area.of(Goal):
        for index, each in enumerate(goal.model.formal_rules):
            named = [(name, _made(area, each.indicator, name)) for name in each.series]
            if names := _mixed([("", asked_for(each)), *named]):
                yield Problem(goal.at("formal_rules", index, "series"), {"series": ", ".join(names)})
    for evaluation in area.of(GoalEvaluation):
        yield from _verdicts(evaluation, area)


def _verdicts(evaluation: Record[GoalEvaluation], area: Area) -> Iterator[Problem]:
    for id, verdict in evaluation.model.verdicts.items():
        goal = area.one(Goal, id)
        for indicator in dict.fromkeys(cited.indicator for cited in verdict.rests_on):
            cited = [each for each in verdict.rests_on if each.indicator == indicator]
            found = [(each.series, _made(area, indicator, each.series)) for each in cited]
            rules = goal.formal_rules if goal else []
            asked = [("", asked_for(each)) for each in rules if each.indicator == indicator]
            names = _mixed(found) or _mixed([*asked[-1:], *found])
            if names:
                yield Problem(evaluation.at("verdicts", id, "rests_on"), {"series": ", ".join(names)})


def _mixed(claims: list[tuple[str, Made]]) -> tuple[str, ...]:
    """The series, where one of them was not made like another or as a rule asks."""
    differ = any(here.differs(there) for _, here in claims for _, there in claims)
    return tuple(dict.fromkeys(name for name, _ in claims if name)) if differ else ()


def _made(area: Area, indicator: object, series: str) -> Made:
    found = area.one(Indicator, indicator if isinstance(indicator, str) else None)
    return made(found.series[series]) if found and series in found.series else Made()
