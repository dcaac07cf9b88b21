"""Values: declared scales, weights from swings, places that hold, and exact turning points."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byvekst_cli.model.value_model import Beyond
from byvekst_cli.value.crossover import crossing, nearest
from byvekst_cli.value.first_turn import first_turns
from byvekst_cli.value.ranks import dominates, likely_places, rank_intervals
from byvekst_cli.value.scale import OutOfRange, Scale
from byvekst_cli.value.span import Span
from byvekst_cli.value.total import contributions, hull, value
from byvekst_cli.value.weights import NoWeights, of_order, of_points, of_ranges

F = Fraction
HUNDRED = [F(100)] * 4
BARRON_BARRETT = {
    2: ["0.7500", "0.2500"],
    3: ["0.6111", "0.2778", "0.1111"],
    4: ["0.5208", "0.2708", "0.1458", "0.0625"],
    5: ["0.4567", "0.2567", "0.1567", "0.0900", "0.0400"],
}
"""Rank order centroid weights as tabled by Barron and Barrett, Management Science 42 (1996), 1515-1523."""
small = st.integers(-100, 100).map(F)
spans = st.lists(small, min_size=3, max_size=3).map(lambda ends: Span(*sorted(ends)))
portfolios = st.lists(st.lists(spans, min_size=3, max_size=3), min_size=2, max_size=6)
points = st.lists(st.integers(1, 100).map(F), min_size=3, max_size=3)


def scale(levels: list[str], values: list[str], beyond: Beyond = Beyond.ERROR) -> Scale:
    return Scale(tuple(sorted(zip(map(F, levels), map(F, values), strict=True))), beyond)


@pytest.mark.parametrize(
    ("levels", "values", "expected"),
    [
        (["-0.15", "0.35"], ["0", "1"], {"0.35": "1", "-0.15": "0", "0.1": "0.5"}),
        (["50", "100"], ["1", "0"], {"50": "1", "100": "0", "75": "0.5"}),
        (
            ["-0.15", "0", "0.25", "0.35"],
            ["0", "0.1", "0.9", "1"],
            {"0": "0.1", "0.25": "0.9", "0.1": "0.42"},
        ),
        (["50", "75", "90", "100"], ["1", "0.8", "0.5", "0"], {"60": "0.92", "75": "0.8", "90": "0.5"}),
    ],
)
def test_scales_give_the_published_values(
    levels: list[str], values: list[str], expected: dict[str, str]
) -> None:
    """The examples of `smaa.pvf` (R package smaa 0.3, tests/pvf.R, github.com/gertvv/rsmaa)."""
    made = scale(levels, values)

    assert {level: made.at(F(level)) for level in expected} == {each: F(v) for each, v in expected.items()}


def test_what_lies_beyond_a_scale_is_as_the_file_says() -> None:
    """The same package: its answers beyond the ends, by going on and by cutting; otherwise an error."""
    levels, values = ["50", "75", "90", "100"], ["1", "0.8", "0.5", "0"]
    outside = [F(10), F(40), F(101), F(120)]

    longer, cut = scale(levels, values, Beyond.EXTEND), scale(levels, values, Beyond.CLIP)

    assert [longer.at(each) for each in outside] == [F("1.32"), F("1.08"), F("-0.05"), F(-1)]
    assert [cut.at(each) for each in outside] == [1, 1, 0, 0]
    with pytest.raises(OutOfRange):
        scale(levels, values).at(F("100.01"))


def test_the_best_may_lie_between_the_ends() -> None:
    """A span of levels covers a top that is inside it."""
    hill = scale(["0", "5", "10"], ["0", "100", "20"])

    assert hill.over(F(1), F(4), F(10)) == Span(F(20), F(80), F(100))


@pytest.mark.parametrize("n", BARRON_BARRETT)
def test_centroid_weights_are_the_published_ones(n: int) -> None:
    """To the four decimals of the table, and exactly w[i] = (1/n)·Σ 1/k for k from i to n."""
    point = of_order(range(1, n + 1), [F(100)] * n).point

    assert [round(Decimal(w.numerator) / w.denominator, 4) for w in point] == [
        *map(Decimal, BARRON_BARRETT[n])
    ]
    assert point == tuple(sum(F(1, k) for k in range(i, n + 1)) / n for i in range(1, n + 1))


def test_points_are_worth_what_their_step_is() -> None:
    """80 points for a swing of 50 value points weigh as 160 for one of 100."""
    half = of_points([F(100), F(80)], [F(100), F(50)])

    assert half.point == of_points([F(100), F(160)], [F(100), F(100)]).point == (F(5, 13), F(8, 13))
    with pytest.raises(NoWeights):
        of_points([F(100), F(80)], [F(100), F(0)])
    with pytest.raises(NoWeights):
        of_points([F(0), F(0)], [F(100), F(100)])


@given(points, st.integers(1, 50))
def test_only_proportions_of_swing_points_count(worth: list[F], factor: int) -> None:
    """Scaling all of them changes nothing, and weights add up to 1."""
    made = of_points(worth, HUNDRED[:3])

    assert made == of_points([each * factor for each in worth], HUNDRED[:3])
    assert sum(made.point) == 1


def test_an_office_is_worth_what_the_textbook_says() -> None:
    """Swing weights and the value of Addison Square: 80.8.

    Goodwin and Wright, Decision Analysis for Management Judgment, ch. 3, pp. 43-44 of the edition read, at
    yumpu.com/en/document/view/10698289/downloadable-about-university/59 and /60. It rounds the weights.
    """
    swings = of_points([F(each) for each in (100, 80, 70, 30, 20, 10)], [F(100)] * 6).point
    rounded = [round(100 * weight) for weight in swings]
    addison = [Span.sure(F(each)) for each in (100, 60, 100, 75, 0, 90)]

    assert rounded == [32, 26, 23, 10, 6, 3]
    assert value(addison, tuple(F(each, 100) for each in rounded)).likely == F("80.8")
    given = contributions(addison, tuple(map(F, rounded)))
    assert [part.likely for part in given] == [3200, 1560, 2300, 750, 0, 270]
    alone = of_points([F(each) for each in (30, 20, 10)], HUNDRED[:3]).point
    assert [round(float(100 * weight), 1) for weight in alone] == [50, 33.3, 16.7]


def test_two_offices_change_places_where_the_textbook_says() -> None:
    """At a weight of 52.1 on turnover: Elton Street has 60.4 by turnover alone and 81.7 without it.

    The same book, figure 3.7 and pp. 47-48 (.../63 and /64). Addison Square's ends are made of its values.
    """
    turnover = of_points([F(100), F(80), F(70)], HUNDRED[:3]).point
    conditions = of_points([F(30), F(20), F(10)], HUNDRED[:3]).point
    addison = (
        sum((F(v) * w for v, w in zip((100, 60, 100), turnover, strict=True)), F(0)),
        sum((F(v) * w for v, w in zip((75, 0, 90), conditions, strict=True)), F(0)),
    )
    elton, now = (F("60.4"), F("81.7")), of_points([F(81), F(19)], HUNDRED[:2]).point

    found = crossing(addison, elton, now, 0)

    assert found is not None
    assert round(float(100 * found), 1) == 52.1
    assert first_turns([addison, elton], now)[0].weight == found


def test_a_lone_criterion_never_turns_anything() -> None:
    """Its weight is all there is, whatever it is called."""
    assert crossing((F(50),), (F(20),), (F(1),), 0) is None
    assert nearest([(F(50),), (F(20),)], 0, (F(1),)) == ((None, None),)


def test_an_order_has_the_extreme_points_of_the_literature() -> None:
    """(1,0,0), (½,½,0), (⅓,⅓,⅓): Barron and Barrett 1996; a shared place is one class."""
    assert of_order([1, 2, 3], HUNDRED[:3]).extremes == (
        (1, 0, 0),
        (F(1, 2), F(1, 2), 0),
        (F(1, 3), F(1, 3), F(1, 3)),
    )
    assert of_order([1, 2, 2], HUNDRED[:3]).extremes == ((1, 0, 0), (F(1, 3), F(1, 3), F(1, 3)))


def test_each_step_of_an_order_can_have_a_least_share() -> None:
    """10 % to each of three leaves 70 % to share; four thirds cannot be shared."""
    found = of_order([1, 2, 3], HUNDRED[:3], F(1, 10)).extremes

    assert found[0] == (F(8, 10), F(1, 10), F(1, 10))
    assert found[2] == (F(1, 3), F(1, 3), F(1, 3))
    with pytest.raises(NoWeights):
        of_order([1, 2, 3], HUNDRED[:3], F(34, 100))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=4), st.data())
def test_ranges_hold_all_they_allow_and_no_more(ends: list[tuple[int, int]], data: st.DataObject) -> None:
    """Against linear programs: the reach of any claim is the same over the extreme points as over the set."""
    scipy = pytest.importorskip("scipy.optimize")
    low, high = [F(min(e)) for e in ends], [F(max(e) + 1) for e in ends]
    n = len(ends)
    made = of_ranges(low, high, HUNDRED[:n], high)
    aim = data.draw(st.lists(st.integers(-9, 9), min_size=n, max_size=n))

    rows = [
        [float(low[j]) * (k == i) - float(high[i]) * (k == j) for k in range(n)]
        for i, j in permutations(range(n), 2)
    ]
    solved = scipy.linprog([-a for a in aim], rows, [0] * len(rows), [[1] * n], [1], [(0, 1)] * n)

    assert -solved.fun == pytest.approx(
        max(float(sum(w * a for w, a in zip(e, aim, strict=True))) for e in made.extremes), abs=1e-7
    )
    for corner in made.extremes:
        others = [each for each in made.extremes if each != corner]
        assert not _is_mix(corner, others, scipy)


def _is_mix(corner: tuple[F, ...], others: list[tuple[F, ...]], scipy: object) -> bool:
    """Whether a point is a mix of others, which an extreme point never is."""
    if not others:
        return False
    matrix = [[float(o[k]) for o in others] for k in range(len(corner))] + [[1.0] * len(others)]
    target = [*map(float, corner), 1.0]
    found = scipy.linprog([0] * len(others), None, None, matrix, target)  # type: ignore[attr-defined]
    return bool(found.status == 0)


@given(portfolios, points)
def test_contributions_add_up_exactly(projects: list[list[Span]], worth: list[F]) -> None:
    """To the value, low, likely and high."""
    weights = of_points(worth, HUNDRED[:3]).point
    for project in projects:
        total, parts = value(project, weights), contributions(project, weights)
        assert [sum(part.ends[at] for part in parts) for at in range(3)] == list(total.ends)


@given(portfolios, portfolios, points)
def test_others_change_no_value(projects: list[list[Span]], others: list[list[Span]], worth: list[F]) -> None:
    """A project's value, reach and crossing with another are its own, whoever else is in the list."""
    weights = of_points(worth, HUNDRED[:3]).point
    alone = [value(each, weights) for each in projects]

    assert [value(each, weights) for each in [*others, *projects]][len(others) :] == alone
    assert hull(projects[0], [weights]) == (alone[0].low, alone[0].high)


