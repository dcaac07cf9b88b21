"""The status page of `byvekst portfolio`, and how its tables are printed."""

import sys
from collections.abc import Iterable

from byvekst_cli.area import Area
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.options import console
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import Say
from byvekst_cli.portfolio.reported import reports
from byvekst_cli.portfolio.status import report_for
from byvekst_cli.report.grid import Grid, markdown_grids, print_grids
from byvekst_cli.report.status import status_grids, status_notes
from byvekst_cli.report.status_json import status_json


def print_tables(
    title: str, grids: list[Grid], notes: list[str], format: str, lead: Iterable[str] = ()
) -> None:
    """As Markdown, or else on the screen."""
    if format == "markdown":
        sys.stdout.write(markdown_grids(title, grids, notes, lead))
    else:
        print_grids(title, grids, notes, console(), lead)


def print_status(area: Area, period: str | None, format: str, say: Say, words: Words) -> int:
    """The report of a period, or the latest. Raises WrongUse where there is none for the period."""
    report = report_for(area, period)
    if report is None and period is not None:
        known = tuple(str(each.model.period) for each in reports(area))
        raise WrongUse(words("no-report", period=period, known=known))
    name = area.file.name if area.file else area.name
    if format == "json":
        sys.stdout.write(status_json(area, report))
    elif report is None:
        print_tables(name, [], [say("status-no-reports")], format)
    else:
        title = f"{name}: {report.model.name} ({report.model.period})"
        print_tables(title, status_grids(area, report, say), status_notes(area, report, say), format)
    return CLEAN
