"""Pictures: what they say, to those who see them and those who do not; the same bytes; never a trace."""

import re
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from byvekst_cli.draw.bars import Scale
from byvekst_cli.draw.paper import width_of, wrapped
from byvekst_cli.draw.style import FILLS, OTHERS, UNSAID
from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.model.pile import Pile
from byvekst_cli.portfolio.flows import flows
from byvekst_cli.portfolio.lines import Line
from conftest import EXAMPLES, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
SVG: Final = "{http://www.w3.org/2000/svg}"
PROGRAMMES: Final = sorted(
    (path.parent.parent.name, path.stem) for path in EXAMPLES.glob("*/handlingsprogram/*.yaml")
)
VIEWS: Final = ([], ["--by", "phase"], ["--by", "municipality"], ["--history"])
PROGRAMME: Final = """id: 2026-28
navn: HP 2026–2028
periode: {fra: 2026, til: 2028}
status: vedtatt
kilde: hp
inntekter:
  - {midler: bompenger, prisår: 2026, år: {2026: 50, 2027: 60}}
linjer:
  - {prosjekt: p-1, poster: [{midler: bompenger, prisår: 2026, år: {2026: 40.5, 2027: ukjent}}]}
  - {prosjekt: p-2, poster: [{midler: kommunale, prisår: 2026, år: {2026: 12345.6}}]}
"""


ESTIMATES: Final = """anslag:
  - {dato: 2001, prisår: 2000, beløp: 1}
  - {dato: 2013, prisår: 2000, beløp: 2}
finansiering: {}
"""


@pytest.fixture
def planned(area: Path) -> Path:
    put(area, "prosjekt/p-2.yaml", SHEET.replace("p-1", "p-2"))
    put(area, "handlingsprogram/2026-28.yaml", PROGRAMME)
    return area


def written(svg: bytes) -> str:
    """All words that are drawn; matplotlib names each line of text in a comment before its outlines."""
    lines = re.findall(r"<!-- (.*?) -->", svg.decode())
    return "\n".join(lines).replace("\xa0", " ")


def described(svg: bytes) -> tuple[str, str]:
    root = ET.fromstring(svg)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    return str(title.text), str(desc.text).replace("\xa0", " ")


def draw(byvekst: Command, area: Path, file: Path, *options: str) -> bytes:
    code, out, err = byvekst("portfolio", area, "--chart", file, "--as-of", TODAY, *options)
    assert (code, err) == (0, "")
    assert out
    return file.read_bytes()


@pytest.mark.parametrize("ending", [".svg", ".png"])
@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_the_same_area_gives_the_same_bytes(
    view: list[str], ending: str, planned: Path, byvekst: Command, tmp_path: Path
) -> None:
    """No date, no random names, and nothing of the machine in the file."""
    first, second = (draw(byvekst, planned, tmp_path / f"{n}{ending}", *view) for n in "ab")

    assert first == second
    assert b"matplotlib.org" not in first


def test_years_are_drawn_with_what_comes_in_and_goes_out(
    planned: Path, byvekst: Command, tmp_path: Path
) -> None:
    """With the sources by name, the level of the kroner, and what nobody has said."""
    words = written(draw(byvekst, planned, tmp_path / "a.svg", "--language", "nb"))

    for expected in ("2026", "2027", "inn", "ut", "Bompenger", "Kommunale midler", "12 386,1", "60", "?"):
        assert expected in words.split("\n"), expected
    assert "Mill. 2026-kroner." in words
    assert "? Minst ett beløp er ukjent." in words
    assert "Det er ikke oppgitt hva som kommer inn av «Kommunale midler»." in words


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("nb", "Penger etter år og kilde", "2026: inn 50 ut 12 386,1; 2027: inn 60 ut ?."),
        ("nn", "Pengar etter år og kjelde", "2026: inn 50 ut 12 386,1; 2027: inn 60 ut ?."),
        ("en", "Money by year and source", "2026: in 50 out 12,386.1; 2027: in 60 out ?."),
    ],
)
def test_the_picture_says_what_it_shows(
    language: str, title: str, sentence: str, planned: Path, byvekst: Command, tmp_path: Path
) -> None:
    """In SVG's title and description, and in PNG's metadata."""
    svg = draw(byvekst, planned, tmp_path / "a.svg", "--language", language)
    draw(byvekst, planned, tmp_path / "a.png", "--language", language)

    assert described(svg)[0] == title
    assert sentence in described(svg)[1]
    with Image.open(tmp_path / "a.png") as image:
        image.load()
        assert image.info["Title"] == title
        assert sentence in image.info["Description"].replace("\xa0", " ")
        assert abs(image.width - 16 / 2.54 * 200) <= 1


