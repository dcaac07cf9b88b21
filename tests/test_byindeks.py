"""Statens vegvesen's workbooks: read as they are, recomputed, put in without touching the rest, or refused.

Two of them (edition of 2026, NLOD) are kept with all sheets and columns but fewer rows.
"""

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byvekst_cli.edit.series import Edition, with_series
from byvekst_cli.goals.point_index import city_index
from byvekst_cli.goals.published import Points
from byvekst_cli.goals.renew import recomputed, renewed
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.source.byindeks import read_byindeks
from byvekst_cli.source.document import Document
from byvekst_cli.source.load import load
from byvekst_cli.source.records import build
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, ROOT, TODAY, Answer, put

Command = Callable[..., Answer]
OSLO = EXAMPLES / "oslo/tallmateriale_959.xlsx"
TRONDHEIM = ROOT / "tests/data/tallmateriale_960.xlsx"
SHEET = """# Byindeksen vår.
id: byindeks
navn: Byindeks for Osloområdet  # navnet står i papirene
kilde: svv
definisjon: Endring i trafikken.
enhet: prosent
rapportør: ukjent
frekvens: månedlig
byindeks: 959
"""
HEAD = ["window_end", "window", "index_period", "index_p", "ci_lower", "ci_upper", "n_trp"]
ROW = ["2025-12", "36_months", "2018 - (jan 2023 - des 2025)", 0.71, -1.8, 3.2, 42]


@pytest.fixture
def follower(area: Path) -> Path:
    """An area whose indicator says that it follows Oslo, and has no series yet."""
    put(area, "indikator/byindeks.yaml", SHEET)
    put(
        area, "kilder.yaml", "kilder: {svv: {tittel: Tallmateriale, utgiver: Statens vegvesen, dato: 2026}}\n"
    )
    return area


def file_of(area: Path) -> Path:
    return area / "indikator/byindeks.yaml"


def book(path: Path, *rows: list[Any], head: list[Any] = HEAD, title: str = "by_glid_indeks") -> Path:
    """A workbook with one sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in (head, *rows):
        sheet.append(row)
    made.save(path)
    return path


def series_of(area: Path) -> dict[str, Any]:
    series: dict[str, Any] = read(file_of(area).read_text(encoding="utf-8")).data["serier"]
    return series


def errors(byvekst: Command, area: Path) -> list[str]:
    found = json.loads(byvekst("check", area, "--format", "json", "--as-of", TODAY)[1])["findings"]
    return [finding["code"] for finding in found if finding["severity"] == "error"]


@pytest.mark.parametrize(("name", "workbook"), [("oslo", OSLO), ("trondheim", TRONDHEIM)])
def test_the_examples_already_have_what_the_workbooks_hold(
    name: str, workbook: Path, tmp_path: Path, byvekst: Command
) -> None:
    """No byte is changed by importing the edition that an area was filled from."""
    area = tmp_path / name
    shutil.copytree(EXAMPLES / name, area)
    before = file_of(area).read_bytes()

    code, out, err = byvekst("import", "byindeks", workbook, area)

    assert (code, err) == (0, "")
    assert "Ingenting nytt." in out
    assert file_of(area).read_bytes() == before


def test_a_new_follower_is_filled(follower: Path, byvekst: Command) -> None:
    """Each window, the annual and the chained series, with method, window, reference year and points."""
    code, out, _ = byvekst("import", "byindeks", OSLO, follower, "--published", "2026-07-02")

    assert code == 0
    series = series_of(follower)
    assert list(series) == ["glidende-36", "glidende-24", "glidende-12", "aarlig", "kjedet"]
    rolling = series["glidende-36"]
    assert (rolling["vindu"], rolling["referanseår"], rolling["publisert"]) == (36, 2018, "2026-07-02")
    assert rolling["metode"] == "Metoden som gjelder til og med 2026"
    assert rolling["verdier"]["2026-05"] == {
        "verdi": Decimal("1.2"), "lav": Decimal("-1.4"), "høy": Decimal("3.8"), "punkter": 42,
        "effektive_punkter": Decimal("23.9"), "standardfeil": Decimal("1.31"),
    }  # fmt: skip
    assert set(series["aarlig"]["verdier"]) == {str(year) for year in range(2019, 2026)}
    assert series["kjedet"]["verdier"]["2025"]["verdi"] == Decimal("3.11")
    assert "«hittil i år» er ikke tatt med" in " ".join(out.split())
    assert errors(byvekst, follower) == []


def test_what_stood_there_still_stands(follower: Path, byvekst: Command) -> None:
    """Comments, order and every line of the user's; only lines are added."""
    byvekst("import", "byindeks", OSLO, follower)

    assert file_of(follower).read_text(encoding="utf-8").startswith(SHEET)


