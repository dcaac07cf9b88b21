"""What has happened in a case can be asked for, ready to stand in a note."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from byvekst_cli.language import LANGUAGES
from conftest import EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
SHEET = """id: p-1
navn: Sykkelveg *Lade*
kommuner: {bergen: 100}
tiltak: [sykkel]
illustrasjon: true
anslag:
  - {dato: 2024-01, prisår: 2025, p50: 10}
  - {dato: 2025-11, prisår: 2025, p50: 15}
  - {dato: 2028, prisår: 2025, p50: 20}
"""
CASE = """id: s-1
tittel: Sykkelveg
slag: prosjekt
tilstand: utkast
prosjekter: [p-1]
behandlinger:
  - {organ: ku, dato: 2025-03-01, behandling: drøfting, utfall: tatt-til-orientering}
  - {organ: ku, dato: 2027-03-01, behandling: vedtak}
"""


@pytest.fixture
def treated(area: Path) -> Path:
    put(area, "prosjekt/p-1.yaml", SHEET)
    put(area, "sak/s-1/sak.yaml", CASE)
    return area


def test_a_new_case_has_no_history(area: Path, byvekst: Command) -> None:
    """That is an answer too."""
    put(area, "sak/s-1/sak.yaml", "id: s-1\ntittel: Ny\nslag: annet\ntilstand: utkast\n")

    code, out, _ = byvekst("history", "s-1", area)

    assert code == 0
    assert "Saken er ikke behandlet før." in out


def test_only_what_has_happened_by_the_day_is_told(treated: Path, byvekst: Command) -> None:
    """Neither meetings nor estimates of the future are history."""
    report = json.loads(byvekst("history", "S-1", treated, "--format", "json", "--as-of", "2026-01-01")[1])

    assert [each["date"] for each in report["treatments"]] == ["2025-03-01"]
    assert [each["date"] for each in report["costs"][0]["estimates"]] == ["2024-01", "2025-11"]
    assert [each["real_growth"] for each in report["costs"][0]["estimates"]] == [None, 0.5]


def test_markdown_can_be_pasted_as_it_is(treated: Path, byvekst: Command) -> None:
    """A date at the start is no numbered list, and stars in a name are no emphasis."""
    _, out, _ = byvekst("historikk", "s-1", treated, "--format", "markdown", "--as-of", "2026-01-01")

    assert "- 1\\. mars 2025: ku (til drøfting): tatt til orientering." in out
    assert "Sykkelveg \\*Lade\\*" in out
    assert "15 mill. 2025-kr, reell endring 50,0 prosent" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meeting_is_told_once_with_its_reservation(byvekst: Command, language: str) -> None:
    """In every language, and within the window."""
    _, out, err = byvekst("history", "hp-2027-30", EXAMPLES / "trondheim", "--language", language)

    assert out.count("Kontaktutvalget,") == 1
    assert "Skaun kommune" in out
    assert max(map(len, out.splitlines())) <= 80
    assert err == ""


def test_a_case_about_the_same_project_is_part_of_it(treated: Path, byvekst: Command) -> None:
    """A project may have been up in another case before."""
    put(
        treated,
        "sak/s-2/sak.yaml",
        CASE.replace("s-1", "s-2").replace("tittel: Sykkelveg", "tittel: Forprosjekt"),
    )

    _, out, _ = byvekst("history", "s-1", treated)

    assert "ku – Forprosjekt" in out


def test_an_unknown_case_is_told_with_what_was_meant(byvekst: Command) -> None:
    """A slip of the keyboard costs nobody a search."""
    code, _, err = byvekst("history", "hp-2027-31", EXAMPLES / "trondheim")

    assert code == 2
    assert "hp-2027-30" in err


@pytest.mark.parametrize("language", LANGUAGES)
def test_points_that_a_council_did_not_agree_to_are_told(byvekst: Command, language: str) -> None:
    """With its own words; and for whom a body acted."""
    out = byvekst("history", "hp-2027-30", EXAMPLES / "trondheim", "--as-of", TODAY, "--language", language)[
        1
    ]
    told = " ".join(out.split())

    assert re.search(r"(Punkt|Point) 2: \w+ – Rammen for sykkel legges til de to første årene.", told)
    assert re.search(r"(Punkt|Point) 1", told) is None
    assert "formannskapet på vegne av kommunestyret" in told or language != "nb"


def test_lint_shows_the_history_of_a_notes_case(byvekst: Command) -> None:
    """After what was found; and in text only."""
    note = EXAMPLES / "trondheim/sak/hp-2027-30/notat-programraadet.docx"
    shown = byvekst("history", "hp-2027-30", EXAMPLES / "trondheim", "--as-of", TODAY)[1]

    assert byvekst("lint", note, "--as-of", TODAY, "--history")[1].endswith(f"\n{shown}")
    assert byvekst("lint", note, "--history", "--format", "json")[0] == 2
