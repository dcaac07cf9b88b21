"""Money at one level, histories, balances and shocks; the figures are checked against published ones."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byvekst_cli.area import Area
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount, column
from byvekst_cli.model.money import Money, PriceBasis, PriceYear
from byvekst_cli.model.pile import NOTHING, Pile
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.project import Project
from byvekst_cli.model.rounding import agree, rounded_parts
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.history import points, steps
from byvekst_cli.portfolio.lines import Line, reserve
from byvekst_cli.portfolio.prices import at_level, factor, level
from byvekst_cli.portfolio.shocks import BadShock, Shock
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
QUARTERS = {"2006": "109.0 110.4 111.7 113.3", "2007": "114.4 116.8 118.9 122.2", "2008": "124.3"}
"""Veganlegg, i alt, 1. kvartal 2004 = 100: ssb.no/a/static/bkianl/tab-2008-04-24-01.html."""


def area(name: str) -> Area:
    return load(Folder(EXAMPLES / name), date.fromisoformat(TODAY)).area


@pytest.fixture(scope="module")
def shipped() -> PriceIndex:
    found = area("oslo").one(PriceIndex, "bki-veganlegg")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def quarterly() -> PriceIndex:
    values = {
        When.parse(f"{year}-Q{n}"): Decimal(value)
        for year, row in QUARTERS.items()
        for n, value in enumerate(row.split(), 1)
    }
    return PriceIndex.model_construct(id="q", name="q", base=None, values=values)


def year(value: int) -> PriceYear:
    return PriceYear(value)


def test_an_amount_at_its_own_level_is_as_it_was() -> None:
    """No index is needed, and none is asked."""
    money = Money.mnok(Decimal("12.5"), year(2020))

    assert at_level(money, None, 2020) == money


def test_the_year_of_quarters_is_the_year_that_was_published(
    quarterly: PriceIndex, shipped: PriceIndex
) -> None:
    """Statistics Norway's own yearly figures for 2006 and 2007, within their one decimal."""
    for each in (2006, 2007):
        mean, published = level(quarterly, each), level(shipped, each)
        assert mean is not None
        assert published is not None
        assert abs(mean - published) <= Decimal("0.05")


def test_a_year_that_is_not_wholly_covered_is_not_used(quarterly: PriceIndex) -> None:
    """One quarter of 2008 is no 2008, and nothing is carried on past the last value."""
    assert level(quarterly, 2008) is None
    assert factor(quarterly, year(2007), 2008) is None


def test_a_published_change_is_found_again(shipped: PriceIndex) -> None:
    """2000 to 2012: 144.9 / 90.8, worked by hand to 1.595815."""
    found = factor(shipped, year(2000), 2012)

    assert found is not None
    assert round(found.value, 6) == Decimal("1.595815")
    moved = at_level(Money.mnok(Decimal(100), year(2000)), shipped, 2012)
    assert moved == Money(15_958_149_780, year(2012))


@pytest.mark.parametrize("basis", [PriceBasis.CURRENT, PriceBasis.UNKNOWN, 1999, 2013])
def test_what_no_index_covers_is_not_told(basis: object, shipped: PriceIndex) -> None:
    """Nominal kroner, unknown kroner, and years outside the span."""
    assert at_level(Money.mnok(Decimal(1), PriceYear(basis)), shipped, 2012) is None  # type: ignore[arg-type]
    assert at_level(Money.mnok(Decimal(1), year(2012)), shipped, 2013) is None


@settings(deadline=None)
@given(st.integers(2000, 2012), st.integers(2000, 2012), st.integers(2000, 2012))
def test_levels_can_be_walked_in_any_order(a: int, b: int, c: int) -> None:
    """There and back is one, and two steps are the long one."""
    index = area("oslo").one(PriceIndex, "bki-veganlegg")

    def ratio(since: int, until: int) -> Decimal:
        found = factor(index, year(since), until)
        assert found is not None
        return found.value

    assert abs(ratio(a, b) * ratio(b, a) - 1) < Decimal("1e-20")
    assert abs(ratio(a, b) * ratio(b, c) - ratio(a, c)) < Decimal("1e-20")


