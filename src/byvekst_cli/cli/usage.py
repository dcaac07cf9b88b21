"""Wrong use of the command line, said in the user's language."""

import re
from typing import Any

from typer.exceptions import TyperException

from byvekst_cli.cli.words import Words
from byvekst_cli.model.near import near


class WrongUse(Exception):
    """The command cannot be run as it was written; the text says why. Exit code 2."""


class NothingChecked(Exception):
    """There was no area where one was looked for. Exit code 3."""


def complaint(error: TyperException, words: Words, commands: list[str]) -> str:
    """What is wrong with the command, and where its help is."""
    context: Any = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "byvekst"
    return f"{_reason(error, words, commands)} {words('try-help', command=path)}"


def _reason(error: Any, words: Words, commands: list[str]) -> str:
    kind = type(error).__name__
    message = getattr(error, "message", "")
    if kind == "NoSuchOption":
        known = [name.lstrip("-") for name in error.possibilities or _options(error)]
        likely = near(error.option_name.lstrip("-"), known)
        return words("no-such-option", option=error.option_name, near=f"--{likely}" if likely else None)
    if kind == "BadOptionUsage":
        takes_none = "does not take a value" in message
        return words("takes-no-value" if takes_none else "needs-value", option=error.option_name)
    if match := re.search(r"No such command '([^']*)'", message):
        name = match.group(1)
        return words("no-such-command", command=name, near=near(name, commands))
    if kind == "MissingParameter":
        return words("argument-missing", argument=error.param.metavar or error.param.name)
    if match := re.search(r"unexpected extra arguments? ?(?:\(s\) )?\((.*)\)", message):
        return words("argument-too-much", argument=match.group(1))
    return words("other-use")


def _options(error: Any) -> list[str]:
    context = error.ctx
    return [name for parameter in context.command.params for name in parameter.opts] if context else []
