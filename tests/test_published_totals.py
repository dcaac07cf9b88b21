"""What is published adds up where we say so, and the tool finds the same and the same contradictions."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.portfolio.prices import years_covered
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, ROOT, TODAY, Answer, put
from published import AGREES, AREAS, CANNOT, CONTRADICTS, Published, page

Command = Callable[..., Answer]
Finding = tuple[str, str]
TOTALS = [(area, total) for area, (_, totals) in AREAS.items() for total in totals]
each_total = pytest.mark.parametrize(("area", "total"), TOTALS, ids=[f"{a}-{t.what}" for a, t in TOTALS])
SPOILT = [(area, total) for area, total in TOTALS if total.spoil[0]]
spoilt = pytest.mark.parametrize(("area", "total"), SPOILT, ids=[total.what for _, total in SPOILT])


def place(area: str, total: Published) -> tuple[str, str]:
    """The example area and the file in it; the country's totals stand in one of the areas."""
    if total.where.startswith("examples/"):
        _, name, path = total.where.split("/", 2)
        return name, path
    return area, total.where


def findings(byvekst: Command, folder: Path) -> set[Finding]:
    """Code and file of all that is found."""
    out = byvekst("check", folder, "--format", "json", "--as-of", TODAY)[1]
    return {(each["code"], Path(each["path"]).name) for each in json.loads(out)["findings"]}


def asked(byvekst: Command, area: str | Path, *options: str) -> Any:
    """The answer of `byvekst portfolio` as exact numbers."""
    folder = EXAMPLES / area if isinstance(area, str) else area
    code, out, err = byvekst("portfolio", folder, "--format", "json", "--as-of", TODAY, *options)
    assert (code, err) == (0, "")
    return json.loads(out, parse_float=Decimal)


@pytest.mark.parametrize("total", [each for _, each in TOTALS], ids=lambda each: each.what)
def test_a_published_total_is_worked_out_by_hand(total: Published) -> None:
    """Plain arithmetic on what the source prints; a verdict is never a matter of taste."""
    if total.verdict != CANNOT:
        assert total.stated
        assert total.fits is (total.verdict == AGREES)
    else:
        assert total.remark


def test_something_agrees_and_something_contradicts_itself() -> None:
    """The arithmetic can say both."""
    assert {total.verdict for _, total in TOTALS} == {AGREES, CANNOT, CONTRADICTS}


