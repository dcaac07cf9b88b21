"""NOT008: a proposed decision asks for something without saying who does it, or by when."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.decision import Ask
from byvekst_cli.prose.template import decision_of
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT008", about=Paper, severity=Severity.ADVICE)
def action_without_owner(note: Record[Paper], area: Area) -> Problems:
    """A meeting, a season or the next programme is a date too."""
    decision = decision_of(note, area)
    for point in decision.points if decision else ():
        if Ask.ACT not in point.asks:
            continue
        lacks = [name for name, there in (("owner", point.owner), ("date", point.has_date)) if not there]
        if lacks:
            facts = {"begins": point.begins, "lacks": tuple(Term(f"lacks-{name}") for name in lacks)}
            yield Problem(Place(note.path, stretch=(point.start, point.end)), facts)
