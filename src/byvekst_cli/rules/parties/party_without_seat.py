"""PTY001: a party must agree, but nobody sits for it in the body that decides by consensus."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.area_file import AreaFile
from byvekst_cli.model.mandate import DecisionWay, Mandate, SeatPart
from byvekst_cli.model.organisation import Consent, Party
from byvekst_cli.model.vocabulary import STEERING
from byvekst_cli.rules.rule import Problems, rule


@rule("PTY001", about=Mandate, severity=Severity.WARNING)
def party_without_seat(mandate: Record[Mandate], area: Area) -> Problems:
    """Looks at the steering group as it is on the day; a body without any seats is not judged."""
    body = mandate.model
    if body.role != STEERING or not body.seats or not _by_consensus(body):
        return
    sitting = {seat.organisation.casefold() for seat in body.seats if seat.part is not SeatPart.OBSERVER}
    for record in area.of(AreaFile):
        for party in record.model.parties:
            if _must_agree(party, body, area) and sitting.isdisjoint(_sitters(party)):
                title = area.name_of(party.organisation)
                yield Problem(mandate.at("seats"), {"party": party.organisation, "name": Hint(title)})


def _by_consensus(body: Mandate) -> bool:
    return body.deciding is not None and body.deciding.way is DecisionWay.CONSENSUS


def _must_agree(party: Party, body: Mandate, area: Area) -> bool:
    same = body.agreement is not None and party.agreement.casefold() == body.agreement.casefold()
    return same and party.consent is Consent.REQUIRED and party.is_in_force(area.as_of)


def _sitters(party: Party) -> set[str]:
    return {id.casefold() for id in (party.organisation, *party.through)}
