"""GOV009: a decision under delegated authority was not told to the body that the mandate names."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.governance.consensus import held
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import AgendaItem, Meeting, was_decided
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV009", about=Meeting, severity=Severity.WARNING)
def not_reported_upwards(meeting: Record[Meeting], area: Area) -> Problems:
    """Judged when the other body has held a meeting since whose agenda is known."""
    body = area.one(Mandate, meeting.model.body)
    if body is None or "meeting" in area.unread.some:
        return
    for index, item in enumerate(meeting.model.agenda):
        for above in _asked(body, item):
            later = _later(area, meeting, above)
            if later and not any(_tells(each.model, meeting.id, item) for each in later):
                facts = {"task": item.task, "above": _name(area, above)}
                clue = Clue(later[0].at("agenda", on=On.KEY), "agenda-here")
                yield Problem(meeting.at("agenda", index, "task"), facts, (clue,))


def _asked(body: Mandate, item: AgendaItem) -> dict[str, None]:
    """The bodies that the authority for the decision says it must be told to."""
    task = item.task if was_decided(item) else None
    covering = [each for each in body.authority if task is not None and each.covers(task)]
    return dict.fromkeys(each.reports_to.casefold() for each in covering if each.reports_to)


def _later(area: Area, meeting: Record[Meeting], body: str) -> list[Record[Meeting]]:
    day = meeting.model.dated
    there = [each for each in held(area) if each.model.body.casefold() == body and each.model.agenda]
    return [each for each in there if not each.model.dated.is_before(day)]


def _tells(later: Meeting, meeting: str, item: AgendaItem) -> bool:
    reported = any((each.reports or "").casefold() == meeting.casefold() for each in later.agenda)
    return reported or (item.case is not None and later.has_case(item.case))


def _name(area: Area, body: str) -> str:
    found = area.one(Mandate, body)
    return found.name if found else body
