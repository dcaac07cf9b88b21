"""GOA009: the programme does not answer the last goal evaluation."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.goals.follow_up import came_after, last_evaluation, last_programme, unanswered
from byvekst_cli.model.programme import Programme
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA009", about=Programme, severity=Severity.WARNING)
def silent_programme(programme: Record[Programme], area: Area) -> Problems:
    """Only the last programme, and only where it surely came after the evaluation."""
    evaluation, last = last_evaluation(area), last_programme(area)
    if evaluation is None or last is None or last.id != programme.id:
        return
    missing = unanswered(programme.model, evaluation.model)
    if missing == () or (missing is None and not came_after(programme.model, evaluation.model)):
        return
    facts = {"year": str(evaluation.model.year), "points": ", ".join(missing or ())}
    yield Problem(programme.at("answers") if programme.model.answers else programme.at("name"), facts)
