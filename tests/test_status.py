"""Status reports: made with what is known, short to fill in, and put on a page with where it is going."""

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.edit.yaml_text import flow
from byvekst_cli.model.money import Money, PriceBasis, PriceYear
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.model.wheel import Part, Yearly
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.plans import days_late, growth, same
from byvekst_cli.portfolio.reported import reports
from byvekst_cli.portfolio.status import report_for, statuses
from byvekst_cli.source.load import load
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
PROGRAMME = """id: 2026-29
navn: HP 2026–2029
periode: {fra: 2026, til: 2029}
status: vedtatt
linjer:
  - {prosjekt: p-1}
  - {prosjekt: p-2}
"""
PLANNED = """fase: {status: bygging}
illustrasjon: true
finansiering: {ramme: {beløp: 100, prisår: 2026}}
anslag: [{dato: 2025, prisår: 2026, p50: 90}]
milepæler:
  - {hva: byggestart, faktisk: 2025-09}
  - {hva: åpning, plan: 2027-06, prognose: 2027-08}
"""
BUDGET = """år: 2026
navn: Årsbudsjett 2026
status: vedtatt
illustrasjon: true
poster:
  - {prosjekt: p-1, midler: bompenger, beløp: 20, prisår: løpende, forbrukt: 4.5}
avvik:
  - {prosjekt: p-2, gjelder: tid, årsak: klage, tiltak: ny plan, status: meldt}
"""


def report(period: str, rows: str, head: str = "") -> str:
    return f"periode: {period}\nnavn: R\nstatus: vedtatt\nillustrasjon: true\n{head}prosjekter:\n{rows}"


@pytest.fixture
def planned(area: Path) -> Path:
    put(area, "prosjekt/p-1.yaml", SHEET + PLANNED)
    put(area, "prosjekt/p-2.yaml", SHEET.replace("p-1", "p-2"))
    put(area, "handlingsprogram/2026-29.yaml", PROGRAMME)
    put(area, "budsjett/2026.yaml", BUDGET)
    return area


def codes(byvekst: Command, area: Path) -> list[str]:
    out = byvekst("check", area, "--format", "json", "--as-of", TODAY)[1]
    return [f["code"] for f in json.loads(out)["findings"] if f["path"].split("/")[-2] == "rapport"]


def page(byvekst: Command, area: Path, *options: str) -> dict[str, object]:
    code, out, err = byvekst("portfolio", area, "--status", "--format", "json", "--as-of", TODAY, *options)
    assert (code, err) == (0, "")
    found: dict[str, object] = json.loads(out)
    return found


def test_a_new_report_checks_clean_and_teaches(planned: Path, byvekst: Command) -> None:
    """A row a project, `ingen` where nothing speaks against it, and what is known behind `#`."""
    code, out, err = byvekst("new", "rapport", "--period", "2026-T1", "--area", planned)
    text = (planned / "rapport/2026-t1.yaml").read_text(encoding="utf-8")

    assert (code, err) == (0, "")
    assert "2026-t1.yaml" in out
    assert codes(byvekst, planned) == []
    data = read(text).data
    assert data["prosjekter"] == [
        {"prosjekt": "p-1", "endring": "ingen"},
        {"prosjekt": "p-2", "avvik": [{"gjelder": "tid", "budsjett": 2026}]},
    ]
    assert (data["program"], data["budsjett"], data["status_per"]) == ("2026-29", 2026, "2026-04-30")
    assert data["navn"] == "Tertialrapport 1, 2026"
    assert "# sluttkostnad: {beløp: 90, prisår: 2026}" in text
    assert "# milepæler: [{hva: åpning, plan: 2027-06, prognose: 2027-08}]" in text
    assert "# forbruk: {prisår: løpende, hittil_i_år: 4.5}  # regulert budsjett 2026: 20 mill. kr" in text


def test_what_stands_behind_the_hash_fits(planned: Path, byvekst: Command) -> None:
    """With every suggestion of the rows switched on, only the source of the figures is missing."""
    byvekst("new", "rapport", "2026-T1", "--area", planned)
    path = planned / "rapport/2026-t1.yaml"
    text = re.sub(r"(?m)^    # (\w+: )", r"    \1", path.read_text(encoding="utf-8"))
    path.write_text(text.replace("endring: ingen\n", "framdrift: ukjent\n"), encoding="utf-8")

    assert set(codes(byvekst, planned)) == {"SRC001"}