def test_the_same_file_twice_changes_nothing(follower: Path, byvekst: Command) -> None:
    """The second import finds nothing new, byte for byte."""
    byvekst("import", "byindeks", OSLO, follower)
    first = file_of(follower).read_bytes()

    assert "Ingenting nytt." in byvekst("import", "byindeks", OSLO, follower)[1]
    assert file_of(follower).read_bytes() == first


def test_a_dry_run_only_shows(follower: Path, byvekst: Command) -> None:
    """The same table, and nothing written."""
    code, out, _ = byvekst("import", "byindeks", OSLO, follower, "--dry-run")

    assert code == 0
    assert "Ingenting er skrevet" in out
    assert file_of(follower).read_text(encoding="utf-8") == SHEET


def test_a_revision_is_noted_and_shown(follower: Path, tmp_path: Path, byvekst: Command) -> None:
    """The old value stands under `revidert` with date and reason, each time it changes."""
    outs = []
    for value, day in ((0.5, "2026-02"), (0.71, "2026-03"), (0.9, "2026-04")):
        path = book(tmp_path / "tallmateriale_959.xlsx", [*ROW[:3], value, *ROW[4:]])
        outs.append(byvekst("import", "byindeks", path, follower, "--published", day)[1])

    values = series_of(follower)["glidende-36"]["verdier"]
    reason = "Ny utgave av tallmaterialet"
    assert values["2025-12"]["verdi"] == Decimal("0.9")
    assert values["2025-12"]["revidert"] == [
        {"fra": Decimal("0.5"), "dato": "2026-03", "grunn": reason},
        {"fra": Decimal("0.71"), "dato": "2026-04", "grunn": reason},
    ]
    assert "Reviderte verdier" not in outs[0]
    assert re.search(r"2025-12\s+0,71 \(−1,8 til 3,2\)\s+0,9 \(−1,8 til 3,2\)", outs[2])
    assert series_of(follower)["glidende-36"]["publisert"] == "2026-04"
    assert errors(byvekst, follower) == []


def test_a_revision_has_a_date_whatever_the_edition_is_called(
    follower: Path, tmp_path: Path, byvekst: Command
) -> None:
    """The day the workbook was saved, where nobody says when it was published."""
    for value in (0.5, 0.71):
        path = book(tmp_path / "tallmateriale_959.xlsx", [*ROW[:3], value, *ROW[4:]])
        assert byvekst("import", "byindeks", path, follower, "--edition", "7d4378f: utkast # 2")[0] == 0

    series = series_of(follower)["glidende-36"]
    assert series["versjon"] == "7d4378f: utkast # 2"
    assert date.fromisoformat(series["verdier"]["2025-12"]["revidert"][0]["dato"])
    assert errors(byvekst, follower) == []


def test_the_points_give_the_published_figures(follower: Path, byvekst: Command) -> None:
    """Recomputed from the traffic at each point, within the rounding of what is published."""
    found = recomputed(read_byindeks(OSLO.read_bytes(), OSLO.name))

    assert found.windows == 4
    assert found.differing == ()
    assert "i alle 4 vinduene" in byvekst("import", "byindeks", OSLO, follower, "--dry-run")[1]


def test_figures_that_the_points_do_not_give_are_told(
    follower: Path, tmp_path: Path, byvekst: Command
) -> None:
    """With what the points give instead."""
    path = tmp_path / "tallmateriale_959.xlsx"
    made = openpyxl.load_workbook(OSLO)
    sheet = made["by_glid_indeks"]
    row = next(
        row
        for row in sheet.iter_rows()
        if (row[0].value, row[1].value) == (2026, 5) and row[3].value == "36_months"
    )
    row[6].value = 1.9
    made.save(path)

    out = " ".join(byvekst("import", "byindeks", path, follower, "--dry-run")[1].split())

    assert "andre tall enn de publiserte i 1 av 4 vinduer" in out
    assert "36 måneder til mai 2026: publisert 1,90, fra punktene 1,20." in out


def test_a_workbook_without_points_says_so(byvekst: Command) -> None:
    """Trondheim's has no sheet of rolling points."""
    out = byvekst("import", "byindeks", TRONDHEIM, EXAMPLES / "trondheim", "--dry-run")[1]

    assert "kan ikke regnes" in out


