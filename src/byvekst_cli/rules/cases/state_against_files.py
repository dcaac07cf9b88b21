"""CAS005: the written state of a case contradicts what its treatments, meetings and tasks show."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.governance.shown import contradictions
from byvekst_cli.governance.story import story
from byvekst_cli.model.case import Case
from byvekst_cli.rules.rule import Problems, rule


@rule("CAS005", about=Case, severity=Severity.WARNING)
def state_against_files(case: Record[Case], area: Area) -> Problems:
    for each in contradictions(story(area, case)):
        facts = {"case": case.id, "state": case.model.state.value, "why": Term(f"case-{each.value}")}
        yield Problem(case.at("state"), facts)
