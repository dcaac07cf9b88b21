"""GOA011: a goal was not reached, and the evaluation does not say what should follow."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.goals.follow_up import last_evaluation
from byvekst_cli.model.evaluation import GoalEvaluation, Verdict
from byvekst_cli.model.goal import Goal
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA011", about=GoalEvaluation, severity=Severity.WARNING)
def verdict_without_follow_up(evaluation: Record[GoalEvaluation], area: Area) -> Problems:
    """Of the last evaluation; what older ones wanted is history."""
    last = last_evaluation(area)
    if last is None or last.id != evaluation.id:
        return
    followed = {point.goal.casefold() for point in evaluation.model.follow_up.values()}
    for id, verdict in evaluation.model.verdicts.items():
        if verdict.verdict in (Verdict.NO, Verdict.PARTLY) and id.casefold() not in followed:
            goal = area.one(Goal, id)
            facts = {"goal": goal.name if goal else id, "verdict": str(verdict.verdict)}
            yield Problem(evaluation.at("verdicts", id, "verdict"), facts)
