"""Programme, status, goals, roles, coordination, wheel, deadlines and portfolio as documents."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.render.kinds import KINDS
from byvekst_cli.render.make import Ordered, make
from byvekst_cli.render.tree import Block, Contents, Document, Figure, Heading, Line, NewPage, Table
from byvekst_cli.report.cells import in_parts
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import ROOT, SHEET, Answer, put

Command = Callable[..., Answer]
DAY = date(2026, 11, 23)
REPORTS = ("programme", "status", "goals", "roles", "samordning", "wheel", "deadlines", "portfolio")
AREAS = ("bergen", "oslo", "trondheim", "nord-jaeren")
WIDEST = 8
"""Columns that have room on a page."""
MINUS = "−"


def document(root: Path, kind: str, language: str = "nb", **asked: str) -> Document:
    """A document of an area, as the command makes it."""
    order = Ordered(load(Folder(root), DAY).area, root, Say(language))
    return make(KINDS[kind], asked, order).document


@cache
def of_example(area: str, kind: str) -> Document:
    """A document of an example, made once for all that is asked of it."""
    return document(ROOT / "examples" / area, kind)


def words(line: Line) -> str:
    return "".join(span.text for span in line)


def of(found: Document, about: type[Block]) -> list[Block]:
    return [block for block in found.blocks if isinstance(block, about)]


def table(found: Document, name: str) -> Table:
    """The first table of a name."""
    return next(block for block in found.blocks if isinstance(block, Table) and block.id == name)


def rows(found: Table) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in found.rows]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("kind", REPORTS)
def test_every_part_says_something(area: str, kind: str) -> None:
    """No heading stands over nothing, no cell is empty without a reason, and nothing is wider than a page."""
    found = of_example(area, kind)

    assert found.title
    assert found.blocks
    after = zip(found.blocks, [*found.blocks[1:], None], strict=True)
    for block, following in after:
        if isinstance(block, Heading):
            assert following is not None
            assert not isinstance(following, NewPage | Contents)
            assert not isinstance(following, Heading) or following.level > block.level, words(block.line)
    for block in found.blocks:
        if isinstance(block, Table):
            assert block.caption
            assert len(block.head) <= WIDEST
            assert block.rows
            assert all(words(cell) for cell in block.head)
            assert all(words(cell) for row in block.rows for cell in row[1:]), words(block.caption)
        if isinstance(block, Figure):
            assert block.alternative
            assert block.caption


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("kind", REPORTS)
def test_headings_come_in_order(area: str, kind: str) -> None:
    """A reader with a screen reader finds no level left out."""
    headings = of(of_example(area, kind), Heading)
    levels = [0, *(heading.level for heading in headings if isinstance(heading, Heading))]

    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REPORTS)
def test_an_empty_area_gives_a_short_document(kind: str, language: str, area: Path) -> None:
    """What is missing is said in words, and nothing is invented or falls over."""
    (area / "prosjekt/p-1.yaml").unlink()
    found = document(area, kind, language)

    assert found.title
    assert len(found.blocks) > 0
    assert found.invented is None or kind == "wheel"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_has_words_in_each_language(language: str, byvekst: Command) -> None:
    """The list of kinds says what each is."""
    code, out, _ = byvekst("document", "--list", "--language", language)

    assert code == 0
    assert all(re.search(rf"^{kind} +\S", out, re.MULTILINE) for kind in REPORTS)


PROGRAMME = """id: 2025-30
navn: Handlingsprogram 2025–2030
periode: {fra: 2025, til: 2030}
status: vedtatt
dato: 2024-12-10
erstatter: 2021-24
illustrasjon: true
inntekter:
  - {midler: bompenger, prisår: 2025, år: {2025: 100, 2026: 100, 2027: 100, 2028: 100, 2029: 100, 2030: 100}}
linjer:
  - prosjekt: p-1
    binding: bundet
    poster:
      - {midler: bompenger, formål: bygging, prisår: 2025, år: {2025: 10.25, 2026: 20.25, 2030: 120.5}}
  - prosjekt: p-2
    binding: til-avklaring
    poster:
      - {midler: bompenger, formål: planlegging, prisår: 2025, år: {2028: 5}}
