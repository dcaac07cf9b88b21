"""Who meets, when and where, and who is asked to come: by function, never by name."""

from dataclasses import dataclass
from datetime import date

from byvekst_cli.area import Area, Record
from byvekst_cli.governance.bodies import held
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.mandate import Mandate, Seat, SeatPart
from byvekst_cli.model.meeting import (
    Answer,
    AnswerGiven,
    Meeting,
    MeetingForm,
    MeetingState,
    Openness,
    WrittenProcedure,
)
from byvekst_cli.model.text import file_stem
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.asked import NotThere

_ORDER = (SeatPart.LEADER, SeatPart.DEPUTY_LEADER, SeatPart.MEMBER, SeatPart.DEPUTY, SeatPart.OBSERVER)


@dataclass(frozen=True, slots=True)
class Invited:
    """One seat: whose it is, the function that fills it, and as what."""

    organisation: str
    function: str | Unknown | None
    part: SeatPart


@dataclass(frozen=True, slots=True)
class Answered:
    """What a party answered in a written procedure; `answer` is None where none is entered yet."""

    organisation: str
    answer: AnswerGiven | None
    dated: When | None


@dataclass(frozen=True, slots=True)
class Written:
    """A decision between meetings: on what, by when, whether silence is consent, and the answers."""

    text: str | None
    sent: When | None
    answer_by: When
    silence_is_consent: bool | None
    answers: tuple[Answered, ...]
    entered_in: When | None


@dataclass(frozen=True, slots=True)
class Called:
    """A meeting, or a written procedure where `written` is set. `moved` is where it went to, or came from."""

    id: str
    body: str
    body_id: str
    agreement: str | None
    dated: When
    time: str | None
    place: str | Unknown | None
    form: MeetingForm
    state: MeetingState
    openness: Openness | Unknown | None
    moved_to: When | None
    moved_from: When | None
    invited: tuple[Invited, ...]
    written: Written | None
    is_written: bool


def called(area: Area, meeting: Record[Meeting]) -> Called:
    """What the call to a meeting says above its list of cases."""
    model = meeting.model
    body = area.one(Mandate, model.body)
    agreement = area.one(Agreement, body.agreement) if body else None
    invited = tuple(_invited(area, seat) for seat in _seats(body, model.dated.first))
    return Called(
        meeting.id,
        body_name(area, model.body),
        model.body,
        agreement.name if agreement else None,
        model.dated,
        model.time,
        model.place,
        model.form,
        model.state,
        model.openness,
        _day_of(area, model.moved_to),
        _day_of(area, model.moved_from),
        invited,
        _written(area, model.written, invited) if model.written else None,
        model.form is MeetingForm.WRITTEN or model.written is not None,
    )


def meeting_of(area: Area, asked: str) -> Record[Meeting]:
    """The meeting with an id, or in the folder of that name; NotThere tells the last that begins so."""
    wanted = file_stem(asked.strip().rstrip("/").rpartition("/")[2])
    found = next((record for record in area.of(Meeting) if file_stem(record.id) == wanted), None)
    if found is None:
        begun = [record.id for record in area.of(Meeting) if file_stem(record.id).startswith(wanted)]
        raise NotThere("meeting", asked, area.near(asked, ("meeting",)) or max(begun, default=None))
    return found


def body_name(area: Area, id: str | None) -> str:
    """The name of a body or an organisation, or its id where it is not known."""
    mandate = area.one(Mandate, id)
    return mandate.name if mandate else area.name_of(id or "")


def _seats(body: Mandate | None, day: date) -> list[Seat]:
    """Those that are held on the day of the meeting: the leader first, else as the mandate has them."""
    found = held(body, day) if body else ()
    return sorted(found, key=lambda seat: _ORDER.index(seat.part) if seat.part in _ORDER else len(_ORDER))


def _invited(area: Area, seat: Seat) -> Invited:
    return Invited(area.name_of(seat.organisation), seat.function, seat.part)


def _day_of(area: Area, id: str | None) -> When | None:
    meeting = area.one(Meeting, id)
    return meeting.dated if meeting else None


def _written(area: Area, found: WrittenProcedure, invited: tuple[Invited, ...]) -> Written:
    """The answers in their order, then those who are asked and have not answered."""
    given = [_answered(area, each) for each in found.answers]
    told = {each.organisation for each in given}
    asked = (seat.organisation for seat in invited if seat.part in _ORDER[:3])
    waiting = (Answered(name, None, None) for name in dict.fromkeys(asked) if name not in told)
    return Written(
        found.text,
        found.sent,
        found.answer_by,
        found.silence_is_consent,
        (*given, *waiting),
        _day_of(area, found.entered_in),
    )


def _answered(area: Area, each: Answer) -> Answered:
    return Answered(area.name_of(each.organisation), each.answer, each.dated)
