"""MON008: a frame is not the sum of what it is broken down into, beyond rounding."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.model.funding_plan import Scheme
from byvekst_cli.model.rounding import agree
from byvekst_cli.rules.rule import Problems, rule


@rule("MON008", about=Scheme, severity=Severity.ERROR)
def frame_not_its_parts(scheme: Record[Scheme], area: Area) -> Problems:
    frame = scheme.model.frame
    if not isinstance(frame, Decimal):
        return
    for field, amounts in scheme.model.breakdowns:
        found = sum(amounts, Decimal(0))
        if not agree(found, frame, amounts):
            clue = Clue(scheme.at(field, on=On.KEY), "parts-here")
            yield Problem(scheme.at("frame"), {"frame": frame, "found": found}, (clue,))