@settings(max_examples=60, deadline=None)
@given(portfolios, points, st.data())
def test_places_hold_for_every_weight_and_effect(
    projects: list[list[Span]], worth: list[F], data: st.DataObject
) -> None:
    """Any weights of the set and any effects in their spans give a place inside the interval."""
    made = of_ranges([each / 2 for each in worth], worth, HUNDRED[:3], worth)
    ranks = rank_intervals(projects, [made.extremes])
    shares = data.draw(st.lists(st.integers(0, 5), min_size=len(made.extremes), max_size=len(made.extremes)))
    total = sum(shares) or 1
    shares = shares if sum(shares) else [1, *shares[1:]]
    mixed = tuple(
        sum(F(s, total) * e[k] for s, e in zip(shares, made.extremes, strict=True)) for k in range(3)
    )
    drawn = [
        [s.low + (s.high - s.low) * F(data.draw(st.integers(0, 4)), 4) for s in project]
        for project in projects
    ]
    values = [sum(w * v for w, v in zip(mixed, each, strict=True)) for each in drawn]

    for at, rank in enumerate(ranks):
        place = 1 + sum(other > values[at] for other in values)
        assert rank.best <= place <= rank.worst


@settings(max_examples=60, deadline=None)
@given(portfolios, points)
def test_more_information_never_widens_places(projects: list[list[Span]], worth: list[F]) -> None:
    """With one weighting, or with sure effects, places lie within those of more doubt."""
    made = of_ranges([each / 2 for each in worth], worth, HUNDRED[:3], worth)
    sure = [[Span.sure(span.likely) for span in project] for project in projects]

    wide = rank_intervals(projects, [made.extremes])
    for narrow in (rank_intervals(projects, [[made.point]]), rank_intervals(sure, [made.extremes])):
        assert all(w.best <= n.best <= n.worst <= w.worst for w, n in zip(wide, narrow, strict=True))
    places = likely_places(projects, [made.point])
    assert all(w.best <= low <= high <= w.worst for w, (low, high) in zip(wide, places, strict=True))


