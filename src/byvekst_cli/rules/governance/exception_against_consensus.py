"""GOV020: a result is entered as full agreement, and also with a party that did not simply agree."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.meeting import Consensus, ExceptionKind, Meeting
from byvekst_cli.rules.rule import Problems, rule

_NOT_AGREED = (ExceptionKind.RESERVATION, ExceptionKind.DISSENT)


@rule("GOV020", about=Meeting, severity=Severity.WARNING)
def exception_against_consensus(meeting: Record[Meeting], area: Area) -> Problems:
    """Remarks, absence and written answers go together with agreement."""
    for index, item in enumerate(meeting.model.agenda):
        found = next((each for each in item.exceptions if each.kind in _NOT_AGREED), None)
        if item.consensus is Consensus.REACHED and found is not None:
            name = Hint(area.name_of(found.organisation))
            facts = {"party": found.organisation, "name": name, "kind": found.kind.value}
            yield Problem(meeting.at("agenda", index, "consensus"), facts)
