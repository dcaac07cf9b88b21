"""The forms that the answer of `check` can take."""

import io
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.report.checked import Checked

FORMATS: Final = ("text", "json", "sarif", "github", "gitlab", "junit", "markdown")
_WIDTH: Final = 100


def write(format: str, checked: Checked, say: Say) -> str:
    """The whole answer in one of `FORMATS`, ending with a line break. Imports only what it needs."""
    match format:
        case "json":
            from byvekst_cli.report.as_json import as_json as writer
        case "sarif":
            from byvekst_cli.report.as_sarif import as_sarif as writer
        case "github":
            from byvekst_cli.report.as_github import as_github as writer
        case "gitlab":
            from byvekst_cli.report.as_gitlab import as_gitlab as writer
        case "junit":
            from byvekst_cli.report.as_junit import as_junit as writer
        case "markdown":
            from byvekst_cli.report.as_markdown import as_markdown as writer
        case _:
            writer = _as_text
    return writer(checked, say)


def _as_text(checked: Checked, say: Say) -> str:
    """What the screen would show, without colour."""
    from rich.console import Console

    from byvekst_cli.report.text import print_text

    out = io.StringIO()
    print_text(checked, say, Console(file=out, width=_WIDTH, color_system=None, highlight=False))
    return out.getvalue()
