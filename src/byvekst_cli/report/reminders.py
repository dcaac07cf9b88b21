"""Reminders: what each organisation is asked for, ready to send, in the standard it writes itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.text import Text

from byvekst_cli.area import Area
from byvekst_cli.deadlines.choose import Wanted
from byvekst_cli.deadlines.item import Item, Standing
from byvekst_cli.deadlines.people import secretariats
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.organisation import Organisation
from byvekst_cli.report.deadline_words import about, area_name, body_name

_BULLET: Final = "- "


@dataclass(frozen=True, slots=True)
class Reminder:
    """To whom, in which language, and the text."""

    organisation: str
    language: str
    text: str


def reminders(items: Iterable[Item], wanted: Wanted, area: Area, say: Say) -> tuple[Reminder, ...]:
    """One for each organisation that is asked for something; bodies remind themselves."""
    asked: dict[str, list[Item]] = {}
    for item in items:
        for doer in item.doers:
            asked.setdefault(doer, []).append(item)
    known = [(id, area.one(Organisation, id), each) for id, each in asked.items() if wanted.asks(id, area)]
    found = [(organisation.name, id, items) for id, organisation, items in known if organisation]
    return tuple(_reminder(id, items, area, say) for _, id, items in sorted(found, key=lambda each: each[:2]))


def print_reminders(found: tuple[Reminder, ...], area: Area, say: Say, console: Console) -> None:
    """One after the other, each between lines."""
    console.print(Text(safe(say("remind-title", area=area_name(area), day=area.as_of)), style="bold"))
    for each in found:
        console.print()
        console.rule(style="dim")
        for line in each.text.split("\n"):
            mark = _BULLET if line.startswith(_BULLET) else ""
            for at, part in enumerate(Text(line.removeprefix(mark)).wrap(console, console.width - len(mark))):
                console.print(Text(mark if at == 0 else " " * len(mark)) + part)
    if not found:
        console.print(Text(say("remind-none")))


def reminders_markdown(found: tuple[Reminder, ...], area: Area, say: Say) -> str:
    """A heading for each."""
    title = f"# {say('remind-title', area=area_name(area), day=area.as_of)}\n"
    texts = [f"## {each.text}\n" for each in found] or [f"{say('remind-none')}\n"]
    return "\n".join([title, *texts])


def _reminder(id: str, items: list[Item], area: Area, say: Say) -> Reminder:
    organisation = area.one(Organisation, id)
    own = organisation.written_in if organisation else None
    spoken = Say(own or area.language or say.language)
    return Reminder(id, spoken.language, "\n".join(_lines(id, items, area, spoken)))


def _lines(id: str, items: list[Item], area: Area, say: Say) -> Iterator[str]:
    yield say("remind-to", party=body_name(area, id))
    yield ""
    yield say("remind-intro", day=area.as_of)
    yield ""
    for item in items:
        what = say(f"remind-what-{item.kind}")
        facts = {"weekday": say.weekday(item.day).capitalize(), "day": item.day, "what": what}
        line = say("remind-line", about=about(item, area, say, say.day), **facts)
        late = item.standing(area.as_of) is Standing.OVERDUE
        late_mark = f" ({say('remind-not-registered')})" if late else ""
        yield f"{_BULLET}{line}{late_mark}"
    yield ""
    yield say("remind-outro")
    yield ""
    yield say("remind-greeting")
    yield from (body_name(area, each) for each in secretariats(area, area.as_of)[:1])
