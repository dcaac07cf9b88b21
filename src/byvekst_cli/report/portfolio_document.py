"""The portfolio in tables: what is in the programme, what is a candidate, and what is done."""

from byvekst_cli.language import Say
from byvekst_cli.language.values import value_words
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.pack.portfolio_document import Listed, PortfolioDocument
from byvekst_cli.report.cells import capital, filled, in_kroner, one, said
from byvekst_cli.report.grid import Grid


def inside(document: PortfolioDocument, say: Say) -> Grid:
    """In the order of the programme."""
    names = ("id", "name", "place", "phase", "binding", "cost", "money", "opening")
    head = [say.doc(f"portfolio-{name}") for name in names]
    rows = [
        [each.id, each.name, _place(each), _phase(each, say), *_last(each, say)] for each in document.inside
    ]
    title = in_kroner(say.doc("portfolio-inside-title"), [each.total for each in document.inside], say)
    return filled(Grid(title, head, rows, numbers=(5, 6)), say)


def _last(each: Listed, say: Say) -> list[str]:
    binding = capital(value_words(each.binding, say)) if each.binding else ""
    money = one(each.total, say) if each.total else ""
    return [binding, _cost(each, say), money, value_words(each.opening, say)]


def candidates(document: PortfolioDocument, say: Say) -> Grid:
    """In the order that the text above explains; the number is a place on the list and no ranking."""
    names = ("id", "name", "state", "plan", "phase", "cost", "basis", "reason")
    head = [say.doc(f"portfolio-{name}") for name in names]
    rows = [
        [
            each.id,
            each.name,
            capital(said(each.state, say)),
            _plan(each, say),
            _phase(each, say),
            _cost(each, say),
            _basis(each, say),
            capital(each.reason or each.decision or ""),
        ]
        for each in document.candidates
    ]
    return filled(Grid(say.doc("portfolio-candidates-title"), head, rows, numbers=(5,)), say)


def unplaced(document: PortfolioDocument, say: Say) -> Grid:
    """Those whose sheets do not say where in the portfolio they are."""
    return _plain("unplaced", document.unplaced, say)


def over(document: PortfolioDocument, say: Say) -> Grid:
    """Those that are done."""
    return _plain("over", document.over, say)


def withdrawn(document: PortfolioDocument, say: Say) -> Grid:
    """Those that are withdrawn."""
    return _plain("withdrawn", document.withdrawn, say)


def _plain(name: str, found: tuple[Listed, ...], say: Say) -> Grid:
    names = ("id", "name", "place", "stands", "cost", "opening")
    head = [say.doc(f"portfolio-{each}") for each in names]
    rows = [
        [
            each.id,
            each.name,
            _place(each),
            capital(", ".join(filter(None, (_phase(each, say), _plan(each, say).lower())))),
            _cost(each, say),
            value_words(each.opening, say),
        ]
        for each in found
    ]
    return filled(Grid(say.doc(f"portfolio-{name}-title"), head, rows, numbers=(4,)), say)


def states(document: PortfolioDocument, say: Say) -> Grid:
    """How many projects there are in each place."""
    rows = [[capital(say(f"state-{state}")), str(count)] for state, count in document.states.items()]
    told = sum(document.states.values())
    if told < document.count:
        rows.append([capital(say.doc("doc-not-stated")), str(document.count - told)])
    rows.append([say("in-all"), str(document.count)])
    head = [say.doc("portfolio-state"), say.doc("portfolio-count")]
    return Grid(say.doc("portfolio-states-title"), head, rows, has_sum=True)


def _place(each: Listed) -> str:
    return ", ".join(name.removesuffix(" kommune") for name in each.places)


def _phase(each: Listed, say: Say) -> str:
    return value_words(each.phase, say)


def _plan(each: Listed, say: Say) -> str:
    level, status = value_words(each.plan_level, say), each.plan_status
    told = say.doc("sheet-plan-unknown") if isinstance(status, Unknown) else value_words(status, say)
    return capital(", ".join(part for part in (level, told) if part))


def _cost(each: Listed, say: Say) -> str:
    """The latest estimate, with its price year."""
    return value_words(each.cost, say)


def _basis(each: Listed, say: Say) -> str:
    """What the sheet says of what the project is worth for the goals."""
    goals = say.doc("portfolio-goals", n=each.goals) if each.goals else ""
    effects = say.doc("portfolio-effects", n=each.effects) if each.effects else ""
    return ", ".join(part for part in (goals, effects) if part)