uten_midler:
  - {prosjekt: p-3, grunn: planen er ikke vedtatt}
"""
BEFORE = """id: 2021-24
navn: Handlingsprogram 2021–2024
periode: {fra: 2021, til: 2024}
status: erstattet
illustrasjon: true
linjer:
  - prosjekt: p-1
    poster: [{midler: bompenger, prisår: 2025, år: {2024: 7}}]
  - prosjekt: p-3
    poster: [{midler: bompenger, prisår: 2025, år: {2024: 3}}]
"""
BUDGET = """år: 2026
navn: Årsbudsjett 2026
program: 2025-30
status: vedtatt
illustrasjon: true
poster:
  - {prosjekt: p-1, midler: bompenger, beløp: 20.25, prisår: 2025, forbrukt: 4}
  - {prosjekt: p-2, midler: bompenger, beløp: 1, prisår: 2025}
overførte:
  - {prosjekt: p-1, midler: bompenger, beløp: 2.5, prisår: 2025, fra_år: 2025}
omdisponeringer:
  - fra: {prosjekt: p-1, midler: bompenger}
    til: {prosjekt: p-2, midler: bompenger}
    beløp: 0.5
    prisår: 2025
    grunn: raskere plan
"""
REPORT = """periode: 2026-H1
navn: Halvårsrapport 2026
program: 2025-30
status_per: 2026-06-30
status: vedtatt
illustrasjon: true
prosjekter:
  - prosjekt: p-1
    sluttkostnad: {beløp: 160, prisår: 2025}
    forbruk: {prisår: løpende, i_perioden: 3.25, hittil_i_år: 3.25}
    milepæler: [{hva: åpning, plan: 2029, prognose: 2030}]
    avvik: [{gjelder: kostnad, årsak: dyrere grunn, tiltak: smalere bru}]
"""

STARTED = "portefølje: {status: i-handlingsprogram}\n"
GROWN = """anslag:
  - {dato: 2020, prisår: 2025, nivå: grovt, p50: 100}
  - {dato: 2024, prisår: 2025, nivå: forprosjekt, p50: 150}
