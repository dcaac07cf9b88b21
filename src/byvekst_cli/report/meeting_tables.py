"""The tables of agendas, packs, minutes and papers to councils."""

from collections.abc import Iterable

from byvekst_cli.language import Say
from byvekst_cli.language.amounts import column
from byvekst_cli.language.values import value_words
from byvekst_cli.model.meeting import NoPaper
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.treatment import Handling
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.pack.agenda import Agenda, Item, Late
from byvekst_cli.pack.box import Box
from byvekst_cli.pack.called import Called
from byvekst_cli.pack.councils import Council
from byvekst_cli.pack.follow_list import Task
from byvekst_cli.pack.meeting import CasePapers
from byvekst_cli.pack.minutes import Result
from byvekst_cli.pack.money_told import ProjectTold
from byvekst_cli.pack.overview import Overview
from byvekst_cli.report.cells import filled
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.project_sheet import kroner

_NONE = "–"
"""In a cell that has nothing to say."""


def invited(called: Called, say: Say) -> Grid:
    """Who is asked to come: organisation, function and as what."""
    rows = [[s.organisation, _known(s.function, say), value_words(s.part, say)] for s in called.invited]
    return _grid("agenda-invited", ("agenda-organisation", "agenda-function", "agenda-part"), rows, say)


def answers(called: Called, say: Say) -> Grid:
    """What each party has answered in a written procedure."""
    given = called.written.answers if called.written else ()
    untold = say.doc("agenda-not-answered")
    rows = [[a.organisation, value_words(a.answer, say) or untold, _known(a.dated, say)] for a in given]
    heads = ("agenda-organisation", "agenda-answer", "agenda-late-date")
    return _grid("agenda-answers", heads, rows, say).without_empty()


def items(agenda: Agenda, say: Say) -> Grid:
    """The list of cases."""
    rows = [
        [_number(i.number, i.at), _title(i, say), _handling(i, say), i.sender or "", _paper(i, say)]
        for i in agenda.items
    ]
    heads = ("agenda-number", "agenda-case", "agenda-handling", "agenda-sender", "agenda-paper")
    return _grid("agenda-items", heads, rows, say).without_empty()


def late(agenda: Agenda, say: Say) -> Grid:
    """What was sent after the rest."""
    rows = [_late(each, say) for each in agenda.late]
    names = ("date", "version", "replaces", "reason", "approved")
    heads = ("agenda-case", *(f"agenda-late-{name}" for name in names))
    return _grid("agenda-late", heads, rows, say).without_empty()


def box_projects(box: Box, say: Say) -> Grid:
    """The projects of a case that has many: state, cost, growth and funding."""
    totals = [project.total for project in box.projects]
    amounts = _column(totals, say)
    rows = [[*_project(p, say), amount] for p, amount in zip(box.projects, amounts, strict=True)]
    names = ("project", "state", "cost", "growth", "total")
    head = [say.doc(f"box-col-{name}") for name in names]
    title = say.doc("box-table", kroner=kroner(together(totals), say))
    return Grid(title, head, rows, numbers=(4,)).without_empty()


def portfolio(overview: Overview, say: Say) -> Grid:
    """Every line of the programme in force, with a mark at those that the cases concern."""
    shown = overview.rows
    piles = {
        "earlier": [row.earlier for row in shown],
        "programme": [row.programme for row in shown],
        "later": [row.later for row in shown],
        "total": [row.total for row in shown],
    }
    cells = {name: [*_column(column, say), _sum(column, say)] for name, column in piles.items()}
    rows = [
        [", ".join(row.numbers) or _NONE, f"{row.id} {row.name}", value_words(row.phase, say) or _NONE]
        for row in shown
    ]
    rows.append(["", say.doc("doc-sum"), ""])
    full = [[*row, *(cells[name][at] for name in cells)] for at, row in enumerate(rows)]
    names = ("touched", "phase", "earlier", "programme", "later")
    touched, phase, *money = (say.doc(f"pack-col-{name}") for name in names)
    every = together(pile for column in piles.values() for pile in column)
    name = overview.programme or say.doc("pack-portfolio-all")
    title = say.doc("pack-portfolio-title", programme=name, kroner=kroner(every, say))
    head = [touched, say.doc("box-col-project"), phase, *money, say.doc("doc-sum")]
    if not overview.has_money:
        return _kept(Grid(overview.programme or name, head, full[:-1], numbers=(3, 4, 5, 6)), (1,))
    return _kept(Grid(title, head, full, has_sum=True, numbers=(3, 4, 5, 6)), (1, 6))


def follow_up(tasks: tuple[Task, ...], say: Say) -> Grid:
    """Open tasks of the body and the cases."""
    return _tasks("pack-follow-up-title", tasks, say)


def minutes_tasks(tasks: tuple[Task, ...], say: Say) -> Grid:
    """What the meeting asked for."""
    return _tasks("minutes-follow-up-title", tasks, say)


