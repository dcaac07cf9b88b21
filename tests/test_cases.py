"""The plan of cases tells where each case is, who has it and what is next, and no more than the files."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.governance.shown import contradictions, shown_state
from byvekst_cli.governance.story import stories
from byvekst_cli.governance.way import way
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.case import CaseState
from byvekst_cli.report.case_lines import lines
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
DAY = date.fromisoformat(TODAY)
FILE = """id: området
navn: Området
område: Området
språk: nb
avtaler:
  a-1: {navn: A, type: byvekstavtale, periode: {fra: 2019, til: 2029}}
organisasjoner:
  staten: {navn: Staten, type: stat}
  bergen: {navn: Bergen kommune, type: kommune}
  os: {navn: Os kommune, type: kommune}
parter:
  - {organisasjon: staten, avtale: a-1, samtykke: kreves, fra: 2019}
  - {organisasjon: bergen, avtale: a-1, samtykke: kreves, fra: 2019}
  - {organisasjon: os, avtale: a-1, samtykke: kreves, fra: 2019}
"""
BODIES = {
    "sek": "rolle: sekretariat\nrapporterer_til: sg\noppgaver: {kvalitetssikring: beslutter}\n",
    "rådet": "rolle: koordineringsgruppe\nrapporterer_til: sg\noppgaver: {årsbudsjett: innstiller}\n",
    "sg": "rolle: styringsgruppe\noppgaver: {årsbudsjett: beslutter, samordning: beslutter}\n"
    "frister: [{hva: utsending, dager: 7, regn: kalenderdager, fridag: tidligere}]\n",
}
MEETING = "id: 2026-12-11-sg\norgan: sg\ndato: 2026-12-11\ntilstand: planlagt\n"


def case(state: str, rest: str = "", kind: str = "årsbudsjett", id: str = "s-1") -> str:
    return f"id: {id}\ntittel: Sak {id}\nslag: {kind}\ntilstand: {state}\navtale: a-1\n{rest}"


@pytest.fixture
def bodies(area: Path) -> Path:
    """An area with a secretariat, a coordination group and a steering group."""
    put(area, "byvekst.yaml", FILE)
    for id, rest in BODIES.items():
        name = id.replace("å", "aa")
        put(
            area,
            f"mandat/{name}.yaml",
            f"id: {id}\nnavn: {id.upper()}\nformål: Samordne\navtale: a-1\n{rest}",
        )
    return area


def told(byvekst: Command, root: Path, *options: str) -> dict[str, Any]:
    code, out, err = byvekst("cases", root, "--format", "json", "--as-of", TODAY, *options)
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def only(byvekst: Command, root: Path, *options: str) -> dict[str, Any]:
    (found,) = told(byvekst, root, *options)["cases"]
    assert isinstance(found, dict)
    return found


def stops(found: list[dict[str, Any]]) -> list[str | None]:
    return [stop["body"] for stop in found]


def test_an_area_without_cases_says_so(area: Path, byvekst: Command) -> None:
    """In text, Markdown and JSON."""
    assert "Området har ingen saker." in byvekst("saker", area, "--as-of", TODAY)[1]
    assert "Området har ingen saker." in byvekst("saker", area, "--format", "markdown")[1]
    assert told(byvekst, area)["cases"] == []


def test_a_case_without_treatments_goes_the_way_the_mandates_give(bodies: Path, byvekst: Command) -> None:
    """Recommended, treated by the parties, decided; and the secretariat has it now."""
    put(bodies, "sak/s-1/sak.yaml", case("meldt-inn"))
    found = only(byvekst, bodies)

    assert found["passed"] == []
    assert stops(found["ahead"]) == ["rådet", None, "sg"]
    assert found["next"] == {"step": "enter", "with": ["sek"]}
    assert (found["deadline"], found["group"]) == (None, "undated")


@pytest.mark.parametrize(
    ("state", "step", "doers"),
    [
        ("på-plan", "write", ["bergen"]),
        ("utkast", "assure", ["sek"]),
        ("kvalitetssikra", "send", ["sek"]),
        ("utsendt", "treat", ["sg"]),
    ],
)
def test_each_state_has_its_step_and_somebody_who_has_it(
    state: str, step: str, doers: list[str], bodies: Path, byvekst: Command
) -> None:
    """As the case comes nearer its meeting."""
    put(bodies, "sak/s-1/sak.yaml", case(state, "avsender: bergen\n", "annet"))
    put(bodies, "moete/2026-12-11-sg/moete.yaml", MEETING + "saksliste: [{sak: s-1, behandling: vedtak}]\n")

    assert only(byvekst, bodies)["next"] == {"step": step, "with": doers}


def test_the_nearest_deadline_counts_the_days_left(bodies: Path, byvekst: Command) -> None:
    """Dispatch is seven days before 11 December, which is eleven days from 23 November."""
    put(bodies, "sak/s-1/sak.yaml", case("kvalitetssikra"))
    put(bodies, "moete/2026-12-11-sg/moete.yaml", MEETING + "saksliste: [{sak: s-1, behandling: vedtak}]\n")
    due = only(byvekst, bodies)["deadline"]

    assert (due["kind"], due["date"], due["days"]) == ("dispatch", "2026-12-04", 11)


def test_what_is_passed_is_not_ahead(bodies: Path, byvekst: Command) -> None:
    """A recommendation passes its body, and the parties and the decision remain."""
    rows = "behandlinger: [{organ: rådet, dato: 2026-11-10, behandling: innstilling, utfall: tilslutning}]\n"
    put(bodies, "sak/s-1/sak.yaml", case("administrativt-behandlet", rows))
    found = only(byvekst, bodies)

    assert stops(found["passed"]) == ["rådet"]
    assert stops(found["ahead"]) == [None, "sg"]
    assert found["state_shown_by_files"] == "administrativt-behandlet"


def test_a_recommendation_goes_to_the_body_above_where_no_task_says_more(
    bodies: Path, byvekst: Command
) -> None:
    """By the line of reporting, where no task says more."""
    rows = "behandlinger: [{organ: rådet, dato: 2026-11-10, behandling: innstilling, utfall: tilslutning}]\n"
    put(bodies, "sak/s-1/sak.yaml", case("administrativt-behandlet", rows, "prosjekt"))

    assert stops(only(byvekst, bodies)["ahead"]) == ["sg"]


def test_a_case_with_the_parties_waits_for_those_that_are_not_done(bodies: Path, byvekst: Command) -> None:
    """And the councils stay ahead until the last of them is."""
    row = "  - {organisasjon: %s, organ: bystyret, dato: 2026-11-%s, utfall: tilslutning}\n"
    put(bodies, "sak/s-1/sak.yaml", case("utsendt", "lokalbehandling:\n" + row % ("bergen", 16)))
    found = only(byvekst, bodies)
    assert found["next"] == {"step": "local", "with": ["os"]}
    assert (found["ahead"][0]["done"], found["ahead"][0]["missing"]) == (["bergen"], ["os"])

    rows = row % ("bergen", 16) + row % ("os", 18)
    put(bodies, "sak/s-1/sak.yaml", case("utsendt", "lokalbehandling:\n" + rows))
    found = only(byvekst, bodies)
    assert (stops(found["passed"]), stops(found["ahead"])) == ([None], ["sg"])
    assert found["state_shown_by_files"] == "lokalt-behandlet"


def test_a_meeting_that_is_past_without_a_word_asks_for_its_result(bodies: Path, byvekst: Command) -> None:
    """Also where the meeting still stands as planned."""
    put(bodies, "sak/s-1/sak.yaml", case("utsendt", kind="annet"))
    meeting = MEETING.replace("2026-12-11", "2026-11-20")
    put(bodies, "moete/2026-11-20-sg/moete.yaml", meeting + "saksliste: [{sak: s-1, behandling: vedtak}]\n")

    assert only(byvekst, bodies)["next"] == {"step": "register", "with": ["sek"]}


def test_finished_cases_are_left_out_and_counted(bodies: Path, byvekst: Command) -> None:
    """Unless all are asked for, or their state is."""
    put(bodies, "sak/s-1/sak.yaml", case("meldt-inn"))
    put(bodies, "sak/s-2/sak.yaml", case("fulgt-opp", id="s-2"))
    found = told(byvekst, bodies)

    assert ([each["id"] for each in found["cases"]], found["finished_left_out"]) == (["s-1"], 1)
    assert len(told(byvekst, bodies, "--all")["cases"]) == 2
    assert only(byvekst, bodies, "--state", "fulgt-opp")["id"] == "s-2"
    assert "Én ferdig sak er ikke med." in byvekst("cases", bodies, "--as-of", TODAY)[1]


def test_a_decided_case_with_open_tasks_is_not_finished(bodies: Path, byvekst: Command) -> None:
    """Whoever is to do them has it, and their date is its deadline."""
    rows = "behandlinger: [{organ: sg, dato: 2026-06-05, behandling: vedtak, utfall: vedtatt}]\n"
    put(bodies, "sak/s-1/sak.yaml", case("vedtatt", rows))
    row = "t-1: {hva: Se etter., møte: ukjent, sak: s-1, ansvarlig: os, frist: 2026-12-15, tilstand: %s}"
    put(bodies, "oppfoelging.yaml", f"oppfølging:\n  {row % 'åpen'}\n")
    found = only(byvekst, bodies)
    assert found["next"] == {"step": "follow-up", "with": ["os"]}
    assert found["deadline"]["days"] == 22

    put(bodies, "oppfoelging.yaml", f"oppfølging:\n  {row % 'ferdig'}\n")
    assert told(byvekst, bodies)["finished_left_out"] == 1


def test_a_case_that_nobody_has_touched_for_a_year_stands_apart(bodies: Path, byvekst: Command) -> None:
    """The last day that says anything decides."""
    put(bodies, "sak/s-1/sak.yaml", case("på-plan", "meldt: 2025-11-20\n"))
    assert only(byvekst, bodies)["group"] == "quiet"
    put(bodies, "sak/s-1/sak.yaml", case("på-plan", "meldt: 2026-01-20\n"))
    assert only(byvekst, bodies)["group"] == "undated"


def test_a_body_that_has_no_mandate_is_called_by_its_id(bodies: Path, byvekst: Command) -> None:
    """`check` tells that it is unknown; the plan goes on."""
    rows = "behandlinger: [{organ: utvalget, dato: 2026-11-10, behandling: drøfting}]\n"
    put(bodies, "sak/s-1/sak.yaml", case("administrativt-behandlet", rows, "annet"))
    code, out, _ = byvekst("cases", bodies, "--as-of", TODAY)

    assert code == 0
    assert "utvalget 10.11." in out


@pytest.mark.parametrize(
    ("option", "value", "found"),
    [
        ("--body", "rådet", ["s-1"]),
        ("--body", "sek", ["s-1"]),
        ("--meeting", "2026-12-11-sg", ["s-2"]),
        ("--party", "os", ["s-2"]),
        ("--party", "staten", []),
        ("--state", "På plan", ["s-2"]),
    ],
)
def test_the_list_can_be_narrowed(
    option: str, value: str, found: list[str], bodies: Path, byvekst: Command
) -> None:
    """By body, meeting, party and state, in any case of letters."""
    put(bodies, "sak/s-1/sak.yaml", case("meldt-inn"))
    put(bodies, "sak/s-2/sak.yaml", case("på-plan", "avsender: os\n", "annet", "s-2"))
    put(bodies, "moete/2026-12-11-sg/moete.yaml", MEETING + "saksliste: [{sak: s-2, behandling: vedtak}]\n")

    assert [each["id"] for each in told(byvekst, bodies, option, value)["cases"]] == found


AREAS = pytest.mark.parametrize("name", ["bergen", "nord-jaeren", "oslo", "trondheim"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 160])
@AREAS
def test_the_lists_of_the_examples_fit_the_screen(
    name: str, width: int, language: str, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As paragraphs and as a table, in every language."""
    monkeypatch.setenv("COLUMNS", str(width))
    out = byvekst("cases", EXAMPLES / name, "--all", "--as-of", TODAY, "--language", language)[1]

    assert len(out.splitlines()) > 10
    assert max(map(len, out.splitlines())) <= width


