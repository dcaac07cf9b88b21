"""The portfolio goes out as a workbook and comes back: only what somebody changed is changed."""

import json
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from byvekst_cli.area.incoming import Change, Merged
from byvekst_cli.area.tables import rows_in, rows_of
from byvekst_cli.edit.came_back import returned
from byvekst_cli.edit.incorporate import incorporated
from byvekst_cli.edit.merge import merged
from byvekst_cli.edit.patch import GONE, Put, patched
from byvekst_cli.edit.yaml_text import entry, flow, scalar
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.tables import TABLES
from byvekst_cli.report.workbook import portfolio_workbook
from byvekst_cli.source.load import load
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.tree import Folder
from byvekst_cli.source.workbook import read_workbook
from conftest import EXAMPLES, SHEET, TODAY, Answer, put
from workbooks import append, at, edited, put_in, row_of

Command = Callable[..., Answer]
DAY = date.fromisoformat(TODAY)
NAMES = ["oslo", "bergen", "trondheim", "nord-jaeren"]
MONEY = """# Øverst.
anslag:  # eldste først
  - {dato: 2018-05, prisår: 2018, p50: 126.9}  # fra programmet
  # Den neste er grov.
  - dato: 2021
    prisår: ukjent
    lav: 165
    høy: 212
milepæler: [{hva: åpning, plan: 2025-06-15}, {hva: ferdig, plan: 2026}]
finansiering:
  poster:
    - {midler: ukjent, prisår: 2022, år: {2022: 9.9, 2023: ukjent}}
illustrasjon: true
"""
FILE = "prosjekt/p-1.yaml"


@pytest.fixture
def book(area: Path, byvekst: Command) -> Path:
    """A workbook of an area with one project, with the path `bok.xlsx` beside the area."""
    put(area, FILE, SHEET + MONEY)
    path = area.parent / "bok.xlsx"
    assert byvekst("export", area, "--to", path, "--as-of", TODAY)[0] == 0
    return path


def text(area: Path) -> str:
    return (area / FILE).read_text(encoding="utf-8")


def bring(byvekst: Command, book: Path, area: Path, *options: str) -> Answer:
    return byvekst("import", book, area, "--as-of", TODAY, "--language", "nb", *options)


@pytest.mark.parametrize("name", NAMES)
def test_an_unedited_workbook_changes_nothing(name: str, tmp_path: Path, byvekst: Command) -> None:
    """Not a byte, for all four examples; and the workbook itself is the same each time."""
    root = shutil.copytree(EXAMPLES / name, tmp_path / name)
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (first, second):
        assert byvekst("eksporter", root, "--to", path, "--as-of", TODAY)[0] == 0

    code, out, err = byvekst("importer", first, root, "--language", "nb")

    assert (code, out, err) == (0, "Ingenting er endret siden arbeidsboken ble laget.\n", "")
    assert first.read_bytes() == second.read_bytes()
    for file in EXAMPLES.glob(f"{name}/**/*.yaml"):
        assert (tmp_path / file.relative_to(EXAMPLES)).read_bytes() == file.read_bytes()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("name", ["bergen", "trondheim"])
def test_a_workbook_saved_by_libreoffice_changes_nothing(name: str, tmp_path: Path, byvekst: Command) -> None:
    """Opened and saved by another program, with its own ideas of types and styles."""
    path = tmp_path / "bok.xlsx"
    byvekst("export", EXAMPLES / name, "--to", path)
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "lo", path]
    subprocess.run(command, capture_output=True, check=True, timeout=120)

    code, out, _ = byvekst("import", tmp_path / "lo" / "bok.xlsx", EXAMPLES / name, "--language", "en")

    assert (code, out) == (0, "Nothing has changed since the workbook was made.\n")


def test_a_workbook_read_twice_adds_its_rows_once(book: Path, area: Path, byvekst: Command) -> None:
    """Rows and projects that are there already, with the same cells, are not put in again."""

    def edit(pages: Any) -> None:
        append("Anslag", {"@0": "p-1", "dato": "2026-11", "prisår": 2026, "beløp": 240})(pages)
        append("Prosjekter", {"id": "P-2", "navn": "Bru", "kommuner": "bergen: 100", "tiltak": "gange"})(
            pages
        )

    edited(book, edit)

    assert bring(byvekst, book, area)[0] == 0
    once = text(area)
    assert bring(byvekst, book, area) == (0, "Ingenting er endret siden arbeidsboken ble laget.\n", "")
    assert text(area) == once


