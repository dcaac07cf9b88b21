"""Owners tell the status of a period in their forms, and it becomes their rows of the status report."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from byvekst_cli.source.small_yaml import read
from conftest import EXAMPLES, TODAY, Answer, put
from workbooks import edited

Command = Callable[..., Answer]
REPORT = "rapport/2026-t3.yaml"
MINE = "NJ-SYK-002"
SOURCE = "  eierne-2026: {tittel: Svar fra prosjekteierne}\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An area that has reported for two periods of the year, and is to report for the third."""
    return shutil.copytree(EXAMPLES / "nord-jaeren", tmp_path / "nord-jaeren")


def forms(byvekst: Command, place: Path) -> list[Path]:
    """The form of each owner, with status for the period."""
    folder = place.parent / "ut"
    options = ["--period", "2026-T3", "--as-of", TODAY, "--language", "nb"]
    code, _, err = byvekst("export", place, "--forms", folder, *options)
    assert (code, err) == (0, "")
    return sorted(folder.iterdir())


def form(byvekst: Command, place: Path) -> Path:
    """The one that has the project."""
    return next(book for book in forms(byvekst, place) if MINE in load_workbook(book).sheetnames)


def bring(byvekst: Command, book: Path, place: Path, *options: str) -> Answer:
    return byvekst("import", book, place, "--as-of", TODAY, "--language", "nb", *options)


def write(project: str, values: dict[str, object]) -> Callable[[Any], None]:
    """An edit of the status part: the cell beside each label, of those of that label the first."""

    def edit(book: Any) -> None:
        page = book[project]
        for label, value in values.items():
            row = next(r for r in range(1, page.max_row + 1) if page.cell(r, 2).value == label)
            page.cell(row, 3).value = value

    return edit


def rows(text: str) -> dict[str, Any]:
    return {row["prosjekt"]: row for row in read(text).data["prosjekter"]}


def report(place: Path) -> str:
    return (place / REPORT).read_text(encoding="utf-8")


def made_anew(byvekst: Command, place: Path) -> str:
    """The report as `new report` makes it, in a copy of the area."""
    other = shutil.copytree(place, place.parent / "annet")
    assert byvekst("new", "report", "--period", "2026-T3", "--area", other)[0] == 0
    return report(other)


def test_without_a_period_a_form_asks_nothing_of_status(place: Path, byvekst: Command) -> None:
    """As before."""
    assert byvekst("export", place, "--forms", place.parent / "ut", "--as-of", TODAY)[0] == 0
    for book in (place.parent / "ut").iterdir():
        labels = {cell.value for sheet in load_workbook(book).worksheets for cell in sheet["B"]}
        assert not {label for label in labels if str(label).startswith("Status:")}


def test_a_form_that_nobody_changed_makes_the_report_as_new_does(place: Path, byvekst: Command) -> None:
    """Byte for byte, and once it is there, nothing more."""
    book, plain = form(byvekst, place), made_anew(byvekst, place)

    code, shown, _ = bring(byvekst, book, place, "--dry-run")
    assert (code, (place / REPORT).exists()) == (0, False)
    assert REPORT in shown
    assert bring(byvekst, book, place)[0] == 0
    assert report(place) == plain
    assert bring(byvekst, book, place)[1].startswith("Ingenting er endret")


@pytest.mark.parametrize("first", [False, True], ids=["no report yet", "report made meanwhile"])
def test_what_the_owner_writes_becomes_the_projects_row(first: bool, place: Path, byvekst: Command) -> None:
    """Figures, forecasts, a deviation and the next decision; the other rows and the comments stay."""
    book, plain = form(byvekst, place), made_anew(byvekst, place)
    if first:
        put(place, REPORT, plain)
    answers = {
        "Endring": None, "Framdrift": 60, "Forbruk – Prisår": "løpende", "Forbruk – Hittil i år": "48,5",
        "Sluttkostnad – Beløp": 431, "Sluttkostnad – Prisår": 2026, "åpning": "2029-Q1",
        "Gjelder": "kostnad", "Årsak": "Mer fjell", "Tiltak": "Ny plan",
        "Neste vedtak – Hva": "ny ramme", "Neste vedtak – Når": "2027-03", "Illustrasjon": "ja",
    }  # fmt: skip
    edited(book, write(MINE, answers))

    code, out, err = bring(byvekst, book, place)

    assert (code, err) == (0, ""), out
    mine = rows(report(place))[MINE]
    assert {key for key, value in mine.items() if not isinstance(value, dict | list)} == {
        "prosjekt", "framdrift", "illustrasjon",
    }  # fmt: skip
    assert mine["framdrift"] == 60
    assert mine["milepæler"] == [{"hva": "åpning", "prognose": "2029-Q1"}]
    assert mine["avvik"] == [{"gjelder": "kostnad", "årsak": "Mer fjell", "tiltak": "Ny plan"}]
    assert mine["neste_vedtak"] == {"hva": "ny ramme", "dato": "2027-03"}
    assert str(mine["forbruk"]["hittil_i_år"]) == "48.5"
    assert mine["sluttkostnad"] == {"beløp": 431, "prisår": 2026}
    assert rows(report(place)) | {MINE: None} == rows(plain) | {MINE: None}
    comments = [line for line in plain.splitlines() if "#" in line]
    assert [line for line in report(place).splitlines() if "#" in line] == comments
    assert bring(byvekst, book, place)[1].startswith("Ingenting er endret")


