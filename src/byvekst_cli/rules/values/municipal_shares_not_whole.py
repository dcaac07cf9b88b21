"""VAL003: the shares of a project's municipalities do not make 100 per cent."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("VAL003", about=Project, severity=Severity.ERROR)
def municipal_shares_not_whole(project: Record[Project], area: Area) -> Problems:
    """A sheet that names no municipality says that the division is not known."""
    shares = project.model.municipalities.values()
    total = sum(shares, Decimal(0))
    if shares and abs(total - 100) > Decimal("0.5"):
        yield Problem(project.at("municipalities"), {"total": total})
