"""The commands and their options."""

import keyword
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer
from typer.exceptions import TyperException

from byvekst_cli import __version__
from byvekst_cli.cli.exits import CLEAN, INTERNAL, NOTHING, WRONG
from byvekst_cli.cli.help import spoken
from byvekst_cli.cli.options import maker
from byvekst_cli.cli.reasons import reason_of
from byvekst_cli.cli.usage import NothingChecked, WrongUse, complaint
from byvekst_cli.cli.words import Words, asked_language, language_of
from byvekst_cli.language import LANGUAGES, Say

COMMANDS = (
    "init",
    "new",
    "check",
    "lint",
    "fix",
    "stamp",
    "explain",
    "rules",
    "portfolio",
    "score",
    "plan",
    "goals",
    "cases",
    "deadlines",
    "roles",
    "follow-up",
    "local",
    "wheel",
    "pack",
    "document",
    "template",
    "verify",
    "history",
    "show",
    "sources",
    "export",
    "import",
    "schema",
    "completion",
)
"""In the order that help tells of them; each is a file in `commands`, imported when it is asked for."""
COMPLETE = "_BYVEKST_COMPLETE"
"""What the shell sets when it asks what a word may become."""
_TYPED = frozenset({"COMP_WORDS", "_TYPER_COMPLETE_ARGS"})
ALIASES = {
    "saker": "cases",
    "saksplan": "cases",
    "frister": "deadlines",
    "fristar": "deadlines",
    "dokument": "document",
    "sakspakke": "pack",
    "hent": "import",
    "les": "lint",
    "historikk": "history",
    "ny": "new",
    "poeng": "score",
    "portefølje": "portfolio",
    "programvalg": "plan",
    "programval": "plan",
    "mål": "goals",
    "roller": "roles",
    "oppfølging": "follow-up",
    "oppfølgjing": "follow-up",
    "lokalt": "local",
    "årshjul": "wheel",
    "rett": "fix",
    "sjekk": "check",
    "stemple": "stamp",
    "vis": "show",
    "kilder": "sources",
    "kjelder": "sources",
    "eksporter": "export",
    "forklar": "explain",
    "etterprøv": "verify",
    "importer": "import",
    "mal": "template",
    "regler": "rules",
    "reglar": "rules",
}


def run(arguments: list[str]) -> int:
    """Run the command line and return the exit code; only a fault of the program has a trace."""
    _utf8()
    words = Words(Say(language_of(arguments, os.environ)), asked_language(arguments))
    try:
        return _run(arguments, words)
    except WrongUse as error:
        return _complain(words, str(error), WRONG)
    except KeyboardInterrupt:
        return _complain(words, words("stopped"), WRONG)
    except NothingChecked as error:
        print(error, file=sys.stderr)
        return NOTHING
    except BrokenPipeError:
        _silence()
        return CLEAN
    except OSError as error:
        _silence()
        print(words("no-output", reason=reason_of(error, words)), file=sys.stderr)
        return INTERNAL
    except Exception as error:  # noqa: BLE001 - the last net: exit code 4, with its trace
        print(words("internal", error=type(error).__name__), file=sys.stderr)
        traceback.print_exc()
        return INTERNAL


def _run(arguments: list[str], words: Words) -> int:
    if not all(map(_is_text, arguments)):
        raise WrongUse(words("not-utf-8"))
    arguments = [ALIASES.get(a, a) if at == 0 else a for at, a in enumerate(arguments)]
    _prepare_completion()
    asked = (
        arguments[:1] if arguments and arguments[0] in COMMANDS and COMPLETE not in os.environ else COMMANDS
    )
    app = build(words, asked)
    command = typer.main.get_command(app)
    try:
        code = command.main(arguments, prog_name="byvekst", complete_var=COMPLETE, standalone_mode=False)
    except TyperException as error:
        raise WrongUse(complaint(error, words, [*COMMANDS, *ALIASES])) from None
    if sys.stdout is not None:
        sys.stdout.flush()
    return code if isinstance(code, int) else CLEAN


def _prepare_completion() -> None:
    """Only where a shell really asks, and says what has been typed."""
    if COMPLETE in os.environ and not _TYPED.intersection(os.environ):
        del os.environ[COMPLETE]
    if COMPLETE in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()


def build(words: Words, commands: Sequence[str] = COMMANDS) -> typer.Typer:
    """The command line, with help in one language; the whole of it unless some commands are named."""
    group, command = spoken(words)
    app = typer.Typer(cls=group, help=words("app"), add_completion=False, pretty_exceptions_enable=False)

    @app.callback(invoke_without_command=True)
    def start(
        context: typer.Context,
        version: Annotated[bool, typer.Option("--version", help=words("version"))] = False,
        language: Annotated[str | None, maker(words)("language", "LANGUAGE", LANGUAGES)] = None,  # noqa: ARG001 - read before the app is built
    ) -> None:
        if version:
            print(f"byvekst {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            raise WrongUse(f"{words('no-command')} {words('try-help', command='byvekst')}")

    for name in commands:
        file = name.replace("-", "_") + ("_" if keyword.iskeyword(name) else "")
        import_module(f"byvekst_cli.cli.commands.{file}").add(app, words, command)
    return app


def _complain(words: Words, text: str, code: int) -> int:
    print(f"{words('wrong-use')} {text}", file=sys.stderr)
    return code


def _is_text(argument: str) -> bool:
    """Whether an argument came in letters; bytes that are none stand as lone surrogates."""
    return not any("\ud800" <= letter <= "\udfff" for letter in argument)


def _silence() -> None:
    """Nothing more can be written; Python would complain of that when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _utf8() -> None:
    """Norwegian letters on every system, also where the console thinks in another code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