def test_one_cell_is_one_value(book: Path, area: Path, byvekst: Command) -> None:
    """Shown before and after, with its place; the comment beside it stays."""
    edited(book, put_in("Anslag", "2018-05", "p50", 130.25))
    before = text(area)

    code, shown, _ = bring(byvekst, book, area, "--dry-run")
    assert (code, text(area)) == (0, before)
    assert "Anslag!" in shown
    assert "126.9 → 130.25" in shown

    assert bring(byvekst, book, area)[0] == 0
    assert text(area) == before.replace("p50: 126.9", "p50: 130.25")
    assert bring(byvekst, book, area)[1].startswith("Ingenting er endret")


EDITS = [
    ("Prosjekter", "p-1", "navn", "Veg: ny # 2", "navn: Sykkelveg\n", "navn: 'Veg: ny # 2'\n"),
    ("Prosjekter", "p-1", "navn", "=1+1", "navn: Sykkelveg\n", "navn: =1+1\n"),
    ("Prosjekter", "p-1", "tiltak", "sykkel; gange", "tiltak: [sykkel]", "tiltak: [sykkel, gange]"),
    ("Prosjekter", "p-1", "tiltak", "Ukjent", "tiltak: [sykkel]", "tiltak: ukjent"),
    ("Prosjekter", "p-1", "lengde", "1 250,5", "kommuner:", "lengde: 1250.5\nkommuner:"),
    (
        "Prosjekter",
        "p-1",
        "plan.nivå",
        "Reguleringsplan",
        "# Øverst.",
        "plan: {nivå: reguleringsplan}\n# Øverst.",
    ),
    ("Prosjekter", "p-1", "status_per", date(2026, 8, 31), "kommuner:", "status_per: 2026-08-31\nkommuner:"),
    ("Prosjekter", "p-1", "status_per", "høsten 2026", "kommuner:", "status_per: 2026-høst\nkommuner:"),
    ("Prosjekter", "p-1", "form", "pott", "kommuner:", "form: pott\nkommuner:"),
    ("Prosjekter", "p-1", "beskrivelse", "a\nb", "kommuner:", "beskrivelse: |-\n  a\n  b\nkommuner:"),
    ("Anslag", "2018-05", "nivå", "grovt", "prisår: 2018, p", "prisår: 2018, nivå: grovt, p"),
    ("Anslag", "2018-05", "p50", "ukjent", "p50: 126.9", "p50: ukjent"),
    ("Anslag", "2021", "høy", 213, "høy: 212", "høy: 213"),
    ("Anslag", "2021", "høy", None, "    høy: 212\n", ""),
    ("Anslag", "2021", "mva", "uten", "    høy: 212\n", "    høy: 212\n    mva: uten\n"),
    ("Milepæler", "ferdig", "plan", "2027", "plan: 2026}", "plan: 2027}"),
    ("Milepæler", "ferdig", "prognose", 2028, "plan: 2026}", "plan: 2026, prognose: 2028}"),
    ("Finansiering", "ukjent", "år.2022", 10, "2022: 9.9", "2022: 10"),
    ("Finansiering", "ukjent", "år.2022", None, "2022: 9.9, ", ""),
    ("Finansiering", "ukjent", "år.2027", "8,1", "2023: ukjent}", "2023: ukjent, 2027: 8.1}"),
]


@pytest.mark.parametrize(
    ("sheet", "row", "name", "value", "before", "after"), EDITS, ids=[f"{e[2]}={e[3]}" for e in EDITS]
)
def test_each_style_keeps_its_own(
    sheet: str, row: str, name: str, value: object, before: str, after: str,
    book: Path, area: Path, byvekst: Command,
) -> None:  # fmt: skip
    """In brackets or a line a key, first or last: the new value looks as its neighbours, the rest stays."""
    sound = text(area)

    def edit(pages: Any) -> None:
        put_in(sheet, row, name, value)(pages)
        cell = pages[sheet].cell(row_of(pages[sheet], row), at(pages[sheet], name))
        cell.data_type = "s" if isinstance(value, str) else cell.data_type

    edited(book, edit)
    code, out, err = bring(byvekst, book, area)

    assert (code, err) == (0, ""), out
    assert before in sound
    assert text(area) == sound.replace(before, after, 1)


