"""Goals, indicators and evaluations: what is told, and above all what is not."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byvekst_cli.goals.series import Made, gaps, made
from byvekst_cli.model.evaluation import GoalEvaluation, Verdict
from byvekst_cli.model.goal import Goal
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.source.load import load
from byvekst_cli.source.records import build
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
INDICATOR: dict[str, Any] = {
    "id": "byindeks", "navn": "Byindeks", "definisjon": "Trafikk.", "enhet": "prosent",
    "frekvens": "månedlig",
}  # fmt: skip
GOALS = """mål:
  nullvekst:
    navn: Nullvekstmålet
    nivå: nasjonalt
    ordlyd: [{tekst: Veksten skal tas med kollektivtransport., fra: 2020}]
    indikatorer: [byindeks]
"""
SHEET = """id: byindeks
navn: Byindeks
definisjon: Trafikk.
enhet: prosent
rapportør: ukjent
frekvens: ukjent
referanseår: ukjent
illustrasjon: true
"""


def series(values: dict[str, Any], **facts: Any) -> Indicator:
    """An indicator with one series."""
    one = {"navn": "S", "måte": "glidende", "verdier": values, **facts}
    found = build(Indicator, {**INDICATOR, "serier": {"s": one}})
    assert isinstance(found, Indicator)
    return found


def told(byvekst: Command, area: Path, as_of: str = TODAY) -> list[str]:
    out = byvekst("check", area, "--format", "json", "--as-of", as_of)[1]
    return sorted(f["code"] for f in json.loads(out)["findings"])


UNKNOWNS = {
    "frequency": "frekvens: ukjent\n",
    "report": """frekvens: månedlig
neste_rapport: ukjent
serier: {s: {navn: S, måte: nivå, verdier: {2020: {verdi: ukjent}}}}
""",
    "way": """serier:
  s: {navn: S, måte: glidende, vindu: ukjent, metode: ukjent, verdier: {2020: {verdi: 1}, 2024: {verdi: 2}}}
