"""GOV004: somebody sits as a member for an organisation that is no party to the agreement on the day."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.governance.bodies import parties, speaks_for
from byvekst_cli.governance.consensus import family
from byvekst_cli.model.mandate import Mandate, SeatPart
from byvekst_cli.model.organisation import Organisation, OrganisationType
from byvekst_cli.rules.rule import Problems, rule

_FULL = (SeatPart.LEADER, SeatPart.DEPUTY_LEADER, SeatPart.MEMBER)


@rule("GOV004", about=Mandate, severity=Severity.WARNING)
def seat_without_party(mandate: Record[Mandate], area: Area) -> Problems:
    """Statsforvalteren takes part without consenting in most areas, and is not judged; nor are observers."""
    agreement = mandate.model.agreement
    same = family(area, agreement) if agreement else frozenset()
    there = [party for party in parties(area) if party.agreement.casefold() in same]
    for index, seat in enumerate(mandate.model.seats if there else []):
        known = area.one(Organisation, seat.organisation)
        if known is None or known.type is OrganisationType.GOVERNOR or seat.part not in _FULL:
            continue
        if seat.is_held(area.as_of) and not any(speaks_for(area, seat.organisation, p) for p in there):
            facts = {"organisation": seat.organisation, "name": Hint(known.name)}
            yield Problem(mandate.at("seats", index, "organisation"), facts)