def test_owners_who_come_back_one_after_another(place: Path, byvekst: Command) -> None:
    """Each writes in its own rows, also when the first of them has made the report."""
    books = forms(byvekst, place)
    reported = rows(made_anew(byvekst, place))
    told = {}
    for number, book in enumerate(books, 1):
        page = next(name for name in load_workbook(book).sheetnames if name in reported)
        told[page] = number * 10
        edited(book, write(page, {"Framdrift": told[page], "Illustrasjon": "ja"}))
    assert len(told) == 2

    for book in books:
        code, out, _ = bring(byvekst, book, place)
        assert code == 0, out

    assert {project: rows(report(place))[project]["framdrift"] for project in told} == told


def test_what_the_secretariat_wrote_meanwhile_is_a_conflict(place: Path, byvekst: Command) -> None:
    """In the same field; nothing is written."""
    book = form(byvekst, place)
    row = f"  - prosjekt: {MINE}\n"
    put(place, REPORT, made_anew(byvekst, place).replace(row, f"{row}    framdrift: 30\n"))
    before = report(place)
    assert "framdrift: 30" in before
    edited(book, write(MINE, {"Framdrift": 60}))

    code, out, _ = bring(byvekst, book, place)

    assert code == 1
    assert "30" in out
    assert "60" in out
    assert report(place) == before


def test_a_milestone_that_both_told_of_is_a_conflict(place: Path, byvekst: Command) -> None:
    """Also where neither was there when the form was made; it never comes twice."""
    book = form(byvekst, place)
    row = f"  - prosjekt: {MINE}\n"
    told = f"{row}    illustrasjon: true\n    milepæler: [{{hva: åpning, prognose: 2029-Q2}}]\n"
    put(place, REPORT, made_anew(byvekst, place).replace(row, told))
    edited(book, write(MINE, {"åpning": "2029-Q1"}))

    code, out, _ = bring(byvekst, book, place)
    assert code == 1
    assert re.search(r"2029-Q2 +2029-Q1", out)

    put(place, REPORT, report(place).replace("2029-Q2", "2029-Q1"))
    assert bring(byvekst, book, place)[1].startswith("Ingenting er endret")


def test_figures_are_cited_from_the_source_that_is_named(place: Path, byvekst: Command) -> None:
    """For a report that is made; without one they are refused, and a mistyped one gets a suggestion."""
    book = edited(form(byvekst, place), write(MINE, {"Framdrift": 60}))
    put(place, "kilder.yaml", (place / "kilder.yaml").read_text(encoding="utf-8") + SOURCE)

    assert "SRC001" in bring(byvekst, book, place)[1]
    assert "Mente du «eierne-2026»?" in bring(byvekst, book, place, "--source", "eierne-2027")[2]
    assert bring(byvekst, book, place, "--source", "eierne-2026")[0] == 0
    assert "\nkilde: eierne-2026\n" in report(place)


def test_what_is_known_stands_beside(place: Path, byvekst: Command) -> None:
    """The final cost and the forecasts as they were told last, to be read and not answered for."""
    page = load_workbook(form(byvekst, place))[MINE]
    beside: dict[object, object] = {}
    for number in range(1, page.max_row + 1):
        beside.setdefault(page.cell(number, 2).value, page.cell(number, 5).value)
    assert beside["Sluttkostnad – Beløp"] == "428 (forrige rapport)"
    assert "2028-Q4" in str(beside["åpning"])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--to", "a.xlsx", "--period", "2026-T3"], "--forms"),
        (["--forms", "a", "--period", "2026-T9"], "2026-T9"),
        (["--forms", "a", "--period", "2026-T2"], "2026-t2.yaml"),
    ],
    ids=["portfolio", "no period", "broken report"],
)
def test_wrong_use_is_told(
    options: list[str], told: str, place: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no form is made."""
    put(place, "rapport/2026-t2.yaml", "periode: [\n")
    monkeypatch.chdir(place.parent)

    code, _, err = byvekst("export", "nord-jaeren", *options, "--language", "nb")

    assert code == 2
    assert told in err
    assert [path.name for path in place.parent.iterdir()] == ["nord-jaeren"]
