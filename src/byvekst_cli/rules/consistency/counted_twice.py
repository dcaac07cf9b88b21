"""CON007: a project and its part both have money of the same source and year in a programme."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.programme import Programme
from byvekst_cli.portfolio.lines import lines
from byvekst_cli.portfolio.nesting import wholes_of
from byvekst_cli.rules.rule import Problems, rule


@rule("CON007", about=Programme, severity=Severity.WARNING)
def counted_twice(programme: Record[Programme], area: Area) -> Problems:
    """A note on the part's line says that the money is its own."""
    found = {line.id.casefold(): (at, line) for at, line in enumerate(lines(area, programme.model))}
    for at, line in found.values():
        if programme.model.lines[at].note is not None:
            continue
        for whole in wholes_of(area, line.id):
            other_at, other = found.get(whole.casefold(), (0, None))
            if other is not None and any(cell in other.cells for cell in line.cells):
                clue = Clue(programme.at("lines", other_at, "project"), "the-whole-here")
                facts = {"part": line.id, "whole": whole}
                yield Problem(programme.at("lines", at, "project"), facts, (clue,))
