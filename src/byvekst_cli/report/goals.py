"""Where goals stand, in sentences: the formal answer, the statistical one and the political, apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from byvekst_cli.goals.ahead import Ahead
from byvekst_cli.goals.effects import Expected
from byvekst_cli.goals.joint import Together
from byvekst_cli.goals.standing import Standing
from byvekst_cli.goals.told import OF_CHANGE
from byvekst_cli.language import Say
from byvekst_cli.language.readings import figure
from byvekst_cli.language.say import safe
from byvekst_cli.model.when import When
from byvekst_cli.report import goal_sentences as said

LABEL: Final = 13
"""Columns that a label takes on the screen."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of a goal under one label."""

    label: str
    sentences: tuple[str, ...]


def parts_of(
    standing: Standing,
    together: Together | None,
    way: Ahead | None,
    effects: Sequence[Expected],
    say: Say,
    *,
    odds: bool,
) -> Iterator[Part]:
    """The truths in order; `odds` are for those who work with the figures, not for documents."""
    yield Part(say("goal-formal"), tuple(said.formal(standing, say)))
    levels = [each for each in standing.seen if each.series.comparison not in OF_CHANGE]
    if statistical := tuple(said.statistical(standing, say, odds=odds)):
        yield Part(say("goal-statistical"), statistical)
    if levels:
        yield Part(say("goal-levels"), tuple(figure(each, say) for each in levels))
    if standing.transition is not None:
        yield Part(say("goal-2027"), tuple(said.transition(standing.transition, say)))
    if together is not None:
        yield Part(say("goal-together"), tuple(said.together(together, say)))
    if standing.judged:
        yield Part(say("goal-political"), tuple(said.judged(each, say) for each in standing.judged))
    if way is not None:
        yield Part(say("goal-ahead"), tuple(said.ahead(way, say)))
    indicators = {each.indicator.id.casefold(): each.indicator for each in standing.seen}
    for expected in effects:
        if indicator := indicators.get(expected.indicator.casefold()):
            yield Part(say("goal-expected"), tuple(said.expected(expected, indicator, say)))


def print_goal(standing: Standing, parts: Sequence[Part], say: Say, console: Console) -> None:
    """One goal on the screen, labels to the left."""
    console.print(
        Text.assemble((safe(standing.goal.name), "bold"), f"  ({say(f'level-{standing.goal.level.value}')})")
    )
    wording = _wording(standing, say)
    if wording:
        console.print(Text(safe(wording), style="dim"))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(width=LABEL, overflow="fold", style="bold")
    table.add_column(overflow="fold")
    for part in parts:
        for number, sentence in enumerate(part.sentences):
            table.add_row("" if number else part.label, safe(sentence))
    console.print(table)
    console.print()


def goal_markdown(standing: Standing, parts: Sequence[Part], say: Say) -> str:
    """One goal for a page or a note."""
    wording = _wording(standing, say)
    lines = [f"## {standing.goal.name}\n", *([f"> {wording}\n"] if wording else [])]
    told = (
        f"**{part.label}**\n\n{''.join(f'- {said}{chr(10)}' for said in part.sentences)}" for part in parts
    )
    return "\n".join([*lines, *told])


def _wording(standing: Standing, say: Say) -> str | None:
    """The last wording, with the day it has held from."""
    if not standing.goal.wordings:
        return None
    last = standing.goal.wordings[-1]
    since = last.since if isinstance(last.since, When) else None
    return say("goal-wording", text=last.text, since=since)