def test_the_next_report_starts_from_the_last(planned: Path, byvekst: Command) -> None:
    """Its figures are shown, and what has changed on the sheet since is not called `ingen`."""
    put(
        planned,
        "rapport/2026-t1.yaml",
        report(
            "2026-T1",
            "  - prosjekt: p-1\n    sluttkostnad: {beløp: 95, prisår: 2026}\n"
            "    milepæler: [{hva: åpning, prognose: 2027-06}]\n  - {prosjekt: p-2, endring: ingen}\n",
        ),
    )
    byvekst("new", "rapport", "2026-T2", "--area", planned)
    text = (planned / "rapport/2026-t2.yaml").read_text(encoding="utf-8")

    assert "# Nytt siden forrige rapport: en milepæl. Fyll ut." in text
    assert "# sluttkostnad: {beløp: 95, prisår: 2026}  # forrige rapport" in text
    assert "# forrige rapport: åpning 2027-06" in text
    assert {"prosjekt": "p-1"} in read(text).data["prosjekter"]
    assert codes(byvekst, planned).count("REP002") == 1


def test_an_area_without_a_programme_gets_a_report(area: Path, byvekst: Command) -> None:
    """Without programme, budget or projects it is a file that explains itself."""
    assert byvekst("new", "report", "--period", "2026", "--area", area, "--language", "en")[0] == 0
    data = read((area / "rapport/2026.yaml").read_text(encoding="utf-8")).data

    assert data["navn"] == "Annual report 2026"
    assert "prosjekter" not in data
    assert codes(byvekst, area) == []
    assert byvekst("portfolio", area, "--status")[1].count("Rapporten har ingen linjer") == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["rapport", "--period", "2026-T4"], "2026-T4"),
        (["rapport", "--period", "2026T1"], "2026T1"),
        (["rapport", "--period", ""], "--period"),
        (["rapport"], "periode"),
        (["rapport", "--period", "2026-T1", "--programme", "2026-28"], "2026-29"),
        (["prosjekt", "p-9", "--period", "2026-T1"], "--period"),
        (["prosjekt", "p-9", "--period", ""], "--period"),
    ],
)
def test_wrong_use_is_explained(arguments: list[str], word: str, planned: Path, byvekst: Command) -> None:
    """What does not fit is named, and nothing is made."""
    code, _, err = byvekst("new", *arguments, "--area", planned)

    assert code == 2
    assert word in err or "periode" in err
    assert not (planned / "rapport").exists()


def test_a_period_may_be_followed_by_a_remark(planned: Path, byvekst: Command) -> None:
    """As in any file; it is still the period."""
    given = ("--set", "navn=R", "--area", planned)

    assert byvekst("new", "rapport", "--period", "2026 # hele året", *given)[0] == 0
    assert (planned / "rapport/2026.yaml").exists()


def test_a_report_is_never_overwritten(planned: Path, byvekst: Command) -> None:
    """Nor is one with faults."""
    put(planned, "rapport/2026-t1.yaml", "mitt: [\n")

    assert byvekst("new", "rapport", "--period", "2026-T1", "--area", planned)[0] == 2
    assert (planned / "rapport/2026-t1.yaml").read_text(encoding="utf-8") == "mitt: [\n"


@pytest.mark.parametrize("period", ["2026-T4", "2026T1", "'2026-13'"])
def test_a_mistyped_period_is_a_finding(period: str, planned: Path, byvekst: Command) -> None:
    """Not a trace, and it says how to write it."""
    put(planned, "rapport/2026-t1.yaml", report(period, "  - {prosjekt: p-1, endring: ingen}\n"))
    code, out, _ = byvekst("check", planned, "--as-of", TODAY)

    assert code == 1
    assert "2026-T1" in out


def test_a_budget_and_a_report_of_the_same_year_are_two_things(planned: Path, byvekst: Command) -> None:
    """They are named by the year, and nobody refers to them by it."""
    put(planned, "rapport/2026.yaml", report("2026", "  - {prosjekt: p-1, endring: ingen}\n"))

    assert "IDN001" not in byvekst("check", planned, "--as-of", TODAY)[1]


THIRD = """sluttkostnad: {beløp: 115, prisår: 2026}, milepæler: [{hva: åpning, prognose: 2027-09}],
    avvik: [{gjelder: kostnad-og-tid, årsak: fjell, tiltak: ukjent}],
    neste_vedtak: {hva: ny ramme, dato: 2026-12}, forbruk: {prisår: løpende, hittil_i_år: 12}"""
