"""A status report on one page: spent, forecast against plan, where it is going, and what comes next."""

import json
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.language import Say
from byvekst_cli.model.money import Money, PriceBasis
from byvekst_cli.model.pile import NOTHING, Pile
from byvekst_cli.model.status_report import ReportLine, Spent, StatusReport
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.portfolio.reported import reports
from byvekst_cli.portfolio.status import SPAN, Status, Trend, statuses, unreported
from byvekst_cli.report.grid import Grid, amount, column, pile_json

VERSION: Final = 1
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


def status_json(area: Area, report: Record[StatusReport] | None) -> str:
    """Version 1, exact, in MNOK; without a report `period` is null."""
    found = statuses(area, report) if report else ()
    out: dict[str, Any] = {
        "version": VERSION,
        "as_of": area.as_of.isoformat(),
        "area": area.id,
        "period": str(report.model.period) if report else None,
        "name": report.model.name if report else None,
        "status_date": str(report.model.status_date) if report and report.model.status_date else None,
        "projects": [_project_json(each) for each in found],
        "unreported": list(unreported(area, report.model)) if report else [],
    }
    return json.dumps(out, ensure_ascii=False, indent=2, default=float) + "\n"


def _money(found: tuple[Status, ...], say: Say) -> Grid:
    spent = [
        [_pile(each.line.spent, name) for each in found] for name in ("in_period", "this_year", "in_all")
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
            str(each.planned_opening or ""),
            str(each.opening or ""),
            "" if not each.late else say("status-days", n=each.late),
            _trend(each.opening_trend, "time", say),
        ]
        rows.append([line.project, *cells])
    names = ("change", "phase", "progress", "planned", "expected", "late", "trend")
    head = [say("project"), *(say(f"status-{name}") for name in names)]
    return Grid(say("status-time"), head, rows, words=(1, 2, 4, 5, 6, 7))


def _words(found: tuple[Status, ...], say: Say) -> Grid:
    rows = []
    for each in found:
        cause, measure = (_told(each, name, say) for name in ("cause", "measure"))
        next = _next(each.line)
        if cause or measure or next:
            rows.append([each.line.project, cause, measure, next])
    names = ("cause", "measure", "next")
    head = [say("project"), *(say(f"status-{name}") for name in names)]
    return Grid(say("status-words"), head, rows, words=(1, 2, 3))


def _next(line: ReportLine) -> str:
    """What is to be decided, with the body and the date in brackets as far as they are told."""
    follows = line.next_decision
    if follows is None:
        return ""
    where = ", ".join(str(part) for part in (follows.body, follows.dated) if part)
    return f"{follows.what} ({where})" if where else follows.what


def _told(status: Status, name: str, say: Say) -> str:
    told = [getattr(deviation, name) for deviation in status.deviations]
    return "; ".join(say("unknown") if isinstance(each, Unknown) else each for each in told if each)


def _pile(spent: Spent | None, name: str) -> Pile:
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
    return "" if share is None else f"{say.number(round(share * 100))} %"


def _trend(trend: Trend | None, of: str, say: Say) -> str:
    return "" if trend is None else f"{_ARROWS[trend]} {say(f'trend-{of}-{trend.value}')}"


def _project_json(each: Status) -> dict[str, Any]:
    follows = each.line.next_decision
    names = ("in_period", "this_year", "in_all")
    return {
        "id": each.line.project,
        "change": each.line.change and each.line.change.value,
        "spent": {name: pile_json(_pile(each.line.spent, name)) for name in names},
        "cost": _money_json(each.cost),
        "plan": _money_json(each.plan),
        "over_plan": each.share,
        "cost_trend": each.cost_trend and each.cost_trend.value,
        "opening": each.opening and str(each.opening),
        "planned_opening": each.planned_opening and str(each.planned_opening),
        "days_late": each.late,
        "opening_trend": each.opening_trend and each.opening_trend.value,
        "deviations": [
            {"concerns": d.concerns.value, "cause": _text(d.cause), "measure": _text(d.measure)}
            for d in each.deviations
        ],
        "next_decision": follows
        and {"what": follows.what, "body": follows.body, "when": follows.dated and str(follows.dated)},
    }


def _money_json(money: Money | None) -> dict[str, Any] | None:
    return None if money is None else {"price_year": str(money.year), "mnok": money.in_mnok}


def _text(told: object) -> str | None:
    return None if told is None else str(told)
