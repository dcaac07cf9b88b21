"""Core, borderline and exterior: exact where every programme can be gone through, else called sampled."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, triang

from byvekst_cli.choice import robust
from byvekst_cli.choice.instance import Bound, Candidate, Instance, Span, worth
from byvekst_cli.choice.robust import Place, Robust, TooMany, exact
from byvekst_cli.choice.sampled import at_least, quantile, sampled
from byvekst_cli.choice.solve import best
from instances import drawn, every, feasible, project, source

EXTREMES = ((0.7, 0.3), (0.3, 0.7))


def chosen_sets(instance: Instance) -> list[frozenset[str]]:
    """All that can be done, by the second method."""
    found = (frozenset(starts) for starts in every(instance) if feasible(instance, starts))
    return list(dict.fromkeys(found))


def differences(instance: Instance, one: frozenset[str], other: frozenset[str]) -> list[float]:
    """What one set is worth more than the other, at every corner of weights and effects."""
    ends = [
        [(each.id, (a, b)) for a in (s0.low, s0.high) for b in (s1.low, s1.high)]
        for each in instance.candidates
        if each.id in one ^ other
        for s0, s1 in [each.effects]
    ]
    pairs = sum(p.points * (({p.one, p.other} <= one) - ({p.one, p.other} <= other)) for p in instance.pairs)
    found = []
    for weights in EXTREMES:
        for corner in product(*ends):
            points = sum(
                (1 if id in one else -1) * sum(w * v for w, v in zip(weights, effects, strict=True))
                for id, effects in corner
            )
            found.append(points + pairs)
    return found


def by_definition(instance: Instance) -> list[frozenset[str]]:
    """Those that nothing dominates, straight from the definition of Liesiö, Mild and Salo (2007)."""
    sets = chosen_sets(instance)
    kept = []
    for own in sets:
        better = (differences(instance, other, own) for other in sets if other != own)
        if not any(min(each) >= -1e-6 and max(each) > 1e-3 for each in better):
            kept.append(own)
    return kept


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_the_same_as_by_the_definition(seed: int) -> None:
    """Every pair of programmes at every corner of weights and effects, on small choices."""
    small = drawn(seed, 4)
    expected = by_definition(small)

    found = exact(small, EXTREMES)

    assert found.programmes == len(expected)
    for id in small.ids if expected else ():
        part = sum(id in each for each in expected) / len(expected)
        assert found.parts[id] == pytest.approx(part)


def tighter(each: Candidate) -> Candidate:
    spans = [Span((s.low + s.likely) / 2, s.likely, (s.likely + s.high) / 2) for s in each.effects]
    return replace(each, effects=tuple(spans))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_more_information_never_moves_core_or_exterior(seed: int) -> None:
    """Narrower effects and fewer weights settle more, and undo nothing."""
    small = drawn(seed, 6)
    before = exact(small, EXTREMES)
    narrow = replace(small, candidates=tuple(map(tighter, small.candidates)))
    half = (EXTREMES[0], tuple(sum(each) / 2 for each in zip(*EXTREMES, strict=True)))

    for after in (exact(narrow, EXTREMES), exact(small, half), exact(small, EXTREMES, use_ranges=False)):
        for id in before.parts:
            if before.place(id) is not Place.BORDERLINE:
                assert after.place(id) is before.place(id)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_the_best_of_any_weighting_is_among_them(seed: int) -> None:
    """So core is in it, and exterior is not."""
    small = drawn(seed, 6)
    found = exact(small, EXTREMES, use_ranges=False)
    for weights in EXTREMES:
        own = best(small, worth(small, weights))
        if own is None:
            assert found.parts == {}
            continue
        for id in small.ids:
            inside = id in own.programme.chosen
            assert found.place(id) is not (Place.EXTERIOR if inside else Place.CORE)


def by_hand() -> Instance:
    """A is worth most by both criteria, B by one, C by the other, D by none; two of them fit."""
    values = {"A": (80, 80), "B": (60, 0), "C": (0, 60), "D": (10, 10)}
    made = [
        replace(project(id, 50, 0, "toll"), effects=tuple(Span(v, v, v) for v in both))
        for id, both in values.items()
    ]
    return Instance(tuple(made), (source("toll", {2027: 100}),), 2027)


def test_an_answer_that_can_be_argued_by_hand() -> None:
    """A is in whatever the weights; B or C depends; D has 10 against at least 18 of one of them."""
    found = exact(by_hand(), EXTREMES)

    places = {id: found.place(id) for id in "ABCD"}
    assert places == {"A": Place.CORE, "B": Place.BORDERLINE, "C": Place.BORDERLINE, "D": Place.EXTERIOR}
    assert (found.is_exact, found.programmes) == (True, 2)


def test_what_is_bound_is_no_longer_undecided() -> None:
    """It is in every programme, and the number of undecided falls."""
    case = replace(by_hand(), bounds=(Bound("D"),))
    assert robust.undecided(case) == ("A", "B", "C")
    assert exact(case, EXTREMES).place("D") is Place.CORE


def test_too_many_undecided_are_not_gone_through() -> None:
    """Twenty-one are sampled instead."""
    many = Instance(tuple(project(f"p{at:02}", 1) for at in range(21)), (source("toll", {2027: 5}),), 2027)
    with pytest.raises(TooMany):
        exact(many, ((1.0,),))


def test_sampling_finds_what_is_known_and_is_called_sampled() -> None:
    """Seeded: the same draws twice, other draws with another seed; B and C share them."""
    case = by_hand()
    found = sampled(case, EXTREMES, 100, 7, 0.0)

    assert found == sampled(case, EXTREMES, 100, 7, 0.0)
    assert (found.is_exact, found.draws) == (False, 100)
    assert (found.parts["A"], found.parts["D"]) == (1, 0)
    assert found.parts["B"] + found.parts["C"] == 1
    # Half of the draws lean to each criterion: by Hoeffding less than 1 in 10^5 is further off than this.
    assert abs(found.parts["B"] - 0.5) < 0.25


@pytest.mark.parametrize(
    ("drivers", "rises", "always"),
    [
        (("bike", "bike"), True, True),
        (("bike", "bus"), True, False),
        ((None, None), True, False),
        (("bike", "bike"), False, False),
    ],
)
def test_effects_with_one_driver_move_together(
    drivers: tuple[str | None, ...], rises: bool, always: bool
) -> None:
    """One that is always two points ahead wins every draw; apart, or in opposite ways, it does not."""
    spans = (Span(0, 20, 60, drivers[0], rises), Span(2, 22, 62, drivers[1]))
    made = [
        replace(project(id, 50, 0, "toll"), effects=(span,)) for id, span in zip("AB", spans, strict=True)
    ]
    case = Instance(tuple(made), (source("toll", {2027: 50}),), 2027)

    found = sampled(case, ((1.0,),), 100, 7, 0.0)

    assert found.parts["A"] + found.parts["B"] == 1
    assert (found.parts["B"] == 1) is always


def test_drawn_effects_have_the_quantiles_of_the_triangular_distribution() -> None:
    """As SciPy has them, from either end."""
    for low, likely, high in ((0.0, 20.0, 60.0), (-5.0, -5.0, 1.0), (3.0, 7.0, 7.0), (4.0, 4.0, 4.0)):
        scale = high - low
        for part in (0.0, 0.2, 0.5, 0.9, 1.0):
            theirs = triang.ppf(part, (likely - low) / scale, low, scale) if scale else low
            assert quantile(Span(low, likely, high), part) == pytest.approx(theirs)
            assert quantile(Span(low, likely, high, rises=False), 1 - part) == pytest.approx(theirs)


def test_all_of_the_draws_is_not_all() -> None:
    """The rule of three, and Clopper and Pearson (1934) as SciPy has it."""
    assert at_least(500, 500) == pytest.approx(1 - 3 / 500, abs=2e-4)
    for found, draws in ((500, 500), (37, 50), (1, 20)):
        assert at_least(found, draws) == pytest.approx(beta.ppf(0.05, found, draws - found + 1), abs=1e-9)
    assert at_least(0, 50) == 0


def test_nothing_possible_gives_no_places() -> None:
    """A bound project that nobody can pay leaves no programme."""
    case = replace(by_hand(), sources=(source("toll", {2027: 10}),), bounds=(Bound("A"),))
    assert exact(case, EXTREMES) == Robust({}, 0)