ROWS = (
    ("2026-T1", "sluttkostnad: {beløp: 100, prisår: 2026}, milepæler: [{hva: åpning, prognose: 2027-06}]"),
    ("2026-T2", "endring: ingen"),
    ("2026-T3", THIRD),
)


@pytest.fixture
def told(planned: Path) -> Path:
    for period, row in ROWS:
        put(planned, f"rapport/{period.lower()}.yaml", report(period, f"  - {{prosjekt: p-1, {row}}}\n"))
    return planned


def test_a_report_on_a_page(told: Path, byvekst: Command) -> None:
    """115 against a frame of 100 is 15 per cent; September is 63 days after the end of June."""
    (row,) = page(byvekst, told)["projects"]  # type: ignore[misc]

    assert (row["cost"]["mnok"], row["plan"]["mnok"], row["over_plan"]) == (115, 100, 0.15)
    assert (row["cost_trend"], row["opening_trend"]) == ("worse", "worse")
    assert row["days_late"] == (date(2027, 9, 1) - date(2027, 6, 30)).days == 63
    assert row["next_decision"] == {"what": "ny ramme", "body": None, "when": "2026-12"}
    assert row["spent"]["this_year"]["amounts"] == [{"price_year": "løpende", "mnok": 12}]
    assert page(byvekst, told)["unreported"] == []


def test_no_change_carries_what_was_told(told: Path, byvekst: Command) -> None:
    """The second report is as the first."""
    (row,) = page(byvekst, told, "--period", "2026-t2")["projects"]  # type: ignore[misc]

    assert (row["cost"]["mnok"], row["cost_trend"], row["opening"]) == (100, "same", "2027-06")


def test_a_trend_forgets_what_is_long_ago(told: Path, byvekst: Command) -> None:
    """It is over three reports: one that has stood still since is unchanged, one that falls is better."""
    for n in (1, 2):
        put(told, f"rapport/2027-t{n}.yaml", report(f"2027-T{n}", "  - {prosjekt: p-1, endring: ingen}\n"))
    (row,) = page(byvekst, told, "--period", "2027-T2")["projects"]  # type: ignore[misc]
    assert row["cost_trend"] == "same"

    put(
        told,
        "rapport/2027-t3.yaml",
        report("2027-T3", "  - {prosjekt: p-1, sluttkostnad: {beløp: 108, prisår: 2026}}\n"),
    )
    (row,) = page(byvekst, told, "--period", "2027-T3")["projects"]  # type: ignore[misc]
    assert row["cost_trend"] == "better"


def test_the_latest_report_is_that_of_a_time_that_has_begun(told: Path) -> None:
    """One that somebody has begun on for next year is not the status; a year comes after its parts."""
    put(told, "rapport/2027-t1.yaml", report("2027-T1", "  - {prosjekt: p-1, endring: ingen}\n"))
    put(told, "rapport/2026.yaml", report("2026", "  - {prosjekt: p-1, endring: ingen}\n"))
    area = load(Folder(told), date(2026, 11, 23)).area

    assert [str(each.model.period) for each in reports(area)] == [
        "2026-T1",
        "2026-T2",
        "2026-T3",
        "2026",
        "2027-T1",
    ]
    found = report_for(area, None)
    assert found is not None
    assert str(found.model.period) == "2026"


