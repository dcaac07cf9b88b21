"""Some of the deadlines: of a body, a meeting, a party or a role, and within how many days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from byvekst_cli.area import Area
from byvekst_cli.deadlines.item import Item, Standing
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.organisation import Organisation, Party

OPEN = (Standing.OVERDUE, Standing.DUE, Standing.COMING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for; None is everything."""

    body: str | None = None
    meeting: str | None = None
    party: str | None = None
    role: str | None = None

    def fits(self, item: Item, area: Area) -> bool:
        same = _same(self.body, item.body) and _same(self.meeting, item.meeting)
        return same and self._by_party(item, area) and self._by_role(item, area)

    def asks(self, doer: str, area: Area) -> bool:
        """Whether somebody is the party that was asked for, or sits for it."""
        return self.party is None or doer.casefold() in {self.party.casefold(), *_through(self.party, area)}

    def _by_party(self, item: Item, area: Area) -> bool:
        return self.party is None or any(self.asks(doer, area) for doer in item.doers)

    def _by_role(self, item: Item, area: Area) -> bool:
        return self.role is None or any(self.role.casefold() == role_of(doer, area) for doer in item.doers)


def chosen(items: Iterable[Item], wanted: Wanted, area: Area) -> tuple[Item, ...]:
    """Those that were asked for, in the same order."""
    return tuple(item for item in items if wanted.fits(item, area))


def near(items: Iterable[Item], area: Area, days: int) -> tuple[Item, ...]:
    """What is open on the area's day and falls within so many days, or should have been done."""
    last = area.as_of + timedelta(days=days)
    return tuple(item for item in items if item.standing(area.as_of) in OPEN and item.day <= last)


def role_of(doer: str, area: Area) -> str | None:
    """The role of a body, or the type of an organisation."""
    mandate, organisation = area.one(Mandate, doer), area.one(Organisation, doer)
    if mandate is not None:
        return mandate.role.casefold()
    return organisation.type.value if organisation else None


def _through(party: str, area: Area) -> set[str]:
    """The organisations that sit for a party, as agencies do for the state."""
    parties: list[Party] = area.file.parties if area.file else []
    return {id.casefold() for each in parties if _same(party, each.organisation) for id in each.through}


def _same(wanted: str | None, id: str | None) -> bool:
    return wanted is None or (id is not None and wanted.casefold() == id.casefold())
