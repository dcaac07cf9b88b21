"""The plan of cases: a paragraph for each on a narrow screen, a table on a wide one and in Markdown."""

from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from byvekst_cli.area import Area
from byvekst_cli.governance.next_step import Act
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.case import Case
from byvekst_cli.report.case_lines import Group, Line
from byvekst_cli.report.case_words import against, ahead, kind, nearest, passed, state, step, who
from byvekst_cli.report.grid import Grid, markdown_grids, print_grids, print_notes, with_same_widths
from byvekst_cli.report.roles import area_name

WIDE: Final = 150
"""Columns from which a case is a row of a table."""
_COLUMNS: Final = ("left", "case", "kind", "state", "next", "who", "deadline", "passed", "ahead")
_LEFT: Final = 6
_DUE_OF: Final = {
    Act.ASSURE: "assurance",
    Act.SEND: "dispatch",
    Act.TREAT: "meets",
    Act.LOCAL: "local",
    Act.FOLLOW_UP: "follow-up",
}
"""The deadline of a step."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The cases to show, and how many that are finished are left out."""

    area: Area
    lines: tuple[Line, ...]
    finished: int

    def title(self, say: Say) -> str:
        return say("cases-title", area=area_name(self.area), day=self.area.as_of)

    def grids(self, say: Say, width: int | None) -> list[Grid]:
        """A table under each heading; `width` is the screen's, None where nothing folds."""
        found = [_grid(group, own, say) for group in Group if (own := self._of(group))]
        return found if width is None else with_same_widths(found, width)

    def notes(self, say: Say) -> list[str]:
        """What is not shown, and what cannot be right."""
        notes = [] if self.lines else [say(self._why_none)]
        if self.finished:
            notes.append(say("cases-left-out", n=self.finished))
        return notes + [told for line in self.lines for told in against(line, say)]

    @property
    def _why_none(self) -> str:
        if self.finished:
            return "cases-none-open"
        return "cases-none-such" if self.area.of(Case) else "cases-none"

    def _of(self, group: Group) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.group is group)


def print_cases(listed: Listed, say: Say, console: Console) -> None:
    """On the screen."""
    if console.width >= WIDE:
        print_grids(listed.title(say), listed.grids(say, console.width), listed.notes(say), console)
        return
    console.print(Text(safe(listed.title(say)), style="bold"))
    group = None
    for line in listed.lines:
        console.print()
        if line.group is not group:
            group = line.group
            console.print(Text(say(f"cases-{group.value}"), style="bold"))
        _paragraph(line, say, console)
    print_notes(listed.notes(say), console)


def cases_markdown(listed: Listed, say: Say) -> str:
    """For a page or a note."""
    return markdown_grids(listed.title(say), listed.grids(say, None), listed.notes(say))


def _paragraph(line: Line, say: Say, console: Console) -> None:
    """Days left, title and state; then the next step and the deadline; then the way."""
    days = say.number(line.days) if line.days is not None else ""
    head = Text(f"{days:>{_LEFT - 2}}  ")
    head.append(safe(line.case.title), style="bold")
    for part in (line.case.id, state(line, say)):
        head.append(safe(f" · {part}"))
    _print(head, _LEFT, console)
    name = who(line.step, line.story.area, say)
    due = _deadline(line, say)
    found = [f"{step(line, say)}: {name}" if name else step(line, say)] if line.step else []
    found.append(say("cases-due-by", due=due) if due else "")
    found.append(say("cases-passed-were", way=passed(line, say)) if line.way.passed else "")
    found.append(say("cases-ahead-are", way=ahead(line, say)) if line.way.ahead else "")
    for text in filter(None, found):
        console.print(Padding(Text(safe(text)), (0, 0, 0, _LEFT), expand=False))


def _print(head: Text, indent: int, console: Console) -> None:
    """What is folded comes under the title."""
    first, *rest = head.wrap(console, console.width)
    console.print(first)
    for part in rest:
        console.print(Padding(part, (0, 0, 0, indent), expand=False))


def _deadline(line: Line, say: Say) -> str:
    """What is due and who is to do it, where that is not the next step itself."""
    found = line.nearest
    if found is None:
        return ""
    if line.step is not None and found.kind == _DUE_OF.get(line.step.act):
        return say.short_day(found.day)
    same = line.step is not None and line.step.doers == found.doers
    return say("cases-due", due=nearest(line, say), who=None if same else who(found, line.story.area, say))


def _grid(group: Group, lines: tuple[Line, ...], say: Say) -> Grid:
    rows = [_row(line, say) for line in lines]
    head = [say(f"cases-{name}-head") for name in _COLUMNS]
    return Grid(say(f"cases-{group.value}"), head, rows, numbers=(0,))


def _row(line: Line, say: Say) -> list[str]:
    area = line.story.area
    return [
        say.number(line.days) if line.days is not None else "",
        f"{line.case.title} ({line.case.id})",
        kind(line, say),
        state(line, say),
        step(line, say),
        who(line.step, area, say),
        _deadline(line, say),
        passed(line, say),
        ahead(line, say),
    ]
