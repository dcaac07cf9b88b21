"""Somebody's own list becomes project sheets; what cannot be taken is told by its cell."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from byvekst_cli.source.small_yaml import read
from conftest import EXAMPLES, SHEET, TODAY, Answer, put
from workbooks import at, edited, packed, plain_book, row_of, unpacked

Command = Callable[..., Answer]
MAP = """kolonner:
  Prosjekt: {felt: navn}
  Kommune: {felt: kommuner}
  Type: {felt: tiltak, ord: {Sykkelveg: sykkel}}
  Kostnad: {felt: anslag.beløp, enhet: 1000 kr}
faste: {anslag.dato: 2026, anslag.prisår: 2026, illustrasjon: true}
id: {mønster: "L-{nr}"}
"""
HEAD = ["Prosjekt", " kommune:", "TYPE", "Kostnad"]


def listed(byvekst: Command, area: Path, rows: list[list[object]], how: str = MAP, *options: str) -> Answer:
    """The command on a list in Excel and a map."""
    book = put(area.parent, "liste.xlsx", plain_book(rows))
    map = put(area.parent, "kart.yaml", how)
    return byvekst("import", book, area, "--map", map, "--as-of", TODAY, "--language", "nb", *options)


def made(area: Path, id: str) -> object:
    return read((area / f"prosjekt/{id}.yaml").read_text(encoding="utf-8")).data


def test_a_row_becomes_a_sheet(area: Path, byvekst: Command) -> None:
    """Whatever stands over the list and however headings and names are written; and the area checks clean."""
    rows = [
        ["Liste over prosjekter"],
        [],
        HEAD,
        ["Ny bru", "Bergen kommune", "Sykkelveg, gange", 1250.5],
        [],
        ["Veg", "bergen", "sykkel", None],
    ]

    code, out, _ = listed(byvekst, area, rows, MAP, "--dry-run")
    assert (code, len(list((area / "prosjekt").iterdir()))) == (0, 1)
    assert "Liste!4  L-001  Ny bru" in out

    assert listed(byvekst, area, rows)[0] == 0
    text = (area / "prosjekt/l-001.yaml").read_text(encoding="utf-8")
    assert text == (
        "id: L-001\nnavn: Ny bru\nkommuner: {bergen: 100}\ntiltak: [sykkel, gange]\n"
        "anslag:\n  - {dato: 2026, prisår: 2026, beløp: 1.2505}\nillustrasjon: true\n"
    )
    assert "anslag" not in made(area, "l-002")  # type: ignore[operator]
    assert byvekst("check", area, "--as-of", TODAY)[0] == 0


@pytest.mark.parametrize(
    ("row", "cell", "told"),
    [
        (["Bru", "Bergn", "sykkel", 1], "B2", "Mente du «bergen»?"),
        (["Bru", "Bergen", "sykl", 1], "C2", "ikke et av ordene"),
        (["Bru", "Bergen", "sykkel", "dyr"], "D2", "ikke et tall"),
        (["Bru", "Bergen", "sykkel", "1.250"], "D2", "tusener"),
        (["Bru", "Bergen, Voss", "sykkel", 1], "B2", "ikke et av ordene"),
        ([None, "Bergen", "sykkel", 1], "A2", "navn"),
        (["Bru", "Bergen", "sykkel", 0.0001], "D2", "desimaler"),
    ],
    ids=["name", "word", "text", "thousands", "two names", "no name", "decimals"],
)  # fmt: skip
def test_a_row_that_cannot_be_taken_is_told(
    row: list[object], cell: str, told: str, area: Path, byvekst: Command
) -> None:
    """By its sheet and cell, and none of the list is written."""
    code, out, _ = listed(byvekst, area, [HEAD, row, ["Veg", "Bergen", "gange", 5]])

    assert code == 1
    assert f"Liste!{cell}" in out
    assert told in " ".join(out.split())
    assert [path.name for path in (area / "prosjekt").iterdir()] == ["p-1.yaml"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Prosjekt:", "Prosjket:", "Mente du «Prosjekt»?"),
        ("anslag.beløp", "anslag.belop", "Mente du «anslag.beløp»?"),
        ("id: {mønster: \"L-{nr}\"}\n", "", "Ingen kolonne er «id»"),
        ("L-{nr}", "L", "{nr}"),
        ("1000 kr", "tusen", "kart.yaml"),
        ("felt: navn", "navn: felt", "felt"),
        ("kolonner:", "kolonnr:", "kolonner"),
        ("felt: navn", "felt: kommuner", "samme feltet"),
        ("kolonner:", "ark: Annet\nkolonner:", "noe ark «Annet»"),
    ],
)  # fmt: skip
def test_a_map_that_does_not_fit_is_told(
    before: str, after: str, told: str, area: Path, byvekst: Command
) -> None:
    """With the word that was probably meant."""
    code, _, err = listed(byvekst, area, [HEAD, ["Bru", "Bergen", "sykkel", 1]], MAP.replace(before, after))

    assert code == 2
    assert told in err


def test_columns_and_rows_that_are_passed_over_are_told(area: Path, byvekst: Command) -> None:
    """Unless the map says that they are not wanted."""
    rows = [[*HEAD, "Kontakt"], ["Bru", "Bergen", "sykkel", 1, "x"], ["Sum", None, None, 1, None]]

    code, out, _ = listed(byvekst, area, rows, MAP + "hopp_over: [Sum]\n", "--dry-run")
    assert code == 0
    assert "«Kontakt» står ikke i kartet" in out
    assert "hoppet over: «Sum»" in out

    out = listed(byvekst, area, rows, MAP + "hopp_over: [Sum]\nutelat: [Kontakt]\n", "--dry-run")[1]
    assert "Kontakt" not in out


def test_ids_that_are_taken(area: Path, byvekst: Command) -> None:
    """Counting goes past them; a list that states one is told."""
    put(area, "prosjekt/l-001.yaml", SHEET.replace("p-1", "L-001"))
    assert listed(byvekst, area, [HEAD, ["Bru", "Bergen", "sykkel", 1]])[0] == 0
    assert (area / "prosjekt/l-002.yaml").exists()

    how = MAP.replace('id: {mønster: "L-{nr}"}\n', "").replace("kolonner:", "kolonner:\n  Nr: {felt: id}")
    code, out, _ = listed(byvekst, area, [["Nr", *HEAD], ["P-1", "Bru", "Bergen", "sykkel", 1]], how)
    assert code == 1
    assert "Liste!A2: Id-en «P-1» er i bruk" in out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_lists_with_separators(encoding: str, separator: str, area: Path, byvekst: Command) -> None:
    """As Excel and others save them."""
    rows = [HEAD, ["Åsvegen", "Bergen", "sykkel", '"1 250,5"' if separator == "," else "1 250,5"]]
    data = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    file = put(area.parent, "liste.csv", data)

    code, out, err = byvekst("import", file, area, "--map", put(area.parent, "kart.yaml", MAP))

    assert (code, err) == (0, ""), out
    assert made(area, "l-001")["navn"] == "Åsvegen"  # type: ignore[index]


# Files that are not what they should be.


def bomb() -> bytes:
    """A small file that would be 320 MB when opened."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(32):
                part.write(b" " * 10_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "skadet"),
        (b"navn;beloep\n", "skadet"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "passord"),
        (b"x" * (30 * 1_048_576 + 1), "for stor"),
        (bomb(), "for stor"),
        (plain_book([["Prosjekt"], ["Bru"]]), "ikke laget med"),
        (plain_book([["byvekst-2", "prøveområdet", "9", "portfolio"]], "byvekst"), "annen utgave"),
        (plain_book([["byvekst-1", "prøveområdet", "9", "portfolio"], ["projects", "[", "{"]], "byvekst"), "ikke laget med"),
        (plain_book([["byvekst-1", "et-annet", "9", "portfolio"]], "byvekst"), "fra området «et-annet»"),
    ],
    ids=["empty", "text", "encrypted", "large", "bomb", "other", "newer", "spoilt", "other area"],
)  # fmt: skip
def test_a_wrong_file_is_told(data: bytes, told: str, area: Path, byvekst: Command) -> None:
    """In a sentence, in a moment, with nothing written."""
    code, _, err = byvekst("import", put(area.parent, "b.xlsx", data), area, "--language", "nb")

    assert code == 2
    assert told in err


