"""`byvekst goals`: three truths side by side, in words that keep to the figures."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from byvekst_cli.goals.ahead import ahead
from byvekst_cli.goals.standing import State, standings
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
AREAS = ("oslo", "bergen", "trondheim", "nord-jaeren")
INDEX = """id: byindeks
navn: Byindeks
definisjon: Endring i trafikken.
enhet: prosent
byindeks: 1
illustrasjon: true
serier:
  g36:
    navn: 36 måneder
    måte: glidende
    metode: m
    vindu: 36
    referanseår: 2019
    verdier:
      2025-12: {verdi: %s, lav: %s, høy: %s, punkter: 30}
"""
GOAL = """mål:
  nullvekst:
    navn: Nullvekstmålet
    nivå: nasjonalt
    ordlyd: [{tekst: Veksten skal tas med kollektivtransport., fra: 2012}]
    indikatorer: [byindeks]
    måltall: [{indikator: byindeks, endring: 0, referanseår: 2019, innen: 2029}]
    formell_regel:
      - indikator: byindeks
        måte: glidende
        vindu: 36
        referanseår: 2019
        grunnlag: %s
        gjelder: hele-perioden
        margin: %s
illustrasjon: true
"""


def told(byvekst: Command, *arguments: object) -> Any:
    code, out, _ = byvekst("goals", *arguments, "--as-of", TODAY, "--format", "json")
    assert code == 0
    return json.loads(out)


def set_up(area: Path, value: str, basis: str = "intervall", margin: str = "ukjent") -> None:
    put(area, "indikator/byindeks.yaml", INDEX % tuple(value.split()))
    put(area, "maal.yaml", GOAL % (basis, margin))


def test_an_area_without_goals_says_so(area: Path, byvekst: Command) -> None:
    """Nothing is made up, in no format."""
    code, out, _ = byvekst("goals", area)

    assert code == 0
    assert "ingen mål" in out
    assert told(byvekst, area)["areas"][0]["goals"] == []


@pytest.mark.parametrize(
    ("value", "basis", "state"),
    [
        ("-3 -5 -1", "intervall", "within"),
        ("3 1 5", "intervall", "beyond"),
        ("3 -1 7", "intervall", "open"),
        ("3 -1 7", "punktestimat", "beyond"),
        ("-0.1 -4 4", "punktestimat", "within"),
        ("3 -1 7", "ukjent", "untold"),
        ("3 1 5", "ukjent", "beyond"),
    ],
)
def test_the_formal_answer_is_the_agreements_own(
    value: str, basis: str, state: str, area: Path, byvekst: Command
) -> None:
    """By point or by interval as the agreement says; where it is silent, only what both say."""
    set_up(area, value, basis)

    (goal,) = told(byvekst, area)["areas"][0]["goals"]

    assert goal["formal"][0]["state"] == state


def test_a_margin_set_beforehand_moves_the_limit_and_allows_about_the_same(
    area: Path, byvekst: Command
) -> None:
    """It moves the limit too; without a margin nothing is ever called unchanged."""
    set_up(area, "0.5 -0.4 1.4", "intervall", "{prosentpoeng: 2, vedtak: {dato: 2020}}")

    (goal,) = told(byvekst, area)["areas"][0]["goals"]

    assert goal["formal"][0]["state"] == "within"
    assert goal["statistical"][0]["equivalence"]["holds"] is True
    set_up(area, "0.5 -0.4 1.4")
    assert told(byvekst, area)["areas"][0]["goals"][0]["statistical"][0]["equivalence"] is None


OFFICIAL = {
    ("oslo", "36"): "about-the-same",
    ("bergen", "36"): "about-the-same",
    ("trondheim", "36"): "increased",
    ("nord-jaeren", "36"): "about-the-same",
    ("oslo", "12"): "increased",
    ("bergen", "12"): "increased",
    ("trondheim", "12"): "about-the-same",
    ("nord-jaeren", "12"): "increased",
}
"""What Statens vegvesen's rule says of the latest windows of 2026."""


