"""The programme with the highest modelled value within all bindings."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from math import inf
from random import Random

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from byvekst_cli.choice import highs
from byvekst_cli.choice import rows as made
from byvekst_cli.choice.check import breaches
from byvekst_cli.choice.conflict import Clash, Conflict, conflicts, relaxation
from byvekst_cli.choice.highs import NoAnswer
from byvekst_cli.choice.instance import (
    Base,
    Bound,
    Capacity,
    Cover,
    Earmark,
    Instance,
    OwnShare,
    Pair,
    Programme,
    Share,
    cost_of,
    worth,
)
from byvekst_cli.choice.prices import Kind, bindings, frontier, prices, scaled, swap
from byvekst_cli.choice.question import question
from byvekst_cli.choice.rows import Binding
from byvekst_cli.choice.solve import NotKept, alternatives, best, highest, search
from instances import MNOK, brute, drawn, every, feasible, project, source, value

ONE = (1.0,)
TICK = 10_000


def instance(*candidates: object, toll: object = 100, grant: object = 0, **more: object) -> Instance:
    """Money in 2027 unless given by year."""
    sources = [
        source(id, income if isinstance(income, dict) else {2027: income}, more.pop(f"{id}_until", None))
        for id, income in (("toll", toll), ("grant", grant))
    ]
    return Instance(tuple(candidates), tuple(sources), 2028, **more)  # type: ignore[arg-type]


def chosen(instance: Instance) -> str:
    found = best(instance, worth(instance, ONE))
    return "" if found is None else " ".join(sorted(found.programme.chosen))


def test_a_single_budget_is_filled_with_what_is_worth_most() -> None:
    """B and C together beat A, which has the highest value alone."""
    assert chosen(instance(project("A", 80, 60), project("B", 50, 40), project("C", 50, 40))) == "B C"


PETERSEN = (
    (8, 12, 13, 64, 22, 41, 80), (8, 12, 13, 75, 22, 41, 96), (3, 6, 4, 18, 6, 4, 20),
    (5, 10, 8, 32, 6, 12, 36), (5, 13, 8, 42, 6, 20, 44), (5, 13, 8, 48, 6, 20, 48), (0, 0, 0, 0, 8, 0, 10),
    (3, 0, 4, 0, 8, 0, 18),
    (3, 2, 4, 0, 8, 4, 22), (3, 2, 4, 8, 8, 4, 24),
)  # fmt: skip


def test_petersens_research_projects() -> None:
    """Petersen, Management Science 13 (1967), problem 1: six projects, ten resources, optimum 3800.

    As it stands in OR-Library (mknap1): the resources are capacities here.
    """
    values = (100, 600, 1200, 2400, 500, 2000)
    projects = [
        project(f"P{at}", 0, each, uses=[(f"r{n}", 2027, row[at]) for n, row in enumerate(PETERSEN)])
        for at, each in enumerate(values)
    ]
    limits = tuple(Capacity(f"r{n}", 2027, row[-1]) for n, row in enumerate(PETERSEN))

    found = best(made_of := instance(*projects, capacities=limits), worth(made_of, ONE))

    assert found is not None
    assert found.value == 3800 * TICK


def test_a_published_knapsack() -> None:
    """Burkardt's KNAPSACK_01 data set P07: 15 items, capacity 750, optimum 1458."""
    weights = (70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120)
    profits = (135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240)
    items = [project(f"I{at:02}", w, p) for at, (w, p) in enumerate(zip(weights, profits, strict=True))]

    found = best(packed := instance(*items, toll=750), worth(packed, ONE))

    assert found is not None
    assert found.value == 1458 * TICK


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**6))
def test_the_same_as_by_trying_every_one(seed: int) -> None:
    """On small choices, with a check of money that shares nothing with the rows."""
    small = drawn(seed, 5)
    values = worth(small, (0.6, 0.4))

    found = best(small, values)

    expected = brute(small, values)
    assert (None if found is None else found.value) == expected
    if found is not None:
        assert breaches(small.in_order(), found.programme) == ()
        assert feasible(small, dict(found.programme.starts))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_another_solver_finds_the_same_value(seed: int) -> None:
    """SciPy's own mixed-integer interface, on the rows."""
    small = drawn(seed, 8)
    ready = search(small, worth(small, (0.5, 0.5)))

    found = highest(ready)

    gains = np.zeros(ready.columns.count)
    for column, points in ready.worth().items():
        gains[column] = points
    rows = np.zeros((len(ready.rows), ready.columns.count))
    for at, row in enumerate(ready.rows):
        for column, by in row.terms.items():
            rows[at, column] = by
    whole = np.array([int(at < ready.columns.whole) for at in range(ready.columns.count)])
    limits = LinearConstraint(rows, [row.low for row in ready.rows], [row.high for row in ready.rows])
    other = milp(
        -gains,
        constraints=limits,
        integrality=whole,
        bounds=Bounds(0, np.where(whole, 1, np.inf)),
        options={"mip_rel_gap": 0},
    )
    if found is None:
        assert other.x is None
    else:
        assert found.value / TICK == pytest.approx(-other.fun, abs=1e-4)


