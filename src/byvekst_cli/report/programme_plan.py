"""A calculated choice of programme as tables, in the order in which a steering group asks."""

from collections.abc import Sequence
from decimal import Decimal

from byvekst_cli.choice.prices import Price, Swap
from byvekst_cli.choice.robust import Place
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount, column
from byvekst_cli.language.bindings import difference, named, ordered, percent, purpose, source
from byvekst_cli.model.money import Money as Kroner
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.pile import Pile
from byvekst_cli.pack.planned import Gain, Plan, Project
from byvekst_cli.report.grid import Grid


def grids(plan: Plan, say: Say) -> list[Grid]:
    """The whole page; tables without rows are left out."""
    made = [
        sure(plan, say),
        depends(plan, say),
        swaps(plan, say),
        no_room(plan, say),
        near(plan, say),
        money(plan, say),
        commitments(plan, say),
        prices(plan, say),
        purposes(plan, say),
        frontier(plan, say),
        gains(plan, say),
        distances(plan, say),
    ]
    return [grid for grid in made if grid.rows]


def sure(plan: Plan, say: Say) -> Grid:
    """What is in whatever the weights are."""
    return _placed(plan, Place.CORE, say)


def no_room(plan: Plan, say: Say) -> Grid:
    """What there is no room for whatever the weights are."""
    return _placed(plan, Place.EXTERIOR, say)


def depends(plan: Plan, say: Say) -> Grid:
    """What the weights decide, with the one question for each."""
    rows = [
        [
            each.id,
            each.name,
            say("choice-in" if is_in(plan, each.id) else "choice-out"),
            asks(plan, each, say),
        ]
        for each in plan.placed(Place.BORDERLINE)
    ]
    names = head(("project", "name", "here", "question"), say)
    return Grid(say("choice-depends"), names, rows, numbers=())


def swaps(plan: Plan, say: Say) -> Grid:
    """What gives way when one project is turned; those that end in the same choice stand together."""
    rows = [
        [", ".join(each.candidate for each in found), _turned(found[0], say), loss_of(found[0], say)]
        for found in alike(plan)
    ]
    names = head(("project", "then", "difference"), say)
    return Grid(say("choice-swaps"), names, rows, numbers=(2,))


def alike(plan: Plan) -> list[list[Swap]]:
    """Exchanges that end in the same choice together; those that cannot be done apart."""
    found: dict[object, list[Swap]] = {}
    for each in plan.projects:
        if each.swap:
            key = each.id if each.swap.value is None else ends(each.swap)
            found.setdefault(key, []).append(each.swap)
    return list(found.values())


def near(plan: Plan, say: Say) -> Grid:
    """Other choices that are about as good: what would come and go, and what that means."""
    here, now = plan.best.programme.chosen, plan.best.value
    rows = [[say("choice-here"), mnok(plan.best.cost, say), ""]] if plan.near else []
    for each in plan.near or ():
        there = each.programme.chosen
        less = percent(each.value / now - 1, say, signed=True) if now > 0 else ""
        rows.append([exchange(sorted(there - here), sorted(here - there), say), mnok(each.cost, say), less])
    title = f"{say('choice-near-title')} ({level_of(plan, say)})"
    return Grid(title, head(("then", "cost", "difference"), say), rows, numbers=(1, 2))


def ends(swap: Swap) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All that comes and all that goes, the project itself among them."""
    own = (swap.candidate,)
    comes, goes = (own, ()) if swap.goes_in else ((), own)
    return tuple(sorted(swap.comes + comes)), tuple(sorted(swap.goes + goes))


def _turned(swap: Swap, say: Say) -> str:
    if swap.value is None:
        return f"{say(turn_of(swap))}: {say('choice-not-possible')}"
    return exchange(*ends(swap), say)


def money(plan: Plan, say: Say) -> Grid:
    """Each source over the period."""
    cells = [
        _column([getattr(each, name) for each in plan.money], plan.basis.price_year, say)
        for name in ("comes", "bound", "proposed", "free")
    ]
    called = [*(source(plan.basis, each.source, say) for each in plan.money), say("in-all")]
    rows = [[name, *(own[at] for own in cells)] for at, name in enumerate(called)]
    names = head(("source", "comes", "bound", "proposed", "free"), say)
    title = say(
        "choice-money", first=str(plan.basis.first), last=str(plan.basis.last), level=level_of(plan, say)
    )
    return Grid(title, names, rows, has_sum=True)


def commitments(plan: Plan, say: Say) -> Grid:
    """What is paid after the period."""
    rows = [
        [source(plan.basis, each.source, say), str(each.year), mnok(each.bound, say), mnok(each.comes, say)]
        for each in plan.commitments
    ]
    names = head(("source", "year", "committed", "reckoned"), say)
    return Grid(
        say("choice-after", last=str(plan.basis.last), level=level_of(plan, say)), names, rows, numbers=(2, 3)
    )


def prices(plan: Plan, say: Say) -> Grid:
    """The dearest binding first: the difference in modelled goal attainment without it."""
    rows = [[named(plan, each, say), difference(each, say), freed(each, say)] for each in ordered(plan)]
    return Grid(say("choice-prices"), head(("binding", "difference", "without"), say), rows, numbers=())


def purposes(plan: Plan, say: Say) -> Grid:
    """What each binding is for, which the model does not measure."""
    rows = [[named(plan, each, say), purpose(plan, each, say)] for each in ordered(plan)]
    return Grid(say("choice-purposes"), head(("binding", "purpose"), say), rows, numbers=())


def frontier(plan: Plan, say: Say) -> Grid:
    """More or less money for all sources alike."""
    now = plan.best.value
    rows = []
    for point in plan.frontier:
        changed = "" if point.value is None or now <= 0 else percent(point.value / now - 1, say, signed=True)
        rows.append([say("unit-percent", n=say.signed(point.percent)), changed or say("choice-not-possible")])
    return Grid(say("choice-frontier"), head(("income", "attainment"), say), rows)


def gains(plan: Plan, say: Say) -> Grid:
    """The programme's expected effects beside the way to the goals."""
    rows = [
        [plan.basis.names.get(each.criterion, each.criterion), _gain(each, say), each.unit, _gap(each, say)]
        for each in plan.gains
    ]
    return Grid(say("choice-gains"), head(("criterion", "effect", "unit", "goal"), say), rows, numbers=())


