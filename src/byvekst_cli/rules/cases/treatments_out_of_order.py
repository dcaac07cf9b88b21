"""CAS001: a case is treated by one body before the body that comes before it in the list."""

from itertools import pairwise

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.treatment import Treatment
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule


@rule("CAS001", about=Case, severity=Severity.WARNING)
def treatments_out_of_order(case: Record[Case], area: Area) -> Problems:
    dated = [
        (index, treatment, when)
        for index, treatment in enumerate(case.model.treatments)
        if (when := _when(treatment, area)) is not None
    ]
    for (at, earlier, before), (index, later, after) in pairwise(dated):
        if after.is_before(before):
            clue = Clue(case.at("treatments", at, "body", on=On.KEY), "the-other-date")
            facts = {"later": later.body, "earlier": earlier.body, "after": after, "before": before}
            yield Problem(case.at("treatments", index, "body"), facts, (clue,))


def _when(treatment: Treatment, area: Area) -> When | None:
    """The treatment's own date, or that of its meeting."""
    if isinstance(treatment.dated, When):
        return treatment.dated
    found = (record.model for record in area.named(treatment.meeting or ""))
    return next((meeting.dated for meeting in found if isinstance(meeting, Meeting)), None)
