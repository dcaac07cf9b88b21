"""Deadlines as tables: past, the next week, later; and why each is on its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from byvekst_cli.area import Area
from byvekst_cli.deadlines.choose import OPEN
from byvekst_cli.deadlines.item import Item, Standing
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.report.deadline_words import (
    about,
    area_name,
    authority,
    explained,
    moved,
    short_weekday,
    who,
    why,
)
from byvekst_cli.report.grid import Grid, print_notes

WIDE: Final = 130
"""Columns from which each date is explained in the table."""
_SHOWN: Final = 3
"""Meetings that a note names."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The deadlines to show of those that were asked for, and how many come later."""

    area: Area
    items: tuple[Item, ...]
    later: int

    def title(self, say: Say) -> str:
        return say("deadlines-title", area=area_name(self.area), day=self.area.as_of)

    def grids(self, say: Say, width: int | None) -> list[Grid]:
        """A table for each way a deadline stands; `width` is the screen's, None where nothing folds."""
        return [
            _grid(standing, found, self.area, say, width)
            for standing in Standing
            if (found := [item for item in self.items if item.standing(self.area.as_of) is standing])
        ]

    def notes(self, say: Say) -> list[str]:
        """What is not shown, and what cannot be told."""
        notes = [] if self.items else [say("deadlines-none")]
        if self.later:
            notes.append(say("deadlines-later", n=self.later))
        return notes


def untold(area: Area, items: Iterable[Item], say: Say) -> list[str]:
    """Meetings that have passed without a word, and those that have no exact day."""
    passed = [
        item.meeting or ""
        for item in items
        if item.kind == "meets" and item.standing(area.as_of) is Standing.PASSED
    ]
    vague = [r.id for r in area.of(Meeting) if r.model.dated.first != r.model.dated.last]
    notes = [_counted("deadlines-not-held", passed, say)] if passed else []
    return notes + ([_counted("deadlines-no-day", vague, say)] if vague else [])


def print_explained(listed: Listed, notes: list[str], say: Say, console: Console) -> None:
    """Each deadline with its explanation under it."""
    console.print(Text(safe(listed.title(say)), style="bold"))
    for standing in Standing:
        found = [item for item in listed.items if item.standing(listed.area.as_of) is standing]
        if found:
            console.print()
            console.print(Text(say(f"deadlines-{standing.value}"), style="bold"))
        for item in found:
            head = f"{short_weekday(item.day, say)} {say.short_day(item.day)}  {say(f'due-{item.kind}')}"
            parts = (head, about(item, listed.area, say, say.day), who(item, listed.area, say))
            console.print(Text(safe(": ".join(part for part in parts[:2] if part) + _by(parts[2]))))
            if item.kind != "meets":
                told = Text(safe(explained(item, listed.area, say)), style="dim")
                console.print(Padding(told, (0, 0, 0, 4)))
    print_notes(notes, console)


def _grid(standing: Standing, items: list[Item], area: Area, say: Say, width: int | None) -> Grid:
    wide = width is None or width >= WIDE
    names = ["date", "weekday", "what", "about", "who", "left", *(["why"] if wide else [])]
    rows = [[*_row(item, area, say), *([_short_why(item, area, say)] if wide else [])] for item in items]
    head = [say(f"due-{name}") for name in names]
    widths = _widths(width) if width is not None else None
    return Grid(say(f"deadlines-{standing.value}"), head, rows, numbers=(5,), widths=widths)


def _widths(width: int) -> tuple[int, ...]:
    """The same in every table on the screen; the last column, or what it is about, takes what is left."""
    date, weekday, left, between = 9, 3, 5, 2
    if width >= WIDE:
        given = (date, weekday, 22, 44, 24, left)
        return (*given, width - sum(given) - between * len(given))
    what, who = 16, 13
    about = width - sum((date, weekday, what, who, left)) - between * 5
    return (date, weekday, what, max(about, what), who, left)


def _row(item: Item, area: Area, say: Say) -> list[str]:
    return [
        say.short_day(item.day),
        short_weekday(item.day, say),
        say(f"due-{item.kind}"),
        about(item, area, say, say.day_of_year),
        who(item, area, say),
        say.number((item.day - area.as_of).days) if item.standing(area.as_of) in OPEN else "",
    ]


def _short_why(item: Item, area: Area, say: Say) -> str:
    """Without the count's caveats and the source's title, which the long view has."""
    if item.kind == "meets":
        return ""
    first = list(why(item.due, say))[:1]
    return " ".join([*first, *moved(item.due, area, say), authority(item, area, say, _as_it_stands)])


def _as_it_stands(source: str | None) -> str | None:
    return source


def _by(doers: str) -> str:
    return f" ({doers})" if doers else ""


def _counted(name: str, ids: list[str], say: Say) -> str:
    shown = ", ".join(ids[:_SHOWN])
    rest = len(ids) - _SHOWN
    return say(name, n=len(ids), meetings=say("and-more", first=shown, n=rest) if rest > 0 else shown)