"""


@pytest.fixture
def rich(area: Path) -> Path:
    """An area with two programmes, six years of money, a budget, a report and projects without money."""
    own = SHEET.replace("id: p-1", "id: {id}", 1)
    for id, more in (
        (
            "p-1",
            STARTED + GROWN,
        ),
        ("p-2", STARTED),
        ("p-3", "portefølje: {status: kandidat}\nplan: {nivå: reguleringsplan, status: pågår}\n"),
        ("p-4", "portefølje: {status: kandidat}\nplan: {nivå: reguleringsplan, status: vedtatt}\n"),
        ("p-5", "portefølje: {status: utsatt}\n"),
    ):
        sheet = own.replace("{id}", id, 1)
        sheet = re.sub(r"^navn: .*$", f"navn: Prosjekt {id}", sheet, count=1, flags=re.MULTILINE)
        put(area, f"prosjekt/{id}.yaml", f"{sheet}{more}illustrasjon: true\n")
    put(area, "handlingsprogram/2025-30.yaml", PROGRAMME)
    put(area, "handlingsprogram/2021-24.yaml", BEFORE)
    put(area, "budsjett/2026.yaml", BUDGET)
    put(area, "rapport/2026-h1.yaml", REPORT)
    return area


def test_the_area_of_the_tests_is_read(rich: Path) -> None:
    """Nothing below is told of a file with a fault."""
    assert load(Folder(rich), DAY).findings == ()


def test_many_years_stand_in_several_tables(rich: Path) -> None:
    """Six years take two tables of three, each with what comes before, after and in all."""
    found = document(rich, "programme")
    money = [
        block
        for block in of(found, Table)
        if isinstance(block, Table) and (block.id or "").startswith("programme-money")
    ]

    assert [[words(cell) for cell in block.head] for block in money] == [
        ["Prosjekt", "2025", "2026", "2027", "Sum"],
        ["Prosjekt", "2028", "2029", "2030", "Sum"],
    ]
    assert rows(money[0])[0] == ["Prosjekt p-1", "10,3", "20,3", "–", "151"]
    assert rows(money[1])[-1] == ["I alt", "5", "–", "120,5", "156"]
    assert all(block.has_sum for block in money)


def test_a_source_is_held_against_its_frame(rich: Path) -> None:
    """In 2030 more is used than comes in, and the summary says so."""
    found = document(rich, "programme")

    assert rows(table(found, "programme-lacking")) == [["Bompenger", "2030", "20,5 mill. 2025-kr"]]
    assert "I ett tilfelle brukes det mer enn det kommer inn." in text_of(found)


def test_changes_are_told_by_project(rich: Path) -> None:
    """New, gone with its reason, and another sum than before."""
    found = document(rich, "programme")
    said = text_of(found)

    assert "Nytt: Prosjekt p-2." in said
    assert "Ikke lenger med: Prosjekt p-3 (planen er ikke vedtatt)." in said
    assert rows(table(found, "programme-changed")) == [
        ["Prosjekt p-1", "7 mill. 2025-kr", "151 mill. 2025-kr"]
    ]
    assert rows(table(found, "programme-unfunded")) == [["Prosjekt p-3", "Planen er ikke vedtatt"]]


def test_the_budget_is_adopted_and_moved_and_regulated(rich: Path) -> None:
    """Adopted + carried over ± moved = regulated, on each line and in all."""
    shown = table(document(rich, "programme"), "programme-budget")

    assert [words(cell) for cell in shown.head] == [
        "Prosjekt",
        "Vedtatt",
        "Overført",
        "Omdisponert",
        "Regulert",
        "Forbrukt",
    ]
    for row in rows(shown):
        adopted, carried, moved, regulated, _ = map(number, row[1:])
        assert adopted + carried + moved == pytest.approx(regulated, abs=Decimal("0.11"))
    assert rows(shown)[-1][:1] == ["I alt"]


def test_risks_are_those_of_the_sheets(rich: Path) -> None:
    """Growth of the estimate, and building money without an adopted plan."""
    shown = rows(table(document(rich, "programme"), "programme-risks"))

    assert [row[0] for row in shown] == ["Prosjekt p-1"]
    assert "+50" in shown[0][1]
    assert "ikke vedtatt" in shown[0][2]


def test_the_list_of_candidates_is_no_ranking(rich: Path) -> None:
    """By place, then how far the plan has come, and the text says that it is no ranking."""
    found = document(rich, "portfolio")

    assert [row[0] for row in rows(table(found, "portfolio-candidates"))] == ["p-4", "p-3", "p-5"]
    assert "Den er ingen prioritering." in text_of(found)


def test_a_status_report_has_deviations_first(rich: Path) -> None:
    """The first part after the summary, with cause and measure."""
    found = document(rich, "status")
    parts = [words(h.line) for h in of(found, Heading) if isinstance(h, Heading) and h.level == 1]

    assert parts[:3] == ["Kort sagt", "Avvik", "Penger"]
    assert rows(table(found, "status-deviations")) == [
        ["Prosjekt p-1", "Kostnad", "Dyrere grunn", "Smalere bru"]
    ]
    assert rows(table(found, "status-costs"))[0][1:4] == [
        "160 mill. 2025-kr",
        "150 mill. 2025-kr",
        "+6,7 %",
    ]
    assert "Med i programmet, men ikke i rapporten per dato: Prosjekt p-2." in text_of(found)


def test_a_period_may_be_written_in_any_way(rich: Path, byvekst: Command) -> None:
    """And one that is mistyped gets the one that was probably meant."""
    code, out, _ = byvekst("document", "status", rich, "--period", "2026-h1", "--as-of", DAY.isoformat())
    wrong, _, err = byvekst("document", "status", rich, "--period", "2026-H11", "--as-of", DAY.isoformat())

    assert (code, wrong) == (0, 2)
    assert "Halvårsrapport 2026" in out
    assert "2026-H1" in err


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("programe",), "programme"),
        (("programme", "--id", "2025-31"), "2025-30"),
        (("portfolio", "--id", "2025-31"), "2025-30"),
        (("wheel", "--period", "20267"), "2026"),
        (("deadlines", "--period", "tjue"), "tjue"),
        (("samordning", "--id", "ingen-sak"), "ingen-sak"),
        (("goals", "--period", "2026"), "goals"),
    ],
)
def test_what_is_not_there_is_told(
    arguments: tuple[str, ...], meant: str, rich: Path, byvekst: Command
) -> None:
    """Wrong use, with what was probably meant, and never a traceback."""
    kind, *options = arguments
    code, _, err = byvekst("document", kind, rich, *options, "--as-of", DAY.isoformat())

    assert code == 2
    assert meant in err


@pytest.mark.parametrize("kind", ["programme", "portfolio", "status"])
def test_no_amount_is_printed_that_the_files_do_not_give(kind: str, rich: Path) -> None:
    """Every amount in a table of money is in the files, or is a sum of such, to one decimal."""
    parts = [
        Decimal(text)
        for text in re.findall(r"(?<![\w-])\d+(?:\.\d+)?(?![\w-])", PROGRAMME + BEFORE + BUDGET + REPORT)
    ]
    parts += [Decimal(100), Decimal(150)]
    known = sums(parts)
    for block in of(document(rich, kind), Table):
        assert isinstance(block, Table)
        if "mill. kr" not in words(block.caption):
            continue
        for row in rows(block):
            for at in block.numbers:
                if row[at].lstrip(MINUS)[:1].isdecimal() and not re.fullmatch(r"20\d\d", row[at]):
                    assert any(abs(abs(number(row[at])) - each) < Decimal("0.11") for each in known), row


def sums(parts: list[Decimal]) -> set[Decimal]:
    """Each, and every sum and difference of up to three; and all that a line or a year has."""
    own = {part for part in parts if part < 1000}
    two = {a + sign * b for a in own for b in own for sign in (1, -1)}
    return own | two | {a + b for a in two for b in own}


def number(cell: str) -> Decimal:
    """An amount as printed; nothing is 0."""
    shown = (
        cell.partition(" mill.")[0].replace(MINUS, "-").replace(chr(160), "").replace(",", ".").rstrip("*")
    )
    return Decimal(0) if shown == "–" else Decimal(shown)


def text_of(found: Document) -> str:
    """All that the document says, in one."""
    from byvekst_cli.render.as_markdown import markdown

    return markdown(found, "bilder").text.replace("\n", " ")


@settings(deadline=None)
@given(st.lists(st.text(min_size=1, max_size=3), unique=True, max_size=30), st.integers(1, 8))
def test_columns_are_shared_between_tables_as_evenly_as_they_can(names: list[str], most: int) -> None:
    """None is lost or moved, none is too wide, and no table is left with one where others have many."""
    parts = in_parts(names, most)

    assert [name for part in parts for name in part] == names
    assert all(0 < len(part) <= most for part in parts)
    assert len(parts) == -(-len(names) // most)


def test_tasks_stand_against_few_bodies_at_a_time() -> None:
    """Bergen's nine bodies take three tables, and each task that any of them has is there."""
    found = document(ROOT / "examples/bergen", "roles", "nn")
    shown = [
        block
        for block in of(found, Table)
        if isinstance(block, Table) and (block.id or "").startswith("roles-matrix")
    ]

    assert [len(block.head) - 1 for block in shown] == [3, 3, 3]
    assert "Forslag til handlingsprogram" in [row[0] for row in rows(shown[0])]


