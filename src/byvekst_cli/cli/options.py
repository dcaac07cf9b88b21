"""Options that several commands share, and what they may be."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import typer
from rich.console import Console

from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import Say

NARROWEST: Final = 40
WIDEST: Final = 1000
Completer = Callable[[str], list[str]]
"""What has been typed → what it may become."""


def maker(words: Words) -> Callable[..., Any]:
    """A function that makes an option: its name, what stands for its value, and what that may be.

    `says` names its help where the same option means something else to another command.
    """

    def option(name: str, metavar: str, allowed: tuple[str, ...] = (), says: str = "") -> Any:
        return typer.Option(
            f"--{name}", help=words(says or name), metavar=metavar, autocompletion=_completer(allowed)
        )

    return option


def flags(words: Words) -> Callable[[str], Any]:
    """A function that makes an option that is there or not."""

    def flag(name: str) -> Any:
        return typer.Option(f"--{name}", help=words(name))

    return flag


def argument(words: Words, name: str, metavar: str, complete: Completer | None = None) -> Any:
    """An argument with its help, and what completes it."""
    return typer.Argument(help=words(name), metavar=metavar, autocompletion=complete)


def _completer(allowed: tuple[str, ...]) -> Completer:
    def complete(incomplete: str) -> list[str]:
        return [word for word in allowed if word.startswith(incomplete)]

    return complete


def one_of(option: str, value: str, allowed: tuple[str, ...], words: Words) -> str:
    """The value, if it is allowed. Raises WrongUse."""
    if value not in allowed:
        raise WrongUse(words("bad-value", option=option, allowed=allowed))
    return value


def today() -> date:
    """The one place where the program looks at the clock."""
    return date.today()  # noqa: DTZ011 - the user's own day is meant


def day(text: str | None, words: Words) -> date:
    """A date as written, or today. Raises WrongUse."""
    try:
        return date.fromisoformat(text) if text else today()
    except ValueError:
        raise WrongUse(words("bad-date", value=text)) from None


def speaker(asked: str | None, areas: list[str], words: Words) -> Say:
    """The language asked for, else the one that all areas share, else the user's."""
    return Say(asked or words.asked or (areas[0] if len(areas) == 1 and areas[0] else words.say.language))


class _Console(Console):
    """One that leaves a closed pipe to the command line."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console() -> Console:
    """Never narrower than words can be read in, nor wider than any screen."""
    made = _Console(highlight=False, markup=False, emoji=False)
    made.width = min(max(made.width, NARROWEST), WIDEST)
    return made