def attachments(cases: tuple[CasePapers, ...], say: Say) -> Grid:
    """Every attachment, by case."""
    rows = [
        [_number(c.item.number, c.item.at), str(each.at), each.name, _file(each.path, say)]
        for c in cases
        for each in c.attachments
    ]
    heads = ("agenda-number", "pack-col-number", "pack-col-attachment", "pack-col-file")
    return _grid("pack-attachments-title", heads, rows, say)


def results(found: tuple[Result, ...], say: Say) -> Grid:
    """What came of each item, in short."""
    rows = [
        [_number(r.number, r.at), _title(r, say), _choice(r.handling, say), _result(r, say)] for r in found
    ]
    heads = ("agenda-number", "agenda-case", "agenda-handling", "minutes-col-result")
    return _grid("minutes-overview-title", heads, rows, say)


def councils(found: tuple[Council, ...], say: Say) -> Grid:
    """Who treats the case, by when, and what has come of it."""
    rows = [_council(each, say) for each in found]
    names = ("party", "council", "due", "number", "dated", "outcome")
    return filled(_grid("councils-who-title", tuple(f"councils-{name}" for name in names), rows, say), say)


def _grid(title: str, heads: Iterable[str], rows: list[list[str]], say: Say) -> Grid:
    return Grid(say.doc(title), [say.doc(head) for head in heads], rows, numbers=())


def _kept(grid: Grid, needed: tuple[int, ...]) -> Grid:
    """The grid without columns that are empty, whichever they are, save those that are needed."""
    empty = ("", _NONE)
    filled = [
        at for at in range(len(grid.head)) if at in needed or any(row[at] not in empty for row in grid.rows)
    ]
    numbers = tuple(new for new, at in enumerate(filled) if grid.is_number(at))
    rows = [[row[at] for at in filled] for row in grid.rows]
    return Grid(grid.title, [grid.head[at] for at in filled], rows, grid.has_sum, numbers)


def _column(piles: list[Pile], say: Say) -> list[str]:
    return [cell.replace("?", say("unknown")) or _NONE for cell in column(piles, say)[:-1]] if piles else []


def _sum(piles: list[Pile], say: Say) -> str:
    return column(piles, say)[-1].replace("?", say("unknown")) if piles else ""


def _known(value: object, say: Say) -> str:
    return say.doc("agenda-not-said") if isinstance(value, Unknown) else value_words(value, say)


def _number(number: str | None, at: int) -> str:
    return number or f"({at})"


def _title(each: Item | Result, say: Say) -> str:
    return each.title or say.doc("agenda-withheld-title")


def _handling(item: Item, say: Say) -> str:
    words = [_known(item.handling, say) if item.without_paper is not NoPaper.ANY_OTHER else _NONE]
    return ", ".join([*words, say.doc("agenda-coordination")] if item.is_coordination else words)


def _paper(item: Item, say: Say) -> str:
    if item.late:
        last = item.late[-1]
        return say.doc("agenda-sent-late", date=last.dated, version=last.version)
    if item.paper is not None:
        return say.doc("agenda-has-paper")
    if item.is_shielded and item.case is None:
        return say.doc("agenda-withheld")
    return value_words(item.without_paper, say) or say.doc("agenda-no-paper")


def _late(each: Late, say: Say) -> list[str]:
    title = " ".join(filter(None, (each.number, each.title))) or say.doc("agenda-late-all")
    values = (each.dated, each.version, each.replaces, each.reason, each.approved_by)
    return [title, *(value_words(value, say) for value in values)]


def _project(project: ProjectTold, say: Say) -> list[str]:
    cost = project.cost
    return [
        f"{project.id} {project.name}",
        value_words(project.state, say),
        value_words(cost.cost, say) if cost else "",
        value_words(cost.real, say) if cost else "",
    ]


def _tasks(title: str, tasks: tuple[Task, ...], say: Say) -> Grid:
    rows = [_task(each, say) for each in tasks]
    heads = tuple(f"pack-col-{name}" for name in ("task", "owner", "due", "taskstate", "asked"))
    return _grid(title, heads, rows, say).without_empty()


def _task(task: Task, say: Say) -> list[str]:
    state = value_words(task.state, say)
    state = say.doc("pack-past-due", state=state) if task.is_overdue else state
    asked = say.doc("pack-asked-in", body=task.asked_by, date=task.asked_on, number=task.number)
    due = value_words(task.due, say)
    return [task.what, task.owner or "", due, state, asked if task.asked_by else ""]


def _file(path: str | None, say: Say) -> str:
    return path.rpartition("/")[2] if path else say.doc("pack-file-missing")


def _choice(value: Handling | Unknown | None, say: Say) -> str:
    return _NONE if value is None or isinstance(value, Unknown) else value_words(value, say)


def _result(result: Result, say: Say) -> str:
    return value_words(result.outcome, say) or (
        value_words(result.consensus, say) if result.is_told else say.doc("minutes-not-told")
    )


def _council(each: Council, say: Say) -> list[str]:
    council = value_words(each.council, say)
    if each.on_behalf_of:
        council = say.doc("councils-behalf", council=council, other=each.on_behalf_of)
    values = (each.due, each.number, each.dated, each.outcome)
    return [each.party, council, *(value_words(value, say) for value in values)]
