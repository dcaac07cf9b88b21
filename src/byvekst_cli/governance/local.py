"""Local treatment of a case: how far each party has come, and their decisions point by point."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import is_local
from byvekst_cli.model.area_file import AreaFile
from byvekst_cli.model.case import Case
from byvekst_cli.model.organisation import Consent
from byvekst_cli.model.treatment import LocalTreatment, Outcome, Point
from byvekst_cli.model.when import When

AS_PROPOSED: Final = (Outcome.DECIDED, Outcome.ENDORSED)
WITH_REMARKS: Final = (Outcome.ENDORSED_WITH_REMARKS,)


@dataclass(frozen=True, slots=True)
class Treated:
    """A party's own treatment, latest first where there are several; None where none is registered.

    `is_registered` says that the day is known and is not after the day the area is seen from; `due` is the
    last day for this party.
    """

    organisation: str
    treatment: LocalTreatment | None
    due: When | None
    is_registered: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party made of one point. `deviates` is None where that cannot be told."""

    outcome: Outcome | None
    text: str | None
    deviates: bool | None


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point as all parties got it, each party's answer by organisation, and the agreed text."""

    point: str
    proposal: str | None
    answers: Mapping[str, Answer]
    agreed: str | None


def tracker(area: Area, case: Case) -> tuple[Treated, ...]:
    """A row for each party that treats the case itself: those it names, and the agreement's others."""
    names: dict[str, str] = {}
    for organisation in (*(each.organisation for each in case.local), *_expected(area, case)):
        names.setdefault(organisation.casefold(), organisation)
    return tuple(_treated(area, case, name) for name in names.values())


def missing(area: Area, case: Case) -> tuple[Treated, ...]:
    """The parties whose treatment is not registered on the day."""
    return tuple(row for row in tracker(area, case) if not row.is_registered)


def _treated(area: Area, case: Case, organisation: str) -> Treated:
    own = [each for each in case.local if each.organisation.casefold() == organisation.casefold()]
    latest = max(own, key=lambda each: (_day(each) or date.min, case.local.index(each)), default=None)
    day = _day(latest) if latest else None
    has_outcome = latest is not None and (isinstance(latest.outcome, Outcome) or bool(latest.points))
    registered = (day is not None and day <= area.as_of) or (day is None and has_outcome)
    return Treated(organisation, latest, (latest.due if latest else None) or case.local_by, registered)


def _day(treatment: LocalTreatment) -> date | None:
    return treatment.dated.last if isinstance(treatment.dated, When) else None


def _expected(area: Area, case: Case) -> tuple[str, ...]:
    """The counties and municipalities that must consent to the agreement when the case is treated."""
    day = _when(area, case)
    return tuple(
        dict.fromkeys(
            party.organisation
            for file in area.of(AreaFile)
            for party in file.model.parties
            if case.agreement is not None
            and party.agreement.casefold() == case.agreement.casefold()
            and party.consent is Consent.REQUIRED
            and party.is_in_force(day)
            and is_local(area, party.organisation)
        )
    )


def _when(area: Area, case: Case) -> date:
    """The last day of the round, as far as it is known; else the day the area is seen from."""
    days = [day for each in case.local if (day := _day(each)) is not None]
    return case.local_by.last if case.local_by else max(days, default=area.as_of)


def coordination(area: Area, case: Case) -> tuple[PointRow, ...]:
    """The points side by side: the case's own, then those that only a party has."""
    rows = [row for row in tracker(area, case) if row.treatment is not None]
    proposed = {point.point: point.text for point in case.points}
    own = (point.point for row in rows if row.treatment for point in row.treatment.points)
    agreed = _by_number(case.agreed)
    return tuple(
        PointRow(
            point,
            proposed.get(point),
            {row.organisation: _answer(row, point, proposed) for row in rows},
            agreed.get(point),
        )
        for point in dict.fromkeys((*proposed, *own, *agreed))
    )


def _by_number(points: list[Point]) -> dict[str, str]:
    return {point.point: point.text for point in points}


def _answer(row: Treated, point: str, proposed: Mapping[str, str]) -> Answer:
    """The party's word on the point, or else on the case as a whole where that is without remarks."""
    treatment = row.treatment
    if treatment is None:
        return Answer(None, None, None)
    own = next((each for each in treatment.points if each.point == point), None)
    if own is not None:
        other = own.text is not None and own.text.split() != (proposed.get(point) or "").split()
        return Answer(own.outcome, own.text, other or own.outcome not in AS_PROPOSED)
    whole = treatment.outcome if isinstance(treatment.outcome, Outcome) else None
    if whole in AS_PROPOSED or (whole in WITH_REMARKS and treatment.points):
        return Answer(whole, None, False if point in proposed else None)
    return Answer(whole, None, None)
