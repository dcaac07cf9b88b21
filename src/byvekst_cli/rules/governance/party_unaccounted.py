"""GOV014: the mandate asks that meetings account for each party, and one is not mentioned."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, On, Problem, Severity
from byvekst_cli.governance.bodies import speaks_for
from byvekst_cli.governance.consensus import family
from byvekst_cli.model.area_file import AreaFile
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import Meeting, MeetingState
from byvekst_cli.model.organisation import Consent, Party
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV014", about=Meeting, severity=Severity.WARNING)
def party_unaccounted(meeting: Record[Meeting], area: Area) -> Problems:
    """Present, absent or excepted will do; a meeting whose attendance is not known is not judged."""
    held, body = meeting.model, area.one(Mandate, meeting.model.body)
    if body is None or body.accounts_for_all is None or held.state is not MeetingState.HELD:
        return
    told = [*held.present, *held.absent]
    excepted = [each.organisation for item in held.agenda for each in item.exceptions]
    place = meeting.at("present" if held.present else "absent", on=On.KEY)
    for party in _parties(area, body, held) if told else ():
        if not any(speaks_for(area, organisation, party) for organisation in (*told, *excepted)):
            facts = {"party": party.organisation, "name": Hint(area.name_of(party.organisation))}
            yield Problem(place, facts)


def _parties(area: Area, body: Mandate, meeting: Meeting) -> Iterator[Party]:
    """Those that must consent to the body's agreement on the day of the meeting."""
    same = family(area, body.agreement) if body.agreement else frozenset()
    seen: set[str] = set()
    for party in (party for file in area.of(AreaFile) for party in file.model.parties):
        asked = party.consent is Consent.REQUIRED and party.is_in_force(meeting.dated.first)
        if asked and party.agreement.casefold() in same and party.organisation.casefold() not in seen:
            seen.add(party.organisation.casefold())
            yield party