def test_rows_come_and_go(book: Path, area: Path, byvekst: Command) -> None:
    """A new estimate as the last one is written, and a milestone taken out; comments stay."""

    def edit(pages: Any) -> None:
        append("Anslag", {"@0": "P-1", "dato": "2026-11", "prisår": 2026, "beløp": 240})(pages)
        pages["Milepæler"].delete_rows(row_of(pages["Milepæler"], "ferdig"))

    sound = text(area)
    edited(book, edit)

    assert bring(byvekst, book, area)[0] == 0
    added = "    høy: 212\n  - dato: 2026-11\n    prisår: 2026\n    beløp: 240\n"
    assert text(area) == sound.replace("    høy: 212\n", added).replace(", {hva: ferdig, plan: 2026}", "")


def test_a_new_row_of_projects_is_a_new_file(book: Path, area: Path, byvekst: Command) -> None:
    """It explains itself as any new file, and rows on other sheets can belong to it at once."""

    def edit(pages: Any) -> None:
        append("Prosjekter", {"id": "P-2", "navn": "Ny bru", "kommuner": "bergen: 100", "tiltak": "gange"})(
            pages
        )
        append("Anslag", {"@0": "P-2", "dato": 2026, "prisår": 2026, "beløp": 12.5, "illustrasjon": "ja"})(
            pages
        )

    edited(book, edit)

    code, out, _ = bring(byvekst, book, area)

    assert code == 0, out
    made = read((area / "prosjekt/p-2.yaml").read_text(encoding="utf-8")).data
    assert made["navn"] == "Ny bru"
    assert made["anslag"] == [
        {"dato": 2026, "prisår": 2026, "beløp": read("x: 12.5\n").data["x"], "illustrasjon": True}
    ]
    assert byvekst("check", area, "--as-of", TODAY)[0] == 0


def test_rows_and_columns_may_be_moved(book: Path, area: Path, byvekst: Command) -> None:
    """Sorted, reordered and renamed, it is still the same; deleted columns say nothing."""

    def edit(pages: Any) -> None:
        page = pages["Anslag"]
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        rows = [[row[0], *reversed(row[1:])] for row in [*rows[:2], *reversed(rows[2:])]]
        rows[1][3] = "Et nytt navn"
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row, 1):
                page.cell(number, place).value = value
        page.delete_cols(at(page, "mva"))
        pages["Prosjekter"].delete_cols(at(pages["Prosjekter"], "navn"))
        del pages["Finansiering"]

    edited(book, edit)
    code, out, _ = bring(byvekst, book, area)

    assert code == 0
    assert out.endswith("Ingenting er endret siden arbeidsboken ble laget.\n")
    assert "Finansiering" in out
    assert "navn" in out


def test_programs_see_what_a_workbook_would_change(book: Path, area: Path, byvekst: Command) -> None:
    """Each cell and row with its place, and what is refused; the same facts as on the screen."""

    def edit(pages: Any) -> None:
        put_in("Anslag", "2018-05", "p50", 130)(pages)
        put_in("Prosjekter", "p-1", "navn", "=1/0")(pages)
        append("Anslag", {"@0": "p-1", "dato": "2026-11", "prisår": 2026, "beløp": 240})(pages)
        pages["Milepæler"].delete_rows(row_of(pages["Milepæler"], "ferdig"))

    before = text(area)
    edited(book, edit)
    told = json.loads(bring(byvekst, book, area, "--dry-run", "--format", "json")[1])
    assert (told["version"], told["area"], told["refused"], told["written"]) == (
        1,
        "prøveområdet",
        True,
        False,
    )
    assert [each["why"] for each in told["faults"]] == ["cell-error"]

    edited(book, put_in("Prosjekter", "p-1", "navn", "Sykkelveg"))
    code, out, err = bring(byvekst, book, area, "--dry-run", "--format", "json")
    assert (code, err, text(area)) == (0, "", before)
    told = json.loads(out)
    (change,) = told["changes"]
    assert [change[key] for key in ("path", "key", "field", "before", "after", "sheet")] == [
        FILE, ["anslag", 0], "p50", "126.9", "130", "Anslag",
    ]  # fmt: skip
    assert told["added"][0]["cells"] == {"dato": "2026-11", "prisår": "2026", "beløp": "240"}
    assert told["removed"][0]["key"] == ["milepæler", 1]
    assert (told["files"], told["findings"], told["conflicts"]) == ([FILE], [], [])

    put(area, FILE, before.replace("p50: 126.9", "p50: 128"))
    code, out, _ = bring(byvekst, book, area, "--format", "json")
    assert code == 1
    (conflict,) = json.loads(out)["conflicts"]
    assert [conflict[key] for key in ("then", "files", "workbook")] == ["126.9", "128", "130"]