MUTANTS = {
    "one_start": instance(
        project("A", {"x": {2027: 10}, "y": {2027: 20}}, 50),
        bounds=(Bound("A", "x"),),
        forced_in=frozenset("A"),
    ),
    "funding": instance(project("A", 200, 50)),
    "income": instance(project("A", 200, 50)),
    "shares": instance(project("A", 70, 50, group="in"), shares=(Share("s", "toll", "in", Fraction(6, 10)),)),
    "covers": instance(project("A", 60, 50, "toll"), covers=(Cover("c", "toll", Fraction(1, 2)),)),
    "own_shares": instance(
        project("A", 60, 50), grant=10, own_shares=(OwnShare("o", "A", "grant", Fraction(1, 2)),)
    ),
    "bounds": instance(project("A", 60, 10), project("B", 60, 50), bounds=(Bound("A"),)),
    "requires": instance(project("A", 60, 50), project("B", 60, 10), requires=(("A", "B"),)),
    "bundles": instance(project("A", 60, 50), project("B", 60, 10), bundles=(("A", "B"),)),
    "excludes": instance(project("A", 10, 50), project("B", 10, 40), excludes=(("A", "B"),)),
    "synergy": instance(project("A", 10, 50), project("B", 10, 50), pairs=(Pair("A", "B", -70),)),
    "capacities": instance(
        project("A", 10, 50, uses=[("hands", 2027, 3)]), capacities=(Capacity("hands", 2027, 2),)
    ),
    "forced": instance(project("A", 60, 10), project("B", 60, 50), forced_in=frozenset("A")),
}


