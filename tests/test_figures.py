"""Figures in notes are held against the records, and where it is unsure which is meant, nothing is said."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from byvekst_cli.language import LANGUAGES
from conftest import Answer, put

Command = Callable[..., Answer]
CYCLE = """id: BG-SYK-002
navn: Sykkelstamveg delstrekning 2
kommuner: {bergen: 100}
tiltak: [sykkel]
illustrasjon: true
vegnummer: [Fv540]
finansiering:
  ramme: {beløp: 18, prisår: 2025}
  bevilget_før: {beløp: 3.2, prisår: løpende}
anslag:
  - {dato: 2021, prisår: 2021, p50: 12}
  - {dato: 2025, prisår: 2025, p50: 15.65, p85: 18}
milepæler: [{hva: byggestart, plan: 2026-04}, {hva: åpning, plan: 2026, prognose: 2027-06}]
"""
LINE = """id: BG-KOL-001
navn: Bybanen til Åsane
kommuner: {bergen: 100}
tiltak: [sykkel]
illustrasjon: true
anslag: [{dato: 2024, prisår: 2024, p50: 26400}]
milepæler: [{hva: åpning, plan: 2034}]
"""
QUIET = (
    "Kostnaden for BG-SYK-002 er 15,65 mill. kr.",
    "BG-SYK-002 koster om lag 16 mill. kr.",
    "Anslaget for Fv. 540 er 15 650 000 kroner.",
    "Kostnaden for BG-SYK-002 økte fra 12 til 15,65 mill. kr.",
    "BG-SYK-002 har hatt en kostnadsøkning på 3,65 mill. kr siden 2021.",
    "I 2021 var anslaget for BG-SYK-002 12 mill. kr.",
    "Det ble i 2019 anslått at BG-SYK-002 ville koste 9 mill. kr.",
    "Kostnaden for BG-SYK-002 er 12 mill. 2021-kr.",
    "Kostnaden for BG-SYK-002 er 14 mill. kr (2023-kr).",
    "P85 for BG-SYK-002 er 18 mill. kr.",
    "Rammen for BG-SYK-002 er 18 mill. kr.",
    "Til nå er det bevilget 3,2 mill. kr til BG-SYK-002.",
    "Partiet ber om at kostnaden for BG-SYK-002 holdes under 10 mill. kr.",
    "Kostnaden for BG-SYK-002 ligger mellom 12 og 19 mill. kr.",
    "Planleggingen av BG-SYK-002 koster 2 mill. kr.",
    "Første etappe av BG-SYK-002 koster 7 mill. kr.",
    "BG-SYK-002 koster 15,65 mill. kr, og Bybanen til Åsane koster 26,4 mrd. kr.",
    "Bybanen til Åsane koster 26,4 milliarder kroner.",
    "Bybanen til Åsane koster rundt 26 mrd. kr.",
    "BG-SYK-002 åpner i 2027.",
    "BG-SYK-002 skulle opprinnelig åpne i 2025.",
    "BG-SYK-002 åpner sommeren 2027.",
    "BG-SYK-002 åpner tidligst i 2028.",
    "BG-SYK-002 åpner for at skolebarn kan sykle trygt fra 2030.",
    "Det holdes et åpent møte om BG-SYK-002 i mai 2026.",
    "Byggestart for BG-SYK-002 er april 2026.",
    "Driften av BG-SYK-002 koster 0,4 mill. kr årlig.",
    "Hvis BG-SYK-002 utsettes, blir kostnaden 19 mill. kr.",
    "BG-SYK-002 får 5 mill. kr i 2026.",
    "Merkostnaden for BG-SYK-002 er 2 mill. kr.",
    "BG-SYK-002 koster 15 650 kr per meter.",
    "Kostnaden for BG-SYK-002 er 13 mill. kr eks. mva.",
    "Staten dekker 7 mill. kr av kostnaden for BG-SYK-002.",
    "Kommunens bidrag til BG-SYK-002 er på 4 mill. kr.",
    "Gjenstående kostnad for BG-SYK-002 er 12,4 mill. kr.",
    "Påløpt kostnad for BG-SYK-002 er 3,1 mill. kr.",
    "Kostnadene til grunnerverv i BG-SYK-002 er 1,1 mill. kr.",
    "Nullvekstmålet skal være nådd ved utgangen av perioden.",
    "Er nullvekstmålet nådd?",
    "Trafikken vil øke med 3 prosent.",
    "Biltrafikken økte med 3 prosent fra 2019 til 2024.",
    "Usikkerheten i kostnaden for BG-SYK-002 er 3 mill. kr.",
    "Kostnaden ved rekkverk på BG-SYK-002 er 0,8 mill. kr.",
    "Bystyret vedtok å åpne BG-SYK-002 for gående høsten 2026.",
    "Trafikken forbi skolen har gått ned med 12 prosent fra 2019.",
    "Dagens bru på Fv 540 koster 1 mill. kr å vedlikeholde.",
    "Anleggsstart for BG-SYK-002 ble vedtatt i 2024.",
    "Styringsgruppa behandler byggestart for BG-SYK-002 i desember 2026.",
    "Åpningen av BG-SYK-002 drøftes i møtet 4. desember 2026.",
    "Kostnaden for BG-SYK-002 deles mellom partene, med 8 mill. kr på kommunen.",
    "Kostnadsrammen for BG-SYK-002 er 18 mill. kr.",
    "BG-SYK-002 har byggestart i april 2026, og åpner etter planen i 2027.",
    "Bybanen til Åsanes kostnad er 26,4 mrd. kr.",
    "Etter siste anslag koster BG-SYK-002 15,65 mill. kr.",
    "Etter siste anslag vil BG-SYK-002 nå koste 15,65 mill. kr.",
    "Åpningen av BG-SYK-002 er planlagt til sommeren 2027.",
    "BG-SYK-002 er under bygging. Kostnaden er nå 15,6 mill. kr.",
    "BG-SYK-002 trenger en ny gangbru. Kostnaden er 4 mill. kr.",
    "Ved BG-SYK-002 bygges det gangbru. Kostnaden er 4 mill. kr.",
    "BG-SYK-002 er under bygging. Det trengs mer penger til rekkverk. Kostnaden er 4 mill. kr.",
    "BG-SYK-002 er under bygging. Åpningen av brua er planlagt til 2029.",
    "BG-SYK-002 koster 14 mill. kr, ifølge anslaget fra 2023.",
    "## Rekkverk langs BG-SYK-002\n\nKostnaden er 4 mill. kr.",
    "## BG-SYK-002 og Bybanen til Åsane\n\nKostnaden er 4 mill. kr.",
    "## BG-SYK-002\n\nVi trenger en ny bru. Kostnaden er 4 mill. kr.",
    "Det går en delstrekning 2 gjennom sentrum som koster 4 mill. kr.",
)
WRONG = (
    "Kostnaden for BG-SYK-002 er 15,4 mill. kr.",
    "Fv. 540 koster 15,1 millioner kroner.",
    "Anslaget for sykkelstamveg delstrekning 2 er 14 mill. 2025-kr.",
    "BG-SYK-002 åpner høsten 2026.",
    "BG-SYK-002 opnar i 2025.",
    "Byggestart for BG-SYK-002 er høsten 2027.",
    "Bybanen til Åsane koster 24,6 mrd. kr.",
    "Rammen for BG-SYK-002 er 16 mill. kr.",
    "P85 for BG-SYK-002 er 19 mill. kr.",
    "Til nå er det bevilget 5 mill. kr til BG-SYK-002.",
    "Nullvekstmålet er nådd.",
    "Personbiltrafikken har gått ned med 2,5 prosent.",
    "Biltrafikken er redusert med 3 prosent.",
    "Biltrafikken økte med 3 prosent.",
    "Partene har nådd nullvekstmålet.",
    "Det samlede anslaget for BG-SYK-002 er 13 mill. kr.",
    "Kostnaden for BG-SYK-002 er beregnet til 13 mill. kr.",
    "Kostnaden for BG-SYK-002 er 15,65 mill. kr (2024-kr).",
    "Kostnadsrammen for BG-SYK-002 er 16 mill. kr.",
    "BG-SYK-002 har en kostnad på 14 mill. kr.",
    "BG-SYK-002 er anslått å koste 14 mill. kr.",
    "Prognosen for BG-SYK-002 er 14 mill. kr.",
    "Etter siste anslag koster BG-SYK-002 14 mill. kr.",
    "Etter siste anslag vil BG-SYK-002 nå koste 14 mill. kr.",
    "I 2025-kroner er kostnaden for BG-SYK-002 14 mill.",
    "Bybanen til Åsanes kostnad er 24,6 mrd. kr.",
    "BG-SYK-002 (Fv. 540) koster 14 mill. kr.",
    "BG-SYK-002 koster 15,6 mill. kr, og åpner i 2029.",
    "BG-SYK-002 koster 15,65 mill. kr, og Bybanen til Åsane koster 24,6 mrd. kr.",
    "BG-SYK-002 er under bygging. Kostnaden er nå 14 mill. kr.",
    "## BG-SYK-002\n\nProsjektet koster 14 mill. kr.",
    "## BG-SYK-002: økonomi\n\n- Kostnad: 14 mill. kr",
    "## BG-SYK-002\n\n- Åpning: 2029",
    "Planlagt åpning av BG-SYK-002 er 2029.",
    "Åpningen av BG-SYK-002 er planlagt til 2029.",
    "BG-SYK-002 skal etter planen åpne i 2029.",
    "BG-SYK-002 har byggjestart hausten 2027.",
    "Til no har BG-SYK-002 fått løyvd 5 mill. kr.",
)
TABLE = "| Prosjekt | Mill. kr |\n| --- | --: |\n"


@pytest.fixture
def known(area: Path) -> Path:
    put(area, "prosjekt/bg-syk-002.yaml", CYCLE)
    put(area, "prosjekt/bg-kol-001.yaml", LINE)
    put(area, "sak/s-1/sak.yaml", "id: s-1\ntittel: A\nslag: annet\ntilstand: utkast\n")
    return area


def codes(byvekst: Command, area: Path, text: str, *more: str) -> list[str]:
    note = f"---\nsak: s-1\ntittel: A\nbehandling: drøfting\n---\n# A\n\n{text}\n"
    put(area, "sak/s-1/notat-ku.md", note)
    found = json.loads(byvekst("check", area, "--format", "json", *more)[1])["findings"]
    return [each["code"] for each in found if each["code"].startswith("FIG")]


@pytest.mark.parametrize("sentence", QUIET)
def test_a_sentence_that_is_right_or_unsure_is_left_alone(
    known: Path, byvekst: Command, sentence: str
) -> None:
    """Parts, changes, bounds, other years' kroner and other things than the project are not compared."""
    assert codes(byvekst, known, sentence) == []