def test_an_index_of_alike_points_has_no_spread() -> None:
    """Every point up 10 per cent: the index is 10 with no error, and all points count equally."""
    found = city_index([(1000, 1100)] * 5)

    assert found.change == pytest.approx(10)
    assert found.se == pytest.approx(0, abs=1e-9)
    assert (found.n, found.effective) == (5, pytest.approx(5))


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda path: path.write_bytes(b"ikke en arbeidsbok"), "Den er skadet, eller ikke en arbeidsbok."),
        (lambda path: path.write_bytes(OSLO.read_bytes()[:9000]), "Den er skadet, eller ikke en arbeidsbok."),
        (lambda path: path.write_bytes(b""), "Den er skadet, eller ikke en arbeidsbok."),
        (lambda path: path.mkdir(), "tallmateriale_959.xlsx"),
        (Path.exists, "tallmateriale_959.xlsx"),
        (lambda path: path.write_bytes(b"0" * 31 * 1_048_576), "for stor"),
        (lambda path: book(path, [1, 2], head=["prosjekt", "beløp"], title="Portefølje"), "«Portefølje»"),
        (lambda path: shutil.copy(TRONDHEIM, path), "et annet område: Trondheim – 959"),
        (lambda path: book(path, ROW, [*ROW[:3], 0.9, *ROW[4:]]), "to ulike verdier for 2025-12"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(
    change: Callable[[Path], object], word: str, follower: Path, tmp_path: Path, byvekst: Command
) -> None:
    """With a reason, exit code 2, and the area untouched."""
    path = tmp_path / "tallmateriale_959.xlsx"
    change(path)

    code, out, err = byvekst("import", "byindeks", path, follower)

    assert (code, out) == (2, "")
    assert word in err
    assert file_of(follower).read_text(encoding="utf-8") == SHEET


def test_a_file_that_swells_is_refused(follower: Path, tmp_path: Path, byvekst: Command) -> None:
    """A small file that unpacks to hundreds of megabytes is not unpacked into memory."""
    path = tmp_path / "tallmateriale_959.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<a/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 301 * 1_048_576)

    code, _, err = byvekst("import", "byindeks", path, follower)

    assert code == 2
    assert "for stor" in err


def test_another_areas_workbook_is_refused(follower: Path, byvekst: Command) -> None:
    """By the number in the file's name, and by the name in the sheets."""
    code, _, err = byvekst("import", "byindeks", TRONDHEIM, follower)

    assert code == 2
    assert "et annet område: Trondheim – 960. Her følges byindeksen for «959»" in err
    file_of(follower).write_text(SHEET.replace("byindeks: 959", "byindeks: Osloområdet"), encoding="utf-8")
    assert byvekst("import", "byindeks", TRONDHEIM, follower)[0] == 2
    assert byvekst("import", "byindeks", OSLO, follower)[0] == 0


def test_names_need_not_be_written_alike(follower: Path, byvekst: Command) -> None:
    """«Oslo» here and «Osloområdet» there are one area, when the number is the same."""
    put(follower, "indikator/byindeks.yaml", SHEET.replace("Byindeks for Osloområdet", "Byindeksen i Oslo"))

    assert byvekst("import", "byindeks", OSLO, follower)[0] == 0


def test_an_indicator_must_say_that_it_follows(follower: Path, byvekst: Command) -> None:
    """Nothing is guessed: the message says what to write, and where."""
    file_of(follower).write_text(SHEET.replace("byindeks: 959\n", ""), encoding="utf-8")

    code, _, err = byvekst("import", "byindeks", OSLO, follower)

    assert code == 2
    assert "«byindeks: 959» i indikator/byindeks.yaml" in err


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["byindex", OSLO], "Mente du «byindeks»?"),
        (["byindeks", OSLO, "--indicator", "byindex"], "Mente du «byindeks»?"),
        (["byindeks", OSLO, "--source", "sv"], "Mente du «svv»?"),
        (["byindeks", OSLO, "--published", "i går"], "i går"),
        (["byindeks"], "én fil"),
    ],
)
def test_mistyped_use_is_explained(
    arguments: list[str], word: str, follower: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with what was probably meant."""
    monkeypatch.chdir(follower)

    code, _, err = byvekst("import", *arguments)

    assert code == 2
    assert word in err


def test_figures_never_come_without_a_source(follower: Path, byvekst: Command) -> None:
    """An indicator without one asks for it."""
    file_of(follower).write_text(SHEET.replace("kilde: svv\n", ""), encoding="utf-8")

    assert byvekst("import", "byindeks", OSLO, follower)[0] == 2
    assert byvekst("import", "byindeks", OSLO, follower, "--source", "svv")[0] == 0
    assert {series["kilde"] for series in series_of(follower).values()} == {"svv"}
    assert errors(byvekst, follower) == []


def test_headings_and_numbers_may_vary(follower: Path, tmp_path: Path, byvekst: Command) -> None:
    """Other names and order, a title above, decimal commas, cells that hold NA."""
    head = ["Vindu", " Antall punkter ", "month_object", "CI_low", "ci_high", "index_i", "index_period"]
    rows = [
        [36, 42, date(2025, 11, 1), "-1,8", "3,2", 1.0070999, "2018 - (x)"],
        ["36 måneder", "NA", "2025-12", None, None, "1,0071", "2018 - (x)"],
        ["36 måneder", 1, None, None, None, None, None],
    ]
    path = book(tmp_path / "tallmateriale_959.xlsx", *rows, head=head)
    made = openpyxl.load_workbook(path)
    made.worksheets[0].insert_rows(1, 2)
    made.worksheets[0]["A1"] = "Byindeks"
    made.save(path)

    assert byvekst("import", "byindeks", path, follower)[0] == 0
    values = series_of(follower)["glidende-36"]["verdier"]
    assert values["2025-11"] == {
        "verdi": Decimal("0.71"),
        "lav": Decimal("-1.8"),
        "høy": Decimal("3.2"),
        "punkter": 42,
    }
    assert values["2025-12"] == {"verdi": Decimal("0.71")}


def test_the_new_method_begins_a_series_of_its_own(follower: Path, tmp_path: Path, byvekst: Command) -> None:
    """Values to 2027 and later are never put behind those of the old method."""
    path = book(tmp_path / "tallmateriale_959.xlsx", ROW, ["2027-01", *ROW[1:]])

    byvekst("import", "byindeks", path, follower)

    series = series_of(follower)
    assert {name: (each["metodeversjon"], list(each["verdier"])) for name, each in series.items()} == {
        "glidende-36": ("til-2026", ["2025-12"]),
        "glidende-36-2018": ("fra-2027", ["2027-01"]),
    }
    assert "GOA004" not in byvekst("check", follower, "--as-of", TODAY)[1]


FACTS = "navn: G, måte: glidende, vindu: 36, referanseår: 2018"
BLOCK = "".join(f"    {fact}\n" for fact in FACTS.split(", "))
LAYOUTS = {
    "a block a value": f"""serier:
  g:
{BLOCK}    verdier:
      2025-11:
        verdi: 0.5  # før
        lav: -1
      2026-02: {{verdi: 1}}
# slutt
""",
    "between brackets": f"serier: {{g: {{{FACTS}, verdier: {{2025-12: {{verdi: 0.5}}}}}}}}\n",
    "values between brackets": f"""serier:
  g:
    verdier: {{2025-11: {{verdi: 0.5}}}}
{BLOCK}merknad: Etter seriene.
""",
    "empty": f"serier:\n  g: {{{FACTS}, verdier: {{}}}}\n",
    "empty in a block": f"serier:\n  g:\n    verdier: {{}}  # kommer\n{BLOCK}",
    "no series": "serier: {}\nmerknad: Ingen ennå.\n",
    "with revisions": f"""serier:
  g:
{BLOCK}    verdier:
      2025-12:
        verdi: 0.5
        revidert:
          - {{fra: 0.4, dato: 2025, grunn: ukjent}}
""",
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_values_go_into_any_layout(
    layout: str, ending: str, follower: Path, tmp_path: Path, byvekst: Command
) -> None:
    """Blocks and brackets, comments, Windows line ends, a mark at the top."""
    path = book(tmp_path / "tallmateriale_959.xlsx", ROW, ["2026-01", *ROW[1:]])
    text = f"{SHEET}{LAYOUTS[layout]}".replace("\n", ending)
    file_of(follower).write_bytes(b"\xef\xbb\xbf" + text.encode())

    code, _, err = byvekst("import", "byindeks", path, follower)

    assert (code, err) == (0, "")
    after = file_of(follower).read_bytes().decode("utf-8-sig")
    (series,) = read(after).data["serier"].values()
    assert {series["verdier"][end]["verdi"] for end in ("2025-12", "2026-01")} == {Decimal("0.71")}
    assert re.findall("#.*", after) == re.findall("#.*", text)
    assert after.count("\n") == after.count(ending)
    assert file_of(follower).read_bytes().startswith(b"\xef\xbb\xbf")
    assert errors(byvekst, follower) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_was_missing_or_different_is_put_right(data: st.DataObject) -> None:
    """The file ends with the workbook's numbers, and loses none of its other lines."""
    text = (EXAMPLES / "oslo/indikator/byindeks.yaml").read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    rows = [at for at, line in enumerate(lines) if re.match(r"      20(2[0-9])(-\d\d)?: \{", line)]
    gone = data.draw(st.sets(st.sampled_from(rows), max_size=6))
    wrong = data.draw(st.sets(st.sampled_from(rows), max_size=6))
    for at in wrong:
        lines[at] = re.sub(r"verdi: [-\d.]+", "verdi: 99", lines[at])
    spoilt = "".join(line for at, line in enumerate(lines) if at not in gone)
    small = read(spoilt)
    document = Document("indikator/byindeks.yaml", spoilt, small.data, small.spans)
    model = build(Indicator, small.data)
    assert isinstance(model, Indicator)

    brought = read_byindeks(OSLO.read_bytes(), OSLO.name)
    after = with_series(document, renewed(model, brought), Edition(None, None, None, None), Say("nb"))

    again = build(Indicator, read(after).data)
    assert isinstance(again, Indicator)
    assert all(not each.new and not each.changed for each in renewed(again, brought))
    kept = [line for line in spoilt.splitlines() if "99" not in line]
    assert not set(kept) - set(after.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_each_language(language: str, follower: Path, byvekst: Command) -> None:
    """The answer is in the language asked for; the file keeps to that of its area."""
    code, out, _ = byvekst("import", "byindeks", OSLO, follower, "--language", language)

    assert code == 0
    assert {"nb": "Nye", "nn": "Siste", "en": "New"}[language] in out
    assert max(map(len, out.splitlines())) <= 80
    assert series_of(follower)["aarlig"]["navn"] == "Året mot året før"


def test_a_nynorsk_area_gets_nynorsk_names(follower: Path, byvekst: Command) -> None:
    """Names and ids of new series follow the area."""
    text = (follower / "byvekst.yaml").read_text(encoding="utf-8")
    (follower / "byvekst.yaml").write_text(text.replace("språk: nb", "språk: nn"), encoding="utf-8")

    byvekst("import", "byindeks", OSLO, follower)

    assert series_of(follower)["glidande-36"]["navn"] == "36 månader glidande, mot 2018"


def test_programs_read_what_changed(follower: Path, byvekst: Command) -> None:
    """JSON has every new and changed period, exact, and whether it was written."""
    report = json.loads(byvekst("import", "byindeks", OSLO, follower, "--dry-run", "--format", "json")[1])

    assert (report["version"], report["written"], report["indicator"]) == (1, False, "byindeks")
    rolling = report["series"][0]
    assert (rolling["id"], rolling["window"], rolling["reference_year"]) == (None, 36, 2018)
    assert rolling["new"][-1] == {"end": "2026-05", "value": 1.2}
    heaviest = report["recomputed"].pop("without_heaviest_point")
    assert report["recomputed"] == {"windows": 4, "differing": []}
    assert (heaviest["window"], heaviest["end"], heaviest["published"]) == (36, "2026-05", 1.2)
    points = read_byindeks(OSLO.read_bytes(), OSLO.name).points[36, "2026-05"]
    left = [100 * (sum(y for _, y in rest) / sum(x for x, _ in rest) - 1) for rest in without_each(points)]
    assert heaviest["computed"] == pytest.approx(max(left, key=lambda each: abs(each - 1.2)), abs=1e-4)


def without_each(points: Points) -> list[Points]:
    return [points[:at] + points[at + 1 :] for at in range(len(points))]


def test_the_weight_of_one_point_is_told(follower: Path, byvekst: Command) -> None:
    """For the last of the longest windows, where the workbook has the points; else nothing."""
    _, out, _ = byvekst("import", "byindeks", OSLO, follower, "--dry-run")
    assert "36 måneder til mai 2026: publisert 1,20. Uten det ene punktet" in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 80


def test_two_followers_must_be_told_apart(follower: Path, byvekst: Command) -> None:
    """With --indicator."""
    put(follower, "indikator/byindeks-2.yaml", SHEET.replace("id: byindeks", "id: byindeks-2"))

    code, _, err = byvekst("import", "byindeks", OSLO, follower)

    assert code == 2
    assert "--indicator" in err
    assert byvekst("import", "byindeks", OSLO, follower, "--indicator", "byindeks-2")[0] == 0
    assert file_of(follower).read_text(encoding="utf-8") == SHEET


def test_an_area_can_be_loaded_after(follower: Path, byvekst: Command) -> None:
    """The series are records like any other."""
    byvekst("import", "byindeks", OSLO, follower)

    (record,) = load(Folder(follower), date.fromisoformat(TODAY)).area.of(Indicator)
    assert len(record.model.series) == 5
