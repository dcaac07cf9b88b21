"""Help in the user's language: what a command does, what it takes, and examples that work."""

import sys
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from typer.core import TyperCommand, TyperGroup

from byvekst_cli.cli.options import console
from byvekst_cli.cli.words import Words


class _Spoken:
    """What the commands and the group below have in common."""

    words: Words

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - typer's signature
        _print(self, ctx, self.words, console())

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = self.words("help")
        return option


def spoken(words: Words) -> tuple[type[TyperGroup], type[TyperCommand]]:
    """A group and a command class that speak."""

    class Group(_Spoken, TyperGroup):
        pass

    class Command(_Spoken, TyperCommand):
        pass

    Group.words = Command.words = words
    return Group, Command


def examples(command: Any) -> Iterator[tuple[str, str]]:
    """The examples of a command, each with what it does; written as `what | command` lines."""
    for line in (command.epilog or "").splitlines():
        what, _, example = line.partition(" | ")
        yield example.strip(), what.strip()


def _print(command: Any, ctx: Any, words: Words, out: Console) -> None:
    parameters = command.get_params(ctx)
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    options = [each for each in parameters if each.param_type_name == "option"]
    commands = [command.commands[name] for name in command.list_commands(ctx)] if _is_group(command) else []
    usage = [ctx.command_path, f"[{words('options').upper()}]", *(_shape(each) for each in arguments)]
    usage += [words("command-word")] if commands else []
    out.print(Text(f"{words('usage')}: {' '.join(usage)}"))
    out.print(Padding(Text(command.help or ""), (1, 0)))
    _section(out, words("commands"), [(each.name, each.help) for each in commands])
    _section(out, words("arguments"), [(_shape(each), each.help) for each in arguments])
    _section(out, words("options"), [(_names(each), each.help) for each in options])
    shown = [(example, what) for example, what in examples(command)]
    if shown:
        out.print(Text(words("examples"), style="bold"))
        for example, what in shown:
            out.print(Text(f"  {what}:"))
            out.print(Text(f"    {example}"), soft_wrap=True)
    sys.stdout.flush()


def _is_group(command: Any) -> bool:
    return isinstance(command, TyperGroup)


def _shape(argument: Any) -> str:
    name = f"{argument.metavar} …" if argument.nargs == -1 else argument.metavar
    return name if argument.required else f"[{name}]"


def _names(option: Any) -> str:
    value = "" if option.is_flag or option.is_bool_flag or option.name == "help" else f" {option.metavar}"
    return f"{', '.join(option.opts)}{value}"


def _section(out: Console, title: str, rows: list[tuple[str, str | None]]) -> None:
    if not rows:
        return
    out.print(Text(title, style="bold"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column()
    for name, help in rows:
        table.add_row(Text(name), Text(help or ""))
    out.print(Padding(table, (0, 0, 1, 2)))
