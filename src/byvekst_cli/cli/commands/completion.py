"""`byvekst completion`: let the shell complete commands, options, kinds and codes."""

from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.options import flags, maker, one_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES

SHELLS: Final = ("bash", "zsh", "fish", "powershell", "pwsh")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("completion", cls=command, help=words("completion"), epilog=words("completion-examples"))
    def completion(
        shell: Annotated[str | None, option("shell", "SHELL", SHELLS)] = None,
        show: Annotated[bool, flag("show-script")] = False,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        return _complete(shell or _detected(words), show, words)


def _detected(words: Words) -> str:
    import shellingham  # typer brings it

    try:
        name, _ = shellingham.detect_shell()
    except shellingham.ShellDetectionFailure:
        raise WrongUse(words("which-shell", allowed=SHELLS)) from None
    return str(name)


def _complete(shell: str, show: bool, words: Words) -> int:
    from typer.completion import get_completion_script, install  # type: ignore[attr-defined]

    one_of("--shell", shell, SHELLS, words)
    if show:
        print(get_completion_script(prog_name="byvekst", complete_var="_BYVEKST_COMPLETE", shell=shell))
    else:
        _, path = install(shell=shell, prog_name="byvekst", complete_var="_BYVEKST_COMPLETE")
        print(words("completion-installed", shell=shell, file=str(path)))
    return CLEAN