def test_shares_are_sorted_and_add_up(planned: Path, byvekst: Command, tmp_path: Path) -> None:
    """The greatest first; 12 345.6 of 12 386.1 is 99.7 per cent, worked by hand."""
    words = written(draw(byvekst, planned, tmp_path / "a.svg", "--by", "means", "--language", "nb"))

    assert words.index("Kommunale midler") < words.index("Bompenger")
    assert "12 345,6 (99,7 %)" in words
    assert "40,5 + ? (0,3 %)" in words
    assert "Prosentene er av beløpene som er kjent." in words


def test_below_zero_has_no_per_cent(planned: Path, byvekst: Command, tmp_path: Path) -> None:
    """There is no whole to be a part of, and the amount still stands there."""
    put(planned, "handlingsprogram/2026-28.yaml", PROGRAMME.replace("40.5", "-40.5"))
    words = written(draw(byvekst, planned, tmp_path / "a.svg", "--by", "means", "--language", "nb"))

    assert "−40,5 + ?" in words
    assert "(99" not in words
    assert "fordi minst ett beløp er under null" in words


def test_fornebubanen_is_drawn_honestly(byvekst: Command, tmp_path: Path) -> None:
    """Eight estimates; only those of 2018-kroner are joined, and the rest cannot be told."""
    options = ("--programme", "2021-24", "--history", "--language", "nb")
    svg = draw(byvekst, EXAMPLES / "oslo", tmp_path / "a.svg", *options)
    words = written(svg)

    assert words.count("prisår ukjent") == 6
    assert words.count("2018-kroner") == 2
    assert words.count("endring: kan ikke sies") == 6
    assert "reelt +68,1 %, pris 0,0 %" in words
    assert "12 000–13 000" in words
    joined = [
        path
        for path in ET.fromstring(svg).iter(f"{SVG}path")
        if "stroke: #0072b2" in (path.get("style") or "")
    ]
    assert len([path for path in joined if "stroke-width: 1.2" in (path.get("style") or "")]) == 2
    assert "13 800 (2018-kroner), endring: kan ikke sies" in described(svg)[1]


