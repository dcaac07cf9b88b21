"""A status report on one page: spent, forecast against plan, where it is going, and what comes next."""

from decimal import Decimal
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount, column
from byvekst_cli.language.values import value_words
from byvekst_cli.model.money import Money, PriceBasis
from byvekst_cli.model.pile import NOTHING, Pile
from byvekst_cli.model.status_report import ReportLine, Spent, StatusReport
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.portfolio.reported import reports
from byvekst_cli.portfolio.status import SPAN, Status, Trend, statuses, unreported
from byvekst_cli.report.grid import Grid

_ARROWS: Final = {Trend.BETTER: "↘", Trend.SAME: "→", Trend.WORSE: "↗"}


def status_grids(area: Area, report: Record[StatusReport], say: Say) -> list[Grid]:
    """Money, time, and what deviates or is to be decided; a table without rows is left out."""
    found = statuses(area, report)
    grids = [_money(found, say), _time(found, say), _words(found, say)]
    return [grid.without_empty() for grid in grids if grid.rows]


def status_notes(area: Area, report: Record[StatusReport], say: Say) -> list[str]:
    """What the page does not show, and what its marks mean."""
    missing = unreported(area, report.model)
    if not report.model.lines:
        return [say("status-no-rows")]
    notes = (
        [say("status-missing", n=len(missing), projects=say.listed(missing[:5], "and"))] if missing else []
    )
    told = [each.model.period for each in reports(area)]
    if len(told) > 1:
        notes.append(say("status-trend-note", n=SPAN))
    moneys = [money for each in statuses(area, report) for money in (each.cost, each.plan) if money]
    if any(money.year.is_unknown for money in moneys):
        notes.append(say("status-level-note"))
    return notes


def _money(found: tuple[Status, ...], say: Say) -> Grid:
    spent = [
        [spent_pile(each.line.spent, name) for each in found] for name in ("in_period", "this_year", "in_all")
    ]
    cells = [column(piles, say) for piles in spent]
    rows = [
        [
            each.line.project,
            *(own[at] for own in cells),
            _mnok(each.cost, say),
            _mnok(each.plan, say),
            _percent(each.share, say),
            _trend(each.cost_trend, "cost", say),
        ]
        for at, each in enumerate(found)
    ]
    if rows:
        rows.append([say("in-all"), *(own[-1] for own in cells), "", "", "", ""])
    names = ("in-period", "this-year", "spent", "cost", "frame", "share", "trend")
    return Grid(
        say("status-money"), [say("project"), *(say(f"status-{n}") for n in names)], rows, has_sum=True
    )


def _time(found: tuple[Status, ...], say: Say) -> Grid:
    rows = []
    for each in found:
        line, sheet = each.line, each.project
        phase = line.phase or (sheet.phase if sheet else None)
        progress = line.progress
        cells = [
            line.change.value if line.change else "",
            phase.phase if phase else "",
            _percent(progress / 100, say) if isinstance(progress, Decimal) else "",
            value_words(each.planned_opening, say),
            value_words(each.opening, say),
            "" if not each.late else say("status-days", n=each.late),
            _trend(each.opening_trend, "time", say),
        ]
        rows.append([line.project, *cells])
    names = ("change", "phase", "progress", "planned", "expected", "late", "trend")
    head = [say("project"), *(say(f"status-{name}") for name in names)]
    return Grid(say("status-time"), head, rows, numbers=(3,))


def _words(found: tuple[Status, ...], say: Say) -> Grid:
    rows = []
    for each in found:
        cause, measure = (_told(each, name, say) for name in ("cause", "measure"))
        next = _next(each.line, say)
        if cause or measure or next:
            rows.append([each.line.project, cause, measure, next])
    names = ("cause", "measure", "next")
    head = [say("project"), *(say(f"status-{name}") for name in names)]
    return Grid(say("status-words"), head, rows, numbers=())


def _next(line: ReportLine, say: Say) -> str:
    """What is to be decided, with the body and the date in brackets as far as they are told."""
    follows = line.next_decision
    if follows is None:
        return ""
    where = ", ".join(value_words(part, say) for part in (follows.body, follows.dated) if part)
    return f"{follows.what} ({where})" if where else follows.what


def _told(status: Status, name: str, say: Say) -> str:
    told = [getattr(deviation, name) for deviation in status.deviations]
    return "; ".join(say("unknown") if isinstance(each, Unknown) else each for each in told if each)


def spent_pile(spent: Spent | None, name: str) -> Pile:
    """One of the figures of what was spent; nothing where it is not told."""
    told = getattr(spent, name) if spent else None
    return NOTHING if spent is None or told is None else Pile.of([Money.known(told, spent.price_year)])


def _mnok(money: Money | None, say: Say) -> str:
    """The amount with its price year; nominal kroner stand alone, and a star says that nobody knows."""
    if money is None:
        return ""
    level = money.year.basis
    mark = f" ({level})" if isinstance(level, int) else "*" if level is PriceBasis.UNKNOWN else ""
    return f"{amount(money.in_mnok, say)}{mark}"


def _percent(share: Decimal | None, say: Say) -> str:
    return "" if share is None else say("unit-percent", n=round(share * 100))


def _trend(trend: Trend | None, of: str, say: Say) -> str:
    return "" if trend is None else f"{_ARROWS[trend]} {say(f'trend-{of}-{trend.value}')}"