def test_places_are_those_that_can_be_argued_by_hand() -> None:
    """A is always ahead of C; B is ahead of A only where the second criterion weighs more than half."""
    a, b, c = ([Span.sure(F(x)) for x in each] for each in ((60, 20), (20, 60), (10, 10)))
    every = [(F(1), F(0)), (F(0), F(1))]

    found = rank_intervals([a, b, c], [every])

    assert [(r.best, r.worst, r.is_reached) for r in found] == [(1, 2, True), (1, 2, True), (3, 3, True)]
    assert dominates(a, c, every)
    assert not dominates(a, b, every)
    assert crossing((F(60), F(20)), (F(20), F(60)), (F(1, 2), F(1, 2)), 0) == F(1, 2)


def test_a_place_that_no_single_weighting_reaches_is_marked() -> None:
    """Each of two others beats it somewhere, never both at once: the interval is a bound and says so."""
    middle, one, other = ([Span.sure(F(x)) for x in each] for each in ((50, 50), (60, 10), (10, 60)))

    rank = rank_intervals([middle, one, other], [[(F(1), F(0)), (F(0), F(1))]])[0]

    assert (rank.best, rank.worst, rank.is_reached) == (1, 3, False)


def test_a_place_that_only_a_mix_of_weightings_reaches_is_found() -> None:
    """Each of two others beats it where one criterion is all, and both do where the three weigh the same."""
    rows = ((50, 50, 50), (100, 40, 40), (40, 100, 40))
    corners = [tuple(F(at == own) for at in range(3)) for own in range(3)]

    rank = rank_intervals([[Span.sure(F(x)) for x in row] for row in rows], [corners])[0]

    assert (rank.best, rank.worst, rank.is_reached) == (1, 3, True)


