"""What became of a Word note on its way in: what was left behind or changed, and where."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from byvekst_cli.finding import Finding
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.language import Say
from byvekst_cli.source.flaw import Flaw
from byvekst_cli.source.word.note import Lost

_SHOWN: Final = 5
"""Places shown of one kind."""
_SAID: Final = frozenset({"text-box", "comments-left", "hidden-word-text", "highlight-left", "word-macros"})
"""Flaws that are told as lost."""


def print_imported(lost: Iterable[Lost], flaws: Iterable[Flaw], say: Say, console: Console) -> None:
    """Each kind of loss with its places, and what is better mended in Word."""
    kinds = groupby(sorted(lost, key=lambda each: each.what), key=lambda each: each.what)
    told = [(what, list(group)) for what, group in kinds]
    console.print(Text(say("imported-lost" if told else "imported-whole"), style="bold"))
    for what, group in told:
        console.print(Padding(Text(f"{say(f'lost-{what}')}:"), (0, 0, 0, 2)))
        console.print(Padding(Text(_places(group, say)), (0, 0, 0, 4)))
    mended = {"bold-for-heading"} if any(what == "bold-heading" for what, _ in told) else set()
    messages = [said(flaw, say) for flaw in flaws if flaw.slug not in _SAID | mended]
    if messages:
        console.print(Text(say("imported-look"), style="bold"))
    for message in messages:
        console.print(Padding(Text(message), (0, 0, 0, 2)))


def said(flaw: Flaw, say: Say) -> str:
    """A flaw as a code, a sentence, and what to do."""
    fault = FAULTS[flaw.slug]
    message = say.message(Finding(fault.code, fault.slug, fault.severity, "", "", facts=flaw.facts))
    return f"{fault.code} {message.text} {message.remedy}"


def _places(group: list[Lost], say: Say) -> str:
    shown = [
        say("imported-detail", place=say.spot(each.spot), detail=each.detail)
        if each.detail
        else say.spot(each.spot)
        for each in group[:_SHOWN]
    ]
    more = len(group) - _SHOWN if len(group) > _SHOWN else None
    return say("imported-places", places="; ".join(shown), more=more)
