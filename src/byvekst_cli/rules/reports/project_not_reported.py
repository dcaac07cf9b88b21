"""REP001: projects of the programme have no row in the report."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, On, Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.portfolio.status import unreported
from byvekst_cli.rules.rule import Problems, rule

_SHOWN = 5
"""Projects named in the message; the rest are counted."""


@rule("REP001", about=StatusReport, severity=Severity.WARNING)
def project_not_reported(report: Record[StatusReport], area: Area) -> Problems:
    """One problem a report, however many projects it lacks."""
    missing = unreported(area, report.model)
    if missing:
        facts = {
            "n": len(missing),
            "programme": report.model.programme,
            "first": Hint(tuple(missing[:_SHOWN])),
            "more": Hint(len(missing) - _SHOWN if len(missing) > _SHOWN else None),
        }
        yield Problem(report.at("lines", on=On.KEY), facts)
