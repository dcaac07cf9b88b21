"""FIG009: a sum in a table is not the sum of its column."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.table_sums import wrong_sums
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG009", about=Paper, severity=Severity.WARNING)
def table_sum_wrong(note: Record[Paper], area: Area) -> Problems:
    """Parts and sums that were each rounded need not add up to the last digit."""
    for each in wrong_sums(area.text_of(note)):
        facts = {"column": each.column, "stated": each.stated, "found": each.found}
        yield Problem(Place(note.path, stretch=(each.start, each.end)), facts)
