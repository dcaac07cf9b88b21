"""WHE005: the wheel has turned, and the document of the turn is not there."""

from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.wheel_documents import missing
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.wheel import Activity
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """Days after the activity before it is told that its file is not there."""

    dager: int = 60


@rule("WHE005", about=Activity, severity=Severity.WARNING, today=True, options=Options)
def document_not_registered(activity: Record[Activity], area: Area, options: Options) -> Problems:
    """The latest one only, and only where the area has had such documents."""
    year = missing(activity.model, area, options.dager)
    if year is not None and activity.model.yields is not None:
        kind = Term(f"yields-{activity.model.yields.value}")
        yield Problem(activity.at("yields"), {"document": kind, "year": str(year)})
