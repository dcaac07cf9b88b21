"""The bodies of an area on a day: their order, who they report to, who sits in them."""

from collections.abc import Iterable, Mapping
from datetime import date

from byvekst_cli.area import Area, Record
from byvekst_cli.model.area_file import AreaFile
from byvekst_cli.model.mandate import Mandate, Seat
from byvekst_cli.model.organisation import Organisation, OrganisationType, Party
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.vocabulary import Role
from byvekst_cli.model.when import When


def bodies(area: Area) -> tuple[Mandate, ...]:
    """Those that exist on the day, as far as the dates are known: by role, then by id."""
    ranks = _ranks(area)
    found = (record.model for record in area.of(Mandate))
    there = [body for body in found if _exists(body, area)]
    return tuple(sorted(there, key=lambda body: (ranks.get(body.role.casefold(), len(ranks)), body.id)))


def records(area: Area) -> Mapping[str, Record[Mandate]]:
    """The mandates by id, with the files they are in."""
    return {record.id: record for record in area.of(Mandate)}


def _ranks(area: Area) -> dict[str, int]:
    """The roles in the catalogue's order, which is from the top down."""
    return {role.casefold(): rank for rank, role in enumerate(area.all_of(Role))}


def _exists(body: Mandate, area: Area) -> bool:
    begun = not isinstance(body.since, When) or body.since.first <= area.as_of
    return begun and not (isinstance(body.until, When) and body.until.has_passed(area.as_of))


def chain(area: Area, body: Mandate) -> tuple[Mandate, ...]:
    """The bodies above one, nearest first; it ends where nothing more is said, or where it would go round."""
    found: list[Mandate] = []
    seen = {body.id.casefold()}
    above = _above(area, body)
    while above is not None and above.id.casefold() not in seen:
        found.append(above)
        seen.add(above.id.casefold())
        above = _above(area, above)
    return tuple(found)


def goes_round(area: Area, body: Mandate) -> tuple[str, ...]:
    """The ids of a ring of reporting that leads back to a body, itself first; empty where there is none."""
    above = chain(area, body)
    last = _above(area, above[-1]) if above else _above(area, body)
    is_ring = last is not None and last.id.casefold() == body.id.casefold()
    return (body.id, *(each.id for each in above)) if is_ring else ()


def _above(area: Area, body: Mandate) -> Mandate | None:
    return area.one(Mandate, body.reports_to) if isinstance(body.reports_to, str) else None


def seats(area: Area, body: Mandate) -> tuple[Seat, ...]:
    """The seats that are held on the day, as far as the dates are known."""
    return held(body, area.as_of)


def held(body: Mandate, day: date) -> tuple[Seat, ...]:
    """The seats of a day. One that ended nobody knows when has surely ended where another took its place."""
    found = [seat for seat in body.seats if seat.is_held(day)]
    return tuple(seat for seat in found if not any(_follows(other, seat) for other in found))


def _follows(seat: Seat, earlier: Seat) -> bool:
    """Whether an organisation has a seat since a known day, and the earlier one until an unknown one."""
    same = seat.organisation.casefold() == earlier.organisation.casefold()
    return same and isinstance(earlier.until, Unknown) and isinstance(seat.since, When) and seat.until is None


def parties(area: Area) -> tuple[Party, ...]:
    """The parties to any of the agreements on the day."""
    return tuple(
        party for file in area.of(AreaFile) for party in file.model.parties if party.is_in_force(area.as_of)
    )


def belongs_to(area: Area, organisation: str) -> tuple[str, ...]:
    """An organisation and those it is part of, smallest first, in lower case."""
    found: list[str] = []
    while organisation and organisation.casefold() not in found:
        found.append(organisation.casefold())
        known = area.one(Organisation, organisation)
        organisation = (known.part_of if known else None) or ""
    return tuple(found)


def speaks_for(area: Area, organisation: str, party: Party) -> bool:
    """Whether an organisation is the party, part of it, or one it sits through."""
    own = {each.casefold() for each in (party.organisation, *party.through)}
    return not own.isdisjoint(belongs_to(area, organisation))


def is_local(area: Area, organisation: str) -> bool:
    """Whether it is a county or a municipality, which treats cases in a council of its own."""
    known = area.one(Organisation, organisation)
    return known is not None and known.type in (OrganisationType.COUNTY, OrganisationType.MUNICIPALITY)


def corresponding(areas: Iterable[Area]) -> Mapping[str, tuple[tuple[Mandate, ...], ...]]:
    """For each role that any area has a body for: the bodies with it in each area, in the areas' order."""
    areas = tuple(areas)
    each = [bodies(area) for area in areas]
    ranks = {role: rank for area in areas for role, rank in _ranks(area).items()}
    held = dict.fromkeys(body.role for there in each for body in there)
    roles = sorted(held, key=lambda role: ranks.get(role.casefold(), len(ranks)))
    return {role: tuple(tuple(b for b in there if b.role == role) for there in each) for role in roles}
