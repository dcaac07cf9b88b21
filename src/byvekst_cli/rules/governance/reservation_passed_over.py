"""GOV012: a later note is silent about a reservation that a party made on the same case."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.papers import day_of
from byvekst_cli.finding import Clue, Hint, Problem, Severity
from byvekst_cli.governance.consensus import reservations
from byvekst_cli.model.paper import Paper
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV012", about=Paper, severity=Severity.WARNING)
def reservation_passed_over(paper: Record[Paper], area: Area) -> Problems:
    """A note is later when its meeting, or else its last version, is; else that cannot be told."""
    day = day_of(paper.model, area)
    told = {organisation.casefold() for organisation in paper.model.reservations}
    for each in reservations(area, paper.model.case):
        earlier = day is not None and each.meeting.model.dated.last < day
        if earlier and each.organisation.casefold() not in told:
            told.add(each.organisation.casefold())
            place = each.meeting.at("agenda", each.index, "exceptions", each.position, "organisation")
            facts = {
                "party": each.organisation,
                "name": Hint(area.name_of(each.organisation)),
                "meeting": each.meeting.id,
            }
            yield Problem(paper.at("case"), facts, (Clue(place, "the-reservation-here"),))