@pytest.mark.parametrize("arguments", [["mangler.xlsx"], ["."], ["liste.csv"], ["notat.docx"]])
def test_wrong_use_of_import(
    arguments: list[str], area: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence each."""
    monkeypatch.chdir(area)
    put(area, "liste.csv", "a;b\n")
    code, out, err = byvekst("import", *arguments)

    assert (code, out) == (2, "")
    assert arguments[0] in err


@pytest.mark.parametrize(
    "arguments",
    [[], ["--to", "a.xlsx", "--forms", "b"], ["--to", "a.ods"], ["--to", "a.xlsx", "--owner", "bergen"], ["--forms", "b"], ["--to", "der.xlsx"]],
)  # fmt: skip
def test_wrong_use_of_export(
    arguments: list[str], area: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is a workbook that is there written over."""
    monkeypatch.chdir(area)
    there = put(area, "der.xlsx", "mitt")
    before = sorted(area.rglob("*"))

    assert byvekst("export", *arguments)[0] == 2
    assert sorted(area.rglob("*")) == before
    assert there.read_bytes() == b"mitt"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'


def with_doctype(doctype: str, encoding: str, part: str) -> bytes:
    """A sound workbook of which one part declares an entity and uses it."""
    parts = unpacked(plain_book([HEAD, ["Bru", "Bergen", "sykkel", 1]]))
    name = next(each for each in parts if each.endswith(part))
    body = re.sub(r"<\?xml.*?\?>", "", parts[name].decode("utf-8"))
    body = body.replace("</", "&l9;</", 1) if "<v>" in body else body
    parts[name] = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{body}'.encode(encoding)
    return packed(parts)


@pytest.mark.parametrize("part", ["sheet1.xml", "workbook.xml", "styles.xml", "[Content_Types].xml", ".rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp037"])
@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE], ids=["grows", "reads files"])
def test_a_workbook_that_declares_entities_is_not_opened(
    doctype: str, encoding: str, part: str, area: Path, byvekst: Command
) -> None:
    """In any part and encoding, ours or somebody's list: a sentence, and nothing is worked out."""
    book = put(area.parent, "b.xlsx", with_doctype(doctype, encoding, part))

    code, out, err = byvekst(
        "import", book, area, "--map", put(area.parent, "k.yaml", MAP), "--language", "nb"
    )

    assert (code, out) == (2, "")
    assert "skadet" in err