@pytest.mark.parametrize("builder", made.BUILDERS, ids=lambda each: each.__name__)
def test_every_binding_bites(builder: made.Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rows of one binding the answer is another, or the check afterwards refuses it."""
    case = MUTANTS[builder.__name__]
    values = worth(case, ONE)
    right = best(case, values)
    assert (None if right is None else right.value) == brute(case, values)

    monkeypatch.setattr(made, "BUILDERS", tuple(each for each in made.BUILDERS if each is not builder))
    try:
        wrong = best(case, values)
    except NotKept:
        return
    assert (
        wrong is None
        or right is None
        or wrong.programme.starts != right.programme.starts
        or builder is made.one_start
    )


@pytest.mark.parametrize("row", range(3))
def test_each_row_of_a_pair_counts(row: int) -> None:
    """With one of the three dropped, a synergy is counted of one alone, or an overlap of both is not."""
    cases = [
        instance(project("A", 10, one), project("B", 10, other), pairs=(Pair("A", "B", points),), toll=toll)
        for one, other, points, toll in ((50, 60, 70, 10), (60, 50, 70, 10), (50, 60, -40, 20))
    ]
    kept = []
    for case in cases:
        ready = search(case, worth(case, ONE))
        own = [at for at, each in enumerate(ready.rows) if each.binding is Binding.SYNERGY]
        fewer = replace(ready, rows=tuple(each for at, each in enumerate(ready.rows) if at != own[row]))
        assert highest(ready) is not None
        try:
            kept.append(highest(fewer))
        except NotKept:
            continue
    assert len(kept) < len(cases)


def test_money_that_may_be_carried_over_pays_later() -> None:
    """And money that may not is lost to the year after."""
    late = project("A", {2028: 80}, 50, "toll")
    assert chosen(instance(late, toll={2027: 50, 2028: 50})) == ""
    assert chosen(instance(late, toll={2027: 50, 2028: 50}, toll_until=2028)) == "A"
    assert (
        chosen(instance(project("A", {2027: 80}, 50, "toll"), toll={2027: 50, 2028: 50}, toll_until=2028))
        == ""
    )


def test_one_krone_too_much_is_too_much() -> None:
    """Amounts are exact to the krone, which is the finest that files hold."""
    assert chosen(instance(project("A", 60), project("B", 40))) == "A B"
    assert chosen(instance(project("A", 60, 60), project("B", 40.000001))) == "A"
    assert chosen(instance(project("A", 1000.000001), toll=1000)) == ""


def test_the_cost_after_the_horizon_is_not_free() -> None:
    """A year that nobody has income in cannot be paid for."""
    assert chosen(instance(project("A", {2027: 10, 2031: 90}, 50))) == ""


def test_of_equal_value_the_cheapest_is_taken_and_then_the_first() -> None:
    """Whatever order the projects come in."""
    two = [project("B", 60, 50), project("C", 55, 50), project("A", 60, 50), project("D", 55, 50)]
    assert chosen(instance(*two)) == "C"
    assert chosen(instance(*reversed(two))) == "C"
    assert chosen(instance(project("B", 60, 50), project("A", 60, 50))) == "A"


def test_equals_and_near_equals_are_told() -> None:
    """One of the same value, one just below, and none that is far below."""
    case = instance(
        *(project(id, 60, points) for id, points in (("A", 50), ("B", 50), ("C", 49.8), ("D", 30)))
    )
    values = worth(case, ONE)
    found = best(case, values)
    assert found is not None

    near = alternatives(case, values, found, 0.01, 5)

    assert [sorted(each.programme.chosen) for each in near] == [["B"], ["C"]]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 50))
def test_more_money_never_lowers_the_value(seed: int, percent: int) -> None:
    """Unless a share of what comes in must be used, so those are left out."""
    small = drawn(seed, 6)
    small = replace(small, shares=tuple(replace(s, low=Fraction(0)) for s in small.shares))
    values = worth(small, (0.5, 0.5))

    before, after = best(small, values), best(scaled(small, percent), values)

    if before is not None:
        assert after is not None
        assert after.value >= before.value


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(seed: int, chance: Random) -> None:
    """Not the set, the starts, or who pays what."""
    small = drawn(seed, 6)
    mixed = {
        name: tuple(chance.sample(getattr(small, name), len(getattr(small, name))))
        for name in ("candidates", "sources", "requires", "pairs", "shares", "covers")
    }

    answers = [best(each, worth(each, (0.5, 0.5))) for each in (small, replace(small, **mixed))]

    assert answers[0] == answers[1]


def test_the_check_finds_every_breach() -> None:
    """A programme that breaks a binding is named with the binding and by how much."""
    case = instance(project("A", 60, 50), project("B", 60, 50), excludes=(("A", "B"),))
    flows = ((("A", "toll", 2027), 60 * MNOK), (("B", "toll", 2027), 60 * MNOK))

    found = breaches(case, Programme((("A", "a"), ("B", "a")), flows))

    assert {(each.binding, each.over) for each in found} == {
        (Binding.INCOME, 20 * MNOK),
        (Binding.EXCLUDES, 1),
    }


def test_what_cannot_go_together_is_named_before_anything_is_solved() -> None:
    """In plain facts: who, and why."""
    two = (project("A", 10), project("B", 10))
    assert conflicts(instance(*two, forced_in=frozenset("A"))) == ()
    assert conflicts(instance(*two, bounds=(Bound("A"),), forced_out=frozenset("A"))) == (
        Conflict(Clash.IN_AND_OUT, ("A",)),
    )
    needs = instance(*two, bounds=(Bound("A"),), requires=(("A", "B"),), forced_out=frozenset("B"))
    assert conflicts(needs) == (Conflict(Clash.NEEDS_OUT, ("A", "B")),)
    apart = instance(*two, bounds=(Bound("A"), Bound("B")), excludes=(("A", "B"),))
    assert conflicts(apart) == (Conflict(Clash.BOTH_EXCLUDE, ("A", "B")),)
    alone = instance(project("A", 10, sources="other"), bounds=(Bound("A"),))
    assert conflicts(alone) == (Conflict(Clash.UNPAID, ("A",)),)


def test_the_smallest_relaxation_is_told_in_kroner() -> None:
    """120 is bound and 100 comes in: 20 lacks; and with another 5 lacking of the own share, that too."""
    case = instance(project("A", 60), project("B", 60), bounds=(Bound("A"), Bound("B")))

    found = relaxation(case)

    assert best(case, worth(case, ONE)) is None
    assert found is not None
    assert sum(each.amount for each in found) == 20 * MNOK
    assert {each.binding for each in found} == {Binding.INCOME}


def test_money_cannot_mend_what_excludes() -> None:
    """Then there is no relaxation."""
    both = (Bound("A"), Bound("B"))
    case = instance(project("A", 10), project("B", 10), bounds=both, excludes=(("A", "B"),))
    assert relaxation(case) is None


def test_the_price_of_an_earmark() -> None:
    """Tolls 100 take A and B; the grant may only go to E (20), where C would be worth 30."""
    case = instance(
        *(
            project(id, cost, points)
            for id, cost, points in (("A", 60, 80), ("B", 40, 30), ("C", 40, 30), ("E", 50, 20))
        ),
        grant=50,
        earmarks=(Earmark("cycling", "grant", frozenset("E")),),
    )
    values = {"": worth(case, ONE)}
    kept = best(case, values[""])
    assert kept is not None

    (price,) = prices(case, values, "", {"": kept}, 0.0)

    assert (price.kind, price.kept[""], price.free[""]) == (Kind.EARMARK, 130 * TICK, 140 * TICK)
    assert price.part("") == pytest.approx(10 / 140)
    assert (price.comes, price.goes) == (("C",), ("E",))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_no_binding_gives_value(seed: int) -> None:
    """Without one the value is at least as high."""
    small = drawn(seed, 6)
    values = worth(small, (0.5, 0.5))
    now = highest(search(small, values))
    for _, _, free in bindings(small):
        found = highest(search(free, values))
        if now is not None:
            assert found is not None
            assert found.value >= now.value


def test_taking_one_in_pushes_others_out() -> None:
    """D (90) leaves room for nothing else: A and B fall out."""
    case = instance(project("A", 60, 50), project("B", 40, 40), project("D", 90, 45))
    values = worth(case, ONE)
    now = best(case, values)
    assert now is not None

    turned = swap(case, values, now, "D")

    assert (turned.goes_in, turned.comes, turned.goes) == (True, (), ("A", "B"))
    assert turned.part == pytest.approx(0.5)
    assert swap(case, values, now, "A").comes == ("D",)
    assert swap(replace(case, bounds=(Bound("A"),)), values, now, "A").value is None


def test_the_frontier_rises_with_the_money() -> None:
    """From minus to plus twenty per cent; with ten per cent less B no longer fits."""
    case = instance(project("A", 60, 50), project("B", 40, 40), project("C", 20, 10))
    points = {each.percent: each.value for each in frontier(case, worth(case, ONE))}

    assert points[0] == 90 * TICK
    assert points[-10] == 60 * TICK
    assert points[20] == 100 * TICK


def test_the_question_is_the_weight_that_tells_the_profiles_apart() -> None:
    """Or, where they agree, the effect that is least known."""
    from byvekst_cli.choice.instance import Span

    one = replace(project("A", 10), effects=(Span(0, 50, 100), Span(40, 50, 60)))
    profiles = {"green": (0.8, 0.2), "safe": (0.3, 0.7)}

    apart = question(one, profiles, {"green": True, "safe": False})
    alike = question(one, profiles, {"green": True, "safe": True})

    assert (apart.criterion, apart.is_weight, apart.more_in) == (0, True, True)
    assert (alike.criterion, alike.is_weight) == (0, False)


def test_who_pays_adds_up_to_the_ore() -> None:
    """Thirds of a cost that cannot be divided in three."""
    case = instance(
        project("A", {2027: 10.000001}, 50), grant=5, covers=(Cover("c", "toll", Fraction(2, 3)),)
    )
    found = best(case, {"A": 1})

    assert found is not None
    assert sum(ore for _, ore in found.programme.flows) == round(10.000001 * MNOK)
    assert cost_of(case, found.programme) == round(10.000001 * MNOK)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
@example(2478)
def test_shares_of_what_is_used_hold(seed: int) -> None:
    """Between lo and hi of the money that is spent, as the check reckons it.

    The example is one that the presolve of HiGHS 1.15.1 calls impossible; doing nothing is always possible.
    """
    small = replace(
        drawn(seed, 6),
        shares=(Share("s", "toll", "in", Fraction(6, 10), Fraction(3, 10), Base.SPENT),),
        bounds=(),
    )
    found = best(small, worth(small, (0.5, 0.5)))
    assert found is not None
    assert found.value == brute(small, worth(small, (0.5, 0.5)))
    assert breaches(small.in_order(), found.programme) == ()


def test_every_way_is_tried() -> None:
    """The second method goes through all sets and starts."""
    case = instance(project("A", {"x": {2027: 1}, "y": {2027: 2}}), project("B", 1))
    assert len(list(every(case))) == 6
    assert value(case, {"A": 1, "B": 2}, {"A", "B"}) == 3


def test_what_comes_in_after_the_period_gives_no_group_more_room_in_it() -> None:
    """A split of 100 in two halves holds in the period though somebody else pays far into the next."""
    halves = tuple(Share("s", "toll", group, Fraction(1, 2)) for group in ("in", "out"))
    near, late = project("A", 60, 50, group="in"), project("B", {2031: 40}, 10, group="out")
    toll = {2027: 100, 2031: 100}

    assert chosen(instance(near, late, toll=toll, shares=halves)) == "B"
    assert chosen(instance(near, late, toll=toll)) == "A B"


def test_a_share_holds_after_the_period_too() -> None:
    """Half of 200 over both: what is committed later counts with what was used before."""
    half = (Share("s", "toll", "in", Fraction(1, 2)),)
    both = (project("A", 50, 50, group="in"), project("B", {2031: 60}, 10, group="in"))

    assert chosen(instance(*both, toll={2027: 100, 2031: 100}, shares=half)) == "A"


def test_a_question_that_takes_too_long_is_answered_with_its_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or not at all where nothing was found: never as proven, and nothing is said of equals."""
    many = instance(*(project(f"P{at:02}", 7 + at % 5, 10 + at * 37 % 29) for at in range(60)), toll=211)
    values = worth(many, ONE)
    whole = best(many, values)
    assert whole is not None
    assert (whole.gap, whole.is_first) == (0, True)

    made = highs.Problem.__init__
    for seconds in (0.002, 0.05, 1.0):
        monkeypatch.setattr(highs.Problem, "__init__", _within(made, seconds))
        with suppress(NoAnswer):
            cut = highest(search(many, values))
            assert cut is not None
            assert cut.value <= whole.value <= cut.value * (1 + cut.gap) + 1
            assert not cut.is_first

    monkeypatch.setattr(highs.Problem, "__init__", _within(made, 0.0))
    with pytest.raises(NoAnswer):
        highest(search(many, values))


def _within(made: Callable[..., None], seconds: float) -> Callable[..., None]:
    def hurried(self: highs.Problem, *rest: object, **more: object) -> None:
        made(self, *rest, **{**more, "seconds": seconds})

    return hurried


def test_what_was_asked_for_has_its_price() -> None:
    """D (90) taken in: 45 where there would be 90; let go, A and B come back."""
    case = instance(
        project("A", 60, 50), project("B", 40, 40), project("D", 90, 45), forced_in=frozenset("D")
    )
    values = {"": worth(case, ONE)}
    kept = best(case, values[""])
    assert kept is not None

    (price,) = prices(case, values, "", {"": kept}, 0.0, "D")

    assert (price.kind, price.comes, price.goes) == (Kind.FORCED, ("A", "B"), ("D",))
    assert price.part("") == pytest.approx(0.5)


def test_a_share_of_each_year_holds_in_each() -> None:
    """Half of 100 a year: 80 in one year is too much, though it is less than half of both."""
    both = {2027: 100, 2028: 100}
    one = project("A", {2027: 80}, 50, "toll", "in")
    over = Share("s", "toll", "in", Fraction(1, 2))

    assert chosen(instance(one, toll=both, shares=(over,))) == "A"
    assert chosen(instance(one, toll=both, shares=(replace(over, each_year=True),))) == ""


def test_the_least_of_what_comes_in_that_a_group_must_have() -> None:
    """A tenth of 100 must go to the group, so the better project of the other group gives way."""
    two = (project("A", 95, 50, group="out"), project("B", 20, 10, group="in"))
    least = Share("s", "toll", "in", Fraction(1), Fraction(1, 10))

    assert chosen(instance(*two)) == "A"
    assert chosen(instance(*two, shares=(least,))) == "B"


def test_a_share_gives_way_at_either_end() -> None:
    """Half of 100 must go to a group that may use no more than what B costs: 30 lacks."""
    case = instance(
        project("B", 20, 10, group="in"),
        bounds=(Bound("B"),),
        shares=(Share("s", "toll", "in", Fraction(1), Fraction(1, 2)),),
    )

    found = relaxation(case)

    assert found is not None
    assert [(each.binding, each.amount) for each in found] == [(Binding.SHARE, 30 * MNOK)]


def test_a_share_of_what_is_spent_binds_from_both_sides() -> None:
    """At least half to the group: A alone is refused; at most half: so is C alone, but not C beside A."""
    money = {"toll": 100, "grant": 0}
    a, b = project("A", 60, 50, "toll", "out"), project("B", 20, 10, "toll", "in")
    c = project("C", 40, 60, "toll", "in")
    least = Share("s", "toll", "in", Fraction(1), Fraction(1, 2), Base.SPENT)
    most = Share("s", "toll", "in", Fraction(1, 2), Fraction(0), Base.SPENT)

    assert chosen(instance(a, b, **money)) == "A B"
    assert chosen(instance(a, b, **money, shares=(least,))) == "B"
    assert chosen(instance(c, b, **money)) == "B C"
    assert chosen(instance(c, b, **money, shares=(most,))) == ""
    assert chosen(instance(a, c, **money, shares=(most,))) == "A C"


@pytest.mark.parametrize(
    ("asked", "told", "is_cut", "left"),
    [(0.0, 1e-15, False, 0.0), (0.005, 0.004, False, 0.004), (0.0, 0.02, True, 0.02), (0.0, inf, True, 1.0)],
)
def test_the_gap_is_what_is_left(asked: float, told: float, is_cut: bool, left: float) -> None:
    """None where the solver came to the end, and all of it where it knows no bound."""
    problem = highs.Problem(1, 1, (), {}, {}, asked)
    assert highs._gap(problem, told, is_cut) == left


def test_what_is_carried_over_is_no_more_than_was_left() -> None:
    """50 a year is 100 in the second year, and not 120."""
    late = project("A", {2028: 120}, 50, "toll")
    assert chosen(instance(late, toll={2027: 50, 2028: 50}, toll_until=2028)) == ""


def test_what_is_asked_out_is_out() -> None:
    """Though there is room for it."""
    assert chosen(instance(project("A", 10), project("B", 10), forced_out=frozenset("A"))) == "B"