def test_three_truths_of_a_goal_stand_apart() -> None:
    """Each under its own heading, in this order."""
    found = document(ROOT / "examples/bergen", "goals", "nn")
    headings = [words(h.line) for h in of(found, Heading) if isinstance(h, Heading) and h.level == 2]

    assert headings[:3] == ["Formelt", "Statistisk", "Politisk"]


def test_goals_without_figures_are_gathered_and_figures_stand_once() -> None:
    """Goals that nobody measures share a heading; one with the figures of another refers to it."""
    found = document(ROOT / "examples/oslo", "goals")
    headings = [words(h.line) for h in of(found, Heading) if isinstance(h, Heading) and h.level == 1]

    assert headings == [
        "Kort sagt",
        "Slik leses rapporten",
        "Nullvekstmålet",
        "Veksten i persontransport",
        "Mål uten måletall",
        "Hva som bør følge",
    ]
    assert text_of(found).count("Målet har de samme tallene som «Nullvekstmålet».") == 1


def test_the_same_data_give_the_same_bytes(rich: Path) -> None:
    """Words, tables and pictures."""
    assert document(rich, "programme") == document(rich, "programme")


PARTIES = """id: området
navn: Området
område: Området
språk: nb
avtaler:
  a-1: {navn: A, type: byvekstavtale, periode: {fra: 2019, til: 2029}}
organisasjoner:
  bergen: {navn: Bergen kommune, type: kommune}
  os: {navn: Os kommune, type: kommune}
parter:
  - {organisasjon: bergen, avtale: a-1, samtykke: kreves, fra: 2019}
  - {organisasjon: os, avtale: a-1, samtykke: kreves, fra: 2019}
"""
CASE = """id: budsjett
tittel: Årsbudsjett 2027
slag: årsbudsjett
tilstand: lokalt-behandlet
avtale: a-1
lokal_frist: 2026-12-01
punkter:
  - {punkt: "1", tekst: Budsjettet vedtas.}
  - {punkt: "2", tekst: Rammen er 10.}
lokalbehandling:
  - organisasjon: bergen
    organ: bystyret
    dato: 2026-11-10
    utfall: tilslutning-med-merknader
    punkter:
      - {punkt: "1", utfall: tilslutning, tekst: Budsjettet vedtas.}
      - {punkt: "2", utfall: tilslutning, tekst: Rammen er 12.}
"""


