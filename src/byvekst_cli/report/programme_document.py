"""The programme in tables: money by project, year, group and source; the budget year; changes; risks."""

from collections.abc import Mapping

from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount
from byvekst_cli.language.values import value_words
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.project import PlanStatus
from byvekst_cli.pack.budget_year import BudgetYear
from byvekst_cli.pack.goal_report import GoalPart
from byvekst_cli.pack.in_short import InShort
from byvekst_cli.pack.money import Finances, LineRow
from byvekst_cli.pack.names import Names
from byvekst_cli.pack.programme_document import ProgrammeDocument
from byvekst_cli.pack.risks import Risk
from byvekst_cli.report import goal_sentences as told
from byvekst_cli.report.cells import amounts, capital, filled, in_kroner, in_parts, one, said, with_money
from byvekst_cli.report.grid import Grid

_YEARS = 4
"""Years beside each other, with what comes before, after and in all."""


def money(document: ProgrammeDocument, say: Say) -> list[Grid]:
    """A row a project, its money before, in each year and after; more years take more tables."""
    found = document.money
    parts = in_parts([str(year) for year in found.years], _YEARS)
    if len(parts) < 2:
        return [_money(found, found.rows, range(len(found.years)), "", say)]
    grids = []
    for at, years in enumerate(parts):
        places = [found.years.index(int(year)) for year in years]
        mark = say.doc("doc-part", title="", part=str(at + 1), of=str(len(parts)))
        grids.append(_money(found, found.rows, places, mark, say))
    return grids


def _money(
    found: Finances, rows: tuple[LineRow, ...], places: range | list[int], mark: str, say: Say
) -> Grid:
    columns: dict[str, list[Pile]] = {say("money-before"): [row.earlier for row in rows]}
    for at in places:
        columns[str(found.years[at])] = [row.years[at] for row in rows]
    columns[say("money-no-year")] = [row.undated for row in rows]
    columns[say("money-later")] = [row.later for row in rows]
    columns[say("money-sum")] = [row.total for row in rows]
    always = {say("money-sum"), *map(str, found.years)}
    kept = {name: piles for name, piles in columns.items() if any(piles) or name in always}
    cells = [amounts(piles, say) for piles in kept.values()]
    names = [*(row.name for row in rows), say("in-all")]
    table = [[name, *(own[at] for own in cells)] for at, name in enumerate(names)] if rows else []
    title = in_kroner(say.doc("programme-money-title"), [row.total for row in rows], say) + mark
    return Grid(title, [say("project"), *kept], table, has_sum=True)


def sources(document: ProgrammeDocument, say: Say) -> Grid:
    """Each source and year: what comes in, is borrowed and carried, is used, and is left."""
    rows = []
    for each in document.money.sources:
        row, left = each.row, each.row.left
        piles = (row.income, row.loans, row.carried, row.use)
        shown = say("cannot-tell") if left is None else amount(left.in_mnok, say)
        rows.append([value_words(each.name, say), str(row.year), *(one(pile, say) for pile in piles), shown])
    every = [
        pile for each in document.money.sources for pile in (each.row.income, each.row.loans, each.row.use)
    ]
    head = [say(f"money-{n}") for n in ("means", "year", "income", "loans", "carried", "use", "left")]
    return with_money(Grid(in_kroner(say.doc("programme-sources-title"), every, say), head, rows), 2)


def by_measure(document: ProgrammeDocument, say: Say) -> Grid:
    """What kinds of measure the money goes to."""
    return _by("measure", document.money, say)


def by_municipality(document: ProgrammeDocument, say: Say) -> Grid:
    """Which municipalities the projects lie in, by the shares of the sheets."""
    return _by("municipality", document.money, say)


