"""`byvekst explain CODE`: the page of a rule or fault, offline."""

import sys
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.options import argument, console, maker, one_of, speaker
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.near import near
from byvekst_cli.report.rule_page import everything, page

FORMATS: Final = ("text", "markdown")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("explain", cls=command, help=words("explain"), epilog=words("explain-examples"))
    def explain(
        code: Annotated[str, argument(words, "code", "CODE", complete=_codes)],
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--format", format, FORMATS, words)
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        return _explain(code, format, language, words)


def _codes(incomplete: str) -> list[str]:
    return [each.code for each in everything() if each.code.startswith(incomplete.upper())]


def _explain(name: str, format: str, language: str | None, words: Words) -> int:
    wanted = name.casefold()
    known = {word.casefold(): each for each in everything() for word in (each.code, each.slug)}
    if wanted not in known:
        likely = near(name, [word for each in everything() for word in (each.code, each.slug)])
        raise WrongUse(words("unknown-selector", selector=name, near=likely))
    text = page(known[wanted], speaker(language, [], words))
    if format == "markdown":
        sys.stdout.write(text)
    else:
        from rich.markdown import Markdown

        console().print(Markdown(text))
    return CLEAN
