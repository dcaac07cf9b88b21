"""A year's budget on one page: adopted, carried over, moved, regulated, spent; and what deviates."""

import json
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import column, single
from byvekst_cli.model.budget import Budget, Deviation, Remainder
from byvekst_cli.model.pile import together
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.portfolio.budget import rows
from byvekst_cli.portfolio.remainders import Round, the_round
from byvekst_cli.report.grid import Grid, pile_json

VERSION: Final = 1
_COLUMNS: Final = ("adopted", "carried", "moved", "regulated", "promised", "bound", "paid", "spent")


def budget_grids(area: Area, budget: Budget, say: Say) -> list[Grid]:
    """The sums by project, the deviations, and the round of unspent money, where there are any."""
    found = rows(budget)
    kept = [name for name in _COLUMNS if any(getattr(row, name) for row in found) or name == "regulated"]
    cells = [column([getattr(row, name) for row in found], say) for name in kept]
    body = [[row.name, *(each[at] for each in cells)] for at, row in enumerate(found)]
    body.append([say("in-all"), *(each[-1] for each in cells)])
    head = [say("project"), *(say(f"budget-{name}") for name in kept)]
    grids = [Grid(say("budget-title"), head, body, has_sum=True)]
    if budget.deviations:
        names = ("project", "concerns", "cost", "cause", "measure", "cover", "state")
        lines = [_deviation(each, say) for each in budget.deviations]
        grids.append(Grid(say("deviations-title"), [say(f"deviation-{name}") for name in names], lines))
    return [*grids, *_round(area, budget, say)]


def budget_notes(budget: Budget, say: Say) -> list[str]:
    """What the marks mean."""
    everything = together(pile for row in rows(budget) for pile in (row.adopted, row.carried, row.moved))
    notes = [say("mixed-note")] if everything.is_mixed else []
    return notes + ([say("unknown-note")] if everything.has_unknown else [])


def budget_json(area: Area, budget: Budget) -> str:
    """Version 1, exact, in MNOK."""
    lines = [
        {"name": row.name, **{name: pile_json(getattr(row, name)) for name in _COLUMNS}}
        for row in rows(budget)
    ]
    report: dict[str, Any] = {
        "version": VERSION,
        "as_of": area.as_of.isoformat(),
        "area": area.id,
        "year": int(budget.year),
        "rows": lines,
        "remainders": [_remainder_json(each) for each in the_round(area, budget)],
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=float) + "\n"


def _round(area: Area, budget: Budget, say: Say) -> list[Grid]:
    """What is left, wished and decided, and next year's budget has of it; then why, and who decided."""
    found = the_round(area, budget)
    if not found:
        return []
    left = column([each.row.pile for each in found], say)
    later = column([each.carried for each in found], say)
    sums = [
        [each.row.project, each.row.recipient or "", left[at], *_wished(each.row, say), later[at]]
        for at, each in enumerate(found)
    ]
    sums.append([say("in-all"), "", left[-1], "", "", later[-1]])
    names = ("recipient", "left", "wish", "outcome")
    head = [say("project"), *(say(f"round-{name}") for name in names)]
    head.append(say("round-next", year=str(budget.year + 1)))
    why = [[each.row.project, *_reasoned(each.row, say)] for each in found]
    reasons = [say("project"), *(say(f"round-{name}") for name in ("reason", "decided"))]
    return [
        Grid(say("round-title"), head, sums, has_sum=True, numbers=(2, 5)),
        Grid(say("round-why"), reasons, why, numbers=()),
    ]


def _wished(row: Remainder, say: Say) -> list[str]:
    return [
        say("unknown") if isinstance(each, Unknown) else str(each or "") for each in (row.wish, row.outcome)
    ]


def _reasoned(row: Remainder, say: Say) -> list[str]:
    by = row.decided
    reason = say("unknown") if isinstance(row.reason, Unknown) else row.reason or ""
    return [reason, ", ".join(str(part) for part in (by.body, by.dated) if part) if by else ""]


def _remainder_json(each: Round) -> dict[str, Any]:
    row = each.row
    return {
        "project": row.project,
        "recipient": row.recipient,
        "left": pile_json(row.pile),
        "wish": row.wish and str(row.wish),
        "outcome": row.outcome and str(row.outcome),
        "next_year": pile_json(each.carried),
    }


def _deviation(deviation: Deviation, say: Say) -> list[str]:
    cost = "" if deviation.cost is None else single(deviation.cost.pile, say)
    texts = (deviation.cause, deviation.measure, deviation.cover)
    shown = [say("unknown") if isinstance(text, Unknown) else text or "" for text in texts]
    return [deviation.project, deviation.concerns.value, cost, *shown, deviation.state.value]
