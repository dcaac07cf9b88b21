"""MON024: the parts of a project cost more together than the project does."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.money import Money
from byvekst_cli.model.project import Project
from byvekst_cli.model.rounding import agree
from byvekst_cli.portfolio.nesting import parts_of
from byvekst_cli.rules.rule import Problems, rule


@rule("MON024", about=Project, severity=Severity.WARNING)
def parts_beyond_whole(project: Record[Project], area: Area) -> Problems:
    """Totals at the project's own price level are added; those alone may be too much."""
    whole = _total(project.model)
    if whole is None or whole.year.is_unknown or project.model.funding is None:
        return
    own = [
        (part, total)
        for part in parts_of(area, project.id)
        if (total := _total(part.model)) and total.year == whole.year
    ]
    amounts = [total.in_mnok for _, total in own]
    sum_of = sum(amounts, Decimal(0))
    if sum_of > whole.in_mnok and not agree(sum_of, whole.in_mnok, amounts):
        clues = tuple(Clue(part.at("funding", "total"), "the-part-here") for part, _ in own)
        facts = {"total": whole.in_mnok, "parts": sum_of}
        yield Problem(project.at("funding", "total"), facts, clues)


def _total(project: Project) -> Money | None:
    return project.funding.total.money if project.funding and project.funding.total else None
