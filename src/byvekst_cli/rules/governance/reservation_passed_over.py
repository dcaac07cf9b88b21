"""GOV012: a later note is silent about a reservation that a party made on the same case."""

from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.area.papers import day_of
from byvekst_cli.finding import Clue, Hint, Problem, Severity
from byvekst_cli.governance.consensus import reservations
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.mentions import tells_of
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """Words with spaces between. `ord` tell of a reservation by the party; `nekting` that there is none."""

    ord: str = "forbehold atterhald merknad reservasjon reserver dissens"
    nekting: str = "ingen inga intet ikke ikkje uten utan"


@rule("GOV012", about=Paper, severity=Severity.WARNING, options=Options)
def reservation_passed_over(paper: Record[Paper], area: Area, options: Options) -> Problems:
    """A note is later when its meeting, or else its last version, is; else that cannot be told."""
    day = day_of(paper.model, area)
    told = {organisation.casefold() for organisation in paper.model.reservations}
    for each in reservations(area, paper.model.case):
        earlier = day is not None and each.meeting.model.dated.last < day
        if not earlier or each.organisation.casefold() in told:
            continue
        told.add(each.organisation.casefold())
        name = area.name_of(each.organisation)
        short = name.removesuffix(" kommune").removesuffix(" fylkeskommune")
        if not tells_of(area.text_of(paper), short, options.ord.split(), options.nekting.split()):
            place = each.meeting.at("agenda", each.index, "exceptions", each.position, "organisation")
            facts = {"party": each.organisation, "name": Hint(name), "meeting": each.meeting.id}
            yield Problem(paper.at("case"), facts, (Clue(place, "the-reservation-here"),))
