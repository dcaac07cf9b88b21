"""The programme's money against sheets, schemes and loans, and a programme rolled forward."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from byvekst_cli.source.small_yaml import read
from conftest import SHEET, TODAY, Answer, put

Command = Callable[..., Answer]

LINE = "status: vedtatt\nlinjer:\n  - {prosjekt: p-1, poster: [%s]}\n"
SCHEME = """illustrasjon: true
ordninger:
  a: {navn: A, midler: riksveg, prisår: 2025, periode: {fra: 2025, til: 2027}, %s}
"""
PROGRAMME = "id: 2025-28\nnavn: HP\nperiode: {fra: 2025, til: 2028}\n"


@pytest.mark.parametrize(
    ("code", "post", "sheet"),
    [
        ("MON010", "{midler: bompenger, formål: planlegging, prisår: 2025, år: {2025: 1}}", ""),
        (
            "MON011",
            "{midler: bompenger, prisår: 2025, år: {2025: 9}}",
            "finansiering: {ramme: {beløp: 5, prisår: 2025}}",
        ),
        (
            "MON014",
            "{midler: bompenger, formål: bygging, prisår: 2025, år: {2025: 1}}",
            "plan: {nivå: reguleringsplan, status: høring}",
        ),
        ("MON018", "{midler: riksveg, prisår: 2025, år: {2025: 1}}", ""),
    ],
)
def test_money_on_a_programmes_line_is_judged_like_the_sheets(
    code: str, post: str, sheet: str, area: Path, byvekst: Command
) -> None:
    """Whether a grant stands on the sheet or in the programme, the same is asked of it."""
    put(area, "finansiering.yaml", SCHEME % "øremerket_til: {tiltak: [veg]}")
    put(area, "prosjekt/p-1.yaml", f"{SHEET}{sheet}\nillustrasjon: true\n")
    put(area, "handlingsprogram/2025-28.yaml", PROGRAMME + LINE % post + "illustrasjon: true\n")

    answer = byvekst("check", area, "--as-of", TODAY, "--select", code, "--fail-on", "warning")

    assert answer[0] == 1
    assert code in answer[1]
    assert "handlingsprogram/2025-28.yaml" in answer[1]


def years_of(area: Path, byvekst: Command, key: str) -> dict[int, Decimal]:
    """One column of the sources, by year (MNOK)."""
    rows = json.loads(byvekst("portfolio", area, "--as-of", TODAY, "--format", "json")[1])["balance"]
    return {row["year"]: Decimal(str(row[key]["amounts"][0]["mnok"])) for row in rows}


def test_a_frame_that_is_paid_evenly_gives_each_year_its_part(area: Path, byvekst: Command) -> None:
    """Nobody has to do the sum by hand, and the parts add up to the frame to the last øre."""
    put(area, "prosjekt/p-1.yaml", f"{SHEET}illustrasjon: true\n")
    put(area, "finansiering.yaml", SCHEME % "ramme: 100, utbetaling: jevnt")

    parts = years_of(area, byvekst, "income")

    assert list(parts) == [2025, 2026, 2027]
    assert sum(parts.values()) == 100


def test_two_days_of_one_loan_are_not_two_loans(area: Path, byvekst: Command) -> None:
    """What was told last counts, year by year; another loan has another name."""
    put(area, "prosjekt/p-1.yaml", f"{SHEET}illustrasjon: true\n")
    rows = [
        "{dato: 2024-12-31, saldo: 10, prisår: 2025, opptak: {2025: 5, 2026: 7}}",
        "{dato: 2025-12-31, saldo: 12, prisår: 2025, opptak: {2026: 8}}",
        "{navn: Bybanen, dato: 2025-12-31, saldo: 1, prisår: 2025, opptak: {2026: 1}}",
    ]
    listed = "".join(f"  - {row}\n" for row in rows)
    put(area, "finansiering.yaml", f"lån:\n{listed}illustrasjon: true\n")

    assert years_of(area, byvekst, "loans") == {2025: 5, 2026: 9}


def test_a_programme_is_held_against_the_schemes_where_it_names_no_income(
    area: Path, byvekst: Command
) -> None:
    """The programme need not name its income; the money may stand in the funding plan alone."""
    put(area, "prosjekt/p-1.yaml", f"{SHEET}illustrasjon: true\n")
    put(area, "finansiering.yaml", SCHEME % "år: {2025: 3}")
    post = "{midler: riksveg, prisår: 2025, år: {2025: %s}}"
    put(area, "handlingsprogram/2025-28.yaml", PROGRAMME + LINE % (post % 3) + "illustrasjon: true\n")
    assert byvekst("check", area, "--as-of", TODAY, "--select", "MON012", "--fail-on", "warning")[0] == 0

    put(area, "handlingsprogram/2025-28.yaml", PROGRAMME + LINE % (post % 4) + "illustrasjon: true\n")
    assert byvekst("check", area, "--as-of", TODAY, "--select", "MON012", "--fail-on", "warning")[0] == 1


BEFORE = """id: 2025-28
navn: Handlingsprogram 2025–2028
periode: {fra: 2025, til: 2028}
status: vedtatt
kilde: k-1
inntekter:
  - {midler: bompenger, prisår: 2025, år: {2025: 10, 2026: 20, 2027: ukjent}}
