"""What was asked for and what is agreed are kept apart, sorted, and told without judging."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from byvekst_cli.language import LANGUAGES
from conftest import AREA, EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
PARTIES = AREA.replace(
    "avtaler: {}", "avtaler:\n  a-1: {navn: A, type: byvekstavtale, periode: {fra: 2019, til: 2029}}"
)
ORGANISATIONS = """  staten: {navn: Staten, type: stat}
  svv: {navn: Statens vegvesen, type: statlig-etat, del_av: staten}
parter:
  - {organisasjon: bergen, avtale: a-1, samtykke: kreves, fra: 2019}
"""
ROWS = """oppfølging:
  a: {hva: A, møte: ukjent, ansvarlig: svv, frist: 2027-03, tilstand: åpen}
  b: {hva: B, møte: ukjent, ansvarlig: bergen, tilstand: i-gang}
  c: {hva: C, møte: ukjent, ansvarlig: bergen, frist: 2026-06, tilstand: åpen}
  d: {hva: D, møte: ukjent, ansvarlig: bergen, frist: 2026-06, tilstand: ferdig}
  e: {hva: E, møte: ukjent, frist: 2026-12-01, tilstand: ukjent}
"""
DUTIES = """illustrasjon: true
avtalepunkter:
  x:
    avtale: a-1
    punkt: "4"
    part: staten
    slag: penger
    tekst: Bidrar.
    avtalt: {beløp: 100, prisår: 2020}
    bevilget:
      - {år: 2021, beløp: 10, prisår: løpende}
      - {år: 2022, beløp: 5.5, prisår: løpende}
      - {år: 2023, beløp: 3, prisår: 2020}
    forbehold: [{organisasjon: staten, tekst: Avhenger av budsjettet.}]
    bekreftet: {organisasjon: staten, dato: 2024-03-01}
    tilstand: ikke-avklart
  y: {avtale: a-1, punkt: "5", gjensidig: true, slag: handling, tekst: Fortetter., tilstand: oppfylt}
  z: {avtale: a-1, punkt: "6", gjensidig: true, slag: handling, tekst: Parkerer., tilstand: i-gang}
"""


@pytest.fixture
def followed(area: Path) -> Path:
    put(area, "byvekst.yaml", PARTIES.replace("parter: []\n", ORGANISATIONS))
    put(area, "oppfoelging.yaml", ROWS)
    put(area, "avtalepunkt.yaml", DUTIES)
    return area


def ids(byvekst: Command, area: Path, *arguments: str) -> tuple[list[str], list[str]]:
    out = byvekst("follow-up", area, "--format", "json", "--as-of", TODAY, *arguments)[1]
    found = json.loads(out)
    return [row["id"] for row in found["follow_up"]], [row["id"] for row in found["duties"]]


def test_nothing_to_follow_up_is_an_answer(area: Path, byvekst: Command) -> None:
    """Two empty lists, told apart."""
    code, out, _ = byvekst("oppfølging", area)

    assert code == 0
    assert "Ingenting å følge opp her." in out
    assert "Ingen avtalepunkter her." in out


def test_rows_are_sorted_by_party_and_date(followed: Path, byvekst: Command) -> None:
    """Without a date last within the party; without a party last of all. What is done is left out."""
    assert ids(byvekst, followed) == (["c", "b", "a", "e"], ["x", "z"])
    assert ids(byvekst, followed, "--all") == (["c", "d", "b", "a", "e"], ["x", "y", "z"])


def test_a_party_has_its_own_rows_those_of_its_parts_and_what_is_mutual(
    followed: Path, byvekst: Command
) -> None:
    """An agency is part of the state; a mutual duty is that of each party to the agreement."""
    assert ids(byvekst, followed, "--party", "Staten") == (["a"], ["x"])
    assert ids(byvekst, followed, "--party", "bergen") == (["c", "b"], ["z"])


def test_only_what_is_due_in_time(followed: Path, byvekst: Command) -> None:
    """To the last day of a month, and what is already past its date too."""
    assert ids(byvekst, followed, "--due", "2026-06-29")[0] == []
    assert ids(byvekst, followed, "--due", "2026-06-30")[0] == ["c"]
    assert ids(byvekst, followed, "--within", "8")[0] == ["c", "e"]
    assert ids(byvekst, followed, "--within", "7")[0] == ["c"]


def test_amounts_of_different_years_are_told_side_by_side(followed: Path, byvekst: Command) -> None:
    """10 + 5.5 nominal kroner are added; 3 of 2020 stand by themselves; nothing is set against 100."""
    out = " ".join(byvekst("follow-up", followed, "--format", "markdown", "--as-of", TODAY)[1].split())

    assert (
        "bevilget 15,5 mill. kr (løpende kr) + 3 mill. kr (2020-kr) av avtalt 100 mill. kr (2020-kr), "
        "ikke avklart per 23. november 2026. Forbehold fra Staten: Avhenger av budsjettet. "
        "Bekreftet av parten 1. mars 2024." in out
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["bergen", "nord-jaeren", "oslo", "trondheim"])
def test_no_word_judges(name: str, language: str, byvekst: Command) -> None:
    """Duties depend on yearly votes: never broken, never failed; and all fits 80 columns."""
    arguments = (EXAMPLES / name, "--all", "--language", language, "--as-of", TODAY)
    code, out, _ = byvekst("follow-up", *arguments)
    page = byvekst("follow-up", *arguments, "--format", "markdown")[1]

    assert code == 0
    assert not re.search(r"\b(brutt|brote|brudd|broken|breach|fail)", page, re.IGNORECASE)
    said = {"nb": "ikke avklart per 23.", "nn": "ikkje avklart per 23.", "en": "not settled as of"}
    assert said[language] in page
    assert all(len(line) <= 80 for line in out.splitlines())


def test_the_real_amounts_stand_at_their_own_price_level(byvekst: Command) -> None:
    """Bussveien: 5100 in 2016 kroner is agreed, 174 of an unknown year is granted for 2019."""
    out = byvekst("follow-up", EXAMPLES / "nord-jaeren", "--format", "json", "--as-of", TODAY)[1]
    duty = next(row for row in json.loads(out)["duties"] if row["id"] == "nj-bussveien-staten")

    assert duty["agreed"]["amounts"] == [{"price_year": "2016", "mnok": 5100}]
    assert duty["granted"] == [
        {"year": 2019, "amounts": [{"price_year": "ukjent", "mnok": 174}], "unknown": False}
    ]


def test_what_nobody_knows_takes_no_column(byvekst: Command) -> None:
    """No clause is known in Trondheim, and no party has confirmed: that is said once, or not at all."""
    out = byvekst(
        "follow-up", EXAMPLES / "trondheim", "--as-of", TODAY, "--language", "nb", "--format", "markdown"
    )[1]

    assert "Punkt" not in out
    assert "ukjent" not in out.replace("prisår ukjent", "")
    assert "Partene har ikke bekreftet opplysningene om forpliktelsene." in out
    assert out.count("bekreftet") == 1
