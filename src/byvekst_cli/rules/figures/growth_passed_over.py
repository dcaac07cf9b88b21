"""FIG012: the cost has grown since the last note of the case, and the note says nothing of it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.area.papers import day_of, day_read, paper_before
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.case import Case
from byvekst_cli.model.paper import Paper
from byvekst_cli.portfolio.history import points, steps
from byvekst_cli.portfolio.plans import index_of
from byvekst_cli.portfolio.stated import sheet_of
from byvekst_cli.prose.passages import body
from byvekst_cli.rules.rule import Problems, rule

_TOLD: Final = re.compile(
    r"\b(?:kostnad\w*(?:øk|auk|vekst)\w*|(?:øk|auk)\w* (?:\w+ )?kostnad\w*"
    r"|kostnad\w* (?:\w+ ){0,3}(?:øk|auk)\w*|dyrere|dyrare|anslag\w* (?:\w+ ){0,3}(?:øk|auk|endr)\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Options:
    """Real growth that a note must tell of (per cent)."""

    prosent: int = 10


@rule("FIG012", about=Paper, severity=Severity.WARNING, options=Options)
def growth_passed_over(note: Record[Paper], area: Area, options: Options) -> Problems:
    """Growth in prices is none, and what cannot be compared is not judged."""
    before, case, day = paper_before(note, area), area.one(Case, note.model.case), day_read(note, area)
    since = day_of(before.model, area) if before else None
    if case is None or since is None or day is None or not area.text_of(note).blocks:
        return
    if any(_TOLD.search(block.text) for block in body(area.text_of(note))):
        return
    index = index_of(area)
    for sheet in filter(None, (sheet_of(area, project) for project in case.projects)):
        for step in steps(points(sheet.model, index, None), index):
            dated = step.after.dated
            if dated and since < dated.first <= day and step.real and step.real * 100 > options.prosent:
                growth = round(step.real * 100, 1).normalize() + Decimal(0)
                clue = Clue(sheet.at("estimates", step.after.position, "dated"), "the-estimate-here")
                yield Problem(note.at("case"), {"project": sheet.id, "growth": growth}, (clue,))
