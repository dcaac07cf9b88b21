"""Times of the year as people say them, without the year."""

from datetime import date

from byvekst_cli.finding import Term
from byvekst_cli.language.formats import LOCALES
from byvekst_cli.language.say import Say
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.wheel import Activity, Yearly


def time_of(activity: Activity, say: Say) -> str:
    """`mai`, `1. juni – 15. juli`, `innen 30. juni`; `ukjent` where nothing is known."""
    since, until = _known(activity.since), _known(activity.until)
    if since is None:
        return say("wheel-by", time=_one(until, say)) if until else say("unknown")
    first = _one(since, say)
    if until is None:
        return say("wheel-from", time=first) if isinstance(activity.until, Unknown) else first
    return first if until == since else _both(since, until, say)


def month_name(month: int, say: Say) -> str:
    """`januar`."""
    return _formatted(date(2001, month, 1), "LLLL", say)


def short_day(day: date, say: Say) -> str:
    """`5. mai`, `5 May`."""
    return _formatted(day, "d MMMM" if say.language == "en" else "d. MMMM", say)


def meeting_day(meeting: Meeting, say: Say) -> str:
    """The day without its year, or as much as is known of it."""
    day = meeting.dated
    return short_day(day.first, say) if day.first == day.last else say("wheel-when", when=day)


def _both(since: Yearly, until: Yearly, say: Say) -> str:
    """`1.–15. juni` where both are days of a month, and a month's own last day is the month."""
    if not since.is_day and since.last_day(2001) == until.last_day(2001):
        return _one(since, say)
    if since.is_day and until.is_day and since.text[:2] == until.text[:2]:
        last = _one(until, say)
        first = str(int(since.text[3:]))
        return f"{first}{'' if say.language == 'en' else '.'}–{last}"
    if since.is_day or until.is_day:
        return f"{_one(since, say)} – {_one(until, say)}"
    return f"{_one(since, say)}–{_one(until, say)}"


def _one(time: Yearly, say: Say) -> str:
    if time.is_day:
        return short_day(time.last_day(2000), say)
    if time.text.isdigit():
        return month_name(int(time.text), say)
    return say("wheel-season", season=Term(f"season-{time.text}")).removesuffix(" of")


def _known(time: Yearly | Unknown | None) -> Yearly | None:
    return time if isinstance(time, Yearly) else None


def _formatted(day: date, pattern: str, say: Say) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, LOCALES[say.language])