pairs = st.lists(st.lists(spans, min_size=2, max_size=2), min_size=2, max_size=6)


@settings(deadline=None)
@given(pairs)
def test_reached_places_are_those_of_every_weight_there_is(projects: list[list[Span]]) -> None:
    """A second method for two criteria: the order can change only where two lines cross, so all is tried.

    The interval is never narrower than the true one, and is the true one where it says so.
    """
    ends = [(p[0].ends[at], p[1].ends[at]) for p in projects for at in (0, 2)]
    crossings = [F(0), F(1)]
    for one in ends:
        for other in ends:
            at_first, at_last = one[0] - other[0], one[1] - other[1]
            if at_first != at_last and 0 <= at_last / (at_last - at_first) <= 1:
                crossings.append(at_last / (at_last - at_first))
    crossings = sorted(set(crossings))
    tried = [*crossings, *((one + other) / 2 for one, other in pairwise(crossings))]
    places = [_places_at(projects, (w, 1 - w)) for w in tried]

    found = rank_intervals(projects, [[(F(1), F(0)), (F(0), F(1))]])

    for at, rank in enumerate(found):
        best, worst = min(each[at][0] for each in places), max(each[at][1] for each in places)
        assert rank.best <= best <= worst <= rank.worst
        assert not rank.is_reached or (rank.best, rank.worst) == (best, worst)