def distances(plan: Plan, say: Say) -> Grid:
    """How the programme looks from each profile."""
    rows = [
        [
            plan.basis.names.get(each.profile, each.profile),
            percent(each.part, say),
            exchange(each.comes, each.goes, say) or say("choice-same"),
        ]
        for each in plan.distances
    ]
    return Grid(say("choice-distances"), head(("profile", "distance", "own"), say), rows, numbers=(1,))


def asks(plan: Plan, project: Project, say: Say) -> str:
    """The one question that decides."""
    if project.question is None:
        return ""
    criterion = plan.basis.criteria[project.question.criterion]
    name = plan.basis.names.get(criterion, criterion)
    if not project.question.is_weight:
        return say("choice-asks-effect", criterion=name)
    return say("choice-asks-more" if project.question.more_in else "choice-asks-less", criterion=name)


def exchanged(swap: Swap, say: Say) -> str:
    """What comes in and goes out besides the project itself."""
    if swap.value is None:
        return say("choice-not-possible")
    return exchange(swap.comes, swap.goes, say) or say("choice-nothing-else")


def loss_of(swap: Swap, say: Say) -> str:
    part = swap.part
    return "" if part is None else percent(-part, say, signed=True)


def freed(price: Price, say: Say) -> str:
    """What would come and go without the binding."""
    return exchange(price.comes, price.goes, say) or say("choice-same")


def place_of(plan: Plan, place: Place, say: Say) -> str:
    """A place by its name; what was drawn is never called more than that."""
    name = {Place.CORE: "sure", Place.BORDERLINE: "depends", Place.EXTERIOR: "no-room"}[place]
    drawn = "" if plan.weights.is_exact or place is Place.BORDERLINE else "-drawn"
    return say(f"choice-{name}{drawn}", draws=str(plan.weights.draws))


def _placed(plan: Plan, place: Place, say: Say) -> Grid:
    rows = [
        [each.id, each.name, mnok(each.cost, say), surety(plan, each, say)] for each in plan.placed(place)
    ]
    names = head(("project", "name", "cost", "effects"), say)
    return Grid(f"{place_of(plan, place, say)} ({level_of(plan, say)})", names, rows, numbers=(2,))


def surety(plan: Plan, project: Project, say: Say) -> str:
    """Whether the place holds whatever the effects are, and else what decides."""
    if project.is_bound:
        return say("choice-bound")
    if project.id in plan.asked.inside | plan.asked.outside:
        return say("choice-as-asked")
    if project.sure_effects:
        return say("choice-holds")
    return f"{say('choice-may-change')}. {asks(plan, project, say)}".removesuffix(". ")


def exchange(comes: Sequence[str], goes: Sequence[str], say: Say) -> str:
    parts = [say("choice-comes", what=", ".join(comes))] if comes else []
    return "; ".join([*parts, *([say("choice-goes", what=", ".join(goes))] if goes else [])])


def turn_of(swap: Swap) -> str:
    return "choice-turn-in" if swap.goes_in else "choice-turn-out"


def is_in(plan: Plan, id: str) -> bool:
    return id in plan.best.programme.chosen


def _gain(gain: Gain, say: Say) -> str:
    if not gain.projects:
        return say("unknown")
    ends = [_rounded(each, say) for each in (gain.sum.low, gain.sum.likely, gain.sum.high)]
    shown = say("choice-effect", low=ends[0], likely=ends[1], high=ends[2])
    return shown + (f" {say('choice-effect-unknown', n=gain.sum.unknown)}" if gain.sum.unknown else "")


def _gap(gain: Gain, say: Say) -> str:
    if gain.now is None or gain.target is None:
        return say("choice-no-target")
    parts = [_rounded(each, say) for each in (gain.now, gain.target)]
    ends = [None if each is None else _rounded(each, say) for each in (gain.low, gain.high)]
    return say("choice-stands", now=parts[0], low=ends[0], high=ends[1], target=parts[1])


def _rounded(value: float, say: Say) -> str:
    """Three figures that mean something, for an effect is not known better."""
    exact = Decimal(repr(value))
    if not exact:
        return say.number(0)
    shown = round(exact, min(max(2 - exact.adjusted(), -12), 3))
    return say.number(shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown.normalize())


def _column(amounts: Sequence[int], level: PriceYear, say: Say) -> list[str]:
    return column([Pile.of([Kroner(ore, level)]) for ore in amounts], say)


def mnok(ore: int, say: Say) -> str:
    return amount(Decimal(ore) / 100_000_000, say)


def level_of(plan: Plan, say: Say) -> str:
    return say("choice-level", year=str(plan.basis.price_year))


def head(names: tuple[str, ...], say: Say) -> list[str]:
    """The headings of columns."""
    return [say(f"choice-head-{name}") for name in names]