@pytest.mark.parametrize("sentence", WRONG)
def test_a_plain_statement_that_is_wrong_is_told(known: Path, byvekst: Command, sentence: str) -> None:
    """Once, on its line."""
    assert len(codes(byvekst, known, sentence)) == 1


@pytest.mark.parametrize(
    "rows",
    [
        "| A | 1,5 |\n| B | 2,5 |\n| Sum | 4 |",
        "| A | 1 |\n| Delsum | 1 |\n| B | 2 |\n| C | 3 |\n| Delsum | 5 |\n| Totalt | 6 |",
        "| A | 1 |\n| herav planlegging | 2 |\n| Sum | 9 |",
        "| A | 1 |\n| B | ukjent |\n| Sum | 9 |",
        "| A | 1 |\n| B | – |\n| C | 2 |\n| I alt | 3 |",
        "| Sum | 9 |",
        "| A | 1 234,5 |\n| B | 0,5 |\n| **Sum** | **1 235** |",
    ],
)
def test_a_table_that_adds_up_or_cannot_be_told_is_left_alone(
    known: Path, byvekst: Command, rows: str
) -> None:
    """Rounded parts, sums of sums, parts of rows and cells that are no numbers."""
    assert codes(byvekst, known, TABLE + rows) == []


@pytest.mark.parametrize("label", ["Sum", "I alt", "Totalt", "**Sum**", "Til saman"])
def test_a_sum_that_is_wrong_is_told(known: Path, byvekst: Command, label: str) -> None:
    """Whatever the row is called."""
    assert codes(byvekst, known, f"{TABLE}| A | 1 |\n| B | 2 |\n| {label} | 8 |") == ["FIG009"]