def test_the_parties_stand_side_by_side(area: Path) -> None:
    """What each has decided, what is not registered, and the text to agree on; nobody is called late."""
    put(area, "byvekst.yaml", PARTIES)
    put(area, "sak/budsjett/sak.yaml", CASE)
    assert load(Folder(area), DAY).findings == ()

    found = document(area, "samordning", id="budsjett")

    assert found.title == "Årsbudsjett 2027"
    assert [row[0] for row in rows(table(found, "samordning-parties"))] == ["Bergen", "Os"]
    assert rows(table(found, "samordning-parties"))[1][-1] == "Ikke registrert"
    assert rows(table(found, "samordning-points"))[1][:2] == ["2", "Annerledes enn forslaget"]
    assert rows(table(found, "samordning-deviations"))[0][:3] == ["2", "Rammen er 10.", "Bergen"]
    assert "Rammen er 12." in text_of(found)
    assert "Ikke registrert per dato: Os kommune." in text_of(found)


def test_the_way_to_a_meeting_is_a_document() -> None:
    """The steps by date, with what no mandate says."""
    found = document(ROOT / "examples/bergen", "deadlines", "nn", meeting="2027-01-20-prioriteringsrådet")

    assert found.title == "Vegen til møtet i Prioriteringsrådet 20. januar 2027"
    assert rows(table(found, "deadlines-steps"))[-1][1:3] == ["Møte", "Prioriteringsrådet"]
    assert "Mandata har ingen frist for dette: bestilling" in text_of(found)


def test_the_wheel_of_another_year_is_laid_on_its_days() -> None:
    """The period is the year."""
    found = document(ROOT / "examples/bergen", "wheel", "nn", period="2027")

    assert found.title == "Årshjul 2027 for Miljøløftet"
    assert "Møte i Prioriteringsrådet" in [row[1] for row in rows(table(found, "wheel-year"))]
