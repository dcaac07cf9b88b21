"""GOA010: no programme has come since the last goal evaluation."""

from dataclasses import dataclass
from datetime import timedelta

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.goals.follow_up import came_after, last_evaluation, last_programme
from byvekst_cli.model.evaluation import GoalEvaluation
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """Days after the evaluation before it is told; programmes are rolled each year."""

    dager: int = 400


@rule("GOA010", about=GoalEvaluation, severity=Severity.WARNING, today=True, options=Options)
def evaluation_not_taken_up(evaluation: Record[GoalEvaluation], area: Area, options: Options) -> Problems:
    """Where the area keeps programmes at all, and the last of them is surely older."""
    last, programme = last_evaluation(area), last_programme(area)
    published = evaluation.model.published
    if last is None or last.id != evaluation.id or programme is None or not isinstance(published, When):
        return
    answers = programme.model.answers
    answered = answers is not None and answers.evaluation == evaluation.model.year
    waited = published.last + timedelta(days=options.dager) < area.as_of
    if waited and not answered and came_after(programme.model, evaluation.model) is False:
        facts = {"published": published, "programme": programme.model.name}
        yield Problem(evaluation.at("published"), facts)