def test_growth_is_split_where_the_index_covers(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """144.9 / 90.8 is 59.6 per cent prices; twice as much is then 25.3 per cent real, worked by hand."""
    estimates = ESTIMATES.replace("prisår: 2000, beløp: 2", "prisår: 2012, beløp: 2")
    put(area, "prosjekt/p-1.yaml", f"{SHEET}illustrasjon: true\n{estimates}")
    options = ("--history", "--price-year", "2012", "--index", "bki-veganlegg", "--language", "nb")
    words = written(draw(byvekst, area, tmp_path / "a.svg", *options))

    assert "reelt +25,3 %, pris +59,6 %" in words
    assert "1 (1,6 i 2012-kr)" in words
    assert "regnet om med Byggekostnadsindeks for veganlegg, i alt." in words
    assert "Illustrasjon: minst ett av tallene er funnet på." in words


def test_invented_money_is_marked(planned: Path, byvekst: Command, tmp_path: Path) -> None:
    """Only where some is."""
    real = written(draw(byvekst, planned, tmp_path / "a.svg", "--language", "nb"))
    put(planned, "handlingsprogram/2026-28.yaml", PROGRAMME.replace("kilde: hp", "illustrasjon: true"))
    invented = written(draw(byvekst, planned, tmp_path / "a.svg", "--language", "nb"))

    assert "Illustrasjon" not in real
    assert "Illustrasjon: minst ett av tallene er funnet på." in invented


def test_money_without_a_year_stands_apart(byvekst: Command, tmp_path: Path) -> None:
    """Bergen's projects have no years; nothing is put in one, and mixed kroner are marked."""
    words = written(draw(byvekst, EXAMPLES / "bergen", tmp_path / "a.svg", "--programme", "2022-25"))

    assert "Pengar utan år i filene" in words
    assert "4505,9*" in words
    assert "* Summen legg saman kroner med ulikt eller ukjent prisår." in words


@pytest.mark.parametrize(("name", "programme"), PROGRAMMES)
def test_every_programme_can_be_drawn(name: str, programme: str, byvekst: Command, tmp_path: Path) -> None:
    """All views of all that the examples have; those without money say so."""
    for number, view in enumerate(VIEWS):
        svg = draw(byvekst, EXAMPLES / name, tmp_path / f"{number}.svg", "--programme", programme, *view)
        assert all(described(svg))


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
@pytest.mark.parametrize(
    "amounts",
    ["1000000, 2027: 0.000001", "-1000000", "0", "ukjent", "0.004, 2027: -0.004", "1, 2150: 2, 1999: 3"],
)
def test_odd_amounts_are_drawn(
    amounts: str, view: list[str], area: Path, byvekst: Command, tmp_path: Path
) -> None:
    """Huge, tiny, below zero, nothing, unknown, and years far apart."""
    rows = "[{dato: 2001, prisår: 2000, beløp: 0}, {dato: ukjent, prisår: ukjent, lav: -1, høy: 1000000}]"
    posts = f"finansiering:\n  poster: [{{midler: ukjent, prisår: løpende, år: {{2026: {amounts}}}}}]\n"
    put(area, "prosjekt/p-1.yaml", f"{SHEET}anslag: {rows}\n{posts}")

    assert draw(byvekst, area, tmp_path / "a.png", *view).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["$x^2$ $", "<b>&amp; --", "漢字 🚲", "Bruk" * 30, "a --> b"])
def test_a_name_is_drawn_as_it_is(name: str, area: Path, byvekst: Command, tmp_path: Path) -> None:
    """Nothing in it is taken for a formula or markup, and letters that the font lacks are no alarm."""
    sheet = f"{SHEET}{ESTIMATES}".replace("Sykkelveg", f'"{name}"')
    put(area, "prosjekt/p-1.yaml", sheet)

    assert name in described(draw(byvekst, area, tmp_path / "a.svg", "--history"))[1]


