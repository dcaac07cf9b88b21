"""A proposed decision against what the case and the meeting say was proposed or decided."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Place
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import Meeting, was_decided
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.treatment import Handling, Outcome, Treatment
from byvekst_cli.prose.amounts import amounts
from byvekst_cli.prose.decision import Decision

_SAYS_SO: Final = re.compile(
    r"endr[aei]|endring|avvik|skil\w* seg|juster|i st(?:ed|ad)et? for|supplert", re.IGNORECASE
)
_WORD: Final = re.compile(r"\w+")
_LED: Final = re.compile(r"^\s*\d{1,2}[.)]\s+")
_ENDED: Final = (Outcome.DECIDED, Outcome.ENDORSED, Outcome.ENDORSED_WITH_REMARKS)
_SHOWN: Final = 90


@dataclass(frozen=True, slots=True)
class Told:
    """What a proposal is compared with; `by_money` where only money can be."""

    points: tuple[str, ...]
    place: Place
    says: str
    by_money: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """The first that differs, as it stands in the note and elsewhere."""

    ours: str | None
    theirs: str | None


def told_elsewhere(note: Record[Paper], area: Area) -> Iterator[Told]:
    """Every statement of the proposal or its outcome for the body and meeting of the note."""
    for record in area.of(Case):
        if record.id.casefold() == note.model.case.casefold():
            yield from _in_case(record, note.model)
    for meeting in area.of(Meeting):
        if note.model.meeting and meeting.id.casefold() == note.model.meeting.casefold():
            yield from _in_meeting(meeting, note.model)


def unlike(decision: Decision, told: Told, text: str) -> Difference | None:
    """How they differ, or None. Another body's recommendation is compared by money alone."""
    if told.by_money:
        ours, theirs = _money(point.text for point in decision.points), _money(told.points)
        if not theirs or not ours or theirs.keys() == ours.keys() or _SAYS_SO.search(text):
            return None
        return Difference(_only_in(ours, theirs), _only_in(theirs, ours))
    mine = [point.text for point in decision.points]
    if _plain(" ".join(told.points)) in (
        _plain(" ".join(mine)),
        _plain(" ".join((decision.preamble, *mine))),
    ):
        return None
    pairs = zip_longest(mine, told.points)
    first = next(((a, b) for a, b in pairs if _plain(a or "") != _plain(b or "")), (mine[0], told.points[0]))
    return Difference(_short(first[0]), _short(first[1]))


def _money(points: Iterable[str]) -> dict[Decimal, str]:
    """The amounts (MNOK), each as it is written the first time: 12 mill. kr is 12 000 000 kroner."""
    found: dict[Decimal, str] = {}
    for point in points:
        for each in amounts(point):
            found.setdefault(each.mnok.normalize(), point[each.start : each.end])
    return found


def _only_in(ours: Mapping[Decimal, str], theirs: Mapping[Decimal, str]) -> str | None:
    return ", ".join(written for mnok, written in ours.items() if mnok not in theirs) or None


def _in_case(case: Record[Case], paper: Paper) -> Iterator[Told]:
    treatments = case.model.treatments
    own = next((at for at, each in enumerate(treatments) if _is_of(each, paper)), None)
    if own is None:
        return
    mine = treatments[own]
    if mine.proposal:
        yield Told((mine.proposal,), case.at("treatments", own, "proposal"), "the-proposal-here")
    if mine.decision and mine.outcome in _ENDED and not mine.changed:
        place = case.at("treatments", own, "decision", on=On.KEY)
        yield Told(tuple(mine.decision), place, "the-decision-here")
    for at, each in enumerate(treatments[:own]):
        if each.handling is Handling.RECOMMENDATION and each.decision:
            place = case.at("treatments", at, "decision", on=On.KEY)
            yield Told(tuple(each.decision), place, "the-recommendation-here", by_money=True)


def _is_of(treatment: Treatment, paper: Paper) -> bool:
    if treatment.meeting and paper.meeting:
        return treatment.meeting.casefold() == paper.meeting.casefold()
    return paper.body is not None and treatment.body.casefold() == paper.body.casefold()


def _in_meeting(meeting: Record[Meeting], paper: Paper) -> Iterator[Told]:
    for at, item in enumerate(meeting.model.agenda):
        if (item.case or "").casefold() != paper.case.casefold():
            continue
        if item.recommendation:
            place = meeting.at("agenda", at, "recommendation", on=On.KEY)
            yield Told(tuple(item.recommendation), place, "the-recommendation-here")
        elif item.decision and was_decided(item) and not item.changed:
            yield Told(
                tuple(item.decision), meeting.at("agenda", at, "decision", on=On.KEY), "the-decision-here"
            )


def _plain(text: str) -> str:
    return " ".join(word.casefold() for word in _WORD.findall(_LED.sub("", text)))


def _short(text: str | None) -> str | None:
    if text is None or len(text) <= _SHOWN:
        return text
    return f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
