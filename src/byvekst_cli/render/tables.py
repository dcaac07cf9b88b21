"""The tables that templates may ask for by name: figures and words → a `Grid` or several."""

from collections.abc import Mapping, Sequence
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.render.registry import imported
from byvekst_cli.render.tree import Line, Span, Table
from byvekst_cli.report.grid import Grid

TABLES: Final[Mapping[str, str]] = {
    "sheet-funding": "report.project_sheet:funding",
    "sheet-estimates": "report.project_sheet:estimates",
    "sheet-effects": "report.project_sheet:effects",
    "sheet-milestones": "report.project_sheet:milestones",
    "wheel-year": "report.wheel:year_table",
    "wheel-broken": "report.wheel:broken_table",
    "wheel-order": "report.wheel:harmony_table",
    "agenda-invited": "report.meeting_tables:invited",
    "agenda-answers": "report.meeting_tables:answers",
    "agenda-items": "report.meeting_tables:items",
    "agenda-late": "report.meeting_tables:late",
    "box-projects": "report.meeting_tables:box_projects",
    "pack-portfolio": "report.meeting_tables:portfolio",
    "pack-follow-up": "report.meeting_tables:follow_up",
    "pack-attachments": "report.meeting_tables:attachments",
    "minutes-results": "report.meeting_tables:results",
    "minutes-follow-up": "report.meeting_tables:minutes_tasks",
    "councils-who": "report.meeting_tables:councils",
    "goals-series": "report.goal_document:series",
    "goals-wanted": "report.goal_document:wanted",
    "roles-matrix": "report.roles_booklet:matrix",
    "roles-tasks": "report.roles_booklet:tasks",
    "roles-seats": "report.roles_booklet:seats",
    "roles-words": "report.roles_booklet:words",
    "status-deviations": "report.status_document:deviations",
    "status-spent": "report.status_document:spent",
    "status-costs": "report.status_document:costs",
    "status-progress": "report.status_document:progress",
    "status-milestones": "report.status_document:milestones",
    "status-upcoming": "report.status_document:upcoming",
    "status-cost-course": "report.status_document:cost_course",
    "status-time-course": "report.status_document:time_course",
    "programme-money": "report.programme_document:money",
    "programme-sources": "report.programme_document:sources",
    "programme-by-measure": "report.programme_document:by_measure",
    "programme-by-municipality": "report.programme_document:by_municipality",
    "programme-goals": "report.programme_document:goals",
    "programme-doers": "report.programme_document:doers",
    "programme-schemes": "report.programme_document:schemes",
    "programme-bound": "report.programme_document:bound",
    "programme-projects": "report.programme_document:projects",
    "programme-budget": "report.programme_document:budget",
    "programme-moved": "report.programme_document:moved",
    "programme-deviates": "report.programme_document:deviates",
    "programme-changed": "report.programme_document:changed",
    "programme-unfunded": "report.programme_document:unfunded",
    "programme-lacking": "report.programme_document:lacking",
    "programme-risks": "report.programme_document:risks",
    "portfolio-inside": "report.portfolio_document:inside",
    "portfolio-candidates": "report.portfolio_document:candidates",
    "portfolio-unplaced": "report.portfolio_document:unplaced",
    "portfolio-over": "report.portfolio_document:over",
    "portfolio-withdrawn": "report.portfolio_document:withdrawn",
    "portfolio-states": "report.portfolio_document:states",
    "samordning-parties": "report.coordination:parties",
    "samordning-additions": "report.coordination:additions",
    "samordning-points": "report.coordination:points",
    "samordning-deviations": "report.coordination:deviations",
    "samordning-agreed": "report.coordination:agreed",
    "samordning-common": "report.coordination:common",
    "samordning-rounds": "report.coordination:rounds",
    "deadlines-by-month": "report.deadline_plan:by_month",
    "deadlines-overdue": "report.deadline_plan:overdue",
    "deadlines-steps": "report.deadline_plan:steps",
    "plan-sure": "report.programme_plan:sure",
    "plan-depends": "report.programme_plan:depends",
    "plan-swaps": "report.programme_plan_paper:swaps",
    "plan-near": "report.programme_plan_paper:near",
    "plan-no-room": "report.programme_plan:no_room",
    "plan-money": "report.programme_plan:money",
    "plan-after": "report.programme_plan:commitments",
    "plan-prices": "report.programme_plan_paper:bindings",
    "plan-freed": "report.programme_plan_paper:freed",
    "plan-gains": "report.programme_plan:gains",
    "plan-distances": "report.programme_plan_paper:distances",
    "plan-refused": "report.programme_plan_none:refused",
}
"""Name → `room.module:function`, called as `function(figures, say)`."""


def tables(name: str, figures: object, say: Say) -> tuple[Table, ...]:
    """The tables of a name that have rows. Raises KeyError where there is no such name."""
    made = imported(TABLES[name])(figures, say)
    grids: Sequence[Grid] = [made] if isinstance(made, Grid) else made
    return tuple(_table(name, grid) for grid in grids if grid.rows)


def _table(name: str, grid: Grid) -> Table:
    numbers = tuple(at for at in range(len(grid.head)) if grid.is_number(at))
    rows = tuple(tuple(map(_line, row)) for row in grid.rows)
    return Table(tuple(map(_line, grid.head)), rows, _line(grid.title), name, numbers, grid.has_sum)


def _line(words: str) -> Line:
    words = " ".join(words.split(" ")).strip()
    return (Span(words),) if words else ()
