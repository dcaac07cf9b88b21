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


def maker(words: Words) -> Callable[[str, str], Any]:
    """A function that makes an option from its name and what stands for its value in the help."""

    def option(name: str, metavar: str) -> Any:
        panel = words("options")
        return typer.Option(
            f"--{name}", help=words(name), rich_help_panel=panel, metavar=metavar, show_default=False
        )

    return option


def flags(words: Words) -> Callable[[str], Any]:
    """A function that makes an option that is there or not."""

    def flag(name: str) -> Any:
        return typer.Option(
            f"--{name}", help=words(name), rich_help_panel=words("options"), show_default=False
        )

    return flag


def argument(words: Words, name: str, metavar: str) -> Any:
    """An argument with its help."""
    return typer.Argument(help=words(name), rich_help_panel=words("arguments"), metavar=metavar)


def one_of(option: str, value: str, allowed: tuple[str, ...], words: Words) -> str:
    """The value, if it is allowed. Raises WrongUse."""
    if value not in allowed:
        raise WrongUse(words("bad-value", option=option, allowed=allowed))
    return value


def day(text: str | None, words: Words) -> date:
    """A date as written, or today. Raises WrongUse."""
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011 - the user's own day is meant

    except ValueError:
        raise WrongUse(words("bad-date", value=text)) from None


def speaker(asked: str | None, areas: list[str], words: Words) -> Say:
    """The language asked for, else the one that all areas share, else the user's."""
    return Say(asked or (areas[0] if len(areas) == 1 and areas[0] else words.say.language))


def console() -> Console:
    """Never narrower than words can be read in."""
    made = Console(highlight=False, markup=False, emoji=False)
    made.width = max(made.width, NARROWEST)
    return made
