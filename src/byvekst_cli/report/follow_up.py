"""Tasks from decisions and duties by agreement as tables, and for programs; in words that do not judge."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.governance.follow import is_overdue
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount
from byvekst_cli.language.values import value_words
from byvekst_cli.model.case import Case
from byvekst_cli.model.duty import Duty, DutyState
from byvekst_cli.model.follow_up import FollowUp, FollowUpState
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.report.grid import Grid, pile_json
from byvekst_cli.report.roles import say_level

VERSION: Final = 1
FollowUps = tuple[Record[FollowUp], ...]
Duties = tuple[Record[Duty], ...]
_STANDS: Final = {
    DutyState.NOT_SETTLED: "duty-not-settled",
    DutyState.UNDER_WAY: "duty-under-way",
    DutyState.MET: "duty-met",
    DutyState.REPLACED: "duty-replaced",
}


def follow_up_grids(area: Area, rows: FollowUps, duties: Duties, say: Say) -> list[Grid]:
    """The two kinds apart; a kind without rows has no table."""
    grids = []
    if rows:
        head = [say(f"follow-{name}") for name in ("who", "due", "what", "from", "state")]
        lines = _told([_follow_up(record.model, area, say) for record in rows], 3, say)
        grids.append(Grid(say("follow-title"), head, lines, numbers=()).without_empty())
    if duties:
        head = [
            say("local-party"),
            say("duty-clause"),
            say("follow-due"),
            say("follow-what"),
            say("duty-stands"),
        ]
        lines = _told([_duty(record.model, area, say) for record in duties], 1, say)
        grids.append(Grid(say("duties-title"), head, lines, numbers=()).without_empty())
    return grids


def _told(lines: list[list[str]], column: int, say: Say) -> list[list[str]]:
    """The same, with nothing in a column in which every row would say that it is unknown."""
    if any(line[column] != say("unknown") for line in lines):
        return lines
    return [[*line[:column], "", *line[column + 1 :]] for line in lines]


def follow_up_notes(rows: FollowUps, duties: Duties, say: Say) -> list[str]:
    """That there is nothing of a kind, and that duties are not confirmed where they are not."""
    notes = [*([] if rows else [say("follow-none")]), *([] if duties else [say("duties-none")])]
    unconfirmed = [record for record in duties if record.model.confirmed is None]
    if unconfirmed:
        everyone = len(unconfirmed) == len(duties)
        notes.append(say("duties-none-confirmed" if everyone else "duties-some-confirmed"))
    return notes


def _follow_up(row: FollowUp, area: Area, say: Say) -> list[str]:
    return [
        _doer(row, area, say),
        _due(row.due, say),
        row.what,
        _origin(row, area, say),
        _state(row, area, say),
    ]


def _doer(row: FollowUp, area: Area, say: Say) -> str:
    if isinstance(row.owner, str):
        return area.name_of(row.owner)
    body = area.one(Mandate, row.body)
    return (body.name if body else row.body) or say("follow-nobody")


def _origin(row: FollowUp, area: Area, say: Say) -> str:
    """The body, the item and the day of the decision, or else the case."""
    if not isinstance(row.meeting, str):
        case = area.one(Case, row.case)
        return case.title if case else say("unknown")
    meeting = area.one(Meeting, row.meeting)
    if meeting is None:
        return row.meeting
    body = area.one(Mandate, meeting.body)
    parts = (body.name if body else meeting.body, row.number or "", say.day(meeting.dated.first))
    return " ".join(part for part in parts if part)


def _state(row: FollowUp, area: Area, say: Say) -> str:
    known = isinstance(row.state, FollowUpState)
    state = say(f"follow-state-{row.state}") if known else say("unknown")
    if is_overdue(row, area.as_of):
        state = say("follow-passed", state=state)
    return say("follow-evidence", state=state, evidence=row.evidence) if row.evidence else state


def _due(due: When | Unknown | None, say: Say) -> str:
    return value_words(due, say)


def _duty(duty: Duty, area: Area, say: Say) -> list[str]:
    party = duty.party if isinstance(duty.party, str) else None
    clause = say("unknown") if isinstance(duty.clause, Unknown) else duty.clause or ""
    name = say("duty-mutual") if duty.mutual else area.name_of(party) if party else say("unknown")
    return [name, clause, _due(duty.due, say), duty.text, standing(duty, area, say)]


def standing(duty: Duty, area: Area, say: Say) -> str:
    """`bevilget 391 mill. kr (løpende kr) av avtalt 8100 mill. kr (2020-kr), ikke avklart per …`."""
    parts = [*_money(duty, say), say(_STANDS[duty.state], day=area.as_of)]
    sentences = [f"{', '.join(parts)}."]
    sentences += [
        say("duty-reserved", party=area.name_of(each.organisation), text=each.text)
        for each in duty.reservations
    ]
    if duty.confirmed is not None:
        day = duty.confirmed.dated
        sentences.append(say("duty-confirmed", day=day if isinstance(day, When) else None))
    return " ".join(sentences)


def _money(duty: Duty, say: Say) -> Iterable[str]:
    share = duty.share if isinstance(duty.share, Decimal) else None
    granted = _piled(Pile.of(duty.grants), say)
    agreed = _piled(duty.agreed.pile, say) if duty.agreed else ""
    if granted and agreed:
        yield say("duty-granted", granted=granted, agreed=agreed)
    elif agreed:
        yield say("duty-none-granted", agreed=agreed)
    elif granted:
        yield say("duty-granted-only", granted=granted)
    if share is not None:
        yield say("duty-share", share=share)


def _piled(pile: Pile, say: Say) -> str:
    """Each price level by itself: kroner of different years are never added."""
    shown = [_one(money, say) for money in pile.moneys]
    return " + ".join([*shown, *([say("duty-unknown")] if pile.has_unknown else [])])


def _one(money: Money, say: Say) -> str:
    return say("duty-amount", amount=amount(money.in_mnok, say), level=say_level(money.year, say))


def follow_up_json(area: Area, rows: FollowUps, duties: Duties) -> str:
    """Version 1; amounts in MNOK by price level."""
    report: dict[str, Any] = {"version": VERSION, "as_of": area.as_of.isoformat(), "area": area.id}
    report["follow_up"] = [_follow_up_json(record, area) for record in rows]
    report["duties"] = [_duty_json(record) for record in duties]
    return json.dumps(report, ensure_ascii=False, indent=2, default=float) + "\n"


def _follow_up_json(record: Record[FollowUp], area: Area) -> dict[str, Any]:
    row = record.model
    texts = {name: getattr(row, name) for name in ("what", "meeting", "number", "case", "owner", "body")}
    known = {name: None if isinstance(value, Unknown) else value for name, value in texts.items()}
    dates = {"due": str(row.deadline) if row.deadline else None, "done": str(row.done) if row.done else None}
    overdue = is_overdue(row, area.as_of)
    return {
        "id": record.id,
        **known,
        **dates,
        "state": row.state.value if isinstance(row.state, FollowUpState) else None,
        "overdue": overdue,
        "evidence": row.evidence,
    }


def _duty_json(record: Record[Duty]) -> dict[str, Any]:
    duty = record.model
    texts = {name: getattr(duty, name) for name in ("agreement", "clause", "party", "share")}
    known = {name: None if isinstance(value, Unknown) else value for name, value in texts.items()}
    return {
        "id": record.id,
        **known,
        "mutual": duty.mutual is not None,
        "kind": duty.kind.value,
        "text": duty.text,
        "agreed": pile_json(duty.agreed.pile) if duty.agreed else None,
        "granted": [{"year": int(each.year), **pile_json(each.pile)} for each in duty.granted],
        "due": str(duty.deadline) if duty.deadline else None,
        "reservations": [{"party": each.organisation, "text": each.text} for each in duty.reservations],
        "confirmed": duty.confirmed is not None,
        "state": duty.state.value,
    }
