"""Typer's own words, in the user's language; every text we write is given when the app is built."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from byvekst_cli.cli.words import Words


class _Spoken:
    """What the commands and the group below have in common."""

    words: Words

    def get_usage(self, ctx: Any) -> str:
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        for english, name in (("Usage:", "usage"), ("[OPTIONS]", "options"), ("COMMAND [ARGS]", "commands")):
            word = self.words(name)
            usage = usage.replace(english, f"{word}:" if english == "Usage:" else f"[{word.upper()}]")
        return usage.replace("]...", "]")

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = self.words("help")
            option.rich_help_panel = self.words("options")
        return option


def spoken(words: Words) -> tuple[type[TyperGroup], type[TyperCommand]]:
    """A group and a command class that speak."""

    class Group(_Spoken, TyperGroup):
        pass

    class Command(_Spoken, TyperCommand):
        pass

    Group.words = Command.words = words
    return Group, Command
