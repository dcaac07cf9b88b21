"""What each party has decided on a case is seen side by side, and what is missing is told without blame."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from byvekst_cli.language import LANGUAGES
from conftest import EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
FILE = """id: området
navn: Området
område: Området
språk: nb
avtaler:
  a-1: {navn: A, type: byvekstavtale, periode: {fra: 2019, til: 2029}}
organisasjoner:
  staten: {navn: Staten, type: stat}
  bergen: {navn: Bergen kommune, type: kommune}
  os: {navn: Os kommune, type: kommune}
  alver: {navn: Alver kommune, type: kommune}
parter:
  - {organisasjon: staten, avtale: a-1, samtykke: kreves, fra: 2019}
  - {organisasjon: bergen, avtale: a-1, samtykke: kreves, fra: 2019}
  - {organisasjon: os, avtale: a-1, samtykke: kreves, fra: 2019, til: 2021}
  - {organisasjon: alver, avtale: a-1, samtykke: kreves, fra: 2022}
"""
CASE = "id: s-1\ntittel: Budsjett\nslag: årsbudsjett\ntilstand: utsendt\navtale: a-1\n"
POINTS = 'punkter:\n  - {punkt: "1", tekst: Budsjettet vedtas.}\n  - {punkt: "2", tekst: Rammen er 10.}\n'


@pytest.fixture
def treated(area: Path) -> Callable[[str], Path]:
    def made(rest: str) -> Path:
        put(area, "byvekst.yaml", FILE)
        put(area, "sak/s-1/sak.yaml", CASE + rest)
        return area

    return made


def told(byvekst: Command, root: Path, day: str = TODAY, case: str = "s-1") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(byvekst("local", case, root, "--format", "json", "--as-of", day)[1])
    return found


def answers(found: dict[str, Any], party: str) -> list[bool | None]:
    return [row["answers"][party]["deviates"] for row in found["points"]]


def test_a_case_that_is_nobodys_own_says_so(area: Path, byvekst: Command) -> None:
    """No agreement and no party named: there is nothing to follow."""
    put(area, "sak/s-1/sak.yaml", CASE.replace("avtale: a-1\n", ""))
    code, out, _ = byvekst("lokalt", "s-1", area)

    assert code == 0
    assert "Saken har ingen lokal behandling." in out


def test_the_parties_of_that_time_are_expected(treated: Callable[[str], Path], byvekst: Command) -> None:
    """Counties and municipalities that must consent when the round ends; the state has no council."""
    assert told(byvekst, treated("lokal_frist: 2021-06\n"))["missing"] == ["bergen", "os"]
    assert told(byvekst, treated("lokal_frist: 2023-06\n"))["missing"] == ["bergen", "alver"]


def test_a_treatment_counts_from_its_day(treated: Callable[[str], Path], byvekst: Command) -> None:
    """What is only planned is not registered yet; an unknown day with a known outcome is."""
    rows = (
        "lokalbehandling:\n"
        "  - {organisasjon: bergen, organ: bystyret, dato: 2026-06-17, utfall: tilslutning}\n"
        "  - {organisasjon: alver, organ: kommunestyret, dato: ukjent, utfall: tilslutning}\n"
    )
    assert told(byvekst, treated(rows), "2026-06-16")["missing"] == ["bergen"]
    assert told(byvekst, treated(rows), "2026-06-17")["missing"] == []


def test_points_are_compared_one_by_one(treated: Callable[[str], Path], byvekst: Command) -> None:
    """Own text that differs, or an outcome with remarks, is a deviation; spaces are not."""
    rows = POINTS + (
        "lokalbehandling:\n"
        "  - {organisasjon: bergen, organ: bystyret, dato: 2026-06-17, utfall: tilslutning}\n"
        "  - organisasjon: alver\n    organ: kommunestyret\n    dato: 2026-06-18\n"
        "    utfall: tilslutning-med-merknader\n    punkter:\n"
        '      - {punkt: "1", utfall: tilslutning, tekst: "Budsjettet  vedtas."}\n'
        '      - {punkt: "2", utfall: tilslutning, tekst: Rammen er 12.}\n'
        '      - {punkt: "3", utfall: vedtatt, tekst: Nytt punkt.}\n'
    )
    found = told(byvekst, treated(rows))

    assert [row["point"] for row in found["points"]] == ["1", "2", "3"]
    assert answers(found, "bergen") == [False, False, None]
    assert answers(found, "alver") == [False, True, True]


def test_remarks_without_points_cannot_be_placed(treated: Callable[[str], Path], byvekst: Command) -> None:
    """Nobody is said to agree on a point that the source is silent about."""
    rows = POINTS + (
        "lokalbehandling:\n"
        "  - {organisasjon: bergen, organ: bystyret, dato: 2026-06-17, utfall: tilslutning-med-merknader}\n"
        "  - {organisasjon: alver, organ: ukjent, dato: 2026-06-17, utfall: ukjent}\n"
    )
    found = told(byvekst, treated(rows))

    assert answers(found, "bergen") == answers(found, "alver") == [None, None]


def test_the_budget_of_2020_came_back_from_all_five(byvekst: Command) -> None:
    """Malvik 9, Trøndelag 11, Trondheim 12, Melhus 17 and Stjørdal 19 December 2019 (KU-sak 2/20)."""
    found = told(byvekst, EXAMPLES / "trondheim", case="årsbudsjett-2020")
    before = told(byvekst, EXAMPLES / "trondheim", "2019-12-18", "årsbudsjett-2020")

    assert [(row["organisation"], row["date"]) for row in found["parties"]] == [
        ("malvik", "2019-12-09"),
        ("trøndelag", "2019-12-11"),
        ("trondheim", "2019-12-12"),
        ("melhus", "2019-12-17"),
        ("stjørdal", "2019-12-19"),
    ]
    assert found["missing"] == []
    assert before["missing"] == ["stjørdal"]
    assert found["points"][0]["agreed"].startswith("Det er tilslutning til alle bundne")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_a_round_is_told_without_blame(format: str, language: str, byvekst: Command) -> None:
    """Who is not registered, by when; deviations in the party's words; the agreed text still open."""
    arguments = ("--format", format, "--language", language, "--as-of", TODAY)
    code, out, _ = byvekst("local", "hp-2027-30", EXAMPLES / "trondheim", *arguments)

    assert code == 0
    assert "≠" in out
    assert {"nb": "Ikke registrert per", "nn": "Ikkje registrert per", "en": "Not registered as of"}[
        language
    ] in out
    assert {"nb": "ikke fylt ut", "nn": "ikkje fylt ut", "en": "not filled in"}[language] in out
    assert format != "text" or all(len(line) <= 80 for line in out.splitlines())


def test_a_mistyped_case_gets_a_suggestion(byvekst: Command) -> None:
    """Wrong use, exit code 2."""
    code, _, err = byvekst("local", "hp-2027-3", EXAMPLES / "trondheim")

    assert code == 2
    assert "«hp-2027-30»" in err


def test_a_note_in_the_files_is_no_remark_by_the_party(
    treated: Callable[[str], Path], byvekst: Command
) -> None:
    """What the party added stands in a table; what the files note of the row stands below."""
    root = treated(
        "lokalbehandling:\n"
        "  - {organisasjon: bergen, organ: ukjent, dato: 2026-06-17, utfall: tilslutning, merknad: Utleda.}\n"
    )
    out = byvekst("local", "s-1", root, "--language", "nb", "--as-of", TODAY)[1]

    assert "Det partene la til" not in out
    assert "Om Bergen: Utleda." in out