@AREAS
def test_each_case_of_the_examples_can_be_shown(name: str, byvekst: Command) -> None:
    """Within 80 columns."""
    for each in told(byvekst, EXAMPLES / name, "--all")["cases"]:
        code, out, _ = byvekst("cases", EXAMPLES / name, each["id"], "--as-of", TODAY)
        assert code == 0
        assert each["title"] in " ".join(out.split())
        assert max(map(len, out.splitlines())) <= 80


def test_one_case_is_shown_with_its_whole_way(byvekst: Command) -> None:
    """Results, decisions, the parties, what is ahead, deadlines and follow-up."""
    area = EXAMPLES / "trondheim"
    out = byvekst("saker", area, "hp-2027-30", "--as-of", TODAY)[1]
    assert out == byvekst("cases", area, "--case", "HP-2027-30", "--as-of", TODAY)[1]
    for part in ("endret i møtet", "innen", "Stjørdal", "Veien videre", "−53", "driftsutgiftene"):
        assert part in out
    found = told(byvekst, area, "--case", "hp-2027-30")["case"]
    assert [row["id"] for row in found["follow_up"]] == [
        "driftsutgifter",
        "lokal-behandling-orkland",
        "samordning",
    ]
    assert found["treatments"][0]["outcome"] == "tilslutning"
    assert byvekst("cases", area, "hp-2027-30", "--format", "markdown")[1].startswith("# Miljøpakken")