def test_programs_see_the_errors_that_would_come(book: Path, area: Path, byvekst: Command) -> None:
    """As findings, in the form that `check` gives them."""
    edited(book, put_in("Prosjekter", "p-1", "ansvar.eier", "bergn"))
    code, out, _ = bring(byvekst, book, area, "--format", "json")
    told = json.loads(out)
    assert (code, told["refused"], told["written"]) == (1, True, False)
    assert [each["path"].endswith(FILE) for each in told["findings"]] == [True]
    assert bring(byvekst, book, area, "--format", "markdown")[0] == 2


def test_what_both_changed_is_refused(book: Path, area: Path, byvekst: Command) -> None:
    """The three values side by side, and nothing written, not even the rest."""

    def edit(pages: Any) -> None:
        put_in("Anslag", "2018-05", "p50", 130)(pages)
        put_in("Anslag", "2021", "høy", 300)(pages)

    edited(book, edit)
    put(area, FILE, text(area).replace("p50: 126.9", "p50: 128.4"))
    before = text(area)

    code, out, _ = bring(byvekst, book, area)

    assert code == 1
    assert re.search(r"126\.9 +128\.4 +130\b", out)
    assert out.endswith("Ingenting er skrevet.\n")
    assert text(area) == before


def test_what_others_did_meanwhile_stays(book: Path, area: Path, byvekst: Command) -> None:
    """Rows put in before it, the same change made already, and other fields of the same row."""
    edited(book, put_in("Anslag", "2021", "høy", 300))
    others = text(area).replace(
        "  - {dato: 2018-05", "  - {dato: 2015, prisår: 2015, beløp: 90}\n  - {dato: 2018-05"
    )
    put(area, FILE, others.replace("126.9", "127.5"))
    before = text(area)

    assert bring(byvekst, book, area)[0] == 0
    assert text(area) == before.replace("høy: 212", "høy: 300")
    assert bring(byvekst, book, area) == (0, "Ingenting er endret siden arbeidsboken ble laget.\n", "")


def test_a_value_that_does_not_fit_is_refused(book: Path, area: Path, byvekst: Command) -> None:
    """The area is read as it would be; a new error, and nothing is written."""
    edited(book, put_in("Prosjekter", "p-1", "ansvar.eier", "bergn"))
    before = text(area)

    code, out, _ = bring(byvekst, book, area)

    assert code == 1
    assert "Mente du «bergen»?" in out
    assert text(area) == before


BAD = [
    ("p50", "1.250", "tusener"),
    ("p50", date(2026, 5, 1), "er en dato"),
    ("p50", True, "sant eller usant"),
    ("p50", "=1/0", "regnet ut"),
    ("illustrasjon", "kanskje", "verken ja eller nei"),
    ("merknad", "a\u200bb", "ikke vises"),
    ("@0", "P-9", "flyttet"),
]


@pytest.mark.parametrize(("name", "value", "told"), BAD, ids=[name + str(value) for name, value, _ in BAD])
def test_a_cell_that_cannot_be_understood_is_told(
    name: str, value: object, told: str, book: Path, area: Path, byvekst: Command
) -> None:
    """With its sheet and place."""
    edited(book, put_in("Anslag", "2018-05", name, value))
    before = text(area)

    code, out, _ = bring(byvekst, book, area)

    assert code == 1
    assert told in out
    assert re.search(r"Anslag![A-Z]+\d", out)
    assert text(area) == before


