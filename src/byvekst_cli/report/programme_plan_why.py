"""One project of a calculated programme."""

from byvekst_cli.choice.instance import start_of
from byvekst_cli.choice.prices import Swap
from byvekst_cli.language import Say
from byvekst_cli.language.bindings import source_within
from byvekst_cli.pack.planned import Plan, Project
from byvekst_cli.report.cells import capital
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.programme_plan import (
    asks,
    exchanged,
    is_in,
    level_of,
    loss_of,
    mnok,
    place_of,
    surety,
    turn_of,
)


def why_grid(plan: Plan, project: Project, swap: Swap, say: Say) -> Grid:
    """One project: its place, what decides it, and what gives way if it is turned."""
    profiles = [plan.basis.names.get(name, name) for name in project.profiles_with]
    starts = dict(plan.best.programme.starts)
    paid: dict[str, int] = {}
    for (id, source, _), ore in plan.best.programme.flows:
        if id == project.id:
            paid[source] = paid.get(source, 0) + ore
    total = (
        start_of(plan.instance, project.id, starts[project.id]).total
        if project.id in starts
        else project.cost
    )
    paying = [f"{source_within(plan.basis, id, say)} {mnok(ore, say)}" for id, ore in paid.items()]
    rows = [
        [say("choice-head-here"), say("choice-in" if is_in(plan, project.id) else "choice-out")],
        [say("choice-why-place"), place_of(plan, project.place, say)],
        [say("choice-head-effects"), surety(plan, project, say)],
        [say("choice-why-profiles"), ", ".join(profiles) or say("choice-none")],
        [say("choice-head-cost"), f"{mnok(total, say)} ({level_of(plan, say)})"],
        [say("choice-why-paid"), ", ".join(paying)],
        [say("choice-why-bound"), plan.basis.reasons.get(project.id, "")],
        [say("choice-head-question"), asks(plan, project, say)],
        [capital(say(turn_of(swap))), f"{exchanged(swap, say)} {loss_of(swap, say)}".strip()],
    ]
    return Grid(f"{project.id} {project.name}", [project.id, ""], [row for row in rows if row[1]], numbers=())
