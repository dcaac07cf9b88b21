"""Every figure can be followed to its source, and an area can be counted."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from byvekst_cli.language import LANGUAGES
from conftest import EXAMPLES, SHEET, Answer, put

Command = Callable[..., Answer]
SOURCES = "kilder:\n  hp: {tittel: Handlingsprogram 2025–2028, utgiver: Partene, url: 'https://x.no/hp'}\n"
MONEY = """finansiering:
  bevilget_før: {beløp: 1.25, prisår: løpende, illustrasjon: true}
  poster:
    - {midler: bompenger, prisår: 2025, år: {2025: 12.5, 2026: ukjent}, kilde: hp}
anslag:
  - {dato: 2024, prisår: 2024, p50: 99}
"""


@pytest.fixture
def traced(area: Path) -> Path:
    put(area, "kilder.yaml", SOURCES)
    put(area, "prosjekt/p-1.yaml", SHEET + MONEY)
    return area


def test_a_record_without_figures_says_so(area: Path, byvekst: Command) -> None:
    """Nothing to follow is an answer too."""
    code, out, _ = byvekst("show", "p-1", area)

    assert code == 0
    assert "Ingen tall her." in out


def test_each_figure_names_the_nearest_source(traced: Path, byvekst: Command) -> None:
    """Row before block before file; what has none says null, never somebody else's."""
    figures = json.loads(byvekst("show", "P-1", traced, "--format", "json")[1])["figures"]

    assert [(f["field"], f["value"], f["price_year"], f["illustration"], f["line"]) for f in figures] == [
        ("anslag.2024.p50", 99, "2024", False, 10),
        ("finansiering.bevilget_før.beløp", 1.25, "løpende", True, 6),
        ("finansiering.poster.bompenger.år.2025", 12.5, "2025", False, 8),
        ("finansiering.poster.bompenger.år.2026", None, "2025", False, 8),
    ]
    assert [f["source"] and f["source"]["id"] for f in figures] == [None, None, "hp", "hp"]
    assert figures[2]["source"] == {
        "id": "hp",
        "title": "Handlingsprogram 2025–2028",
        "publisher": "Partene",
        "date": None,
        "url": "https://x.no/hp",
    }


def test_a_row_has_its_own_figures_and_the_source_of_its_file(area: Path, byvekst: Command) -> None:
    """A stream of money in finansiering.yaml is a record too."""
    put(area, "kilder.yaml", SOURCES)
    row = "navn: X, midler: bompenger, periode: {fra: 2025, til: 2028}, prisår: 2025, ramme"
    text = f"kilde: hp\nordninger:\n  a: {{{row}: 10}}\n  b: {{{row}: 20}}\n"
    put(area, "finansiering.yaml", text)

    shown = json.loads(byvekst("show", "b", area, "--format", "json")[1])

    assert shown["line"] == 4
    assert shown["data"]["ramme"] == 20
    assert [(f["field"], f["value"], f["price_year"], f["source"]["id"]) for f in shown["figures"]] == [
        ("ramme", 20, "2025", "hp")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_is_shown_in_three_languages(language: str, traced: Path, byvekst: Command) -> None:
    """Figures, units and sources fit 80 columns."""
    code, out, _ = byvekst("vis", "p-1", traced, "--language", language)

    assert code == 0
    assert "Handlingsprogram 2025–2028. Partene" in out
    assert all(len(line) <= 80 for line in out.splitlines() if ".yaml" not in line)


def test_a_mistyped_id_gets_a_suggestion(traced: Path, byvekst: Command) -> None:
    """Wrong use, exit code 2."""
    code, _, err = byvekst("show", "p1", traced)

    assert code == 2
    assert "«p-1»" in err


def test_counts_tell_known_from_unknown(traced: Path, byvekst: Command) -> None:
    """Each figure is counted once, under what it is."""
    kinds = json.loads(byvekst("sources", traced, "--format", "json")[1])["kinds"]

    assert {row["kind"]: row for row in kinds}["project"] == {
        "kind": "project",
        "files": 1,
        "sourced": 1,
        "unknown-figures": 1,
        "illustrations": 1,
        "unsourced": 1,
    }


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_counts_add_up(format: str, traced: Path, byvekst: Command) -> None:
    """The last line is the sum of those above."""
    code, out, _ = byvekst("kilder", traced, "--format", format)
    rows = [
        [int(n) for n in line.replace("*", "").replace("|", " ").split() if n.isdigit()]
        for line in out.splitlines()
    ]
    rows = [row for row in rows if row]

    assert code == 0
    assert rows[-1] == [sum(column) for column in zip(*rows[:-1], strict=True)]


@pytest.mark.parametrize("area", sorted(EXAMPLES.glob("*/byvekst.yaml")), ids=lambda path: path.parent.name)
def test_every_figure_of_the_examples_has_an_origin(area: Path, byvekst: Command) -> None:
    """Nothing in an example is without source or mark."""
    kinds = json.loads(byvekst("sources", area.parent, "--format", "json")[1])["kinds"]

    assert sum(row["unsourced"] for row in kinds) == 0
    assert sum(row["sourced"] for row in kinds) > 100
