"""The status report in tables: deviations, money, progress, milestones, what is next, and history."""

from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount
from byvekst_cli.language.values import value_words
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.pack.ratio import Ratio
from byvekst_cli.pack.status_document import Course, Departed, Reported, StatusDocument
from byvekst_cli.report.cells import amounts, capital, filled, in_kroner, said, with_money
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.status import spent_pile

_MONTH = 30.44
"""Days."""


def deviations(report: StatusDocument, say: Say) -> Grid:
    """What did not go as planned, why, and what is done."""
    names = ("project", "concerns", "cause", "measure", "cover", "decides")
    rows = [_deviation(each, say) for each in report.deviations]
    head = [say.doc(f"status-doc-{name}") for name in names]
    return filled(Grid(say.doc("status-doc-deviations"), head, rows, numbers=()), say)


def _deviation(each: Departed, say: Say) -> list[str]:
    what = [capital(value_words(each.concerns, say))]
    if each.cost is not None:
        what.append(value_words(each.cost, say))
    if each.event is not None:
        ends = {"planned": said(each.planned, say), "forecast": said(each.forecast, say)}
        what.append(say.doc("status-doc-moves", event=value_words(each.event, say), **ends))
    decided = value_words(each.decided, say)
    level = (
        say.doc("status-doc-decided", level=each.level or "", day=decided) if decided else each.level or ""
    )
    return [
        each.project,
        ": ".join([what[0], ", ".join(what[1:])]) if what[1:] else "".join(what),
        capital(said(each.cause, say)),
        capital(said(each.measure, say)),
        capital(value_words(each.cover, say)),
        level,
    ]


def spent(report: StatusDocument, say: Say) -> Grid:
    """What has been spent, with the sum."""
    names = ("in_period", "this_year", "in_all")
    piles = [[spent_pile(each.status.line.spent, name) for each in report.rows] for name in names]
    rows = [each.name for each in report.rows]
    cells = [amounts(own, say) for own in piles]
    table = [[name, *(own[at] for own in cells)] for at, name in enumerate([*rows, say.doc("doc-sum")])]
    head = [say.doc("status-doc-project"), *(say(f"status-{n}") for n in ("in-period", "this-year", "spent"))]
    title = in_kroner(say.doc("status-doc-spent"), [pile for own in piles for pile in own], say)
    return with_money(Grid(title, head, table if any(any(own) for own in piles) else [], has_sum=True))


def costs(report: StatusDocument, say: Say) -> Grid:
    """The forecast of the final cost against the plan."""
    head = [say.doc(f"status-doc-{name}") for name in ("project", "forecast", "plan", "over", "course")]
    rows = [_cost(each, say) for each in report.rows if each.status.cost is not None]
    return filled(Grid(say.doc("status-doc-costs"), head, rows, numbers=(1, 2, 3)), say)


def _cost(each: Reported, say: Say) -> list[str]:
    status = each.status
    over = value_words(Ratio(status.share), say) if status.share is not None else say.doc("status-doc-untold")
    trend = say(f"trend-cost-{status.cost_trend.value}") if status.cost_trend else ""
    return [each.name, value_words(status.cost, say), said(status.plan, say), over, capital(trend)]


def progress(report: StatusDocument, say: Say) -> Grid:
    """How far each project has come, and its opening against the plan."""
    names = ("project", "phase", "progress", "planned", "expected", "late", "course")
    rows = [_progress(each, say) for each in report.rows]
    head = [say.doc(f"status-doc-{name}") for name in names]
    return filled(Grid(say.doc("status-doc-progress-title"), head, rows, numbers=(2,)), say)


def _progress(each: Reported, say: Say) -> list[str]:
    status = each.status
    share = status.line.progress
    told = (
        say("unknown")
        if isinstance(share, Unknown)
        else say("unit-percent", n=share)
        if share is not None
        else ""
    )
    trend = say(f"trend-time-{status.opening_trend.value}") if status.opening_trend else ""
    return [
        each.name,
        capital(value_words(each.phase, say)),
        told,
        value_words(status.planned_opening, say),
        value_words(status.opening, say),
        _late(status.late, say) if status.late else "",
        capital(trend),
    ]


def _late(days: int, say: Say) -> str:
    """Whole months where there are several: a day is more than anyone knows of an opening years ahead."""
    months = int(days / _MONTH)
    return say.doc("status-doc-late-months", n=months) if months > 1 else say("status-days", n=days)


def milestones(report: StatusDocument, say: Say) -> Grid:
    """The milestones that the report tells of."""
    head = [
        say.doc(f"status-doc-{name}") for name in ("project", "milestone", "planned", "expected", "actual")
    ]
    rows = [
        [each.project, capital(value_words(each.event, say)), *(value_words(w, say) for w in when)]
        for each in report.milestones
        for when in [(each.planned, each.forecast, each.actual)]
    ]
    return filled(Grid(say.doc("status-doc-milestones"), head, rows, numbers=()), say)


def upcoming(report: StatusDocument, say: Say) -> Grid:
    """What is to be decided next."""
    head = [say.doc(f"status-doc-{name}") for name in ("project", "what", "body", "when")]
    rows = [
        [each.project, capital(each.what), each.body or "", value_words(each.dated, say)]
        for each in report.next
    ]
    return filled(Grid(say.doc("status-doc-next"), head, rows, numbers=()), say)


def cost_course(report: StatusDocument, say: Say) -> Grid:
    """The forecast of the cost in each report."""
    rows = [[each.project, *_costs(each, say)] for each in report.courses if any(each.costs)]
    head = [say.doc("status-doc-project"), *report.periods]
    piles = [Pile.of([cost]) for each in report.courses for cost in each.costs if cost]
    return Grid(in_kroner(say.doc("status-doc-cost-course"), piles, say), head, rows)


def _costs(each: Course, say: Say) -> list[str]:
    return [_mnok(cost, say) if cost else say.doc("status-doc-not-repeated") for cost in each.costs]


def _mnok(cost: Money, say: Say) -> str:
    return amount(cost.in_mnok, say)


def time_course(report: StatusDocument, say: Say) -> Grid:
    """When each project was to open, in each report."""
    rows = [
        [
            each.project,
            *(value_words(when, say) or say.doc("status-doc-not-repeated") for when in each.openings),
        ]
        for each in report.courses
        if any(each.openings)
    ]
    return Grid(
        say.doc("status-doc-time-course"), [say.doc("status-doc-project"), *report.periods], rows, numbers=()
    )