linjer:
  - prosjekt: p-1
    binding: bundet
    poster:
      - {midler: bompenger, formål: bygging, prisår: 2025, år: {2025: 5, 2026: 7.25}}
      - {midler: riksveg, prisår: 2025, år: {2025: 5}, illustrasjon: true}
  - {prosjekt: p-2, merknad: Pengene står i arket}
uten_midler: [{prosjekt: p-3, grunn: "Venter: planen er ikke ferdig"}]
"""


def rolled(area: Path, byvekst: Command, years: str = "2026-2029") -> dict[str, object]:
    """The new programme as data, and its comments under `#`."""
    for id, rest in {
        "p-1": "milepæler: [{hva: åpning, plan: 2026, prognose: 2028}]\n",
        "p-2": "portefølje: {status: ferdig, siden: 2025}\n",
        "p-3": "",
        "p-4": "portefølje: {status: kandidat}\n",
    }.items():
        put(area, f"prosjekt/{id}.yaml", SHEET.replace("p-1", id) + f"illustrasjon: true\n{rest}")
    put(area, "kilder.yaml", 'kilder:\n  k-1: {tittel: K, utgiver: U, dato: 2025, url: "https://a.no"}\n')
    put(area, "handlingsprogram/2025-28.yaml", BEFORE)
    budget = "år: 2025\nnavn: B\nstatus: vedtatt\nillustrasjon: true\nposter:\n"
    post = "  - {prosjekt: p-1, midler: bompenger, beløp: 5, prisår: løpende, forbrukt: 3}\n"
    put(area, "budsjett/2025.yaml", budget + post)
    assert byvekst("new", "handlingsprogram", "--roll", years, "--area", area)[0] == 0
    text = (area / "handlingsprogram/2026-29.yaml").read_text(encoding="utf-8")
    comments = [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
    return {**read(text).data, "#": " ".join(comments).replace(" # ", " ")}


def test_a_rolled_programme_keeps_what_was_decided_for_its_years(area: Path, byvekst: Command) -> None:
    """Amounts of the new years, with the source they had; the years nobody has spoken of are unknown."""
    new = rolled(area, byvekst)

    assert (new["id"], new["erstatter"], new["status"]) == ("2026-29", "2025-28", "utkast")
    post = {"midler": "bompenger", "formål": "bygging", "prisår": 2025, "år": {"2026": Decimal("7.25")}}
    assert new["linjer"] == [{"prosjekt": "p-1", "binding": "bundet", "poster": [{**post, "kilde": "k-1"}]}]
    years = {"2026": 20, "2027": "ukjent", "2028": "ukjent", "2029": "ukjent"}
    assert new["inntekter"] == [{"midler": "bompenger", "prisår": 2025, "år": years, "kilde": "k-1"}]
    assert new["uten_midler"] == [{"prosjekt": "p-3", "grunn": "Venter: planen er ikke ferdig"}]


def test_a_rolled_programme_says_what_slipped(area: Path, byvekst: Command) -> None:
    """Late milestones, unspent money, finished projects and new candidates are pointed at."""
    told = rolled(area, byvekst)["#"]

    for words in ("«åpning» var planlagt 2026 og ventes nå 2028", "2025 har 2 mill. kr som ikke er brukt"):
        assert words in str(told)
    assert "ikke med: p-2 (Sykkelveg)" in str(told)
    assert "Kandidater som ikke sto i forrige program: p-4 (Sykkelveg)" in str(told)


def test_a_rolled_programme_checks_clean(area: Path, byvekst: Command) -> None:
    """What the tool makes, the tool accepts, also against the programme before."""
    rolled(area, byvekst)

    code, out, _ = byvekst("check", area, "--as-of", TODAY)
    assert code == 0, out
    assert "CON010" not in out


@pytest.mark.parametrize("years", ["2026", "26-29", "2029-2026", "2026-2099", "2026–2029x", "soon"])
def test_a_period_that_is_none_is_told_of(years: str, area: Path, byvekst: Command) -> None:
    """And nothing is written."""
    code, _, err = byvekst("new", "handlingsprogram", "--roll", years, "--area", area)

    assert code == 2
    assert years in err
    assert not (area / "handlingsprogram").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ["prosjekt", "--roll", "2026-2029"],
        ["handlingsprogram", "--roll", "2026-2029"],
        ["handlingsprogram", "--roll", "2026-2029", "--programme", "2020-23"],
        ["handlingsprogram", "--roll", "2026-2029", "--set", "navn=X"],
        ["handlingsprogram", "a/../b", "--roll", "2026-2029"],
    ],
)
def test_rolling_what_cannot_be_rolled_is_told_of(wrong: list[str], area: Path, byvekst: Command) -> None:
    """Another kind, nothing to roll from, an unknown programme, answers that would be lost."""
    code, _, err = byvekst("new", *wrong, "--area", area)

    assert code == 2
    assert err.strip()
    assert not (area / "handlingsprogram").exists()
