"""Who is to do something: members of a body, the secretariat, parties with councils of their own."""

from collections.abc import Iterator
from datetime import date

from byvekst_cli.area import Area
from byvekst_cli.model.case import Case
from byvekst_cli.model.mandate import Mandate, Seat, SeatPart
from byvekst_cli.model.organisation import Consent, Organisation, OrganisationType, Party
from byvekst_cli.model.when import When

SECRETARIAT = "sekretariat"
_MEMBERS = frozenset({SeatPart.LEADER, SeatPart.DEPUTY_LEADER, SeatPart.MEMBER})
_WITH_COUNCILS = frozenset({OrganisationType.COUNTY, OrganisationType.MUNICIPALITY})


def secretariats(area: Area, day: date) -> tuple[str, ...]:
    """The bodies that are secretariats on a day."""
    return tuple(
        sorted(
            record.id
            for record in area.of(Mandate)
            if record.model.role == SECRETARIAT and record.model.is_in_force(day)
        )
    )


def members(area: Area, body: str, day: date) -> tuple[str, ...]:
    """The organisations that sit in a body; the parties to its agreement where no seat is known."""
    mandate = area.one(Mandate, body)
    if mandate is None:
        return ()
    sitting = [seat.organisation for seat in mandate.seats if seat.part in _MEMBERS and _sits(seat, day)]
    if not mandate.seats:
        parties = parties_to(area, mandate.agreement, day)
        sitting = [id for party in parties for id in (party.through or [party.organisation])]
    return tuple(dict.fromkeys(sitting))


def parties_to(area: Area, agreement: str | None, day: date) -> Iterator[Party]:
    """The parties that an agreement needs on a day; of all agreements where none is named."""
    for party in area.file.parties if area.file else ():
        same = agreement is None or party.agreement.casefold() == agreement.casefold()
        if same and party.consent is Consent.REQUIRED and party.is_in_force(day):
            yield party


def local_parties(area: Area, case: Case, body: str | None, day: date) -> tuple[str, ...]:
    """The counties and municipalities whose own councils treat a case."""
    return _with_councils(area, case.agreement, day) if case.agreement else local_parties_of(area, body, day)


def local_parties_of(area: Area, body: str | None, day: date) -> tuple[str, ...]:
    """Those that are parties to the agreement of a body."""
    mandate = area.one(Mandate, body)
    return _with_councils(area, mandate.agreement if mandate else None, day)


def _with_councils(area: Area, agreement: str | None, day: date) -> tuple[str, ...]:
    names = (party.organisation for party in parties_to(area, agreement, day))
    found = ((name, area.one(Organisation, name)) for name in dict.fromkeys(names))
    return tuple(name for name, known in found if known and known.type in _WITH_COUNCILS)


def without_local_treatment(case: Case, parties: tuple[str, ...], by: date | None = None) -> tuple[str, ...]:
    """Those that nothing is registered for, or nothing but what came after a day."""
    treated = {
        each.organisation.casefold()
        for each in case.local
        if each.outcome is not None
        or (isinstance(each.dated, When) and (by is None or each.dated.first <= by))
    }
    return tuple(party for party in parties if party.casefold() not in treated)


def _sits(seat: Seat, day: date) -> bool:
    begun = not isinstance(seat.since, When) or seat.since.first <= day
    return begun and not (isinstance(seat.until, When) and seat.until.has_passed(day))
