"""REP010: two reports of an agreement overlap, and neither covers all of the other."""

from itertools import combinations

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.reported import reports
from byvekst_cli.rules.rule import Problems, rule


@rule("REP010", about=Area, severity=Severity.WARNING)
def reports_cross(area: Area) -> Problems:
    """An annual report covers those of its parts; a half year and four months may cross."""
    for one, other in combinations(reports(area), 2):
        is_twice = _same_agreement(one, other) and _crosses(one.model.period, other.model.period)
        if is_twice:
            clue = Clue(one.at("period"), "told-here")
            facts = {"one": other.model.period, "other": one.model.period}
            yield Problem(other.at("period"), facts, (clue,))


def _same_agreement(one: Record[StatusReport], other: Record[StatusReport]) -> bool:
    return (one.model.agreement or "").casefold() == (other.model.agreement or "").casefold()


def _crosses(one: When, other: When) -> bool:
    """They share days, and are either the same or each has days that the other has not."""
    if (one.first, one.last) == (other.first, other.last):
        return True
    earlier, later = sorted((one, other), key=lambda period: (period.first, -period.last.toordinal()))
    return earlier.overlaps(later) and earlier.last < later.last
