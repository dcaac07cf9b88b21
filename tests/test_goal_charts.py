"""Pictures of goals: no line over a break, the same bytes, and the same told to those who do not see."""

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from byvekst_cli.draw.axes import Range, placed
from byvekst_cli.goals.reading import Basis, Reading
from byvekst_cli.goals.runs import runs, shown
from byvekst_cli.goals.standing import Seen, standings
from byvekst_cli.goals.told import readings
from byvekst_cli.model.indicator import Comparison
from byvekst_cli.model.when import When
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, TODAY, Answer, put
from test_draw import described, written

Command = Callable[..., Answer]
AREAS: Final = ("oslo", "bergen", "trondheim", "nord-jaeren")
SERIES: Final = """id: byindeks
navn: Byindeks
definisjon: Endring i trafikken.
enhet: prosent
byindeks: 1
frekvens: månedlig
illustrasjon: true
serier:
  g36:
    navn: 36 måneder
    måte: glidende
    metode: m
    vindu: 36
    referanseår: 2019
%s    verdier:
%s
"""
GOAL: Final = """mål:
  nullvekst:
    navn: Nullvekstmålet
    nivå: nasjonalt
    ordlyd: [{tekst: Veksten skal tas med kollektivtransport., fra: 2012}]
    indikatorer: [byindeks]
    måltall: [{indikator: byindeks, endring: 0, referanseår: 2019, innen: 2029}]
illustrasjon: true
"""


def set_up(area: Path, months: list[str], extra: str = "") -> None:
    values = "\n".join(f"      {month}: {{verdi: 1, lav: -1, høy: 3, punkter: 30}}" for month in months)
    put(area, "indikator/byindeks.yaml", SERIES % (extra, values))
    put(area, "maal.yaml", GOAL)


def stretches(area: Path) -> list[list[str]]:
    (standing,) = standings(load(Folder(area), date.fromisoformat(TODAY)).area)
    return [[reading.period.text for reading in run] for run in runs(standing.seen[0])]


def draw(byvekst: Command, file: Path, *arguments: object) -> bytes:
    code, out, err = byvekst("goals", *arguments, "--chart", file, "--as-of", TODAY)
    assert (code, err) == (0, "")
    assert out
    return file.read_bytes()


def test_months_in_a_row_are_one_line(area: Path) -> None:
    """Nothing is split without a reason."""
    set_up(area, ["2025-10", "2025-11", "2025-12"])

    assert stretches(area) == [["2025-10", "2025-11", "2025-12"]]


@pytest.mark.parametrize(
    ("months", "extra"),
    [
        (["2025-10", "2025-12"], ""),
        (["2026-12", "2027-01"], ""),
        (["2025-10", "2025-11"], "    brudd: [{fra: 2025-11, hva: punktutvalg}]\n"),
    ],
    ids=["a month without figures", "the new method", "a marked break"],
)
def test_no_line_passes_a_break(months: list[str], extra: str, area: Path) -> None:
    """Whether it is marked, is a gap, or is the coming change of method."""
    set_up(area, months, extra)

    assert stretches(area) == [[month] for month in months]


@pytest.mark.parametrize("name", AREAS)
def test_stretches_hold_every_value_once_and_in_order(name: str) -> None:
    """Of each series in the examples: nothing is lost, and each stretch was made in one way."""
    area = load(Folder(EXAMPLES / name), date.fromisoformat(TODAY)).area
    seen = [each for standing in standings(area) for each in standing.seen]

    assert seen
    for each in seen:
        found = [reading for run in runs(each) for reading in run]
        assert found == list(readings(each.series))
        for run in runs(each):
            assert all(one.basis == other.basis for one, other in pairwise(run))


@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_the_same_area_gives_the_same_bytes(ending: str, byvekst: Command, tmp_path: Path) -> None:
    """No date and no chance in the file; half a page wide."""
    asked = (EXAMPLES / "bergen", "--goal", "nullvekst")
    first, second = (draw(byvekst, tmp_path / f"{n}{ending}", *asked) for n in "ab")

    assert first == second
    if ending == ".png":
        with Image.open(tmp_path / "a.png") as image:
            assert abs(image.width - 16 / 2.54 * 200) <= 1


@pytest.mark.parametrize("name", AREAS)
@pytest.mark.parametrize(
    ("language", "method"), [("nb", "ny metode"), ("nn", "ny metode"), ("en", "new method")]
)
def test_a_course_says_what_it_shows(
    name: str, language: str, method: str, byvekst: Command, tmp_path: Path
) -> None:
    """The last value with its interval, the pandemic, and the break of 2027, drawn and told."""
    asked = (EXAMPLES / name, "--goal", "nullvekst", "--language", language)
    svg = draw(byvekst, tmp_path / "a.svg", *asked)

    for words in (written(svg), described(svg)[1]):
        assert "2027" in words
        assert method in words
        assert "Pandemien" in words
    assert re.search(r"95 ?%: [−+]?\d", described(svg)[1])


def test_a_course_with_a_level_starts_at_zero_and_never_concludes(
    area: Path, byvekst: Command, tmp_path: Path
) -> None:
    """A share above zero has not grown; a value alone is written and not drawn."""
    values = ["2014: {verdi: 15, lav: 13, høy: 17}", "2019: {verdi: 18, lav: 16, høy: 20}"]
    text = (SERIES % ("", "      " + "\n      ".join(values))).replace("glidende", "undersøkelse")
    put(area, "indikator/byindeks.yaml", text.replace("    vindu: 36\n    referanseår: 2019\n", ""))
    put(area, "maal.yaml", GOAL)
    svg = draw(byvekst, tmp_path / "a.svg", area, "--goal", "nullvekst", "--language", "nb")

    lines = written(svg).split("\n")
    assert {"0", "20", "18 %"} <= set(lines)
    assert "har økt" not in described(svg)[1]
    assert "høyest 18 % (2019)" in described(svg)[1]
    assert "har økt" not in byvekst("goals", area, "--language", "nb")[1]


