"""Values of indicators and shares of money in notes are held against the records, in Markdown and Word."""

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from byvekst_cli.language import LANGUAGES
from conftest import AREA, SHEET, Answer, put

Command = Callable[..., Answer]
SURVEY = """id: reisevaner
navn: Reisevaner i byområdet
illustrasjon: true
definisjon: Andel av de daglige reisene
enhet: prosent
serier:
  grønn: {navn: Grønne reiser, måte: undersøkelse, verdier: {2022: {verdi: 45}, 2023: {verdi: 48.4}}}
  bil: {navn: Bilreiser, måte: undersøkelse, verdier: {2023: {verdi: 50}}}
  kollektiv: {navn: Kollektivandel av reisene i Bergen, måte: undersøkelse, verdier: {2019: {verdi: 18}}}
  bybanen:
    navn: Påstigninger på Bybanen, mot 2018
    måte: direkte
    referanseår: 2018
    verdier: {2023: {verdi: 63.4, revidert: [{fra: 61, dato: 2024, grunn: Feil i tellingen}]}}
"""
FUNDING = """illustrasjon: true
fordelinger:
  bompenger:
    navn: 60/40
    midler: bompenger
    andeler: {bergen: 60, vestland: 40}
    over: hele-perioden
    periode: {fra: 2019, til: 2029}
"""
MONEY = """illustrasjon: true
finansiering:
  poster:
    - {midler: programområde, prisår: 2026, år: {2027: 8, 2028: 4}}
    - {midler: kommunale, prisår: 2026, år: {2027: 6}}
"""
QUIET = (
    "Byindeksen viser en økning på 5,1 prosent fra 2019 til 2024.",
    "Byindeksen viser en økning på 4,2 prosent fra 2019 til 2024.",
    "Byindeksen viser en økning på 9,9 prosent fra 2022 til 2024.",
    "Byindeksen viser en økning på 9,9 prosent fra 2019 til 2023.",
    "Andelen grønne reiser var 48 prosent i 2023.",
    "Andelen grønne reiser var 48,4 % i 2023.",
    "Andelen grønne reiser var om lag 50 prosent i 2023.",
    "Andelen grønne reiser økte fra 45 prosent i 2022 til 48 prosent i 2023.",
    "Andelen grønne reiser gikk fra 45 til 48 prosent fra 2022 til 2023.",
    "Andelen grønne reiser skal øke fra 48 prosent i 2023 til 60 prosent i 2030.",
    "Andelen grønne reiser var over 40 prosent i 2023.",
    "Andelen grønne reiser skal være 55 prosent i 2023.",
    "Målet var at andelen grønne reiser var 55 prosent i 2023.",
    "Andelen grønne reiser økte med 3 prosentpoeng fra 2022 til 2023.",
    "Andelen grønne reiser er 30 prosent i 2031.",
    "I Stjørdal var andelen grønne reiser 31 prosent i 2023.",
    "Blant unge var andelen grønne reiser 60 prosent i 2023.",
    "Andelen grønne reiser til jobb var høyere i 2023.",
    "Andelen grønne reiser var «12 prosent i 2023».",
    "Kollektivandelen i Bergen var 18 prosent i 2019.",
    "Kollektivandelen i Oslo var 30 prosent i 2019.",
    "Kollektivandelen var 30 prosent i 2019.",
    "Påstigningene på Bybanen økte med 63 prosent fra 2018 til 2023.",
    "Påstigningene på Bybanen økte med 61 prosent fra 2018 til 2023.",
    "Påstigningene på Bybanen økte med 9 prosent fra 2022 til 2023.",
    "Påstigningene på Bybanen var 12 prosent i 2023.",
    "Staten dekker 67 prosent av kostnaden for p-1.",
    "Staten dekker 66,7 prosent av kostnaden for p-1.",
    "Staten dekker inntil 80 prosent av kostnaden for p-1.",
    "Staten dekker 57 prosent av kostnaden for p-1 i 2027.",
    "I 2028 dekker staten 100 prosent av p-1.",
    "Staten dekker 50 prosent av kostnaden for p-1 i 2029.",
    "Den statlige andelen av p-1 er 67 prosent.",
    "Staten dekker 40 prosent av p-1 sin andre etappe i 2027.",
    "Staten dekker 50 prosent av planleggingen av p-1.",
    "Staten dekker 50 prosent av kostnaden for p-2.",
    "Bergen kommune får 60 prosent av bompengene.",
    "Bergen kommune får 50 prosent av bompengene i 2027.",
    "Bergen kommune fikk 50 prosent av bompengene.",
    "60 prosent av bompengene går til Bergen.",
    "50 prosent av bompengene går til Åsane.",
    "Bergen kommune får 50 prosent av overskuddet.",
)
INDEX = """id: byindeks
navn: Byindeks
illustrasjon: true
definisjon: Endring i trafikken
enhet: prosent
byindeks: 960
serier:
  glidende:
    navn: 36 måneder glidende
    måte: glidende
    vindu: 36
    referanseår: 2019
    verdier: {2024-12: {verdi: 5.08}}
  år: {navn: Året mot 2019, måte: direkte, referanseår: 2019, verdier: {2024: {verdi: 4.2}}}
"""
WRONG = {
    "Andelen grønne reiser var 45 prosent i 2023.": "FIG015",
    "I 2022 var andelen grønne reiser på 48 prosent.": "FIG015",
    "Andelen grønne reiser økte fra 45 prosent i 2022 til 58 prosent i 2023.": "FIG015",
    "Andelen grøne reiser gjekk frå 40 til 48 prosent frå 2022 til 2023.": "FIG015",
    "Bilandelen var 55 prosent i 2023.": "FIG015",
    "Kollektivandelen i Bergen var 81 prosent i 2019.": "FIG015",
    "Påstigningene på Bybanen økte med 36,4 prosent fra 2018 til 2023.": "FIG015",
    "Påstigningene på Bybanen har falt med 63 prosent fra 2018 til 2023.": "FIG015",
    "Staten dekker 50 prosent av kostnaden for p-1.": "FIG016",
    "Kommunen betaler 50 prosent av kostnadene ved p-1.": "FIG016",
    "Bergen kommune får 50 prosent av bompengene.": "FIG016",
    "Bergen kommune får 50 prosent av bompengene i 2019–2029.": "FIG016",
    "Staten dekker 50 prosent av kostnaden for p-1 i 2027.": "FIG016",
    "I 2027 dekker staten 67 prosent av kostnaden for p-1.": "FIG016",
    "I perioden 2027–2028 dekkjer staten 57 prosent av p-1.": "FIG016",
    "Statens andel av kostnaden for p-1 er 50 prosent.": "FIG016",
    "Den kommunale andelen av p-1 er 50 prosent i 2027.": "FIG016",
    "Byindeksen viser en økning på 9,9 prosent fra 2019 til 2024.": "FIG011",
    "Byindeksen har gått ned med 5,1 prosent frå 2019 til 2024.": "FIG011",
    "40 prosent av bompengene går til Bergen kommune.": "FIG016",
}


