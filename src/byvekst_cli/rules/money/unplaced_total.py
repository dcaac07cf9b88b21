"""MON007: a total sum does not say what it covers, for which years, or in which price year."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.agreement import Agreement, Frame
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.rules.rule import Problems, rule


@rule("MON007", about=Agreement, severity=Severity.WARNING)
def unplaced_total(agreement: Record[Agreement], area: Area) -> Problems:
    """One total may stand alone; where there are several they must be told apart."""
    frames = agreement.model.frames
    for index, frame in enumerate(frames):
        lacking = _lacking(frame)
        if len(frames) > 1 and lacking:
            place = agreement.at("frames", index, "amount")
            yield Problem(place, {"amount": frame.amount, "lacks": tuple(map(Term, lacking))})


def _lacking(frame: Frame) -> list[str]:
    lacks = {
        "lacks-scope": isinstance(frame.scope, Unknown),
        "lacks-period": isinstance(frame.period, Unknown),
        "lacks-price-year": frame.price_year.is_unknown,
    }
    return [name for name, missing in lacks.items() if missing]