def test_fornebubanen_is_told_honestly(shipped: PriceIndex) -> None:
    """From 13 800 to 23 200 in 2018-kroner is 68.1 per cent real; nothing else can be told."""
    sheet = area("oslo").one(Project, "OS-KOL-001")
    assert sheet is not None
    found = steps(points(sheet, shipped, None), shipped)

    told = [(str(step.after.dated), step.price, step.real) for step in found if step.real is not None]
    assert [(when, price) for when, price, _ in told] == [("2022-04-01", 0)]
    assert round(told[0][2] or 0, 3) == Decimal("0.681")
    assert len(found) == 5


def test_growth_is_split_into_prices_and_the_rest(shipped: PriceIndex) -> None:
    """100 in 2005-kroner and 150 in 2010-kroner: prices 24.7 per cent, the rest 20.2."""
    estimates = [{"dato": 2005, "prisår": 2005, "p50": 100}, {"dato": 2010, "prisår": 2010, "p50": 150}]
    sheet = Project.model_validate(
        {"id": "p", "navn": "p", "kommuner": {}, "tiltak": "ukjent", "anslag": estimates}
    )
    (step,) = steps(points(sheet, shipped, 2010), shipped)

    assert step.price is not None
    assert step.real is not None
    assert (round(step.nominal, 3), round(step.price, 3), round(step.real, 3)) == (
        Decimal("0.5"),
        Decimal("0.247"),
        Decimal("0.202"),
    )
    assert abs((1 + step.price) * (1 + step.real) - (1 + step.nominal)) < Decimal("1e-20")


@given(st.lists(st.decimals(-10_000, 10_000, places=4), max_size=12), st.integers(0, 2))
def test_printed_parts_add_up(parts: list[Decimal], places: int) -> None:
    """To the rounded sum, and each within one unit of what it is."""
    rounded = rounded_parts(parts, places)
    unit = Decimal(1).scaleb(-places)

    assert abs(sum(rounded, Decimal(0)) - sum(parts, Decimal(0))) <= unit / 2
    assert all(abs(a - b) < unit for a, b in zip(rounded, parts, strict=True))


def test_piles_never_mix_levels_in_silence() -> None:
    """Kroner of one year are one sum; of two, or of an unknown one, a marked one."""
    one, other, unknown = (Money(100, PriceYear(basis)) for basis in (2020, 2021, PriceBasis.UNKNOWN))

    assert not Pile.of([one, one]).is_mixed
    assert Pile.of([one, other]).is_mixed
    assert Pile.of([unknown]).is_mixed
    assert Pile.of([one, None]).has_unknown
    assert (Pile.of([one]) + Pile.of([other])).levels == ((year(2020), 100), (year(2021), 100))
    assert not NOTHING


PLAN = """ordninger:
  bom:
    {navn: Bom, midler: bompenger, periode: {fra: 2026, til: 2028}, prisår: 2026, overføring: {adgang: ja}}
lån:
  - dato: 2025-12-31
    saldo: 40
    prisår: 2026
    opptak: {2027: 10}
    renter: {2027: 1, 2028: 1}
    avdrag: {2028: 2}
forskutteringer:
  - {organisasjon: bergen, midler: bompenger, beløp: 3, prisår: 2026, år: 2026, tilbakebetales: 2028}
illustrasjon: true
"""
PROGRAMME = """id: 2026-28
navn: HP 2026–2028
periode: {fra: 2026, til: 2028}
status: vedtatt
illustrasjon: true
inntekter:
  - {midler: bompenger, prisår: 2026, år: {2026: 50, 2027: 50, 2028: 50}}
linjer:
  - prosjekt: p-1
    binding: bundet
    poster: [{midler: bompenger, formål: bygging, prisår: 2026, år: {2026: 40, 2027: 30}}]
  - {prosjekt: p-2, poster: [{midler: bompenger, prisår: 2026, år: {2027: 32, 2028: 45}}]}
  - {prosjekt: p-3, poster: [{midler: bompenger, prisår: 2026, år: {2027: 5.5, 2028: 8}}]}
"""


@pytest.fixture
def planned(area: Path) -> Path:
    for n in (2, 3):
        put(area, f"prosjekt/p-{n}.yaml", SHEET.replace("p-1", f"p-{n}"))
    put(area, "finansiering.yaml", PLAN)
    put(area, "handlingsprogram/2026-28.yaml", PROGRAMME)
    return area