@pytest.fixture
def known(area: Path) -> Path:
    county = "  vestland: {navn: Vestland fylkeskommune, type: fylkeskommune}\nparter"
    put(area, "byvekst.yaml", AREA.replace("parter", county))
    put(area, "indikator/reisevaner.yaml", SURVEY)
    put(area, "indikator/byindeks.yaml", INDEX)
    put(area, "finansiering.yaml", FUNDING)
    put(area, "prosjekt/p-1.yaml", SHEET + MONEY)
    put(area, "prosjekt/p-2.yaml", SHEET.replace("p-1", "p-2").replace("Sykkelveg", "Gangveg"))
    put(area, "sak/s-1/sak.yaml", "id: s-1\ntittel: A\nslag: annet\ntilstand: utkast\n")
    return area


def markdown(area: Path, text: str) -> Path:
    front = "---\nsak: s-1\ntittel: A\nbehandling: drøfting\n---\n"
    return put(area, "sak/s-1/notat-ku.md", f"{front}# A\n\n{text}\n")


def word(area: Path, text: str) -> Path:
    document = docx.Document()
    document.add_heading("A", 1)
    document.add_paragraph(text)
    path = area / "sak/s-1/notat-ku.docx"
    document.save(str(path))
    return path


def codes(byvekst: Command, note: Path) -> list[str]:
    found = json.loads(byvekst("lint", note, "--format", "json", "--fail-on", "never")[1])["findings"]
    return [each["code"] for each in found if each["code"].startswith("FIG")]


