"""GOV019: a decision differs from the recommendation, and does not say that it was changed in the meeting."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.model.meeting import Meeting, was_decided
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV019", about=Meeting, severity=Severity.ADVICE)
def change_not_marked(meeting: Record[Meeting], area: Area) -> Problems:
    """Spaces, capitals and full stops are no change."""
    for index, item in enumerate(meeting.model.agenda):
        if not (item.recommendation and item.decision and was_decided(item)) or item.changed:
            continue
        if list(map(_plain, item.recommendation)) != list(map(_plain, item.decision)):
            clue = Clue(meeting.at("agenda", index, "recommendation", on=On.KEY), "the-recommendation-here")
            facts = {"item": item.number or item.case or item.title}
            yield Problem(meeting.at("agenda", index, "decision", on=On.KEY), facts, (clue,))


def _plain(text: str) -> str:
    return " ".join(text.casefold().rstrip(" .").split())
