"""REP003: a row says that nothing has changed, and the sheet, the budget or the row itself says otherwise."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity, Term
from byvekst_cli.model.status_report import ReportLine, StatusReport
from byvekst_cli.portfolio.plans import now, same
from byvekst_cli.portfolio.reported import against_no_change, last_cost, last_told
from byvekst_cli.portfolio.reported import before as earlier_rows
from byvekst_cli.rules.rule import Problems, rule


@rule("REP003", about=StatusReport, severity=Severity.WARNING)
def no_change_but_changed(report: Record[StatusReport], area: Area) -> Problems:
    """Money spent is no change of plan, and a comment or a next decision may stand beside the word."""
    for index, line in enumerate(report.model.lines):
        if line.change is None:
            continue
        found = dict(against_no_change(area, report, line.project))
        words = [*found, *_own_words(line, area, report)]
        if words:
            facts = {"project": line.project, "what": tuple(Term(word) for word in dict.fromkeys(words))}
            clues = tuple(Clue(place, "told-here") for place in found.values())
            yield Problem(report.at("lines", index, "change"), facts, clues)


def _own_words(line: ReportLine, area: Area, report: Record[StatusReport]) -> list[str]:
    """What the row itself tells as new; a figure or deviation that is only repeated is not."""
    earlier = earlier_rows(area, report, line.project)
    cost, told = line.cost.money if line.cost else None, last_cost(earlier)
    has_new_cost = cost is not None and told is not None and not same(cost, told)
    moved = ((last_told(earlier, row.event), now(row)) for row in line.milestones)
    has_moved = any(before and found and not before.overlaps(found) for before, found in moved)
    has_deviation = bool(line.deviations) and not any(entry.line.deviations for entry in earlier)
    found = {"changed-cost": has_new_cost, "changed-milestone": has_moved, "open-deviation": has_deviation}
    return [word for word, is_so in found.items() if is_so]