def portfolio(byvekst: Command, area: Path, *options: str) -> dict[str, object]:
    code, out, err = byvekst("portfolio", area, "--format", "json", "--as-of", TODAY, *options)
    assert (code, err) == (0, "")
    report: dict[str, object] = json.loads(out)
    return report


def test_an_area_without_money_says_so(area: Path, byvekst: Command) -> None:
    """No programme, no sums, no complaint."""
    code, out, _ = byvekst("portefølje", area)

    assert code == 0
    assert "Ingen prosjekter med penger." in out


def test_each_year_holds_with_what_is_carried_and_borrowed(planned: Path, byvekst: Command) -> None:
    """2026: 50 + 3 − 40. 2027: 50 + 10 − 1 + 13 − 67.5. 2028: 50 − 1 − 2 − 3 + 4.5 − 53."""
    rows = portfolio(byvekst, planned)["balance"]
    assert isinstance(rows, list)

    assert [(row["year"], row["left"]["mnok"]) for row in rows] == [(2026, 13), (2027, 4.5), (2028, -4.5)]
    assert byvekst("check", planned)[0] == 0


def test_without_leave_to_carry_over_each_year_stands_alone(planned: Path, byvekst: Command) -> None:
    """Money that nobody has said may be kept is not counted on."""
    put(planned, "finansiering.yaml", PLAN.replace("adgang: ja", "adgang: nei"))
    rows = portfolio(byvekst, planned)["balance"]
    assert isinstance(rows, list)

    assert [row["left"]["mnok"] for row in rows] == [13, -8.5, -9]


def test_what_is_left_cannot_be_told_of_mixed_kroner(planned: Path, byvekst: Command) -> None:
    """Nor where an amount is unknown, nor where nobody says what comes in."""
    text = PROGRAMME.replace("prisår: 2026, år: {2027: 5.5", "prisår: løpende, år: {2027: 5.5")
    put(planned, "handlingsprogram/2026-28.yaml", text.replace("2026: 40", "2026: ukjent"))
    rows = portfolio(byvekst, planned)["balance"]
    assert isinstance(rows, list)

    assert [row["left"] for row in rows] == [None, None, None]


def test_a_shock_shows_what_breaks_and_between_what_to_choose(planned: Path, byvekst: Command) -> None:
    """Five per cent less in tolls in 2027 takes 2.5 from 2027 and so from 2028; bound is not exposed."""
    broken = portfolio(byvekst, planned, "--shock", "bompenger 2027 -5%")["broken"]

    assert broken == [
        {
            "means": "bompenger",
            "year": 2028,
            "lacks": {"price_year": "2026", "mnok": 7},
            "lacked": {"price_year": "2026", "mnok": 4.5},
            "between": [
                {"id": "p-3", "amount": {"amounts": [{"price_year": "2026", "mnok": 8}], "unknown": False}},
                {"id": "p-2", "amount": {"amounts": [{"price_year": "2026", "mnok": 45}], "unknown": False}},
            ],
        }
    ]
    assert portfolio(byvekst, planned, "--shock", "P-3 −50%")["broken"] == []
    assert len(portfolio(byvekst, planned, "--shock", "p-1 2027 +100%")["broken"]) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "p-1", "p-1 15%", "p-1 +x%", "p-1 27 +5%", "p-1 +5", "p 2 +5%"])
def test_a_shock_that_cannot_be_read_is_wrong_use(text: str, planned: Path, byvekst: Command) -> None:
    """Exit code 2 with the form to write."""
    with pytest.raises(BadShock):
        Shock.parse(text)
    assert byvekst("portfolio", planned, "--shock", text)[0] == 2


@pytest.mark.parametrize(
    "options",
    [
        ("--programme", "2026-29"),
        ("--index", "bki"),
        ("--price-year", "12"),
        ("--by", "kommune"),
        ("--shock", "p-9 +5%"),
    ],
)
def test_wrong_use_is_explained(options: tuple[str, ...], planned: Path, byvekst: Command) -> None:
    """A name that is not there, or a year that is none."""
    code, _, err = byvekst("portfolio", planned, *options)

    assert code == 2
    assert err.count("\n") == 1


