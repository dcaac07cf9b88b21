"""Which evaluation is the last, and whether a programme came after it and answers it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.model.evaluation import GoalEvaluation
from byvekst_cli.model.programme import PlanState, Programme
from byvekst_cli.model.when import When


def last_evaluation(area: Area) -> Record[GoalEvaluation] | None:
    """The evaluation of the latest year."""
    return max(area.of(GoalEvaluation), key=lambda record: record.model.year, default=None)


def last_programme(area: Area) -> Record[Programme] | None:
    """The programme that begins last, of those that no other has replaced."""
    standing = [record for record in area.of(Programme) if record.model.state is not PlanState.REPLACED]
    return max(standing, key=_begins, default=None)


def came_after(programme: Programme, evaluation: GoalEvaluation) -> bool | None:
    """Whether the programme is younger than the evaluation; None where that cannot be told."""
    since = programme.adopted if isinstance(programme.adopted, When) else programme.period.since
    if not isinstance(since, When) or not isinstance(evaluation.published, When):
        return None
    if since.overlaps(evaluation.published):
        return None
    return evaluation.published.is_before(since)


def unanswered(programme: Programme, evaluation: GoalEvaluation) -> tuple[str, ...] | None:
    """The points without an answer; None where the programme does not speak of the evaluation at all."""
    if programme.answers is None or programme.answers.evaluation != evaluation.year:
        return None
    answered = {each.point.casefold() for each in programme.answers.points if each.says_something}
    return tuple(point for point in evaluation.follow_up if point.casefold() not in answered)


def _begins(record: Record[Programme]) -> str:
    since = record.model.period.since
    return f"{since.first.isoformat() if isinstance(since, When) else ''} {record.id}"