def test_copies_and_merged_cells(book: Path, area: Path, byvekst: Command) -> None:
    """A copied row that is edited is a new one; one that is not cannot be told from the old."""

    def copy(changed: dict[str, object]) -> Callable[[Any], None]:
        def edit(pages: Any) -> None:
            page = pages["Anslag"]
            row = row_of(page, "2018-05")
            append("Anslag", {"@0": "p-1"})(pages)
            for cell in page[row]:
                page.cell(page.max_row, cell.column).value = cell.value
            for name, value in changed.items():
                page.cell(page.max_row, at(page, name)).value = value

        return edit

    shutil.copy(book, book.with_name("to.xlsx"))
    edited(book, copy({}))
    assert "kopiert" in bring(byvekst, book, area)[1]

    second = book.with_name("to.xlsx")
    edited(second, copy({"dato": "2019-01"}))
    assert bring(byvekst, second, area)[0] == 0
    assert "    høy: 212\n  - dato: 2019-01\n" in text(area)

    edited(second, lambda pages: pages["Anslag"].merge_cells("C3:D3"))
    assert "slått sammen" in bring(byvekst, second, area)[1]


def test_a_project_is_not_deleted_from_a_workbook(book: Path, area: Path, byvekst: Command) -> None:
    """That is done in the folder."""
    edited(book, lambda pages: pages["Prosjekter"].delete_rows(3))

    code, out, _ = bring(byvekst, book, area)

    assert code == 1
    assert "blir ikke slettet" in out


def test_formulas_give_what_they_last_gave(book: Path, area: Path, byvekst: Command) -> None:
    """And it is said that they are formulas."""
    page = next(n for n, s in enumerate(load_workbook(book).worksheets, 1) if s.title == "Anslag")
    with zipfile.ZipFile(book) as old:
        parts = {info.filename: old.read(info) for info in old.infolist()}
    name = f"xl/worksheets/sheet{page}.xml"
    parts[name] = parts[name].replace(b"<v>126.9</v>", b"<f>100+30</f><v>130</v>")
    with zipfile.ZipFile(book, "w") as new:
        for part, data in parts.items():
            new.writestr(part, data)

    code, out, _ = bring(byvekst, book, area)

    assert code == 0
    assert "Verdien den hadde sist, er brukt: 130." in out
    assert "p50: 130}" in text(area)


def test_a_year_can_be_added(book: Path, area: Path, byvekst: Command) -> None:
    """As a column with the year as its heading; other new columns are told and not read."""

    def edit(pages: Any) -> None:
        page = pages["Finansiering"]
        last = page.max_column
        for number, (heading, value) in enumerate((("2035", 5), ("Min regning", 7)), 1):
            page.cell(2, last + number).value = heading
            page.cell(3, last + number).value = value

    edited(book, edit)
    code, out, _ = bring(byvekst, book, area)

    assert code == 0
    assert "«Min regning»" in out
    assert "2023: ukjent, 2035: 5}" in text(area)


def test_line_breaks_and_byte_order_marks_stay(book: Path, area: Path, byvekst: Command) -> None:
    """A file from Windows is still one."""
    windows = b"\xef\xbb\xbf" + text(area).replace("\n", "\r\n").encode()
    (area / FILE).write_bytes(windows)
    edited(book, put_in("Anslag", "2021", "mva", "uten"))

    assert bring(byvekst, book, area)[0] == 0
    assert (area / FILE).read_bytes() == windows.replace(
        "høy: 212\r\n".encode(), "høy: 212\r\n    mva: uten\r\n".encode()
    )


def test_texts_that_look_like_formulas_stay_texts(area: Path, byvekst: Command) -> None:
    """`=`, `+`, `-` and `@` at the start of a name run nothing in anybody's Excel."""
    for number, sign in enumerate("=+-@"):
        put(
            area,
            f"prosjekt/q-{number}.yaml",
            SHEET.replace("p-1", f"q-{number}").replace("Sykkelveg", f"'{sign}A1'"),
        )
    path = area.parent / "bok.xlsx"
    byvekst("export", area, "--to", path)

    with zipfile.ZipFile(path) as archive:
        assert not [
            n for n in archive.namelist() if n.endswith(".xml") and re.search(rb"<f[ >]", archive.read(n))
        ]
    assert byvekst("import", path, area, "--language", "nb")[1].startswith("Ingenting")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_speaks_its_language(language: str, tmp_path: Path, byvekst: Command) -> None:
    """Sheets, headings and help; no two headings or sheets are the same."""
    path = tmp_path / "b.xlsx"
    byvekst("export", EXAMPLES / "bergen", "--to", path, "--language", language)

    book = load_workbook(path)
    assert book.sheetnames[1] == {"nb": "Prosjekter", "nn": "Prosjekt", "en": "Projects"}[language]
    for sheet in book.worksheets[1:-3]:
        heads = [cell.value for cell in sheet[2] if cell.value]
        assert len(heads) == len(set(heads)), sheet.title
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
    assert book["byvekst"].sheet_state == "hidden"


