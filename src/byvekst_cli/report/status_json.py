"""A status report for programs: version 1."""

import json
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.model.money import Money
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.portfolio.status import Status, statuses, unreported
from byvekst_cli.report.grid import pile_json
from byvekst_cli.report.status import spent_pile

VERSION: Final = 1


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


def _project_json(each: Status) -> dict[str, Any]:
    follows = each.line.next_decision
    names = ("in_period", "this_year", "in_all")
    return {
        "id": each.line.project,
        "change": each.line.change and each.line.change.value,
        "spent": {name: pile_json(spent_pile(each.line.spent, name)) for name in names},
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