def _by(group: str, found: Finances, say: Say) -> Grid:
    """The greatest first, and last what the files do not say."""
    own: Mapping[str | None, Pile] = found.groups[group]
    order = sorted(own, key=lambda name: (name is None, -own[name].ore, name or ""))
    cells = amounts([own[name] for name in order], say)
    rows = [[group_name(found.names, group, name, say), cells[at]] for at, name in enumerate(order)]
    title = in_kroner(say.doc(f"programme-by-{group}"), own.values(), say)
    rows = [*rows, [say("in-all"), cells[-1]]] if rows else []
    return Grid(title, [say(f"by-{group}"), say("money-sum")], rows, has_sum=True)


def group_name(names: Names, group: str, key: str | None, say: Say) -> str:
    """What a group is called; a project that does several things is of a group of its own kind."""
    if key is None:
        return capital(say.doc("doc-not-stated"))
    first, *others = [value_words(names.of(group, part), say) for part in key.split(" + ")]
    return " + ".join([first, *(f"{name[:1].lower()}{name[1:]}" for name in others)])


def goals(document: ProgrammeDocument, say: Say) -> Grid:
    """Where each goal stands by the agreement's own rule, and what the parties have said."""
    head = [say.doc(f"programme-{name}") for name in ("goal", "formal", "judged")]
    shown = [each for each in document.goals if each.name not in document.silent_goals]
    rows = [[each.name, *_goal(each, say)] for each in shown]
    return filled(Grid(say.doc("programme-goals-title"), head, rows, numbers=()), say)


def _goal(part: GoalPart, say: Say) -> list[str]:
    judged = [told.judged(each, say) for each in part.standing.judged[-1:]]
    formal = " ".join(told.formal(part.standing, say)) if part.has_rule else ""
    return [formal or say.doc("programme-no-rule"), "".join(judged)]


def doers(document: ProgrammeDocument, say: Say) -> Grid:
    """Which body does what when projects are prioritised."""
    rows = [[each.body, capital(say(f"part-{each.part.value}"))] for each in document.doers]
    return Grid(say.doc("programme-doers-title"), [say("roles-body"), say("roles-does")], rows, numbers=())


def schemes(document: ProgrammeDocument, say: Say) -> Grid:
    """What the money is tied to, and whether it may be carried over."""
    head = [say.doc(f"programme-{name}") for name in ("scheme", "frame", "earmark", "carry")]
    rows = [
        [each.name, said(each.frame, say), each.earmark or "", capital(value_words(each.carry, say))]
        for each in document.schemes
    ]
    return filled(Grid(say.doc("programme-schemes-title"), head, rows, numbers=(1,)), say)


def bound(document: ProgrammeDocument, say: Say) -> Grid:
    """How firmly the money is promised."""
    cells = amounts([each.sum for each in document.bound], say)
    rows = [
        [capital(said(each.binding, say)), str(each.count), cells[at]]
        for at, each in enumerate(document.bound)
    ]
    head = [say.doc(f"programme-{name}") for name in ("binding", "lines")]
    title = in_kroner(say.doc("programme-bound-title"), [each.sum for each in document.bound], say)
    return Grid(title, [*head, say("money-sum")], rows)


def projects(document: ProgrammeDocument, say: Say) -> Grid:
    """Each project on a line: where, what, how far it has come, and when it opens."""
    names = ("name", "place", "measures", "stands", "cost")
    head = [*(say.doc(f"programme-project-{name}") for name in names), say.doc("programme-opening")]
    rows = [_project(each, say) for each in document.projects]
    return filled(Grid(say.doc("programme-projects-title"), head, rows, numbers=()), say)


def _project(each: InShort, say: Say) -> list[str]:
    plan = " ".join(value_words(value, say) for value in (each.plan_level, each.plan_status) if value)
    parts = [capital(value_words(each.phase, say)), plan]
    return [
        each.name,
        ", ".join(name.removesuffix(" kommune") for name in each.places),
        capital(value_words(each.measures, say).lower()),
        capital(", ".join(part for part in parts if part)),
        value_words(each.cost, say),
        value_words(each.opening, say),
    ]


