"""`byvekst document KIND`: a document as Word, HTML or Markdown."""

from collections.abc import Mapping
from typing import Annotated

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.documents import Wanted, deliver, find_kind, format_of, print_kinds
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import opened
from byvekst_cli.cli.options import argument, flags, maker
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.render.kinds import KINDS, DocumentKind

FORMATS = ("docx", "html", "md")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("document", cls=command, help=words("document"), epilog=words("document-examples"))
    def document(
        kind: Annotated[str | None, argument(words, "document-kind", "KIND", _complete)] = None,
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        to: Annotated[str | None, option("to", "FORMAT", FORMATS, "document-to")] = None,
        output: Annotated[str | None, option("output", "FILE", says="document-output")] = None,
        meeting: Annotated[str | None, option("meeting", "MEETING", says="document-meeting")] = None,
        id: Annotated[str | None, option("id", "ID", says="document-id")] = None,
        period: Annotated[str | None, option("period", "PERIOD", says="document-period")] = None,
        template: Annotated[str | None, option("template", "FILE", says="document-template")] = None,
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
        force: Annotated[bool, flag("force")] = False,
        list: Annotated[bool, flag("list")] = False,
    ) -> int:
        if list or kind is None:
            if not list:
                raise WrongUse(words("document-which", kinds=tuple(KINDS)))
            print_kinds(words)
            return CLEAN
        found = find_kind(kind, words)
        format = format_of(to, output, FORMATS, words)
        asked = _asked(found, {"meeting": meeting, "id": id, "period": period}, words)
        opening = opened(area, format, FORMATS, as_of, language, words)
        deliver(Wanted(found, asked, format, output, template, force), opening, words)
        return CLEAN


def _complete(incomplete: str) -> list[str]:
    return [name for name in KINDS if name.startswith(incomplete)]


def _asked(kind: DocumentKind, given: Mapping[str, str | None], words: Words) -> dict[str, str]:
    """What the kind is told. Raises WrongUse where something lacks or is not for this kind."""
    asked = {name: value for name, value in given.items() if value is not None}
    for name in kind.needs:
        if name not in asked:
            raise WrongUse(words("document-needs", kind=kind.name, option=f"--{name}"))
    for name in asked:
        if name not in (*kind.needs, *kind.may):
            raise WrongUse(words("document-not-for", kind=kind.name, option=f"--{name}"))
    return asked