def _places_at(projects: list[list[Span]], weights: tuple[F, F]) -> list[tuple[int, int]]:
    """The first and the last place of each with one weighting and any effects."""
    values = [value(spans, weights) for spans in projects]
    return [
        (
            1 + sum(other.low > own.high for other in values),
            1 + sum(other.high > own.low for other in values if other is not own),
        )
        for own in values
    ]


@given(st.lists(st.tuples(small, small, small), min_size=2, max_size=5), points)
def test_at_a_crossing_two_are_worth_the_same(projects: list[tuple[F, F, F]], worth: list[F]) -> None:
    """Exactly, when the weight is put there and the others keep their proportions."""
    weights = of_points(worth, HUNDRED[:3]).point
    for found in (each for pair in nearest(projects, 0, weights) for each in pair if each):
        moved = _moved(weights, found.criterion, found.weight)
        mine, theirs = (
            sum(w * v for w, v in zip(moved, p, strict=True)) for p in (projects[0], projects[found.other])
        )
        assert mine == theirs
        assert sum(moved) == 1


@given(st.lists(st.tuples(small, small, small), min_size=2, max_size=5), points)
def test_no_order_changes_before_the_first_turn(projects: list[tuple[F, F, F]], worth: list[F]) -> None:
    """Against every pair: nothing crosses between the weight and the first turn."""
    weights = of_points(worth, HUNDRED[:3]).point
    for criterion, turn in enumerate(first_turns(projects, weights)):
        every = [
            crossing(one, other, weights, criterion)
            for at, one in enumerate(projects)
            for other in projects[at + 1 :]
        ]
        away = [abs(each - weights[criterion]) for each in every if each not in (None, weights[criterion])]
        assert (abs(turn.weight - weights[criterion]) if turn else None) == min(away, default=None)


def _moved(weights: tuple[F, ...], criterion: int, to: F) -> tuple[F, ...]:
    rest = 1 - weights[criterion]
    return tuple(to if at == criterion else w / rest * (1 - to) for at, w in enumerate(weights))


def _as_it_is(column: object, *, cost: bool) -> object:
    assert not cost
    return column


@pytest.mark.filterwarnings("ignore:Alternatives with indices")
def test_the_additive_model_is_that_of_pymcdm_and_the_list_turns_theirs() -> None:
    """The same sums where values are given. Scaled by the list, a newcomer that is worst in all turns two."""
    wsm = pytest.importorskip("pymcdm.methods").WSM
    normal = pytest.importorskip("pymcdm.normalizations")
    numpy = pytest.importorskip("numpy")
    rows, newcomer = [[9.0, 2.0], [4.0, 6.5], [1.0, 12.0]], [-30.0, 1.9]
    weights, types = numpy.array([0.5, 0.5]), numpy.ones(2)
    by_list = wsm(normalization_function=normal.minmax_normalization)

    def ours(table: list[list[float]]) -> list[float]:
        half = (F(1, 2), F(1, 2))
        return [float(value([Span.sure(F(v)) for v in row], half).likely) for row in table]

    plain = wsm(normalization_function=_as_it_is)(numpy.array(rows), weights, types)
    before, after = (by_list(numpy.array(each), weights, types) for each in (rows, [*rows, newcomer]))

    assert list(plain) == pytest.approx(ours(rows))
    assert before[0] > before[1]
    assert after[0] < after[1]
    assert ours([*rows, newcomer])[:3] == ours(rows)


def test_the_additive_model_is_that_of_scikit_criteria() -> None:
    """A second oracle; it is large, so it is tried where somebody has it."""
    mkdm = pytest.importorskip("skcriteria").mkdm
    simple = pytest.importorskip("skcriteria.agg.simple")
    rows = [[30, 20, 50], [10, 60, 40], [70, 5, 5]]

    found = simple.WeightedSumModel().evaluate(mkdm(rows, [max] * 3, weights=[0.5, 0.3, 0.2]))

    ours = [value([Span.sure(F(v)) for v in row], (F(1, 2), F(3, 10), F(1, 5))).likely for row in rows]
    assert list(found.e_.score) == pytest.approx([float(each) for each in ours])
