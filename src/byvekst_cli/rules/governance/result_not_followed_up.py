"""GOV017: a decision asks for something to be done, and no follow-up row holds it."""

import re
from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.governance.follow import asked_by
from byvekst_cli.model.follow_up import FollowUp
from byvekst_cli.model.meeting import AgendaItem, Meeting, MeetingState
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """`ord`: the words, with spaces between, that make a point of a decision a request."""

    ord: str = "ber bes bed bedt bede"


@rule("GOV017", about=Meeting, severity=Severity.WARNING, options=Options)
def result_not_followed_up(meeting: Record[Meeting], area: Area, options: Options) -> Problems:
    """Marked results always; the words of a decision only where the area keeps a list of follow-up."""
    rows, keeps = asked_by(area).get(meeting.id.casefold(), ()), bool(area.of(FollowUp))
    if meeting.model.state is not MeetingState.HELD or "follow-up" in area.unread.some:
        return
    asks = re.compile(rf"\b({'|'.join(map(re.escape, options.ord.split()))})\b", re.IGNORECASE)
    for index, item in enumerate(meeting.model.agenda):
        asked = next((at for at, point in enumerate(item.decision) if keeps and asks.search(point)), None)
        if any(_holds(row, item) for row in rows):
            continue
        if item.follow_up:
            yield Problem(meeting.at("agenda", index, "follow_up"), {"item": _name(item)})
        elif asked is not None:
            yield Problem(meeting.at("agenda", index, "decision", asked), {"item": _name(item)})


def _holds(row: FollowUp, item: AgendaItem) -> bool:
    return any(a is not None and a == b for a, b in ((row.number, item.number), (row.case, item.case)))


def _name(item: AgendaItem) -> str | None:
    return item.number or item.case or item.title
