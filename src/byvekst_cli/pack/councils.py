"""The paper to the parties' own councils: the same text for all, with what differs as a table."""

from dataclasses import dataclass, replace

from byvekst_cli.area import Area, Record
from byvekst_cli.area.papers import day_of
from byvekst_cli.governance.local import Treated, tracker
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import AgendaItem, Meeting
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.text import file_stem
from byvekst_cli.model.treatment import Handling, Outcome
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.pack.attachments import Attachment, attachments
from byvekst_cli.pack.box import Box, box
from byvekst_cli.prose.template import decision_of


@dataclass(frozen=True, slots=True)
class Council:
    """One party: the council that treats the case, on whose behalf, its number there, and by when."""

    party: str
    council: str | Unknown | None
    on_behalf_of: str | None
    number: str | None
    due: When | None
    dated: When | Unknown | None
    outcome: Outcome | Unknown | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """One point of the proposed decision; `number` is None where the points have none."""

    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class CouncilPaper:
    """The paper. `points` are the case's own where they are entered, else those of the note."""

    case: str
    title: str
    points: tuple[Proposed, ...]
    due: When | None
    councils: tuple[Council, ...]
    box: Box | None
    paper: Record[Paper] | None
    attachments: tuple[Attachment, ...]
    sent_by: When | None
    invented: bool


def case_of(area: Area, asked: str) -> Record[Case]:
    """The case with an id, or in the folder of that name. Raises NotThere."""
    wanted = file_stem(asked.strip().rstrip("/").rpartition("/")[2])
    found = next((each for each in area.of(Case) if file_stem(each.id) == wanted), None)
    if found is None:
        raise NotThere("id", asked, area.near(asked, ("case",)))
    return found


def council_paper(area: Area, id: str) -> CouncilPaper:
    """The same for every party; nothing but the table of councils differs. Raises NotThere."""
    case = case_of(area, id)
    paper, meeting = _paper(area, case.id), _meeting(area, case.id)
    item = _item(meeting, case.id)
    found = _for_all(box(area, case, meeting, item, paper)) if meeting and item else None
    return CouncilPaper(
        case.id,
        case.model.title,
        _points(area, case.model, paper, item),
        case.model.local_by,
        tuple(_council(area, row) for row in tracker(area, case.model)),
        found,
        paper,
        attachments(area, paper) if paper else (),
        meeting.model.dated if meeting else None,
        any(each.illustration for each in (case.model, paper.model if paper else None) if each),
    )


def _for_all(found: Box) -> Box:
    """The facts without what the parties' own councils have done so far, and without what stands below."""
    return replace(found, earlier=tuple(each for each in found.earlier if not each.is_local), proposal=())


def _paper(area: Area, case: str) -> Record[Paper] | None:
    """The last note of the case that asks for a decision or a recommendation, else the last of all."""
    own = [each for each in area.of(Paper) if each.model.case.casefold() == case.casefold()]
    asked = (Handling.DECISION, Handling.RECOMMENDATION)
    asking = [each for each in own if each.model.handling in asked]

    def when(each: Record[Paper]) -> tuple[str, str]:
        day = day_of(each.model, area)
        return (day.isoformat() if day else "", each.path)

    return max(asking or own, key=when, default=None)


def _meeting(area: Area, case: str) -> Record[Meeting] | None:
    """The last meeting that has the case on its agenda."""
    own = [each for each in area.of(Meeting) if each.model.has_case(case) and each.model.takes_place]
    return max(own, key=lambda each: (each.model.dated.first, each.id), default=None)


def _item(meeting: Record[Meeting] | None, case: str) -> AgendaItem | None:
    rows = meeting.model.agenda if meeting else []
    return next((row for row in rows if row.case and row.case.casefold() == case.casefold()), None)


def _points(
    area: Area, case: Case, paper: Record[Paper] | None, item: AgendaItem | None
) -> tuple[Proposed, ...]:
    if case.points:
        return tuple(Proposed(point.point, point.text) for point in case.points)
    decision = decision_of(paper, area) if paper else None
    if decision is not None:
        return tuple(Proposed(str(p.number) if p.number else None, p.text) for p in decision.points)
    return tuple(Proposed(str(at), text) for at, text in enumerate(item.recommendation if item else (), 1))


def _council(area: Area, row: Treated) -> Council:
    own = row.treatment
    return Council(
        area.name_of(row.organisation),
        own.council if own else None,
        own.on_behalf_of if own else None,
        own.number if own else None,
        row.due,
        own.dated if own else None,
        own.outcome if own else None,
    )