def test_an_empty_area_says_so(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """In the picture too."""
    assert "Ingen prosjekter med penger." in written(
        draw(byvekst, area, tmp_path / "a.svg", "--language", "nb")
    )


def test_forty_projects_are_not_too_many(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """The picture becomes tall, and its width stays."""
    for n in range(1, 41):
        sheet = SHEET.replace("p-1", f"p-{n}")
        put(area, f"prosjekt/p-{n}.yaml", sheet + ESTIMATES)
    draw(byvekst, area, tmp_path / "a.png", "--history")

    with Image.open(tmp_path / "a.png") as image:
        assert image.width == 1259
        assert image.height <= 30_000


@pytest.mark.parametrize("file", ["a.pdf", "a", ".svg", "prosjekt/p-1.yaml", ""])
def test_another_ending_is_refused(file: str, planned: Path, byvekst: Command) -> None:
    """Before anything is read, and nothing is written."""
    before = {path: path.read_bytes() for path in planned.rglob("*") if path.is_file()}
    code, _, err = byvekst(
        "portfolio", planned, "--chart", planned / file if file else "", "--language", "nb"
    )

    assert code == 2
    assert "«.svg» eller «.png»" in err
    assert before == {path: path.read_bytes() for path in planned.rglob("*") if path.is_file()}


def test_a_file_of_the_area_is_never_written_over(planned: Path, byvekst: Command, tmp_path: Path) -> None:
    """Also not by way of a link that ends as a picture does."""
    link = tmp_path / "bilde.svg"
    link.symlink_to(planned / "prosjekt/p-1.yaml")
    code, _, err = byvekst("portfolio", planned, "--chart", link, "--language", "nb")

    assert code == 2
    assert "er en fil i området" in err
    assert (planned / "prosjekt/p-1.yaml").read_text(encoding="utf-8") == SHEET


@pytest.mark.parametrize("options", [["--shock", "p-1 +5%"], ["--budget", "2026"]])
def test_what_has_no_picture_is_refused(options: list[str], planned: Path, byvekst: Command) -> None:
    """Shocks and budgets are tables."""
    code, _, err = byvekst("portfolio", planned, "--chart", "a.svg", *options, "--language", "en")

    assert code == 2
    assert "--chart draws" in err


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("nb", "Bilder trenger"), ("nn", "Bilete treng"), ("en", "Pictures need")],
)
def test_without_the_extra_it_says_what_to_install(
    language: str,
    sentence: str,
    planned: Path,
    byvekst: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Everything else works without matplotlib."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    code, _, err = byvekst("portfolio", planned, "--chart", "a.svg", "--language", language)

    assert code == 2
    assert f"{sentence} matplotlib" in err
    assert "pip install 'byvekst[charts]'" in err
    assert byvekst("portfolio", planned)[0] == 0


def test_a_place_that_cannot_be_written_is_a_sentence(
    planned: Path, byvekst: Command, tmp_path: Path
) -> None:
    """A folder that is not there."""
    code, _, err = byvekst("portfolio", planned, "--chart", tmp_path / "no/a.svg", "--language", "en")

    assert code == 2
    assert "Cannot write" in err


@settings(deadline=None, max_examples=60)
@given(st.text("abcøåæ -–$", max_size=60), st.floats(1, 12))
def test_wrapped_text_fits_and_loses_nothing(words: str, width: float) -> None:
    """No line is too wide, and all letters are there."""
    lines = wrapped(words, width, 8.5)

    assert all(width_of(line, 8.5) <= width for line in lines)
    letters = "".join(lines).replace("-", "").replace(" ", "")
    assert letters == words.replace("-", "").replace(" ", "")


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-(10**6), 0), st.integers(0, 10**6), st.floats(0, 5)), min_size=1, max_size=9
    )
)
def test_words_after_a_bar_have_room(bars: list[tuple[int, int, float]]) -> None:
    """However long the bar and the words, they end before the edge, and zero is where bars begin."""
    reaches = [(Decimal(low), Decimal(high)) for low, high, _ in bars]
    scale = Scale.over(reaches, [words for _, _, words in bars], 4.0, 15.8)

    ends = [scale.at(high) + words for (_, high), (_, _, words) in zip(reaches, bars, strict=True)]
    assert max(ends) <= 15.8 + 1e-9
    assert scale.left <= scale.at(0) <= scale.right


def test_surfaces_are_told_apart_without_colour() -> None:
    """Any two differ in hatch, or clearly in lightness (WCAG's relative luminance)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    fills = (*FILLS, OTHERS, UNSAID)
    for at, one in enumerate(fills):
        text = sorted((light(one.colour), light(one.text)))
        assert (text[1] + 0.05) / (text[0] + 0.05) >= 4.5
        for other in fills[at + 1 :]:
            assert one.hatch != other.hatch or abs(light(one.colour) - light(other.colour)) > 0.3


def test_a_total_is_compared_only_at_one_level() -> None:
    """Equal parts and total are quiet; more, or other kroner, are counted; a total alone is shown."""
    ten, twelve = (Pile.of([Money(ore, PriceYear(2026))]) for ore in (10, 12))
    older = Pile.of([Money(10, PriceYear(2025))])
    lines = [
        Line("a", None, earlier=ten, stated=ten),
        Line("b", None, earlier=ten, stated=twelve),
        Line("c", None, earlier=ten, stated=older),
        Line("d", None, stated=twelve),
        Line("e", None, earlier=ten, stated=Pile((), has_unknown=True)),
    ]
    found = flows(lines, ())

    assert (found.untold, found.unknown_totals) == (2, 1)
    assert found.undivided == twelve
    assert found.years == ()
