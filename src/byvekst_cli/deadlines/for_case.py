"""The deadlines that a case waits for: its own, and those of the meetings whose agendas it is on."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.choose import OPEN
from byvekst_cli.deadlines.item import Item
from byvekst_cli.deadlines.items import ANSWERS, MEETS, all_items
from byvekst_cli.model.case import Case
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import Meeting

_OF_ALL: Final = frozenset(
    {
        MEETS,
        ANSWERS,
        *(kind.name.lower() for kind in (DeadlineKind.AGENDA, DeadlineKind.CALL, DeadlineKind.DISPATCH)),
    }
)
"""What is done once for a meeting, and so for each case on its agenda."""


def items_for(area: Area, case: str) -> tuple[Item, ...]:
    """Every deadline of a case, by date, whether done or not."""
    return _by_case(area).get(case.casefold(), ())


def open_items(area: Area, case: str) -> tuple[Item, ...]:
    """Those that are open on the area's day, the nearest or most overdue first."""
    return tuple(item for item in items_for(area, case) if item.standing(area.as_of) in OPEN)


@lru_cache(maxsize=1)
def _by_case(area: Area) -> Mapping[str, tuple[Item, ...]]:
    found: dict[str, list[Item]] = {}
    for item in all_items(area):
        for case in _cases(item, area):
            found.setdefault(case, []).append(item)
    return {case: tuple(items) for case, items in found.items()}


def _cases(item: Item, area: Area) -> tuple[str, ...]:
    if item.case is not None:
        return (item.case.casefold(),)
    meeting = area.one(Meeting, item.meeting)
    if meeting is None or item.kind not in _OF_ALL:
        return ()
    known = (area.one(Case, row.case) for row in meeting.agenda)
    return tuple(dict.fromkeys(case.id.casefold() for case in known if case))