def budget(year: BudgetYear, say: Say) -> Grid:
    """Adopted, carried over and moved: the regulated budget, and what is spent."""
    names = ("adopted", "carried", "moved", "regulated", "spent")
    cells = [amounts([getattr(row, name) for row in year.rows], say) for name in names]
    labels = [*(row.name for row in year.rows), say("in-all")]
    rows = [[name, *(own[at] for own in cells)] for at, name in enumerate(labels)] if year.rows else []
    head = [say("project"), *(say.doc(f"programme-budget-{name}") for name in names)]
    every = [row.regulated for row in year.rows]
    return with_money(Grid(in_kroner(year.name, every, say), head, rows, has_sum=True))


def moved(year: BudgetYear, say: Say) -> Grid:
    """Money that was moved in the year."""
    head = [say.doc(f"programme-moved-{name}") for name in ("from", "to", "amount", "reason", "decided")]
    rows = [
        [each.origin, each.target, said(each.amount, say), each.reason or "", value_words(each.decided, say)]
        for each in year.moved
    ]
    return filled(Grid(say.doc("programme-moved-title"), head, rows, numbers=(2,)), say)


def deviates(year: BudgetYear, say: Say) -> Grid:
    """The projects that depart from the budget."""
    names = ("project", "concerns", "cause", "measure")
    head = [*(say.doc(f"status-doc-{name}") for name in names), say.doc("programme-state")]
    rows = [
        [
            each.project,
            *(capital(said(value, say)) for value in (each.concerns, each.cause, each.measure, each.state)),
        ]
        for each in year.deviations
    ]
    return Grid(say.doc("programme-deviates-title"), head, rows, numbers=())


def changed(document: ProgrammeDocument, say: Say) -> Grid:
    """Projects whose sum is another than before."""
    found = document.changes.changed if document.changes else ()
    rows = [[each.name, value_words(each.before, say), value_words(each.now, say)] for each in found]
    head = [say("project"), say.doc("programme-before"), say.doc("programme-now")]
    return Grid(say.doc("programme-changed-title"), head, rows)


def unfunded(document: ProgrammeDocument, say: Say) -> Grid:
    """Projects that were considered and have no money."""
    rows = [[each.name, capital(said(each.reason, say))] for each in document.unfunded]
    return Grid(
        say.doc("programme-unfunded-title"), [say("project"), say.doc("programme-reason")], rows, numbers=()
    )


def lacking(document: ProgrammeDocument, say: Say) -> Grid:
    """Years in which a source is used for more than comes in."""
    rows = [
        [value_words(each.name, say), each.year, value_words(each.amount, say)] for each in document.lacking
    ]
    head = [say("money-means"), say("money-year"), say("money-lacks")]
    return Grid(say.doc("programme-lacking-title"), head, rows, numbers=(2,))


def risks(document: ProgrammeDocument, say: Say) -> Grid:
    """What speaks for that a project becomes dearer or later."""
    head = [say.doc(f"programme-risk-{name}") for name in ("project", "cost", "plan", "time")]
    return filled(
        Grid(say.doc("programme-risks-title"), head, [_risk(r, say) for r in document.risks], numbers=()), say
    )


def _risk(risk: Risk, say: Say) -> list[str]:
    growth = (
        say.doc("programme-grown", ratio=value_words(risk.growth, say), since=risk.since)
        if risk.growth
        else ""
    )
    status = value_words(risk.plan, say) if isinstance(risk.plan, PlanStatus) else say("unknown")
    time = ""
    if risk.event is not None:
        facts = {
            "event": capital(value_words(risk.event, say)),
            "planned": risk.planned,
            "forecast": risk.forecast,
        }
        time = say.doc("programme-late", **facts)
    return [
        risk.name,
        growth,
        say.doc("programme-lacks-plan", status=status) if risk.lacks_plan else "",
        time,
    ]