def test_the_screen_says_the_trend_in_words(told: Path, byvekst: Command) -> None:
    """An arrow and a word, so that it can be read without colour and aloud."""
    out = byvekst("portfolio", told, "--status", "--language", "nb", "--as-of", TODAY)[1]

    assert "↗ høyere" in out
    assert "↗ senere" in out
    assert "15 %" in out
    assert "ny ramme (desember 2026)" in out


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("columns", [40, 80, 160])
@pytest.mark.parametrize("name", ["oslo", "bergen", "trondheim", "nord-jaeren"])
def test_the_page_fits_the_window(
    name: str, columns: int, language: str, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each example, in each language."""
    monkeypatch.setenv("COLUMNS", str(columns))
    given = ("--status", "--as-of", TODAY, "--language", language)
    code, out, _ = byvekst("portfolio", EXAMPLES / name, *given)

    assert code == 0
    assert all(len(line) <= columns for line in out.splitlines())
    assert "{" not in out


def test_areas_without_reports_and_periods_without_one(area: Path, byvekst: Command) -> None:
    """The first is said and the second is wrong use; status is shown alone."""
    assert "Ingen statusrapporter" in byvekst("portefølje", area, "--status")[1]
    assert page(byvekst, area)["period"] is None
    assert byvekst("portfolio", area, "--period", "2026-T1")[0] == 2
    assert byvekst("portfolio", area, "--status", "--history")[0] == 2


def test_three_hundred_projects_give_one_finding_a_report(area: Path, byvekst: Command) -> None:
    """Those that lack a row are counted, and the first are named; a new report has them all."""
    rows = "".join(f"  - {{prosjekt: p-{n}}}\n" for n in range(1, 301))
    for n in range(1, 301):
        put(area, f"prosjekt/p-{n}.yaml", SHEET.replace("p-1", f"p-{n}"))
    put(area, "handlingsprogram/2026-29.yaml", PROGRAMME.partition("linjer")[0] + "linjer:\n" + rows)
    one = report("2026-T1", "  - {prosjekt: p-1, endring: ingen}\n", "program: 2026-29\n")
    put(area, "rapport/2026-t1.yaml", one)
    out = byvekst("check", area, "--format", "json", "--as-of", TODAY, "--select", "REP")[1]

    (finding,) = json.loads(out)["findings"]
    assert finding["code"] == "REP001"
    assert "294 til" in finding["message"]
    assert byvekst("new", "rapport", "--period", "2026-T2", "--area", area)[0] == 0
    assert len(page(byvekst, area, "--period", "2026-T2")["projects"]) == 300  # type: ignore[arg-type]


WHEEL = """aktiviteter:
  r: {navn: Rapport, spor: rapportering, fra: "01", til: %s, rapporterer: %s}
"""


@pytest.mark.parametrize(
    ("parts", "until", "day", "there", "missing"),
    [
        ("[T1, T2, T3]", "ukjent", "2026-07-29", (), ["2025-T3"]),
        ("[T1, T2, T3]", "ukjent", "2026-07-30", (), ["2026-T1"]),
        ("[T1, T2, T3]", "ukjent", "2027-04-02", ("2026-T1",), ["2026-T2", "2026-T3"]),
        ("[år]", '"06"', "2026-06-30", ("2024",), []),
        ("[år]", '"06"', "2026-07-01", ("2024",), ["2025"]),
        ("[H1]", "høst", "2026-11-30", ("2025-H1",), []),
        ("[H1]", "høst", "2026-12-01", ("2025-H1",), ["2026-H1"]),
        ("[]", "ukjent", "2027-04-02", (), []),
    ],
)
def test_a_report_is_missed_by_the_areas_own_calendar(
    parts: str, until: str, day: str, there: tuple[str, ...], missing: list[str], area: Path, byvekst: Command
) -> None:
    """90 days after the period, or when the wheel says for a report that comes once a year."""
    put(area, "aarshjul.yaml", WHEEL % (until, parts))
    for period in there:
        put(area, f"rapport/{period.lower()}.yaml", report(period, "  - {prosjekt: p-1, endring: ingen}\n"))
    out = byvekst("check", area, "--format", "json", "--as-of", day, "--select", "REP008")[1]

    told = " ".join(sorted(finding["message"] for finding in json.loads(out)["findings"]))
    names = {"T1": "1. tertial", "T2": "2. tertial", "T3": "3. tertial", "H1": "1. halvår"}
    parts = [period.partition("-") for period in missing]
    assert told.count("ikke registrert") == len(missing)
    assert all(f"for {names[part]} {year}" in told if part else year in told for year, _, part in parts)


def test_every_part_of_the_year_has_days() -> None:
    """The parts of one sort make the year, and a time of the year ends on a day that there is."""
    for letters in ("H", "T", "Q"):
        parts = sorted((p.of(2026) for p in Part if p.value[0] == letters), key=lambda part: part.first)
        assert (parts[0].first, parts[-1].last) == (date(2026, 1, 1), date(2026, 12, 31))
        assert all((later.first - earlier.last).days == 1 for earlier, later in pairwise(parts))
    assert Part.YEAR.of(2026).last == date(2026, 12, 31)
    assert Yearly("02-29").last_day(2026) == date(2026, 2, 28)
    assert Yearly("06").last_day(2026) == date(2026, 6, 30)
    assert Yearly("høst").last_day(2026) == date(2026, 11, 30)


def mnok(text: str, basis: int | PriceBasis = 2026) -> Money:
    return Money.mnok(Decimal(text), PriceYear(basis))


def test_rounding_never_alarms() -> None:
    """425.7 + 35.4 is the 461 of the sources; 15.6 and 15.4 on the same page are not."""
    assert same(mnok("461.1"), mnok("461"))
    assert not same(mnok("15.6"), mnok("15.4"))
    assert not same(mnok("120"), mnok("124"))
    assert same(mnok("1"), mnok("99", 2020))
    assert same(mnok("1", PriceBasis.UNKNOWN), mnok("99", PriceBasis.UNKNOWN))


def test_growth_is_only_told_in_the_same_kroner() -> None:
    """Nominal kroner belong to no year, and unknown ones to nobody."""
    assert growth(mnok("100"), mnok("110"), None) == Decimal("0.1")
    assert growth(mnok("100", 2020), mnok("110"), None) is None
    assert growth(mnok("1", PriceBasis.UNKNOWN), mnok("2", PriceBasis.UNKNOWN), None) is None
    assert growth(mnok("1", PriceBasis.CURRENT), mnok("2", PriceBasis.CURRENT), None) == 1
    assert growth(mnok("0"), mnok("5"), None) is None


@given(st.integers(2020, 2030), st.integers(1, 12), st.integers(2020, 2030), st.integers(1, 12))
def test_a_month_is_late_only_after_the_plan(y: int, m: int, year: int, month: int) -> None:
    """Never less than nothing, and a month never later than a year that it is in."""
    plan, told = When.parse(f"{y}-{m:02}"), When.parse(f"{year}-{month:02}")

    assert (days_late(plan, told) > 0) == ((year, month) > (y, m))
    assert days_late(When.parse(str(y)), plan) == 0


TEXTS = st.text(min_size=1, max_size=12).filter(lambda text: text.isprintable() and bool(text.strip()))
LEAVES = TEXTS | st.integers(-1_000_000, 1_000_000) | st.decimals(-1000, 1000, places=2)


@given(st.lists(LEAVES | st.dictionaries(st.sampled_from("abc"), LEAVES, min_size=1, max_size=3), max_size=4))
def test_a_value_on_one_line_is_read_as_it_was(value: list[object]) -> None:
    """Whatever people have called their projects."""
    small = read(f"x: {flow(value)}\n")

    assert (small.flaws, small.data) == ([], {"x": value})


def test_no_status_is_made_of_nothing(told: Path) -> None:
    """A row for a project without a sheet, or in a report by itself, is still a row."""
    put(told, "rapport/2020.yaml", report("2020", "  - {prosjekt: q-9, framdrift: 40}\n"))
    area = load(Folder(told), date(2026, 11, 23)).area
    (record,) = [each for each in area.of(StatusReport) if str(each.model.period) == "2020"]
    (found,) = statuses(area, record)

    assert (found.cost, found.plan, found.late, found.cost_trend) == (None, None, None, None)


ROUND = """år: 2025
navn: Årsbudsjett 2025
status: vedtatt
illustrasjon: true
poster: [{prosjekt: p-1, midler: bompenger, beløp: 10, prisår: løpende, forbrukt: 6.5}]
avsluttet: 2026-02-15
restmidler:
  - prosjekt: p-1
    midler: bompenger
    mottaker: bergen
    beløp: 3.5
    prisår: løpende
    ønske: overføres
    utfall: overføres
    vedtak: {dato: 2026-03}
"""


def test_the_round_of_unspent_money(planned: Path, byvekst: Command) -> None:
    """What is left, wished and decided, and what next year's budget has of it."""
    put(planned, "budsjett/2025.yaml", ROUND)
    over = "overførte: [{prosjekt: p-1, midler: bompenger, fra_år: 2025, beløp: 3.5, prisår: løpende}]\n"
    put(planned, "budsjett/2026.yaml", BUDGET + over)
    out = byvekst("portfolio", planned, "--budget", "2025", "--format", "json")[1]
    (row,) = json.loads(out)["remainders"]

    assert (row["wish"], row["outcome"]) == ("overføres", "overføres")
    assert (
        row["left"]
        == row["next_year"]
        == {
            "amounts": [{"price_year": "løpende", "mnok": 3.5}],
            "unknown": False,
        }
    )
    shown = byvekst("portfolio", planned, "--budget", "2025", "--language", "nb")[1]
    assert re.search(r"p-1 +bergen +3,5 +overføres +overføres +3,5", shown)
    assert not {"MON031", "MON032", "MON033", "MON034"} & set(
        re.findall(r"MON\d+", byvekst("check", planned)[1])
    )