@pytest.mark.parametrize("name", AREAS)
def test_the_official_wording_of_each_area_flips_with_the_window(name: str, byvekst: Command) -> None:
    """Both answers stand, and neither is hidden behind the other."""
    goal = told(byvekst, EXAMPLES / name)["areas"][0]["goals"][0]

    change = goal["transition"]
    assert change["old"]["official"] == OFFICIAL[name, "36"]
    assert change["new"]["official"] == OFFICIAL[name, "12"]
    assert change["flips"] is True


def test_bergens_bound_of_exactly_zero_is_told_of(byvekst: Command) -> None:
    """The answer rests on a figure that rounding may have moved."""
    assert "nøyaktig 0,0" in " ".join(byvekst("goals", EXAMPLES / "bergen")[1].split())


def test_documents_have_no_probabilities(byvekst: Command) -> None:
    """They are for those who work with the figures."""
    screen = byvekst("goals", EXAMPLES / "oslo", "--language", "nb")[1]
    page = byvekst("goals", EXAMPLES / "oslo", "--language", "nb", "--format", "markdown")[1]

    assert "annsynlig" in screen
    assert "annsynlig" not in page


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", AREAS)
def test_no_goal_is_called_missed_before_its_period_is_over(
    name: str, language: str, byvekst: Command
) -> None:
    """The words that keep the peace, on the screen and on the page."""
    for format in ("text", "markdown"):
        out = byvekst("goals", EXAMPLES / name, "--language", language, "--format", format)[1]

        assert out
        assert not any(word in out.casefold() for word in ("ikke nådd", "ikkje nådd", "not reached", "brutt"))


def test_areas_are_compared_only_where_that_is_fair(byvekst: Command) -> None:
    """Oslo and Bergen share method, window and reference year; the others do not, and it says why."""
    code, out, _ = byvekst(
        "goals", *(EXAMPLES / name for name in AREAS), "--language", "nb", "--format", "markdown"
    )

    assert code == 0
    assert out.count("\n## ") == 3
    assert "ulikt referanseår" in out


def test_what_is_required_follows_from_the_chained_years() -> None:
    """Nord-Jæren 2025 at +2.55 %: (1/1.0255)^(1/4) - 1 a year to 2029, by hand."""
    area = load(Folder(EXAMPLES / "nord-jaeren"), date.fromisoformat(TODAY)).area
    standing = next(each for each in standings(area) if each.id == "nullvekst")

    way = ahead(standing)

    assert way is not None
    assert (way.year, way.until) == (2025, 2029)
    assert way.for_year == pytest.approx(100 * ((1 / 1.0255) ** 0.25 - 1), abs=0.005)
    assert len(way.fan) >= 2


def test_a_rule_of_an_agreement_that_is_replaced_is_history(byvekst: Command) -> None:
    """Bergen's rule of 2017 no longer judges."""
    formal = told(byvekst, EXAMPLES / "bergen")["areas"][0]["goals"][0]["formal"]

    assert [each["agreement"] for each in formal] == ["byvekstavtale-2019"]
    assert formal[0]["by_point"] == State.BEYOND.value


def test_expected_effects_are_added_beside_what_was_observed(area: Path, byvekst: Command) -> None:
    """Shared drivers move together, unknown ones are counted, and no cause is claimed."""
    set_up(area, "1 -1 3")
    effect = "{indikator: byindeks, lav: -2, sannsynlig: -1, høy: 0, driver: takst, evidens: modell}"
    rest = "finansiering: {}\nillustrasjon: true\n"
    put(area, "prosjekt/p-1.yaml", f"{SHEET}effekter: [{effect}]\n{rest}")
    sheet = SHEET.replace("p-1", "p-2")
    unknown = "{indikator: byindeks, sannsynlig: ukjent, evidens: ukjent}"
    put(
        area,
        "prosjekt/p-2.yaml",
        f"{sheet}effekter: [{effect}, {unknown}]\n{rest}",
    )

    (found,) = told(byvekst, area)["areas"][0]["expected"]

    assert (found["low"], found["likely"], found["high"], found["unknown"]) == (-4, -2, 0, 1)
    assert "ikke hva som er årsak" in " ".join(byvekst("goals", area)[1].split())


def test_a_mistyped_goal_gets_a_suggestion(byvekst: Command) -> None:
    """As every name does."""
    code, _, err = byvekst("goals", EXAMPLES / "bergen", "--goal", "nullvkst", "--language", "nb")

    assert code == 2
    assert "nullvekst" in err