@pytest.mark.parametrize("by", ["municipality", "measure", "phase", "owner", "state", "means"])
@pytest.mark.parametrize("name", ["oslo", "bergen", "trondheim", "nord-jaeren"])
def test_groups_hold_all_the_money(by: str, name: str, byvekst: Command) -> None:
    """Nothing is lost or counted twice, however it is put together."""
    report = portfolio(byvekst, EXAMPLES / name, "--by", by)

    def total(piles: list[dict[str, object]]) -> Decimal:
        amounts = [amount for pile in piles for amount in pile["amounts"]]  # type: ignore[attr-defined]
        return sum((Decimal(str(amount["mnok"])) for amount in amounts), Decimal(0))

    lines = report["lines"]
    groups = report["groups"]
    assert isinstance(lines, list)
    assert isinstance(groups, list)
    whole = [line["total"] for line in lines]
    if by == "means":
        whole = [cell for line in lines for cell in line["cells"]]
    assert abs(total([group["total"] for group in groups]) - total(whole)) < Decimal("0.0001")


@pytest.mark.parametrize("options", [(), ("--by", "measure"), ("--history",), ("--shock", "bompenger +1%")])
@pytest.mark.parametrize("columns", [40, 80, 160])
def test_the_screen_is_never_too_narrow(
    columns: int, options: tuple[str, ...], planned: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Years fold into one column, and nothing runs out of the window."""
    monkeypatch.setenv("COLUMNS", str(columns))

    code, out, _ = byvekst("portfolio", planned, *options)

    assert code == 0
    assert all(len(line) <= columns for line in out.splitlines())
    if not options:
        assert (" 2026 " in out.split("Finansieringskildene")[0]) == (columns > 40)


def test_markdown_has_the_same_figures(planned: Path, byvekst: Command) -> None:
    """A table that other programs can draw."""
    out = byvekst("portfolio", planned, "--format", "markdown")[1]

    assert "| I alt | 40 | 67,5 | 53 | 160,5 |" in out


BUDGET = """år: 2026
navn: Årsbudsjett 2026
status: vedtatt
illustrasjon: true
poster:
  - prosjekt: p-1
    midler: bompenger
    beløp: 40
    prisår: 2026
    tilsagn: 40
    bundet: 30
    utbetalt: 20
    forbrukt: 18.5
  - {prosjekt: p-2, midler: bompenger, beløp: 10, prisår: 2026}
overførte:
  - {prosjekt: p-2, midler: bompenger, fra_år: 2025, beløp: 2.5, prisår: 2026}
omdisponeringer:
  - fra: {prosjekt: p-1, midler: bompenger}
    til: {prosjekt: p-3, midler: bompenger}
    beløp: 4
    prisår: 2026
avvik:
  - {prosjekt: p-1, gjelder: kostnad, årsak: dyrere anbud, kostnad: {beløp: 6, prisår: 2026}, status: meldt}
"""


def test_a_budget_is_what_was_adopted_and_what_has_moved(planned: Path, byvekst: Command) -> None:
    """40 − 4, 10 + 2.5, 0 + 4: and moving money changes no sum."""
    put(planned, "budsjett/2026.yaml", BUDGET)
    rows = portfolio(byvekst, planned, "--budget", "2026")["rows"]
    assert isinstance(rows, list)

    def mnok(name: str) -> list[object]:
        return [sum(amount["mnok"] for amount in row[name]["amounts"]) for row in rows]

    assert [row["name"] for row in rows] == ["p-1", "p-2", "p-3"]
    assert (mnok("adopted"), mnok("carried"), mnok("moved")) == ([40, 10, 0], [0, 2.5, 0], [-4, 0, 4])
    assert mnok("regulated") == [36, 12.5, 4]
    assert mnok("spent") == [18.5, 0, 0]
    out = byvekst("portfolio", planned, "--budget", "2026", "--format", "markdown", "--language", "nb")[1]
    assert "| I alt | 50 | 2,5 | 0 | 52,5 | 40 | 30 | 20 | 18,5 |" in out
    assert "| p-1 | kostnad | 6 | dyrere anbud |" in out


def test_a_year_without_a_budget_names_those_that_are(planned: Path, byvekst: Command) -> None:
    """Wrong use, with what there is."""
    put(planned, "budsjett/2026.yaml", BUDGET)

    code, _, err = byvekst("portfolio", planned, "--budget", "2025")

    assert code == 2
    assert "«2026»" in err


def test_the_reserve_is_what_lies_between_p50_and_p85(byvekst: Command) -> None:
    """Nydalsbrua: kostnadsramme 1380 less styringsramme 1220 is 160 (Innst. 416 S)."""
    report = portfolio(byvekst, EXAMPLES / "trondheim", "--programme", "2016-19")
    assert report["reserve"] == {"amounts": [], "unknown": False}

    sheet = area("trondheim").one(Project, "TR-VEG-001")
    count, pile = reserve([Line("TR-VEG-001", sheet)])
    assert (count, [money.in_mnok for money in pile.moneys]) == (1, [160])


def test_what_cannot_be_told_of_a_year_cannot_be_told_of_those_after(planned: Path, byvekst: Command) -> None:
    """What is left of a year with an unknown use is carried as unknown."""
    put(planned, "handlingsprogram/2026-28.yaml", PROGRAMME.replace("2027: 32", "2027: ukjent"))
    rows = portfolio(byvekst, planned)["balance"]
    assert isinstance(rows, list)

    assert [row["left"] and row["left"]["mnok"] for row in rows] == [13, None, None]
    report = portfolio(byvekst, planned, "--shock", "bompenger 2028 -10%")
    assert (report["broken"], report["untold"]) == ([], [{"means": "bompenger", "year": 2028}])


def test_money_is_carried_no_longer_than_its_deadline(planned: Path, byvekst: Command) -> None:
    """After it the next year stands alone."""
    put(planned, "finansiering.yaml", PLAN.replace("adgang: ja", "adgang: ja, frist: 2027-12-31"))
    rows = portfolio(byvekst, planned)["balance"]
    assert isinstance(rows, list)

    assert [row["left"]["mnok"] for row in rows] == [13, 4.5, -9]


def test_a_shock_that_hits_nothing_is_no_comfort(planned: Path, byvekst: Command) -> None:
    """It does not answer that all is well."""
    code, _, err = byvekst("portfolio", planned, "--shock", "p-2 2026 +900%")

    assert code == 2
    assert "endrer ingenting" in err


@pytest.mark.parametrize(
    "options", [("--by", "phase", "--history"), ("--budget", "2026", "--shock", "p-1 +1%")]
)
def test_one_thing_is_shown_at_a_time(options: tuple[str, ...], planned: Path, byvekst: Command) -> None:
    """What would be ignored is refused."""
    assert byvekst("portfolio", planned, *options)[0] == 2


def test_letter_case_makes_no_new_source_or_place(planned: Path, byvekst: Command) -> None:
    """`BOMPENGER` and `Bergen` are what they are in the lists."""
    last = "prisår: 2026, år: {2027: 5.5"
    text = PROGRAMME.replace(f"bompenger, {last}", f"BOMPENGER, {last}")
    put(planned, "handlingsprogram/2026-28.yaml", text)
    put(planned, "prosjekt/p-3.yaml", SHEET.replace("p-1", "p-3").replace("bergen", "Bergen"))
    report = portfolio(byvekst, planned, "--by", "municipality")

    assert [row["left"]["mnok"] for row in report["balance"]] == [13, 4.5, -4.5]  # type: ignore[attr-defined]
    assert [group["name"] for group in report["groups"]] == ["bergen"]  # type: ignore[attr-defined]


def test_an_index_of_zero_is_no_level() -> None:
    """Nothing is divided by it, and nothing becomes free."""
    index = PriceIndex.model_construct(
        id="q", name="q", base=None, values={When.parse("2020"): Decimal(0), When.parse("2021"): Decimal(5)}
    )

    assert factor(index, year(2020), 2021) is None
    assert factor(index, year(2021), 2020) is None


def test_estimates_are_read_by_date(shipped: PriceIndex) -> None:
    """Whichever stands first on the sheet."""
    estimates = [{"dato": 2020, "prisår": 2018, "p50": 200}, {"dato": 2019, "prisår": 2018, "p50": 100}]
    sheet = Project.model_validate(
        {"id": "p", "navn": "p", "kommuner": {}, "tiltak": "ukjent", "anslag": estimates}
    )

    (step,) = steps(points(sheet, shipped, None), shipped)
    assert (step.after.position, step.real) == (0, 1)


@pytest.mark.parametrize(
    ("found", "stated", "fits"),
    [
        ("15650", "15600", True),
        ("461.1", "461", True),
        ("15.65", "15.6", True),
        ("625.5", "1000", False),
        ("170", "200", False),
        ("998", "1000", True),
        ("15.4", "15.6", False),
    ],
)
def test_a_round_total_is_still_a_total(found: str, stated: str, fits: bool) -> None:
    """Rounding never alarms, and never hides a third of the money."""
    assert agree(Decimal(found), Decimal(stated), [Decimal(found)]) == fits


KRONER = PriceYear(2026)
SMALL = st.lists(
    st.one_of(st.integers(-(10**10), 10**10), st.integers(-(10**7), 10**7), st.just(0)),
    min_size=1,
    max_size=12,
)


def printed(cells: list[str]) -> list[Decimal]:
    """The numbers that stand in cells; what is called near zero adds nothing."""
    plain = (cell.replace("\xa0", "").replace("−", "-").replace(",", ".") for cell in cells)
    return [Decimal(0) if cell == "nær 0" else Decimal(cell) for cell in plain]


@given(SMALL)
def test_a_column_adds_up_as_printed_and_only_zero_is_printed_so(ores: list[int]) -> None:
    """Whatever is in it; what is less than half a thousand kroner may be near zero, and is called so."""
    cells = column([Pile.of([Money(ore, KRONER)]) for ore in ores], Say("nb"))

    *parts, whole = printed(cells)
    assert sum(parts) == whole
    assert all((cell == "0") == (ore == 0) for cell, ore in zip(cells, [*ores, sum(ores)], strict=True))
    assert all(abs(part - Decimal(ore) / 10**8) < 1 for part, ore in zip(parts, ores, strict=True))


@given(st.integers(-(10**10), 10**10))
def test_an_amount_alone_is_never_printed_as_zero(ore: int) -> None:
    """One decimal, and more only where one would be nothing."""
    exact = Decimal(ore) / 10**8
    (shown,) = printed([amount(exact, Say("nb"))])

    assert (shown == 0) == (ore == 0)
    assert abs(shown - exact) <= Decimal("0.05")
    if abs(exact) >= Decimal("0.05"):
        assert shown == shown.quantize(Decimal("0.1"))


@pytest.mark.parametrize(
    ("mnok", "cells"),
    [
        (["5", "5.3"], ["5", "5,3", "10,3"]),
        (["0.01", "12.3"], ["0,01", "12,30", "12,31"]),
        (["0.05", "0.05"], ["0,05", "0,05", "0,10"]),
        (["-0.04", "1"], ["−0,04", "1", "0,96"]),
        (["0.00000001", "3.4"], ["nær 0", "3,4", "3,4"]),
        (["0", "7"], ["0", "7", "7"]),
    ],
    ids=str,
)
def test_small_amounts_get_the_decimals_they_need(mnok: list[str], cells: list[str]) -> None:
    """By hand; an øre that was left by rounding does not give the whole column eight decimals."""
    piles = [Pile.of([Money(int(Decimal(each) * 10**8), KRONER)]) for each in mnok]

    assert column(piles, Say("nb")) == cells


@pytest.mark.parametrize("columns", [80, 160])
def test_a_small_amount_is_seen_in_the_portfolio(
    columns: int, area: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousand kroner are 0,01, and the table still fits the window."""
    monkeypatch.setenv("COLUMNS", str(columns))
    posts = "finansiering:\n  poster: [{midler: bompenger, prisår: 2026, år: {2026: 0.01, 2027: 25}}]\n"
    put(area, "prosjekt/p-1.yaml", f"{SHEET}{posts}")

    code, out, _ = byvekst("portfolio", area, "--as-of", TODAY, "--language", "nb")

    assert code == 0
    assert "0,01" in out
    assert all(len(line) <= columns for line in out.splitlines())
