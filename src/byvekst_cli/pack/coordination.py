"""`samordning`: the parties' own treatment side by side, against the common case and the annual wheel."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from byvekst_cli.area import Area
from byvekst_cli.deadlines.wheel_year import Step, steps
from byvekst_cli.governance.local import coordination, missing, tracker
from byvekst_cli.model.case import Case, CaseKind
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.treatment import Outcome
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.councils import case_of
from byvekst_cli.pack.laid_wheel import is_invented
from byvekst_cli.pack.names import body_name


@dataclass(frozen=True, slots=True)
class Party:
    """One party's own treatment, as far as it is registered."""

    name: str
    council: str | Unknown | None
    on_behalf_of: str | None
    dated: When | Unknown | None
    due: When | None
    number: str | None
    outcome: Outcome | Unknown | None
    additions: str | None
    remark: str | None
    is_registered: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A party's answer to a point; `deviates` is None where that cannot be told."""

    party: str
    outcome: Outcome | None
    text: str | None
    deviates: bool | None


@dataclass(frozen=True, slots=True)
class CasePoint:
    """A point as all got it, what each party made of it, and the agreed text."""

    point: str
    proposal: str | None
    answers: tuple[Said, ...]
    agreed: str | None


@dataclass(frozen=True, slots=True)
class Common:
    """When the case is in a common body."""

    body: str
    dated: When


@dataclass(frozen=True, slots=True)
class Round:
    """An activity of the wheel in the year of the case."""

    step: Step
    who: str


@dataclass(frozen=True, slots=True)
class CoordinationTable:
    """The document; without a `title` no case is treated by the parties themselves."""

    title: str | None
    case: str | None
    kind: CaseKind | Unknown | None
    due: When | None
    year: str
    parties: tuple[Party, ...]
    registered: int
    missing: tuple[str, ...]
    points: tuple[CasePoint, ...]
    deviating: int
    common: tuple[Common, ...]
    local: tuple[Round, ...]
    invented: bool


def coordination_table(area: Area, id: str | None = None) -> CoordinationTable:
    """Of a case, or else the latest that any party treats itself. Raises NotThere."""
    case = _latest(area) if id is None else case_of(area, id).model
    return _of_case(area, case) if case else _of_none(area)


def _of_case(area: Area, case: Case) -> CoordinationTable:
    year = case.local_by.last.year if case.local_by else _last(case).year
    year = area.as_of.year if year == date.min.year else year
    parties = tuple(_parties(area, case))
    points = tuple(_points(area, case))
    return CoordinationTable(
        title=case.title,
        case=case.id,
        kind=case.kind,
        due=case.local_by,
        year=str(year),
        parties=parties,
        registered=sum(each.is_registered for each in parties),
        missing=tuple(area.name_of(each.organisation) for each in missing(area, case)),
        points=points,
        deviating=sum(any(answer.deviates for answer in each.answers) for each in points),
        common=tuple(_common(area, case)),
        local=tuple(_rounds(area, year)),
        invented=bool(case.illustration)
        or any(each.illustration for each in case.local)
        or is_invented(area),
    )


def _of_none(area: Area) -> CoordinationTable:
    """Only what the wheel says of the year."""
    return CoordinationTable(
        title=None,
        case=None,
        kind=None,
        due=None,
        year=str(area.as_of.year),
        parties=(),
        registered=0,
        missing=(),
        points=(),
        deviating=0,
        common=(),
        local=tuple(_rounds(area, area.as_of.year)),
        invented=is_invented(area),
    )


def _latest(area: Area) -> Case | None:
    """The case with local treatment whose round is the last."""
    found = [record.model for record in area.of(Case) if record.model.local or record.model.local_by]
    return max(found, key=lambda case: (_last(case), case.id), default=None)


def _last(case: Case) -> date:
    days = [each.dated.last for each in case.local if isinstance(each.dated, When)]
    return max([*days, *([case.local_by.last] if case.local_by else [])], default=date.min)


def _parties(area: Area, case: Case) -> Iterator[Party]:
    for row in tracker(area, case):
        own = row.treatment
        yield Party(
            area.name_of(row.organisation),
            own.council if own else None,
            own.on_behalf_of if own else None,
            own.dated if own else None,
            row.due,
            own.number if own else None,
            own.outcome if own else None,
            own.additions if own else None,
            own.note if own else None,
            row.is_registered,
        )


def _points(area: Area, case: Case) -> Iterator[CasePoint]:
    for row in coordination(area, case):
        answers = (
            Said(area.name_of(party), each.outcome, each.text, each.deviates)
            for party, each in row.answers.items()
        )
        yield CasePoint(row.point, row.proposal, tuple(answers), row.agreed)


def _common(area: Area, case: Case) -> Iterator[Common]:
    """The meetings that have the case, by day."""
    found = [record.model for record in area.of(Meeting) if record.model.has_case(case.id)]
    for meeting in sorted(found, key=lambda each: each.dated.first):
        yield Common(body_name(area, meeting.body), meeting.dated)


def _rounds(area: Area, year: int) -> Iterator[Round]:
    """What the wheel says of local treatment, and of what it comes between."""
    found = [each for each in steps(area, year) if not each.is_national]
    local = [each for each in found if each.activity.local]
    tied = {
        link.activity.casefold() for each in local for link in (*each.activity.needs, *each.activity.before)
    }
    for each in found:
        if each.activity.local or each.id.casefold() in tied:
            own = each.activity
            yield Round(each, body_name(area, own.body) if own.body else own.others or "")