# Properties.

CELLS = st.text("ab: #'\"[]{},-@=+%&*!|>øå1\n", min_size=1, max_size=20).filter(lambda t: t.strip() == t)
VALUES = st.one_of(
    CELLS, st.integers(-5, 99), st.just(True), st.lists(CELLS, min_size=1, max_size=3),
    st.dictionaries(CELLS.filter(lambda t: "\n" not in t), st.integers(0, 9), min_size=1, max_size=3),
)  # fmt: skip
ROWS = st.dictionaries(st.text("xyz", min_size=1, max_size=2), VALUES, min_size=1)
DATA = st.dictionaries(
    st.text("abcæø", min_size=1, max_size=3),
    st.one_of(VALUES, st.lists(ROWS, min_size=1, max_size=3)),
    min_size=2, max_size=5,
)  # fmt: skip


def block(data: Any, indent: str = "") -> list[str]:
    """Data with a line a key, and a comment over each, as a careful person writes."""
    lines = []
    for key, value in data.items():
        lines.append(f"{indent}# om {key}")
        if isinstance(value, list) and isinstance(value[0], dict):
            lines.append(f"{indent}{key}:")
            for row in value:
                inner = [line for k, v in row.items() for line in entry(k, v, f"{indent}    ")]
                lines += [f"{indent}  - {inner[0].strip()}", *inner[1:]]
        else:
            lines += entry(key, value, indent)
    return lines


def one_line(value: Any) -> str:
    return flow(value) if isinstance(value, list | dict) else scalar(value, flow=False)


