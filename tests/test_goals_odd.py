"""Odd areas: whatever the files say of a goal, an honest sentence and never a trace."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from conftest import TODAY, Answer, put
from test_goals_command import GOAL, INDEX, SHEET, set_up, told

Command = Callable[..., Answer]
SURVEY: Final = """id: reisevaner
navn: Reisevaner
definisjon: Andel av reisene.
enhet: %s
illustrasjon: true
serier:
  bil:
    navn: Bilreiser
    måte: undersøkelse
    måler: biltrafikk
    metode: %s
    verdier:
      2019: %s
      2024: %s
"""
WAVE: Final = "{verdi: 50, utvalg: 1000, designeffekt: 1.5}"


def said(byvekst: Command, area: Path, language: str = "nb") -> str:
    asked = ("--as-of", TODAY, "--language", language)
    assert byvekst("goals", area, *asked)[::2] == (0, "")
    code, out, err = byvekst("goals", area, *asked, "--format", "markdown")
    assert (code, err) == (0, "")
    return " ".join(out.replace("\xa0", " ").split())


def two(area: Path, survey: tuple[str, str, str, str]) -> None:
    set_up(area, "3 1 5")
    put(area, "indikator/reisevaner.yaml", SURVEY % survey)
    put(area, "maal.yaml", (GOAL % ("intervall", "ukjent")).replace("[byindeks]", "[byindeks, reisevaner]"))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    "value",
    [
        "{verdi: ukjent}",
        "{verdi: 5, lav: 6, høy: 7, punkter: 30}",
        "{verdi: 5, lav: 7, høy: 3, punkter: 30}",
        "{verdi: 0, lav: 0, høy: 0, punkter: 30}",
        "{verdi: 5, lav: 4}",
        "{verdi: 5, lav: 4, høy: 6, punkter: 1}",
        "{verdi: 5, lav: 4, høy: 6, punkter: 0}",
        "{verdi: 5, lav: 4, høy: 6, punkter: 30, standardfeil: -1}",
        "{verdi: -100, lav: -100, høy: -100, punkter: 30}",
        "{verdi: 12345.6, lav: 12000, høy: 13000, punkter: 30}",
        "{verdi: -0.04, lav: -0.04, høy: 0.001, punkter: 30}",
    ],
)
def test_odd_values_are_told_of(
    value: str, language: str, area: Path, byvekst: Command, tmp_path: Path
) -> None:
    """On the screen, in JSON, in Markdown and as a picture."""
    index = INDEX.replace("{verdi: %s, lav: %s, høy: %s, punkter: 30}", value)
    put(area, "indikator/byindeks.yaml", index)
    put(area, "maal.yaml", GOAL % ("intervall", "ukjent"))

    assert said(byvekst, area, language)
    assert told(byvekst, area)["areas"][0]["goals"]
    for options in (["--goal", "nullvekst"], [], [area]):
        asked = ("--chart", tmp_path / "a.svg", "--format", "markdown", "--as-of", TODAY)
        assert byvekst("goals", area, *options, *asked)[0] == 0


def test_a_value_is_rounded_but_never_to_the_other_side_of_zero(area: Path, byvekst: Command) -> None:
    """A bound of 0.001 is not zero: the side of zero decides the conclusion."""
    set_up(area, "0.5 0.001 1.2")

    assert "95 %: +0,001 til +1,2" in said(byvekst, area)


def test_large_changes_have_their_sign(area: Path, byvekst: Command) -> None:
    """Thousands are grouped and still have a plus."""
    set_up(area, "12345.6 12000 13000")

    assert "+12 345,6 %" in said(byvekst, area)


@pytest.mark.parametrize("year", ["ukjent", "2018"])
def test_a_target_is_not_held_against_another_or_an_unknown_year(
    year: str, area: Path, byvekst: Command
) -> None:
    """Two unknown years are not the same year."""
    set_up(area, "3 1 5")
    put(area, "indikator/byindeks.yaml", (INDEX % (3, 1, 5)).replace("2019", year))
    text = GOAL % ("intervall", "ukjent")
    put(
        area,
        "maal.yaml",
        text.replace("referanseår: 2019", f"referanseår: {year}", 1) if year == "ukjent" else text,
    )

    (goal,) = told(byvekst, area)["areas"][0]["goals"]

    assert goal["statistical"][0]["target"] is None


def test_a_margin_is_told_beside_the_answer(area: Path, byvekst: Command) -> None:
    """Else 0.5 would seem to be at most 0."""
    set_up(area, "0.5 -0.4 1.4", "intervall", "{prosentpoeng: 2, vedtak: {dato: 2020}}")

    assert "margin på 2,0 prosentpoeng" in said(byvekst, area)
    set_up(area, "0.5 -0.4 1.4")
    assert "margin" not in said(byvekst, area)


def test_an_agreement_that_has_ended_is_judged_by_its_own_time(area: Path, byvekst: Command) -> None:
    """What was measured afterwards does not count, and nothing is «so far» any more."""
    index = (INDEX % (3, 1, 5)) + "      2022-12: {verdi: -3, lav: -5, høy: -1, punkter: 30}\n"
    put(area, "indikator/byindeks.yaml", index)
    rule = "- avtale: gammel\n        indikator:"
    put(area, "maal.yaml", (GOAL % ("intervall", "ukjent")).replace("- indikator:", rule))
    settings = (area / "byvekst.yaml").read_text(encoding="utf-8")
    agreement = "gammel: {navn: Gammel avtale, type: byvekstavtale, periode: {fra: 2019, til: 2023}}"
    put(area, "byvekst.yaml", settings.replace("avtaler: {}", f"avtaler:\n  {agreement}"))

    found = told(byvekst, area)["areas"][0]["goals"][0]["formal"][0]

    assert found["period_over"] is True
    assert found["state"] == "within"
    assert "ved slutten av avtaleperioden" in said(byvekst, area)
    assert "så langt" not in said(byvekst, area)


def test_a_survey_with_a_design_effect_is_read_with_the_index(area: Path, byvekst: Command) -> None:
    """±√(1.5·50·50/1000 + 1.5·60·40/1000)·1.96 = 5.3 about 10 points, worked by hand."""
    two(area, ("prosent", "m", WAVE, WAVE.replace("50", "60")))

    words = said(byvekst, area)
    assert "Bilreiser: +10,0 prosentpoeng fra 2019 til 2024 (95 %: +4,7 til +15,3)." in words
    assert "viser begge vekst" in words


@pytest.mark.parametrize(
    ("survey", "words"),
    [
        (
            ("prosent", "m", "{verdi: 50}", "{verdi: 48}"),
            "50 % i 2019 og 48 % i 2024. Usikkerheten er",
        ),
        (("prosent", "m", WAVE, WAVE[:-1] + ", metode: ny}"), "metoden er ikke den samme i 2019 og 2024"),
        (("prosent", "m", "{verdi: 150, utvalg: 10, designeffekt: 1}", WAVE), "Usikkerheten er ikke oppgitt"),
        (("prosent", "m", "{verdi: 50, utvalg: 0, designeffekt: 0}", WAVE), "Usikkerheten er ikke oppgitt"),
        (("kjøretøykilometer", "m", WAVE, WAVE), "50 kjøretøykilometer i 2019"),
    ],
)
def test_a_survey_that_cannot_be_judged_says_why(
    survey: tuple[str, str, str, str], words: str, area: Path, byvekst: Command
) -> None:
    """A sample tells the uncertainty of a share and of nothing else."""
    two(area, survey)

    assert words in said(byvekst, area)
    assert "kan ikke leses sammen" in said(byvekst, area)


def test_effects_that_nobody_knows_have_no_sum(area: Path, byvekst: Command) -> None:
    """Unknown is never 0."""
    set_up(area, "1 -1 3")
    effect = "{indikator: byindeks, sannsynlig: ukjent, evidens: ukjent}"
    put(area, "prosjekt/p-1.yaml", f"{SHEET}effekter: [{effect}]\nfinansiering: {{}}\nillustrasjon: true\n")

    words = said(byvekst, area)
    assert "oppgir virkning på Byindeks, men ikke hvor stor" in words
    assert "0,0" not in words.split("Forventet")[1]
