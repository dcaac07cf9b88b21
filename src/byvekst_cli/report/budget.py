"""A year's budget on one page: adopted, carried over, moved, regulated, spent; and what deviates."""

import json
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import column, single
from byvekst_cli.model.budget import Budget, Deviation
from byvekst_cli.model.pile import together
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.portfolio.budget import rows
from byvekst_cli.report.grid import Grid, pile_json

VERSION: Final = 1
_COLUMNS: Final = ("adopted", "carried", "moved", "regulated", "promised", "bound", "paid", "spent")


def budget_grids(budget: Budget, say: Say) -> list[Grid]:
    """The sums by project, and the deviations where there are any."""
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
    return grids


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
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=float) + "\n"


def _deviation(deviation: Deviation, say: Say) -> list[str]:
    cost = "" if deviation.cost is None else single(deviation.cost.pile, say)
    texts = (deviation.cause, deviation.measure, deviation.cover)
    shown = [say("unknown") if isinstance(text, Unknown) else text or "" for text in texts]
    return [deviation.project, deviation.concerns.value, cost, *shown, deviation.state.value]