def places(data: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [each for key, value in items for each in ((*route, key), *places(value, (*route, key)))]


@settings(max_examples=150, deadline=None)
@given(data=DATA, value=VALUES, styled=st.booleans(), draw=st.data())
def test_a_patch_changes_that_value_and_no_comment(
    data: Any, value: Any, styled: bool, draw: st.DataObject
) -> None:
    """Whatever stands there, in brackets or on lines: set, added or taken out."""
    before = (
        "\n".join(block(data) if styled else [f"{k}: {one_line(v)}  # om {k}" for k, v in data.items()])
        + "\n"
    )
    assert read(before).data == data
    route = draw.draw(st.sampled_from(places(data)))
    act = draw.draw(st.sampled_from(["set", "add", "take"]))
    if act == "add":
        route = (
            (*route[:-1], "ny") if isinstance(route[-1], str) else (*route[:-1], len(of(data, route[:-1])))
        )
    old = of(data, route) if act == "set" else ""
    if isinstance(old, dict) or (isinstance(old, list) and isinstance(old[0], dict)):
        return  # a workbook never puts one thing in the place of a whole row
    if act == "take" and (len(data) == 1 or len(of(data, route[:-1])) == 1):
        return

    after = patched(before, [Put(route, GONE if act == "take" else value)])

    assert read(after).data == changed(data, route, GONE if act == "take" else value)
    if styled or act != "take":
        assert Counter(re.findall("# om .*", before)) == Counter(re.findall("# om .*", after))


@settings(max_examples=100, deadline=None)
@given(data=DATA, styled=st.booleans(), draw=st.data())
def test_many_values_at_once_are_the_same_as_one_by_one(data: Any, styled: bool, draw: st.DataObject) -> None:
    """Set and added, in any order and number, a level or two down."""
    text = "\n".join(block(data) if styled else [f"{k}: {one_line(v)}" for k, v in data.items()]) + "\n"
    plain = [route for route in places(data) if not isinstance(of(data, route), dict | list)]
    holders = [(), *(route for route in places(data) if isinstance(of(data, route), dict))]
    puts = [
        Put(route, 7)
        for route in draw.draw(st.sets(st.sampled_from(plain), max_size=4) if plain else st.just(set()))
    ]
    puts += [
        Put((*holder, f"ny{at}"), 8)
        for at, holder in enumerate(draw.draw(st.lists(st.sampled_from(holders), max_size=4)))
    ]

    one_by_one = text
    for each in puts:
        one_by_one = patched(one_by_one, [each])

    assert read(patched(text, puts)).data == read(one_by_one).data


def of(data: Any, route: tuple[Any, ...]) -> Any:
    for step in route:
        data = data[step]
    return data


def changed(data: Any, route: tuple[Any, ...], value: Any) -> Any:
    """The same change made on plain data, another way."""
    if not route:
        return value
    step, *rest = route
    if isinstance(data, list):
        items = [changed(each, tuple(rest), value) if at == step else each for at, each in enumerate(data)]
        items += [value] if step == len(data) else []
        return [each for each in items if each is not GONE]
    items = {k: changed(v, tuple(rest), value) if k == step else v for k, v in data.items()}
    return {k: v for k, v in ({step: value} | items if step not in data else items).items() if v is not GONE}


LOADED = {name: load(Folder(EXAMPLES / name), DAY) for name in NAMES}


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_random_edit_of_a_real_file_changes_that_cell_alone(data: st.DataObject) -> None:
    """Of all the cells of the four examples, whatever is written or wiped out."""
    loaded = LOADED[data.draw(st.sampled_from(NAMES))]
    table = data.draw(st.sampled_from([table for table in TABLES if any(rows_of(table, loaded.area))]))
    row = data.draw(st.sampled_from(list(rows_of(table, loaded.area))))
    name = data.draw(st.sampled_from([*row.cells, "merknad"]))
    column = table.find(name)
    assert column is not None
    before = row.cells.get(name, "")
    new = {
        "number": "7.25",
        "year": "2031",
        "price-year": "løpende",
        "when": "2031-05",
        "shares": "a: 60; b: 40",
        "list": "a, b",
    }
    after = data.draw(
        st.sampled_from(
            [new.get(column.sort.value, "ny: tekst, #1 [a]"), *([""] if len(row.cells) > 1 else [])]
        )
    )
    if column.sort.value == "yes":
        after = "" if before else "true"
    if after == before:
        return

    texts = incorporated(loaded, Merged(changed=[Change(table, row, name, before, after, "", "")]), Say("nb"))

    assert not texts.faults
    ((path, text),) = texts.changed.items()
    old = [
        r for t in TABLES if t.kind == table.kind for r in rows_in(t, path, loaded.documents[path].data, "x")
    ]
    new_rows = [r for t in TABLES if t.kind == table.kind for r in rows_in(t, path, read(text).data, "x")]
    wiped = {k: v for k, v in {**row.cells, name: after}.items() if v}
    expected = Counter(str(sorted(r.cells.items())) for r in old)
    expected.subtract([str(sorted(row.cells.items()))])
    expected.update([str(sorted(wiped.items()))])
    assert Counter(str(sorted(r.cells.items())) for r in new_rows) == +expected


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]),
            min_size=1,
            max_size=60,
        ),
        min_size=1,
        max_size=4,
    ),
    number=st.decimals(-999_999, 999_999, places=6),
)
def test_any_area_goes_out_and_comes_back_unchanged(texts: list[str], number: Any, area: Path) -> None:
    """Whatever its texts and numbers are, the workbook of an area asks for nothing."""
    for old in (area / "prosjekt").glob("q-*"):
        old.unlink()
    for number_of, each in enumerate(texts):
        name = flow(each if each.strip() else "x")
        amount = f"{number.normalize():f}"
        put(
            area,
            f"prosjekt/q-{number_of}.yaml",
            SHEET.replace("p-1", f"q-{number_of}").replace("Sykkelveg", name) + f"lengde: {amount}\n",
        )
    found = load(Folder(area), DAY)

    book = returned(read_workbook(portfolio_workbook(found.area, Say("nb"), "1")))

    assert merged(book, found.area).is_empty
    assert not book.faults
