"""`byvekst pack MEETING`: everything that a body gets for a meeting, as Word, HTML or Markdown."""

from typing import Annotated

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.documents import format_of
from byvekst_cli.cli.opening import opened
from byvekst_cli.cli.options import argument, flags, maker
from byvekst_cli.cli.packing import PackAsked, pack_papers
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES

FORMATS = ("docx", "html", "md")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("pack", cls=command, help=words("pack"), epilog=words("pack-examples"))
    def pack(
        meeting: Annotated[str, argument(words, "pack-meeting", "MEETING")],
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        to: Annotated[str | None, option("to", "FORMAT", FORMATS, "document-to")] = None,
        output: Annotated[str | None, option("output", "FILE", says="document-output")] = None,
        addendum: Annotated[bool, flag("addendum")] = False,
        public: Annotated[bool, flag("public")] = False,
        draft: Annotated[bool, flag("draft")] = False,
        despite: Annotated[str | None, option("despite", "REASON")] = None,
        template: Annotated[str | None, option("template", "FILE", says="document-template")] = None,
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
        force: Annotated[bool, flag("force")] = False,
        pdf: Annotated[bool, flag("pdf")] = False,
    ) -> int:
        if despite is not None and not despite.strip():
            raise WrongUse(words("pack-no-reason"))
        format = format_of(to, output, FORMATS, words)
        opening = opened(area, format, FORMATS, as_of, language, words)
        asked = PackAsked(meeting, format, output, template, force, addendum, public, draft, despite, pdf)
        return pack_papers(asked, opening, words)
