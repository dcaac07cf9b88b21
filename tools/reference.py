"""The reference in three languages: a page for each rule and fault, their list, and the commands."""

import io
import os
import re
from contextlib import redirect_stdout
from typing import Final

from byvekst_cli.cli.app import COMMANDS, run
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.report.rule_page import everything, listing, page
from document_names import kinds_page, names_page

_ROW: Final = re.compile(r"^\| ([A-Z]{3}[0-9]{3}) ", re.MULTILINE)


def all_pages() -> dict[str, str]:
    """Path below docs/reference → its text."""
    pages = {"templates.md": names_page()}
    for language in LANGUAGES:
        say = Say(language)
        for about in everything():
            pages[f"{language}/{about.code}.md"] = page(about, say)
        linked = _ROW.sub(r"| [\1](\1.md) ", listing(say))
        pages[f"{language}/README.md"] = f"# {say('all-rules')}\n\n{linked}"
        pages[f"{language}/documents.md"] = kinds_page(say)
        pages[f"{language}/commands.md"] = f"# {say('all-commands')}\n\n{_commands(language)}"
    return pages


def _commands(language: str) -> str:
    names = list(COMMANDS)
    helps = [(f"byvekst {name}", _help([name, "--help", "--language", language])) for name in names]
    return "\n".join(f"## {title}\n\n```\n{text.rstrip()}\n```\n" for title, text in helps)


def _help(arguments: list[str]) -> str:
    out = io.StringIO()
    os.environ |= {"COLUMNS": "80", "NO_COLOR": "1"}
    with redirect_stdout(out):
        run(arguments)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())