def test_a_case_can_be_named_alone_where_one_stands(
    bodies: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word that is no folder is a case there."""
    put(bodies, "sak/s-1/sak.yaml", case("meldt-inn"))
    monkeypatch.chdir(bodies)

    assert "Sak s-1" in byvekst("cases", "s-1")[1]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--case", "s-2"], "s-2"),
        (["--state", "utsent"], "utsendt"),
        (["--body", "rådett"], "rådet"),
        (["--case", "s-1", "--all"], "--case"),
        (["s-1", "--case", "s-1"], "én gang"),
    ],
)
def test_what_cannot_be_shown_says_what_was_meant(
    options: list[str], says: str, bodies: Path, byvekst: Command
) -> None:
    """With exit code 2 and nothing printed."""
    put(bodies, "sak/s-1/sak.yaml", case("meldt-inn"))
    code, out, err = byvekst("cases", bodies, *options, "--language", "nb")

    assert (code, out) == (2, "")
    assert says in err


def test_the_state_that_files_contradict_is_marked(bodies: Path, byvekst: Command) -> None:
    """In the list and by `check`."""
    rows = "behandlinger: [{organ: sg, dato: 2026-06-05, behandling: vedtak, utfall: vedtatt}]\n"
    put(bodies, "sak/s-1/sak.yaml", case("på-plan", rows))
    found = only(byvekst, bodies)
    assert (found["contradictions"], found["state_shown_by_files"]) == (["already-decided"], "vedtatt")
    assert "på plan (!)" in byvekst("cases", bodies, "--as-of", TODAY)[1]
    assert "CAS005" in byvekst("check", bodies, "--select", "CAS005")[1]


QUIET = [
    case("vedtatt", "behandlinger: [{organ: sg, dato: ukjent, behandling: vedtak, utfall: ukjent}]\n"),
    case("vedtatt", "behandlinger: [{organ: sg, dato: 2026-01, behandling: ukjent}]\n"),
    case(
        "vedtatt",
        "behandlinger: [{organ: sg, dato: 2026-01, behandling: orientering, utfall: tatt-til-orientering}]\n",
    ),
    case("utsendt", "lokal_frist: 2026-12-01\n"),
    case("på-plan", "behandlinger: [{organ: sg, dato: 2026-01, behandling: vedtak, utfall: utsatt}]\n"),
    case("lokalt-behandlet", "lokalbehandling: [{organisasjon: os, organ: bystyret, dato: ukjent}]\n"),
]


@pytest.mark.parametrize("text", QUIET, ids=range(len(QUIET)))
def test_what_is_unknown_contradicts_nothing(text: str, bodies: Path) -> None:
    """Nor does what may be so."""
    put(bodies, "sak/s-1/sak.yaml", text)
    (found,) = stories(load(Folder(bodies), DAY).area)

    assert list(contradictions(found)) == []


@given(
    state=st.sampled_from(CaseState),
    handling=st.sampled_from(["vedtak", "innstilling", "drøfting", "orientering", "ukjent"]),
    outcome=st.sampled_from(["vedtatt", "utsatt", "trukket", "avvist", "ukjent", None]),
    days=st.integers(-400, 400),
)
def test_no_stop_is_both_passed_and_ahead(
    state: CaseState, handling: str, outcome: str | None, days: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the file says; and a case has a step or is finished."""
    root = tmp_path_factory.mktemp("område")
    put(root, "byvekst.yaml", FILE)
    told = f", utfall: {outcome}" if outcome else ""
    day = DAY + timedelta(days=days)
    rows = f"behandlinger: [{{organ: sg, dato: {day}, behandling: {handling}{told}}}]\n"
    put(root, "sak/s-1/sak.yaml", case(state.value, rows))
    area = load(Folder(root), DAY).area
    (found,) = stories(area)
    gone = way(found)
    events = [stop.event for stop in (*gone.passed, *gone.ahead) if stop.event]

    assert len(events) == len(found.events) == 1
    assert shown_state(found) in (None, *CaseState)
    assert (lines(area)[0].step is None) == (lines(area)[0].group.value == "finished")


def test_a_thousand_cases_are_listed(bodies: Path, byvekst: Command) -> None:
    """In an area with all of them on one agenda."""
    ids = [f"s-{number}" for number in range(1000)]
    for id in ids:
        put(bodies, f"sak/{id}/sak.yaml", case("kvalitetssikra", id=id))
    rows = "".join(f"  - {{sak: {id}, behandling: vedtak}}\n" for id in ids)
    put(bodies, "moete/2026-12-11-sg/moete.yaml", f"{MEETING}saksliste:\n{rows}")
    found = told(byvekst, bodies)["cases"]

    assert {each["id"] for each in found} == set(ids)
    assert {each["deadline"]["days"] for each in found} == {11}