@pytest.mark.parametrize("name", AREAS)
def test_an_overview_has_all_goals_and_three_answers(name: str, byvekst: Command, tmp_path: Path) -> None:
    """In words, so that nothing rests on colour or shape."""
    svg = draw(byvekst, tmp_path / "a.svg", EXAMPLES / name, "--language", "nb")
    area = load(Folder(EXAMPLES / name), date.fromisoformat(TODAY)).area

    _, text = described(svg)
    for standing in standings(area):
        assert f"{standing.goal.name}: formelt: " in text
    assert text.count("statistisk: ") == len(standings(area))
    assert {"Formelt", "Statistisk", "Politisk"} <= set(written(svg).split("\n"))


def test_areas_stand_together_only_where_they_can_be_compared(byvekst: Command, tmp_path: Path) -> None:
    """Oslo and Bergen measure against 2018; the two others against a year of their own."""
    svg = draw(byvekst, tmp_path / "a.svg", *(EXAMPLES / name for name in AREAS), "--language", "nb")

    lines = written(svg).split("\n")
    heads = [line for line in lines if line.startswith("Glidende vindu")]
    assert sorted(heads) == [f"Glidende vindu, 36 måneder, mot {year}" for year in (2017, 2018, 2019)]
    assert "kan ikke sammenlignes med" in described(svg)[1]
    assert described(svg)[1].count("ulikt referanseår") == 3


def test_invented_figures_are_marked_and_real_ones_are_not(
    area: Path, byvekst: Command, tmp_path: Path
) -> None:
    """In the picture and in its text."""
    set_up(area, ["2025-11", "2025-12"])
    invented = draw(byvekst, tmp_path / "a.svg", area, "--goal", "nullvekst", "--language", "nb")
    real = draw(byvekst, tmp_path / "b.svg", EXAMPLES / "bergen", "--goal", "nullvekst", "--language", "nb")

    for words in (written(invented), described(invented)[1]):
        assert "funnet på" in words
    assert "funnet på" not in written(real)


def test_an_area_without_goals_gives_a_picture_that_says_so(
    area: Path, byvekst: Command, tmp_path: Path
) -> None:
    """And several such areas too."""
    one = draw(byvekst, tmp_path / "a.svg", area, "--language", "nb")
    two = draw(byvekst, tmp_path / "b.svg", area, area, "--language", "nb")

    assert "ingen mål" in described(one)[1]
    assert "Uten tall" in described(two)[1]


def test_a_goal_without_figures_says_so(byvekst: Command, tmp_path: Path) -> None:
    """There is nothing to draw and no trace."""
    svg = draw(byvekst, tmp_path / "a.svg", EXAMPLES / "bergen", "--goal", "sykkeldel", "--language", "nb")

    assert "ingen serie med tall" in described(svg)[1]


def test_a_file_that_is_no_picture_or_the_users_own_is_refused(area: Path, byvekst: Command) -> None:
    """Before anything is drawn, and nothing is written."""
    set_up(area, ["2025-12"])
    (area / "logo.svg").write_text("<svg/>", encoding="utf-8")

    assert byvekst("goals", area, "--chart", "a.txt")[0] == 2
    assert byvekst("goals", area, "--chart", area / "maal.yaml")[0] == 2
    assert (area / "maal.yaml").read_text(encoding="utf-8") == GOAL


def test_hostile_names_stay_words(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """A name cannot end the description, be taken for mathematics, or run over the edge."""
    set_up(
        area, ["2025-11", "2025-12"], f"    forhold: [{{fra: 2020-03, til: ukjent, hva: '{'lang ' * 60}'}}]\n"
    )
    put(area, "maal.yaml", GOAL.replace("Nullvekstmålet", "'</desc><script>$x_1$'"))

    for options in ((), ("--goal", "nullvekst")):
        root = ET.fromstring(draw(byvekst, tmp_path / "a.svg", area, *options))
        assert not [node for node in root.iter() if node.tag.endswith("script")]


def change(value: float, reach: float, month: int) -> Reading:
    basis = Basis(Comparison.ROLLING, 36, "m", 2019)
    return Reading(When.parse(f"2025-{month:02}"), value, basis, value - reach, value + reach)


@given(st.lists(st.tuples(st.floats(-90, 1e6), st.floats(0, 1e4), st.integers(1, 12)), min_size=1))
def test_every_interval_and_day_has_room(facts: list[tuple[float, float, int]]) -> None:
    """Whatever the values are, and also where there is one only."""
    found = [change(*fact) for fact in facts]
    own = Range.over(found, [0.0])

    hair = 1e-6 * (own.ticks[-1] - own.ticks[0])
    assert own.ticks[0] <= min(0.0, *(each.low or 0.0 for each in found)) + hair
    assert own.ticks[-1] >= max(0.0, *(each.high or 0.0 for each in found)) - hair
    assert all(own.since <= placed(each) <= own.until for each in found)


def test_all_that_a_goal_has_is_drawn_or_named() -> None:
    """No series is left out in silence."""
    for name in AREAS:
        area = load(Folder(EXAMPLES / name), date.fromisoformat(TODAY)).area
        for standing in standings(area):
            found = shown(standing)
            everything: list[Seen] = [*found.drawn, *found.lone, *found.named]
            assert sorted(each.series.name for each in everything) == sorted(
                each.series.name for each in standing.seen
            )