def test_a_formula_that_was_never_worked_out_is_told(area: Path, byvekst: Command) -> None:
    """Programs that write workbooks leave formulas without a value; such a cell is neither 0 nor empty."""
    code, out, _ = listed(byvekst, area, [HEAD, ["Bru", "Bergen", "sykkel", "=600+650.5"]])

    assert code == 1
    assert "Liste!D2" in out
    assert "ikke er regnet ut" in " ".join(out.split())
    assert [path.name for path in (area / "prosjekt").iterdir()] == ["p-1.yaml"]


def test_a_workbook_with_macros_is_read_and_they_are_not(area: Path, byvekst: Command) -> None:
    """`.xlsm` is taken as any other; what is in its macros is never looked at, and the file stays as it is."""
    path = area.parent / "b.xlsx"
    byvekst("export", area, "--to", path)
    edited(
        path,
        lambda book: book["Prosjekter"].cell(
            row_of(book["Prosjekter"], "p-1"), at(book["Prosjekter"], "navn"), "Ny veg"
        ),
    )
    parts = unpacked(path.read_bytes())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 no such project"
    macros = put(area.parent, "b.xlsm", packed(parts))
    before = macros.read_bytes()

    code, out, err = byvekst("import", macros, area, "--as-of", TODAY)

    assert (code, err) == (0, ""), out
    assert made(area, "p-1")["navn"] == "Ny veg"  # type: ignore[index]
    assert macros.read_bytes() == before


# Forms.


