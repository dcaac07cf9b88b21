"""`byvekst template FILE`: whether a Word template can be used, or a copy of the one that ships."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.options import argument, maker, one_of, speaker
from byvekst_cli.cli.reasons import not_written, reason_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say

if TYPE_CHECKING:
    from byvekst_cli.render.word.faults import Fault

FORMATS: Final = ("text", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("template", cls=command, help=words("template"), epilog=words("template-examples"))
    def template(
        file: Annotated[str | None, argument(words, "word-template-file", "FILE")] = None,
        output: Annotated[str | None, option("output", "FILE", says="word-template-output")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--format", format, FORMATS, words)
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        if (file is None) == (output is None):
            raise WrongUse(words("word-template-which"))
        say = speaker(language, [], words)
        return _judge(Path(file), format, say, words) if file else _copy(Path(str(output)), words)


def _judge(path: Path, format: str, say: Say, words: Words) -> int:
    """Say what is wrong with a template. Raises WrongUse where it cannot be opened."""
    from byvekst_cli.render.word.template import faults_of, read

    try:
        found = faults_of(read(path))
    except (OSError, ValueError) as error:
        raise WrongUse(words("no-file", file=str(path), reason=reason_of(error, words))) from None
    is_bad = any(fault.is_serious for fault in found)
    if format == "json":
        answer = {"file": path.name, "usable": not is_bad, "faults": [_told(fault, say) for fault in found]}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        print(say.cli("word-template-bad" if is_bad else "word-template-good", file=path.name))
        for fault in found:
            print(f"- {say('error' if fault.is_serious else 'advice')}: {say.cli(fault.says, **fault.facts)}")
    return FOUND if is_bad else CLEAN


def _told(fault: "Fault", say: Say) -> dict[str, str]:
    severity = "error" if fault.is_serious else "advice"
    return {"what": fault.slug, "severity": severity, "message": say.cli(fault.says, **fault.facts)}


def _copy(path: Path, words: Words) -> int:
    """Save the template that ships, never over a file. Raises WrongUse."""
    from byvekst_cli.render.word.template import own

    if path.suffix.lower() != ".docx":
        raise WrongUse(words("word-template-ending"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(own())
    except FileExistsError:
        raise WrongUse(words("word-template-exists", file=str(path))) from None
    except (OSError, ValueError) as error:
        raise not_written(str(path), error, words) from None
    print(words("word-template-saved", file=str(path)))
    return CLEAN
