"""The programme's money against sheets, schemes and loans, and a programme rolled forward."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

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
