"""GOV011: a body under one agreement decided a case under the other, without saying which."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.governance.consensus import family
from byvekst_cli.model.agreement import Agreement, AgreementType
from byvekst_cli.model.case import Case
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import Meeting, was_decided
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV011", about=Meeting, severity=Severity.WARNING)
def agreements_mixed(meeting: Record[Meeting], area: Area) -> Problems:
    """A toll package and a growth agreement are two; an agreement and those it replaced are one."""
    body = area.one(Mandate, meeting.model.body)
    for index, item in enumerate(meeting.model.agenda):
        case = area.one(Case, item.case)
        if body is None or case is None or item.agreements or not was_decided(item):
            continue
        own, other = body.agreement, case.agreement
        if own and other and other.casefold() not in family(area, own) and _are_two(area, own, other):
            facts = {"body": body.name, "own": own, "other": other}
            yield Problem(meeting.at("agenda", index, "case"), facts)


def _are_two(area: Area, one: str, other: str) -> bool:
    kinds = [found.type for id in (one, other) if (found := area.one(Agreement, id))]
    return len(kinds) == 2 and kinds.count(AgreementType.TOLL_PACKAGE) == 1
