"""GOV008: a meeting decided something that its body's mandate does not let it, or for more money."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.governance.bodies import records
from byvekst_cli.governance.tasks import cells_of
from byvekst_cli.model.mandate import Mandate, TaskPart
from byvekst_cli.model.meeting import AgendaItem, Meeting, was_decided
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV008", about=Meeting, severity=Severity.WARNING)
def result_beyond_authority(meeting: Record[Meeting], area: Area) -> Problems:
    """Only where the result says which task it is of, and the mandate says something of tasks."""
    body = area.one(Mandate, meeting.model.body)
    for index, item in enumerate(meeting.model.agenda):
        if body is None or item.task is None or not was_decided(item):
            continue
        facts: dict[str, object] = {"body": body.name, "task": item.task}
        limit = _limit(body, item)
        clue = Clue(records(area)[body.id].at("id", on=On.KEY), "the-mandate-here")
        if limit is not None and item.money is not None:
            facts |= {"amount": item.money.amount, "limit": limit}
            yield Problem(meeting.at("agenda", index, "money", "amount"), facts, (clue,))
        elif not _may(body, item.task):
            yield Problem(meeting.at("agenda", index, "task"), facts, (clue,))


def _may(body: Mandate, task: str) -> bool:
    cell = cells_of((body,), task).get(body.id)
    if cell is None:
        return not body.tasks and not body.authority
    return cell.part is TaskPart.DECIDES or bool(cell.authority)


def _limit(body: Mandate, item: AgendaItem) -> Decimal | None:
    """The highest limit at the result's own price level, where the result goes beyond it."""
    covering = [each for each in body.authority if item.task and each.covers(item.task)]
    if item.money is None or not isinstance(item.money.amount, Decimal):
        return None
    amount, level = abs(item.money.amount), item.money.price_year
    limits = [each.limit for each in covering if each.price_year == level]
    known = [limit for limit in limits if isinstance(limit, Decimal)]
    return max(known) if known and len(known) == len(covering) and amount > max(known) else None
