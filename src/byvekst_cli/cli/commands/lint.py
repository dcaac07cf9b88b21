"""The options of `byvekst lint`, and how its answer is shown."""

import sys
from pathlib import Path
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.check import FailOn
from byvekst_cli.cli.commands.check import report_asked, selected
from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.lint import File, histories, lint_files
from byvekst_cli.cli.mailed import mailed
from byvekst_cli.cli.options import argument, console, day, maker, one_of, speaker
from byvekst_cli.cli.reasons import reason_of
from byvekst_cli.cli.saving import save
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.treatment import Handling
from byvekst_cli.pack.history import History
from byvekst_cli.report.formats import FORMATS, write
from byvekst_cli.report.history import history_text
from byvekst_cli.source.lone import TEXT, WORD
from byvekst_cli.source.word.package import LARGEST

_OTHER_TEXT: Final = (".odt", ".rtf", ".dotx", ".pages")
HANDLINGS = tuple(each.value for each in Handling)


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("lint", cls=command, help=words("lint"), epilog=words("lint-examples"))
    def lint_command(
        files: Annotated[list[str] | None, argument(words, "note-files", "FILE")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS, "check-format")] = FORMATS[0],
        fail_on: Annotated[str, option("fail-on", "LEVEL", FailOn.LEVELS)] = "error",
        select: Annotated[list[str] | None, option("select", "RULE")] = None,
        ignore: Annotated[list[str] | None, option("ignore", "RULE")] = None,
        handling: Annotated[str | None, option("handling", "HANDLING", HANDLINGS, "lint-handling")] = None,
        case: Annotated[str | None, option("case", "ID", says="lint-case")] = None,
        body: Annotated[str | None, option("body", "ID", says="lint-body")] = None,
        area: Annotated[str | None, option("area", "AREA", says="lint-area")] = None,
        history: Annotated[bool, typer.Option("--history", help=words("lint-history"))] = False,
        report: Annotated[list[str] | None, option("report", "FORMAT:FILE")] = None,
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--format", format, FORMATS, words)
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        one_of("--fail-on", fail_on.removesuffix(",today"), FailOn.LEVELS, words)
        if history and format != FORMATS[0]:
            raise WrongUse(words("history-is-text"))
        given = {"behandling": one_of("--handling", handling, HANDLINGS, words)} if handling else {}
        reports = [report_asked(text, words) for text in report or []]
        selection = selected(select or [], ignore or [], words)
        read = [_read(name, words) for name in dict.fromkeys(files or [])]
        if not read:
            raise WrongUse(words("no-note-given"))
        with_case = mailed(case, body, area, day(as_of, words), words)
        if with_case is not None:
            for note in read:
                with_case.must_agree(note.name, note.data, words)
        checked, languages = lint_files(read, day(as_of, words), selection, given, with_case)
        say = speaker(language, languages, words)
        if format == "text":
            from byvekst_cli.report.text import print_text

            print_text(checked, say, console())
            if history:
                _write_histories(histories(read, checked.as_of, with_case), say)
        else:
            sys.stdout.write(write(format, checked, say))
        for name, file in reports:
            save(Path(file), write(name, checked, say), checked, words)
        return FOUND if FailOn.parse(fail_on).fails(checked) else CLEAN


def _write_histories(told: list[History], say: Say) -> None:
    for each in told:
        sys.stdout.write(f"\n{history_text(each, say, console().width)}")
    if not told:
        sys.stdout.write(f"\n{say.cli('history-no-case')}\n")


def _read(name: str, words: Words) -> File:
    """The bytes of a note. Raises WrongUse for what is no note or cannot be opened."""
    path = Path(name)
    ending = path.suffix.lower()
    if ending == ".doc":
        raise WrongUse(words("old-word", file=name))
    if ending in _OTHER_TEXT:
        raise WrongUse(words("other-text", file=name))
    if ending == ".pdf":
        raise WrongUse(words("pdf-note", file=name))
    if ending not in (*TEXT, *WORD):
        raise WrongUse(words("not-a-note", file=name, allowed=(*TEXT, *WORD)))
    try:
        with path.open("rb") as file:
            return File(name, file.read(LARGEST + 1))
    except (OSError, ValueError) as error:
        raise WrongUse(words("no-file", file=name, reason=reason_of(error, words))) from None