@each_total
def test_each_total_has_a_source_and_a_place(area: str, total: Published) -> None:
    """The source is one of the area's own, and the file is there."""
    name, path = place(area, total)
    if path:
        assert (EXAMPLES / name / path).is_file()
    if not total.source.startswith("https://"):
        assert f"  {total.source}:" in (EXAMPLES / area / "kilder.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in AREAS if name])
def test_the_tool_finds_what_contradicts_itself_and_nothing_else(name: str, byvekst: Command) -> None:
    """In the files of the published totals, each finding on money or sources is in the list."""
    found = findings(byvekst, EXAMPLES / name)
    for area, total in TOTALS:
        where, path = place(area, total)
        if where == name and path:
            own = {code for code, file in found if file == Path(path).name and code[:3] in ("MON", "CON")}
            listed = {each.finding for a, each in TOTALS if place(a, each) == (where, path) and each.finding}
            assert listed <= own
            assert own - listed <= KNOWN_BESIDES.get(path, set())


KNOWN_BESIDES = {"prosjekt/os-kol-001.yaml": {"CON001"}}
"""Findings there that are no sum: two lengths of Fornebubanen."""


@spoilt
def test_the_tool_adds_up_as_the_hand_does(
    area: str, total: Published, byvekst: Command, tmp_path: Path
) -> None:
    """Quiet as published; with one part changed it speaks, or falls silent where it spoke."""
    name, path = place(area, total)
    copy = tmp_path / name
    shutil.copytree(EXAMPLES / name, copy)
    file = (copy / path).name
    assert (total.caught, file) not in findings(byvekst, copy)

    text, (old, new) = (copy / path).read_text(encoding="utf-8"), total.spoil
    assert text.count(old) == 1
    put(copy, path, text.replace(old, new))

    code = total.caught or total.finding
    assert ((code, file) in findings(byvekst, copy)) is bool(total.caught)


def test_the_page_is_what_the_list_says() -> None:
    """`python tests/published.py > docs/published-totals.md` makes it."""
    assert (ROOT / "docs/published-totals.md").read_text(encoding="utf-8") == page()


def test_the_state_grants_of_2019_stand_in_each_area(byvekst: Command) -> None:
    """391 + 962 + 174 on the sheets and in the budgets, and 5 as a scheme of its own: 1532 in all."""

    def cells(area: str, programme: str) -> list[Decimal]:
        lines = asked(byvekst, area, "--programme", programme)["lines"]
        found = [cell for line in lines for cell in line["cells"] if cell["year"] == 2019]
        return [a["mnok"] for c in found if c["means"] == "store-kollektivprosjekter" for a in c["amounts"]]

    bergen = asked(byvekst, "bergen", "--budget", "2019")["rows"]
    adopted = [amount["mnok"] for row in bergen for amount in row["adopted"]["amounts"]]
    trondheim = (EXAMPLES / "trondheim/finansiering.yaml").read_text(encoding="utf-8")

    assert [cells("oslo", "2021-24"), adopted, cells("nord-jaeren", "2018-21")] == [[391], [962], [174]]
    assert "    ramme: 5\n" in trondheim
    assert 391 + 962 + 174 + 5 == 1532


@pytest.mark.parametrize(
    ("area", "options", "path", "figure"),
    [
        ("bergen", ("--programme", "2021-24"), ("stated", "amounts", 0, "mnok"), "7885"),
        ("bergen", ("--programme", "2022-25"), ("lines", 2, "total", "amounts", 0, "mnok"), "267.7"),
        ("trondheim", (), ("reserve", "amounts", 0, "mnok"), "160"),
        ("trondheim", ("--budget", "2020"), ("rows", 0, "moved", "amounts", 0, "mnok"), "-4.9"),
    ],
    ids=["HP 2021–24", "DS1", "Nydalsbrua", "Programrådet"],
)
def test_the_tool_prints_the_figure_found_by_hand(
    area: str, options: tuple[str, ...], path: tuple[str | int, ...], figure: str, byvekst: Command
) -> None:
    """7885 as stated; 126.9 + 140.8; 1380 − 1220; −(2.5 + 1.3 + 1.1)."""
    answer = asked(byvekst, area, *options)
    for key in path:
        answer = answer[key]
    assert answer == Decimal(figure)


def test_two_sources_of_one_street_are_added(byvekst: Command) -> None:
    """Udbyes gate: 3.8 from Miljøpakken and 4.1 from older state money; and three short cuts in kroner."""
    lines = {line["id"]: line for line in asked(byvekst, "trondheim")["lines"]}
    totals = {id: sum(a["mnok"] for a in line["total"]["amounts"]) for id, line in lines.items()}

    assert totals["TR-SYK-009"] == Decimal("7.9")
    assert totals["TR-GA-001"] + totals["TR-GA-002"] + totals["TR-GA-003"] == Decimal("0.730744")


FORNEBU = ("oslo", "--programme", "2021-24")


@pytest.mark.parametrize("index", [(), ("--index", "bki-veganlegg")])
def test_fornebubanen_is_compared_only_in_the_same_kroner(index: tuple[str, ...], byvekst: Command) -> None:
    """13 800 and 23 200 are both 2018 kroner: 68.1 % up. With the index or without, no more can be told."""
    history = asked(byvekst, *FORNEBU, *index)["lines"][0]["history"]
    told = [(each["date"], each["real"], each["price"], each["since"]) for each in history if each["real"]]

    [(day, real, price, since)] = told
    assert (day, price, since) == ("2022-04-01", 0, "2019")
    assert abs(real - (Decimal(23200) / Decimal(13800) - 1)) < Decimal("1e-9")
    nominal = {each["date"]: each["nominal"] for each in history}
    for when, before, after in (("2014", 4500, 11650), ("2022-01", 13800, 21500), ("2022-04", 23200, 26400)):
        assert abs(nominal[when] - (Decimal(after) / before - 1)) < Decimal("1e-9")
    assert nominal["2018-09"] is None


def test_no_year_beyond_the_index_is_guessed(byvekst: Command) -> None:
    """The index ends in 2012, so no estimate of Fornebubanen can be put in the kroner of 2012 or 2022."""
    index = load(Folder(EXAMPLES / "oslo"), date.fromisoformat(TODAY)).area.one(PriceIndex, "bki-veganlegg")
    assert index is not None
    assert years_covered(index) == tuple(range(2000, 2013))
    for year in ("2012", "2013", "2022"):
        history = asked(byvekst, *FORNEBU, "--index", "bki-veganlegg", "--price-year", year)["lines"][0][
            "history"
        ]
        assert [each["common_low"] for each in history] == [None] * 8


INDEXED = """id: p-1
navn: Bane
kommuner: {bergen: 100}
tiltak: [kollektiv]
illustrasjon: true
anslag:
  - {dato: 2006, prisår: 2006, beløp: 1000}
  - {dato: 2012, prisår: 2012, beløp: 2000}
  - {dato: 2013, prisår: 2013, beløp: 3000}
"""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("fra 2000 til 2012", "Kan ikke sies", "Indeksen forlenges ikke")),
        ("nn", ("frå 2000 til 2012", "Kan ikkje seiast", "Indeksen blir ikkje forlengd")),
        ("en", ("from 2000 to 2012", "Cannot be told", "The index is not extended")),
    ],
)
@pytest.mark.parametrize("columns", [80, 160])
def test_a_history_is_split_where_the_index_reaches_and_says_where_not(
    language: str,
    words: tuple[str, ...],
    columns: int,
    area: Path,
    byvekst: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """2006–2012 by hand: prices 144.9 / 111.1 = +30.4 %, real 2 / 1.3042 = +53.3 %. 2013 has no index."""
    monkeypatch.setenv("COLUMNS", str(columns))
    put(area, "prosjekt/p-1.yaml", INDEXED)
    code, out, _ = byvekst("portfolio", area, "--history", "--index", "bki-veganlegg", "--language", language)
    rows = [line.replace(",", ".").replace("%", " ").split() for line in out.splitlines()]

    assert code == 0
    assert any("+53.3" in row and "+30.4" in row and row[-1] == "2006" for row in rows)
    assert any(row[:1] == ["2013"] and row[-2:] == ["?", "?"] for row in rows)
    text = " ".join(out.split())
    assert all(each in text for each in words)
    assert max(map(len, out.splitlines())) <= columns


def test_fornebubanen_reads_well_at_80_columns(byvekst: Command) -> None:
    """No number is broken over two lines in any language."""
    for language, low in (("nb", "12 000–13 000"), ("nn", "12 000–13 000"), ("en", "12,000–13,000")):
        out = byvekst("portfolio", EXAMPLES / "oslo", *FORNEBU[1:], "--history", "--language", language)[1]
        assert low in out.replace("\u00a0", " ")
        assert len([line for line in out.splitlines() if line.startswith("20")]) == 8


def test_a_programme_without_estimates_says_so(byvekst: Command) -> None:
    """The programme in force in Oslo has no amounts; silence would look like an answer."""
    out = byvekst("portfolio", EXAMPLES / "oslo", "--history")[1]

    assert "Ingen prosjekter har mer enn ett anslag." in out