""",
}


@pytest.mark.parametrize("what", UNKNOWNS)
def test_what_is_known_to_be_unknown_is_left_in_peace(what: str, area: Path, byvekst: Command) -> None:
    """`ukjent` is an answer to every rule on indicators."""
    put(area, "indikator/byindeks.yaml", SHEET.replace("frekvens: ukjent\n", UNKNOWNS[what]))
    put(area, "maal.yaml", GOALS)

    assert told(byvekst, area) == []


@settings(deadline=None)
@given(st.integers(1, 200), st.integers(3, 30), st.data())
def test_a_whole_series_has_no_gap_and_one_missing_month_is_one(
    start: int, length: int, data: st.DataObject
) -> None:
    """Whatever month a series begins in, and however long it is."""
    months = [f"{2000 + at // 12}-{at % 12 + 1:02}" for at in range(start, start + length)]
    whole = series({month: {"verdi": 1} for month in months})
    assert list(gaps(whole, whole.series["s"])) == []

    lost = data.draw(st.sampled_from(months[1:-1]))
    holed = series({month: {"verdi": 1} for month in months if month != lost})
    assert len(list(gaps(holed, holed.series["s"]))) == 1


def test_gaps_follow_the_order_of_time_and_not_of_the_file() -> None:
    """A file may have its newest value first."""
    backwards = series({"2024-03": {"verdi": 1}, "2024-02": {"verdi": 1}, "2024-01": {"verdi": 1}})

    assert list(gaps(backwards, backwards.series["s"])) == []


def test_what_is_not_told_contradicts_nothing() -> None:
    """Only two known things can differ."""
    assert not Made(window=36).differs(Made())
    assert Made(window=36).differs(Made(window=12))
    assert made(series({"2024-01": {"verdi": 1}}, vindu="ukjent").series["s"]).window is None


def test_one_mistake_gives_one_finding(area: Path, byvekst: Command) -> None:
    """A value that another source gives otherwise is told as a revision, and not as a contradiction too."""
    put(area, "kilder.yaml", "kilder: {å: {tittel: Årsmelding, utgiver: X, dato: 2024}}\n")
    values = "serier: {s: {navn: S, måte: direkte, verdier: {2023: {verdi: 1.2}}}}\n"
    others = "andre_oppgir: [{felt: serier.s.verdier.2023.verdi, verdi: 1.1, kilde: å}]\n"
    put(area, "indikator/byindeks.yaml", SHEET + values + others)
    assert told(byvekst, area) == ["GOA006"]

    noted = values.replace("1.2}", "1.2, revidert: [{fra: 1.1, dato: 2024, grunn: ukjent}]}")
    put(area, "indikator/byindeks.yaml", SHEET + noted + others)
    assert told(byvekst, area) == []


def test_overdue_reports_come_with_the_calendar(area: Path, byvekst: Command) -> None:
    """A monthly one is late a month and ninety days after its last value; no build turns red of it."""
    text = SHEET.replace("frekvens: ukjent", "frekvens: månedlig")
    put(
        area,
        "indikator/byindeks.yaml",
        f"{text}serier: {{s: {{navn: S, måte: nivå, verdier: {{2026-05: {{verdi: 1}}}}}}}}\n",
    )

    assert told(byvekst, area, "2026-09-28") == []
    assert told(byvekst, area, "2026-09-29") == ["GOA007"]
    assert byvekst("check", area, "--as-of", "2026-09-29", "--fail-on", "advice")[0] == 0


EVALUATION = """år: 2023
navn: Evaluering
publisert: 2024-07-04
mål: {nullvekst: {svar: nei}}
oppfølging: {buss: {mål: nullvekst, ønske: Flere avganger.}}
"""


def programme(adopted: str, more: str = "") -> str:
    return f"id: hp\nnavn: HP\nperiode: {{fra: 2025, til: 2028}}\nstatus: vedtatt\ndato: {adopted}\n{more}"


@pytest.mark.parametrize(
    ("adopted", "more", "codes"),
    [
        ("2024-12-12", "svarer_på: {evaluering: 2023, punkter: [{punkt: buss, grunn: Ikke rom.}]}\n", []),
        ("2024-12-12", "svarer_på: {evaluering: 2023, punkter: [{punkt: buss, grunn: ukjent}]}\n", []),
        ("2024-12-12", "svarer_på: {evaluering: 2023, punkter: [{punkt: buss}]}\n", ["GOA009"]),
        ("2024-12-12", "svarer_på: {evaluering: 2022}\n", ["GOA009"]),
        ("2024-12-12", "", ["GOA009"]),
        ("2024-06-12", "", ["GOA010"]),
        ("2024", "", []),
    ],
)
def test_a_programme_answers_the_evaluation_before_it(
    adopted: str, more: str, codes: list[str], area: Path, byvekst: Command
) -> None:
    """With projects or a reason; where it cannot be told which came first, nothing is said."""
    put(area, "indikator/byindeks.yaml", SHEET)
    put(area, "maal.yaml", GOALS)
    put(area, "evaluering/2023.yaml", EVALUATION)
    put(area, "handlingsprogram/hp.yaml", programme(adopted, more))

    assert told(byvekst, area) == codes


def test_points_that_nobody_made_are_not_answered(area: Path, byvekst: Command) -> None:
    """A mistyped point is a reference that is not there, with a suggestion."""
    put(area, "indikator/byindeks.yaml", SHEET)
    put(area, "maal.yaml", GOALS)
    put(area, "evaluering/2023.yaml", EVALUATION)
    put(
        area,
        "handlingsprogram/hp.yaml",
        programme("2024-12", "svarer_på: {evaluering: 2023, punkter: [{punkt: bus, grunn: X}]}\n"),
    )

    out = byvekst("check", area, "--as-of", TODAY)[1]
    assert "REF001" in out
    assert "buss" in out


def test_an_evaluation_and_a_budget_may_share_their_year(area: Path, byvekst: Command) -> None:
    """Both are named by it, and neither is asked for by id alone."""
    put(area, "maal.yaml", "mål: {}\n")
    put(area, "evaluering/2023.yaml", "år: 2023\nnavn: E\npublisert: ukjent\nmål: {}\n")
    put(area, "budsjett/2023.yaml", "år: 2023\nnavn: B\nstatus: vedtatt\n")

    assert told(byvekst, area) == []


def test_trondheims_evaluation_is_kept_as_it_was_given() -> None:
    """Yes with older data, partly, not measured, and not read are four different things.

    Source: Miljøpakken, «Mål: Miljøpakken fikk korona-hjelp», 21 May 2021.
    """
    area = load(Folder(EXAMPLES / "trondheim"), date.fromisoformat(TODAY)).area
    found = next(each.model for each in area.of(GoalEvaluation) if each.model.year == 2020).verdicts

    assert [found[name].verdict for name in ("nullvekst", "grønne-reiser", "tilgjengelige-tettsteder")] == [
        Verdict.YES,
        Verdict.NO,
        Verdict.PARTLY,
    ]
    assert found["lavere-terskel"].verdict is Verdict.NOT_MEASURED
    assert found["mindre-støy"].verdict is UNKNOWN
    assert found["lavere-utslipp"].data_year == 2019


def test_each_area_knows_its_formal_rule_as_far_as_it_is_told() -> None:
    """Three years rolling, the whole period; nobody has said whether point or interval decides.

    Source: the ministry's letter of 11 December 2019, and the reference years of Statens vegvesen.
    """
    years = {}
    for folder in sorted(path.parent for path in EXAMPLES.glob("*/maal.yaml")):
        area = load(Folder(folder), date.fromisoformat(TODAY)).area
        rules = area.one(Goal, "nullvekst").formal_rules  # type: ignore[union-attr]
        rule = next(each for each in rules if each.window == 36)
        years[folder.name] = rule.reference_year
        assert (rule.basis, rule.margin) == (UNKNOWN, UNKNOWN)

    assert years == {"bergen": 2018, "nord-jaeren": 2017, "oslo": 2018, "trondheim": 2019}