def test_a_cost_in_a_table_is_compared_too(known: Path, byvekst: Command) -> None:
    """The heading says what it is and in which unit."""
    head = "| Prosjekt | Kostnad (mill. kr) |\n| --- | --: |\n"

    assert codes(byvekst, known, f"{head}| BG-SYK-002 | 15,6 |") == []
    assert codes(byvekst, known, f"{head}| BG-SYK-002 | 15,4 |") == ["FIG005"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_place_is_shown(known: Path, byvekst: Command, language: str) -> None:
    """The finding leads to the sheet, in every language."""
    codes(byvekst, known, WRONG[0])

    _, out, _ = byvekst("check", known, "--language", language)

    assert "bg-syk-002.yaml" in out


def test_a_project_is_known_by_what_people_call_it(known: Path, byvekst: Command) -> None:
    """Without its road number and its measure, with a capital letter, and as the only one of that name."""
    street = LINE.replace("BG-KOL-001", "BG-TS-001").replace("Bybanen til Åsane", "Fv552 Hatvikvegen, fortau")
    station = LINE.replace("BG-KOL-001", "BG-KOL-002").replace("til Åsane", "på Åsane, Eidsvåg stasjon")
    put(known, "prosjekt/bg-ts-001.yaml", street)
    put(known, "prosjekt/bg-kol-002.yaml", station)

    assert codes(byvekst, known, "Hatvikvegen koster 12 mrd. kr.") == ["FIG005"]
    assert codes(byvekst, known, "hatvikvegen koster 12 mrd. kr.") == []
    assert codes(byvekst, known, "Bybanen på Åsane koster 12 mrd. kr.") == []

    put(known, "prosjekt/bg-ts-002.yaml", street.replace("TS-001", "TS-002").replace("fortau", "gangbru"))
    assert codes(byvekst, known, "Hatvikvegen koster 12 mrd. kr.") == []
