"""`byvekst fix`: put right what is surely mistyped, and show every change."""

import difflib
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text
from typer.core import TyperCommand

from byvekst_cli.cli.areas import find_areas, shown
from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.options import argument, console, day, flags, maker, one_of, speaker
from byvekst_cli.cli.reasons import not_written
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.fix import fixes
from byvekst_cli.edit.write import save_texts
from byvekst_cli.language import LANGUAGES
from byvekst_cli.language.say import safe
from byvekst_cli.source.tree import Folder


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("fix", cls=command, help=words("fix"), epilog=words("fix-examples"))
    def fix(
        areas: Annotated[list[str] | None, argument(words, "areas", "AREA")] = None,
        diff: Annotated[bool, flag("diff")] = False,
        unsafe: Annotated[bool, flag("unsafe")] = False,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        roots = find_areas([Path(area) for area in areas or []], words)
        changes = sum(_fix(root, diff, unsafe, words) for root in roots)
        say = speaker(language, [], words)
        if not diff:
            console().print(Text(say("fixed", n=changes) if changes else say("nothing-to-fix")))
        return FOUND if diff and changes else CLEAN


def _fix(root: Path, diff: bool, unsafe: bool, words: Words) -> int:
    """The number of repairs in an area; with `diff` they are only shown."""
    found = fixes(Folder(root), day(None, words), unsafe=unsafe)
    for each in found:
        sys.stdout.write(_difference(f"{shown(root)}/{each.entry.path}", each.before, each.after))
        if not diff:
            _save(root / each.entry.on_disk, each.after, words)
    return sum(each.repairs for each in found)


def _difference(path: str, before: str, after: str) -> str:
    """A unified diff, of the lines that change and nothing else."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, n=0, lineterm="")
    return "".join(f"{safe(line)}\n" for line in lines)


def _save(path: Path, text: str, words: Words) -> None:
    try:
        save_texts({path: text}, {})
    except OSError as error:
        raise not_written(str(path), error, words) from None