def test_a_form_goes_out_to_its_owner_and_back(area: Path, byvekst: Command) -> None:
    """Only the owner's projects; labels locked, values open; what was written comes back and no more."""
    mine = SHEET + "ansvar: {eier: bergen}  # avklart\nmilepæler: [{hva: åpning, plan: 2027}]\n"
    put(area, "prosjekt/p-1.yaml", mine)
    put(area, "prosjekt/p-2.yaml", SHEET.replace("p-1", "p-2"))
    code, out, _ = byvekst(
        "export", area, "--forms", area.parent / "ut", "--language", "nb", "--as-of", TODAY
    )
    form = area.parent / "ut" / "bergen.xlsx"
    assert code == 0
    assert "p-2" in out
    assert byvekst("import", form, area, "--language", "nb")[1].startswith("Ingenting er endret")

    book = load_workbook(form)
    page = book["p-1"]
    assert "p-2" not in book.sheetnames
    assert page.protection.sheet
    rows = {page.cell(row, 2).value: row for row in range(1, page.max_row + 1)}
    assert not page.cell(rows["Navn"], 3).protection.locked
    assert page.cell(rows["Navn"], 2).protection.locked

    new = next(row for row in range(rows["Nytt anslag"], page.max_row) if page.cell(row, 2).value == "Dato")
    page.cell(rows["Beskrivelse"], 3).value = "Ny veg."
    page.cell(rows["åpning"], 4).value = "2028-høst"
    page.cell(rows["byggestart"], 3).value = 2026
    for row, value in ((new, 2026), (new + 1, 2026), (new + 3, "12,5")):
        page.cell(row, 3).value = value
    page.cell(
        next(r for r in range(new, page.max_row + 1) if page.cell(r, 2).value == "Illustrasjon"), 3
    ).value = "ja"
    book.save(form)

    code, out, _ = byvekst("import", form, area, "--language", "nb", "--as-of", TODAY)
    assert code == 0, out
    after = (area / "prosjekt/p-1.yaml").read_text(encoding="utf-8")
    assert "beskrivelse: Ny veg.\n" in after
    assert "ansvar: {eier: bergen}  # avklart\n" in after
    assert (
        "milepæler: [{hva: åpning, plan: 2027, prognose: 2028-høst}, {hva: byggestart, plan: 2026}]\n"
        in after
    )
    assert "anslag:\n  - {dato: 2026, prisår: 2026, beløp: 12.5, illustrasjon: true}\n" in after


def test_the_form_of_one_owner(area: Path, byvekst: Command) -> None:
    """By id; a mistyped one gets a suggestion."""
    put(area, "prosjekt/p-1.yaml", SHEET + "ansvar: {eier: bergen}\n")

    assert (
        "Mente du «bergen»?"
        in byvekst("export", area, "--forms", area.parent / "a", "--owner", "bergn", "--language", "nb")[2]
    )
    assert byvekst("export", area, "--forms", area.parent / "a", "--owner", "Bergen")[0] == 0
    assert [path.name for path in (area.parent / "a").iterdir()] == ["bergen.xlsx"]


def test_an_area_with_a_broken_file_goes_out_without_it(area: Path, byvekst: Command) -> None:
    """It is told, and the way back leaves that file alone."""
    put(area, "prosjekt/p-2.yaml", "id: [\n")
    path = area.parent / "b.xlsx"

    out = byvekst("export", area, "--to", path, "--language", "nb")[1]
    assert "p-2.yaml» kan ikke leses" in out

    edited(
        path,
        lambda book: book["Prosjekter"].cell(
            row_of(book["Prosjekter"], "p-1"), at(book["Prosjekter"], "navn"), "Ny"
        ),
    )
    assert byvekst("import", path, area)[0] == 0
    assert (area / "prosjekt/p-2.yaml").read_text(encoding="utf-8") == "id: [\n"


def test_the_example_of_a_list_is_whole() -> None:
    """The list and the map that the README points at belong together."""
    assert (EXAMPLES / "liste.csv").exists()
    assert read((EXAMPLES / "kolonner.yaml").read_text(encoding="utf-8")).flaws == []
