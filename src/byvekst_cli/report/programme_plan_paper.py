"""The tables of a calculated choice of programme on paper, where projects are called by their names."""

from collections.abc import Sequence

from byvekst_cli.language import Say
from byvekst_cli.language.bindings import difference, named, ordered, percent, purpose
from byvekst_cli.pack.planned import Plan
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.programme_plan import alike, ends, head, level_of, loss_of, mnok


def bindings(plan: Plan, say: Say) -> Grid:
    """Each binding with what it costs in the model and what it is for, the dearest first."""
    rows = [
        [named(plan, each, say), difference(each, say), purpose(plan, each, say)] for each in ordered(plan)
    ]
    return Grid(say("choice-prices"), head(("binding", "difference", "purpose"), say), rows, numbers=())


def freed(plan: Plan, say: Say) -> Grid:
    """What would come and go without each binding that makes a difference."""
    rows = [
        [named(plan, each, say), _names(plan, each.comes, say), _names(plan, each.goes, say)]
        for each in ordered(plan)
        if each.comes or each.goes
    ]
    return Grid(say("choice-freed"), head(("binding", "comes-in", "goes-out"), say), rows, numbers=())


def swaps(plan: Plan, say: Say) -> Grid:
    """What follows from an exchange, each told once."""
    rows = []
    for found in alike(plan):
        comes, goes = ends(found[0])
        out = say("choice-not-possible") if found[0].value is None else _names(plan, goes, say)
        rows.append([_names(plan, comes, say), out, loss_of(found[0], say)])
    return Grid(say("choice-swaps"), head(("comes-in", "goes-out", "difference"), say), rows, numbers=(2,))


def near(plan: Plan, say: Say) -> Grid:
    """Other choices that are about as good."""
    here, now = plan.best.programme.chosen, plan.best.value
    rows = [[say("choice-here"), "", mnok(plan.best.cost, say), ""]] if plan.near else []
    for each in plan.near or ():
        there = each.programme.chosen
        less = percent(each.value / now - 1, say, signed=True) if now > 0 else ""
        comes, goes = _names(plan, sorted(there - here), say), _names(plan, sorted(here - there), say)
        rows.append([comes, goes, mnok(each.cost, say), less])
    names = head(("comes-in", "goes-out", "cost", "difference"), say)
    return Grid(f"{say('choice-near-title')} ({level_of(plan, say)})", names, rows, numbers=(2, 3))


def distances(plan: Plan, say: Say) -> Grid:
    """What each profile alone would have otherwise."""
    rows = [
        [
            plan.basis.names.get(each.profile, each.profile),
            percent(each.part, say),
            *_exchange(plan, each.comes, each.goes, say),
        ]
        for each in plan.distances
    ]
    names = head(("profile", "distance", "comes-in", "goes-out"), say)
    return Grid(say("choice-distances"), names, rows, numbers=(1,))


def _exchange(plan: Plan, comes: Sequence[str], goes: Sequence[str], say: Say) -> list[str]:
    if not comes and not goes:
        return [say("choice-same"), ""]
    return [_names(plan, comes, say), _names(plan, goes, say)]


def _names(plan: Plan, ids: Sequence[str], say: Say) -> str:
    return "; ".join(plan.basis.names.get(id, id) for id in ids) or say("choice-none")