@pytest.mark.parametrize("sentence", QUIET)
def test_what_is_right_or_about_something_else_is_left_alone(
    known: Path, byvekst: Command, sentence: str
) -> None:
    """Goals, bounds, other places, parts of the travellers, single years, and what was put right later."""
    assert codes(byvekst, markdown(known, sentence)) == []


@pytest.mark.parametrize("write", [markdown, word])
@pytest.mark.parametrize(("sentence", "code"), WRONG.items())
def test_a_plain_statement_that_is_wrong_is_told(
    known: Path, byvekst: Command, sentence: str, code: str, write: Callable[[Path, str], Path]
) -> None:
    """Once, whether the note is from Markdown or from Word."""
    assert codes(byvekst, write(known, sentence)) == [code]


def test_all_money_must_be_known(known: Path, byvekst: Command) -> None:
    """An unknown amount, or one at another price level, leaves the share untold."""
    sentence = next(each for each in WRONG if each.startswith("Staten"))
    for old, new in (("2027: 6", "2027: ukjent"), ("kommunale, prisår: 2026", "kommunale, prisår: 2020")):
        put(known, "prosjekt/p-1.yaml", SHEET + MONEY.replace(old, new))
        assert codes(byvekst, markdown(known, sentence)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("write", [markdown, word])
def test_the_other_place_is_named(
    known: Path, byvekst: Command, language: str, write: Callable[[Path, str], Path]
) -> None:
    """The file and the line of the registered figure, also beside a note from Word."""
    _, out, _ = byvekst("lint", write(known, next(iter(WRONG))), "--language", language)

    assert "reisevaner.yaml:7:" in "".join(out.split())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kostnaden er {{ p-1 kostnad }}.", "FIG001"),
        ("Kostnaden er {{ p-9.kostnad }}.", "FIG002"),
        ("Kostnaden er {{ p-1.kostnad }}.", "FIG003"),
        ("Bompengene gikk ned. Nullvekstmålet er nådd.", "FIG010"),
    ],
)
def test_other_rules_on_figures_read_word_too(known: Path, byvekst: Command, text: str, code: str) -> None:
    """Facts in braces and claims are the same there."""
    assert codes(byvekst, word(known, text)) == codes(byvekst, markdown(known, text)) == [code]


def test_a_figure_that_changed_since_the_last_note_is_told_of_a_word_note(
    known: Path, byvekst: Command
) -> None:
    """The note before lies in the case as Markdown; the new one is mailed in."""
    front = (
        "---\nsak: s-1\ntittel: A\nbehandling: drøfting\nversjoner: [{nummer: 1, dato: 2024-01-01}]\n---\n"
    )
    put(known, "sak/s-1/notat-adm.md", f"{front}# A\n\nKostnaden for p-2 er 12 mill. kr.\n")

    assert codes(byvekst, word(known, "Kostnaden for p-2 er 12 mill. kr.")) == []
    assert codes(byvekst, word(known, "Kostnaden for p-2 er 14 mill. kr.")) == ["FIG007"]
