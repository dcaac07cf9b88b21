"""`saksliste`: the call to a meeting and its cases, with what was sent after the rest."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.area.papers import day_of
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import AgendaItem, LateSending, Meeting, NoPaper, Sent
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.treatment import Handling
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.called import Called, called, meeting_of


@dataclass(frozen=True, slots=True)
class Late:
    """What was sent after the rest: which version, what it replaces, and why."""

    title: str | None
    number: str | None
    dated: When
    version: Decimal | None
    replaces: Decimal | None
    reason: str
    approved_by: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the list. `at` counts from 1; `case` is the id, None where it has none.

    `paper` is the note; `late` is what came after the rest, the last one last. `title` is None where
    nobody but the members may see it.
    """

    at: int
    number: str | None
    title: str | None
    handling: Handling | Unknown | None
    sender: str | None
    without_paper: NoPaper | None
    is_coordination: bool
    is_shielded: bool
    case: str | None
    paper: Record[Paper] | None
    late: tuple[Late, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The call and the list; `late` are all papers sent after the rest, by date."""

    called: Called
    sent: Sent | None
    items: tuple[Item, ...]
    late: tuple[Late, ...]


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """The document with nothing but the call and the list."""

    agenda: Agenda
    invented: bool


def agenda_paper(area: Area, meeting: str) -> AgendaPaper:
    """Of a meeting by its id. Raises NotThere."""
    record = meeting_of(area, meeting)
    return AgendaPaper(agenda(area, record), bool(record.model.illustration))


def agenda(area: Area, meeting: Record[Meeting]) -> Agenda:
    """What the members get before the meeting: time, place, roles and cases."""
    model = meeting.model
    items = tuple(_item(area, meeting, at, row) for at, row in enumerate(model.agenda, 1))
    rows = sorted(model.late, key=_order)
    return Agenda(called(area, meeting), model.sent, items, tuple(_late(area, model, row) for row in rows))


def title_of(area: Area, item: AgendaItem) -> str | None:
    """As the agenda has it, or else as the case does; None where it is not for everyone."""
    case = area.one(Case, item.case)
    return item.title or (case.title if case else item.case)


def paper_of(area: Area, case: str, meeting: Record[Meeting]) -> Record[Paper] | None:
    """The note that names the meeting, or else the body's last one that names no other meeting.

    One that names none is for the first meeting of its body on or after its day that has the case.
    """
    own = [each for each in area.of(Paper) if each.model.case.casefold() == case.casefold()]
    named = [each for each in own if _same(each.model.meeting, meeting.id)]
    open_ones = [
        each for each in own if each.model.meeting is None and _same(each.model.body, meeting.model.body)
    ]
    return _latest(area, named) or _latest(area, [each for each in open_ones if _fits(area, each, meeting)])


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.casefold() == other.casefold()


def _fits(area: Area, paper: Record[Paper], meeting: Record[Meeting]) -> bool:
    day = day_of(paper.model, area)
    if day is None:
        return True
    others = (each.model for each in area.of(Meeting) if _same(each.model.body, meeting.model.body))
    days = [m.dated.last for m in others if m.takes_place and m.has_case(paper.model.case)]
    return meeting.model.dated.last == min((each for each in days if each >= day), default=None)


def _latest(area: Area, papers: list[Record[Paper]]) -> Record[Paper] | None:
    def when(paper: Record[Paper]) -> tuple[str, str]:
        day = day_of(paper.model, area)
        return (day.isoformat() if day else "", paper.path)

    return max(papers, key=when, default=None)


def _item(area: Area, meeting: Record[Meeting], at: int, row: AgendaItem) -> Item:
    late = [each for each in meeting.model.late if row.case and _same(each.case, row.case)]
    late.sort(key=_order)
    return Item(
        at,
        row.number,
        title_of(area, row),
        row.handling,
        row.sender,
        row.without_paper,
        bool(row.coordination),
        bool(row.shielded),
        row.case,
        paper_of(area, row.case, meeting) if row.case else None,
        tuple(_late(area, meeting.model, each) for each in late),
    )


def _order(row: LateSending) -> tuple[date, Decimal]:
    return row.dated.first, row.version or Decimal(0)


def _late(area: Area, meeting: Meeting, row: LateSending) -> Late:
    item = next((each for each in meeting.agenda if row.case and _same(each.case, row.case)), None)
    case = area.one(Case, row.case)
    title = title_of(area, item) if item else case.title if case else None
    number = item.number if item else None
    return Late(title, number, row.dated, row.version, row.replaces, row.reason, row.approved_by)
