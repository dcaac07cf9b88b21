"""`byvekst deadlines` as people use it: what is listed, explained, reminded of and put in calendars."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from byvekst_cli.language import LANGUAGES
from conftest import AREA, EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
BERGEN = EXAMPLES / "bergen"
PARTIES = """id: området
navn: Området
område: Området
språk: nb
avtaler:
  byvekstavtale: {navn: Byvekstavtalen, type: byvekstavtale, periode: {fra: 2019, til: 2029}}
organisasjoner:
  malvik: {navn: Malvik kommune, type: kommune}
  alver: {navn: Alver kommune, type: kommune, målform: nn}
parter:
  - {organisasjon: malvik, avtale: byvekstavtale, samtykke: kreves, fra: 2019}
  - {organisasjon: alver, avtale: byvekstavtale, samtykke: kreves, fra: 2019}
"""
MANDATE = """id: ku
navn: Kontaktutvalget
rolle: styringsgruppe
avtale: byvekstavtale
illustrasjon: true
formål: ukjent
frister:
  - {hva: innlevering, dager: 10, regn: kalenderdager, fridag: tidligere}
  - {hva: innkalling, dager: 8, regn: kalenderdager, fridag: tidligere}
  - {hva: referat, dager: 5, regn: virkedager}
  - {hva: lokalbehandling, dager: 30, etter: ku, regn: kalenderdager, fridag: tidligere}
"""
MEETING = "id: 2026-12-11-ku\norgan: ku\ndato: 2026-12-11\ntilstand: planlagt\n"
CASE = "id: hp-2027\ntittel: Handlingsprogram\nslag: handlingsprogram\ntilstand: meldt-inn\n"


@pytest.fixture
def ku(tmp_path: Path) -> Path:
    """An area with two parties, one body and one planned meeting."""
    put(tmp_path, "byvekst.yaml", PARTIES)
    put(tmp_path, "mandat/ku.yaml", MANDATE)
    put(tmp_path, "mandat/sek.yaml", "id: sek\nnavn: Sekretariatet\nrolle: sekretariat\nformål: ukjent\n")
    put(tmp_path, "moete/2026-12-11-ku/moete.yaml", MEETING)
    return tmp_path


def listed(byvekst: Command, area: Path, *arguments: str, as_of: str = TODAY) -> list[dict[str, Any]]:
    """The deadlines in the JSON report."""
    code, out, err = byvekst("deadlines", area, "--format", "json", "--as-of", as_of, *arguments)
    assert (code, err) == (0, "")
    report = json.loads(out)
    assert report["version"] == 1
    found: list[dict[str, Any]] = report["deadlines"]
    return found


def by_kind(byvekst: Command, area: Path, *arguments: str, as_of: str = TODAY) -> dict[str, dict[str, Any]]:
    return {item["kind"]: item for item in listed(byvekst, area, *arguments, as_of=as_of)}


def test_what_is_to_be_done_is_listed_by_date(ku: Path, byvekst: Command) -> None:
    """Each with its day, counted by hand from Friday 11 December 2026, and who is to do it."""
    found = listed(byvekst, ku)

    assert [(item["kind"], item["date"], item["doers"]) for item in found] == [
        ("submission", "2026-12-01", ["malvik", "alver"]),
        ("call", "2026-12-03", ["sek"]),
        ("meets", "2026-12-11", []),
        ("minutes", "2026-12-18", ["sek"]),
    ]
    assert {item["standing"] for item in found} == {"coming"}


def test_what_is_done_is_never_overdue(ku: Path, byvekst: Command) -> None:
    """A date that stands in the file as sent is enough, whenever it was."""
    late = by_kind(byvekst, ku, as_of="2026-12-09")
    assert late["call"]["standing"] == "overdue"
    assert late["call"]["days"] == -6

    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING + "sendt: {innkalling: 2026-12-08}\n")

    assert "call" not in by_kind(byvekst, ku, as_of="2026-12-09")
    done = by_kind(byvekst, ku, "--all", as_of="2026-12-09")["call"]
    assert (done["standing"], done["done_on"]) == ("done", "2026-12-08")


def test_a_meeting_that_is_over_asks_for_no_papers(ku: Path, byvekst: Command) -> None:
    """What was not handed in for it is not overdue for ever; the minutes are, once it was held."""
    passed = by_kind(byvekst, ku, as_of="2027-02-01")
    assert passed == {}
    out = byvekst("deadlines", ku, "--as-of", "2027-02-01")[1]
    assert "Ett møte er passert, men står fortsatt som planlagt: 2026-12-11-ku." in out

    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING.replace("planlagt", "holdt"))
    assert list(by_kind(byvekst, ku, as_of="2027-02-01")) == ["minutes"]

    minutes = "referat: {tilstand: til-merknader, dato: 2026-12-15, merknadsfrist: 2027-02-05}\n"
    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING.replace("planlagt", "holdt") + minutes)
    assert by_kind(byvekst, ku, as_of="2027-02-01") == {}


@pytest.mark.parametrize("state", ["avlyst", "flyttet"])
def test_a_cancelled_or_moved_meeting_asks_for_nothing(state: str, ku: Path, byvekst: Command) -> None:
    """Its deadlines lapse."""
    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING.replace("planlagt", state))

    assert listed(byvekst, ku) == []
    assert {item["standing"] for item in listed(byvekst, ku, "--all")} == {"cancelled"}


def test_a_case_on_the_agenda_has_deadlines_of_its_own(ku: Path, byvekst: Command) -> None:
    """The paper is asked of the sender, and the councils of the parties that have not treated it."""
    put(ku, "sak/hp-2027/sak.yaml", CASE + "avtale: byvekstavtale\navsender: alver\n")
    agenda = "saksliste:\n  - {sak: hp-2027, behandling: vedtak}\n"
    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING + agenda)

    found = by_kind(byvekst, ku, "--within", "90")
    assert found["submission"]["doers"] == ["alver"]
    assert found["local"]["doers"] == ["malvik", "alver"]
    assert found["local"]["date"] == "2027-01-08"  # 10 January is a Sunday

    note = "sak: hp-2027\ntittel: HP\nbehandling: vedtak\nversjoner: [{nummer: 1, dato: 2026-11-20}]\n"
    put(ku, "sak/hp-2027/notat-ku.md", f"---\n{note}---\n# HP\n")
    treated = "lokalbehandling:\n  - {organisasjon: malvik, organ: ukjent, dato: 2026-11-20}\n"
    put(ku, "sak/hp-2027/sak.yaml", CASE + "avtale: byvekstavtale\navsender: alver\n" + treated)

    found = by_kind(byvekst, ku, "--within", "90")
    assert "submission" not in found
    assert found["local"]["doers"] == ["alver"]


def test_a_case_may_set_the_day_for_local_treatment(ku: Path, byvekst: Command) -> None:
    """As the steering group for Oslopakke 3 did in May 2018, with 1 July."""
    put(ku, "sak/hp-2027/sak.yaml", CASE + "lokal_frist: 2026-12-15\n")

    found = by_kind(byvekst, ku)["local"]

    assert (found["date"], found["meeting"], found["doers"]) == ("2026-12-15", None, ["malvik", "alver"])


def test_a_date_set_for_the_meeting_goes_before_the_rule(ku: Path, byvekst: Command) -> None:
    """Also where the mandate has no rule."""
    dates = "frister: {innkalling: 2026-12-01, utsending: 2026-12-02}\n"
    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING + dates)

    found = by_kind(byvekst, ku)

    assert (found["call"]["date"], found["call"]["why"]["mandate"]) == ("2026-12-01", None)
    assert found["dispatch"]["date"] == "2026-12-02"


def test_a_decision_in_writing_waits_for_those_who_have_not_answered(ku: Path, byvekst: Command) -> None:
    """It has no call and no minutes, only answers."""
    written = (
        "form: skriftlig\nskriftlig:\n  svarfrist: 2026-11-30\n  svar: [{organisasjon: alver, svar: enig}]\n"
    )
    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING + written)

    (found,) = listed(byvekst, ku)
    assert (found["kind"], found["date"], found["doers"]) == ("answers", "2026-11-30", ["malvik"])
    assert by_kind(byvekst, ku, as_of="2026-12-01")["answers"]["standing"] == "overdue"

    text = (MEETING + written).replace("svar: enig}", "svar: enig}, {organisasjon: malvik, svar: enig}")
    put(ku, "moete/2026-12-11-ku/moete.yaml", text)
    assert listed(byvekst, ku) == []


@pytest.mark.parametrize(
    ("option", "value", "kinds"),
    [
        ("--body", "KU", {"submission", "call", "meets", "minutes"}),
        ("--meeting", "2026-12-11-ku", {"submission", "call", "meets", "minutes"}),
        ("--party", "alver", {"submission"}),
        ("--role", "sekretariat", {"call", "minutes"}),
        ("--role", "kommune", {"submission"}),
        ("--within", "8", {"submission"}),
    ],
)
def test_the_list_can_be_made_shorter(
    option: str, value: str, kinds: set[str], ku: Path, byvekst: Command
) -> None:
    """By body, meeting, party, role or days ahead."""
    assert set(by_kind(byvekst, ku, option, value)) == kinds


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--body", "kuu"], "«ku»"),
        (["--meeting", "2026-12-12-ku"], "«2026-12-11-ku»"),
        (["--party", "avler"], "«alver»"),
        (["--role", "sekretariatt"], "«sekretariat»"),
        (["--within", "snart"], "snart"),
        (["--within", "-1"], "-1"),
        (["--within", "²"], "²"),
        (["--plan", "ku"], "ORGAN:DATO"),
        (["--plan", "kuu:2027-06-18"], "«ku»"),
        (["--plan", "ku:2027-02-30"], "2027-02-30"),
        (["--plan", "ku:2027"], "2027"),
        (["--plan", "ku:2027-06-18", "--remind"], "--remind"),
        (["--all", "--within", "3"], "--within"),
    ],
)
def test_wrong_use_is_explained(arguments: list[str], word: str, ku: Path, byvekst: Command) -> None:
    """With what was probably meant."""
    code, out, err = byvekst("deadlines", ku, *arguments, "--as-of", TODAY, "--language", "nb")

    assert (code, out) == (2, "")
    assert word in err


def test_an_area_without_meetings_has_no_deadlines(area: Path, byvekst: Command) -> None:
    """And is told how to get some."""
    code, out, _ = byvekst("deadlines", area, "--as-of", TODAY)

    assert code == 0
    assert "skriv fristene i mandatene" in out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "arguments", [[], ["--all"], ["--why", "--all"], ["--remind"], ["--plan", "styringsgruppa:2027-05-18"]]
)
@pytest.mark.parametrize("width", ["80", "160"])
def test_everything_fits_the_window(
    width: str, arguments: list[str], language: str, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line is wider, no word is cut and no slot is left open, in any language."""
    monkeypatch.setenv("COLUMNS", width)

    code, out, err = byvekst("deadlines", BERGEN, *arguments, "--as-of", TODAY, "--language", language)

    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= int(width)
    assert not re.search(r"\{\w*\}|\[\[|\]\]|None|due-|why-|remind-", out)


def test_each_date_explains_itself(byvekst: Command) -> None:
    """From which meeting, by which rule, why it was moved, and on what authority."""
    found = by_kind(byvekst, BERGEN, "--meeting", "2026-12-02-prioriteringsrådet")
    why = found["submission"]["why"]
    assert (why["meeting"], why["days"], why["direction"]) == ("2026-12-02", 10, "before")
    assert (why["mandate"], why["source"]) == ("prioriteringsrådet", "kunnskapsrapport-2023")
    assert why["count"] is None

    out = byvekst("deadlines", BERGEN, "--why", "--as-of", TODAY, "--language", "nb")[1]
    told = " ".join(out.split())
    assert "10 dager før møtet 2. desember 2026." in told
    assert "Mandatet sier ikke hvilke dager som telles; her er det kalenderdager." in told
    assert "Søndag er fridag, og mandatet sier ikke hva som gjelder da." in told
    assert "Regel i mandatet til Styringsgruppa (illustrasjon)." in told


def test_a_move_names_the_holidays(ku: Path, byvekst: Command) -> None:
    """Both of them, where a day is two."""
    text = MEETING.replace("2026-12-11", "2027-05-25")
    put(ku, "moete/2026-12-11-ku/moete.yaml", text.replace("id: 2027-05-25", "id: 2026-12-11"))

    told = " ".join(byvekst("deadlines", ku, "--why", "--all", "--as-of", TODAY)[1].split())

    assert "Mandag 17. mai 2027 er fridag (17. mai, andre pinsedag); flyttet til siste virkedag før." in told


def test_markdown_is_a_table(ku: Path, byvekst: Command) -> None:
    """Ready for a page."""
    out = byvekst("deadlines", ku, "--format", "markdown", "--as-of", TODAY)[1]

    assert "| Dato | Dag | Hva | Sak eller møte | Hvem | Dager | Hvorfor den dagen |" in out
    assert "| --- | --- | --- | --- | --- | --: | --- |" in out


def test_reminders_are_polite_and_in_each_partys_own_standard(ku: Path, byvekst: Command) -> None:
    """They say what is asked and by when, and that it is not registered; nobody is blamed."""
    code, out, _ = byvekst("deadlines", ku, "--remind", "--format", "json", "--as-of", "2026-12-04")
    found = {each["organisation"]: each for each in json.loads(out)["reminders"]}

    assert code == 0
    assert list(found) == ["alver", "malvik"]
    assert [each["language"] for each in found.values()] == ["nn", "nb"]
    assert "Tysdag 1. desember 2026: sakspapir" in found["alver"]["text"]
    assert "(ikkje registrert per dato)" in found["alver"]["text"]
    assert "Tirsdag 1. desember 2026: sakspapirer" in found["malvik"]["text"]
    for each in found.values():
        assert not re.search(r"forsink|purr|for sent|for seint|brutt|brote|mangl", each["text"])
        assert each["text"].endswith("Sekretariatet")

    only = byvekst("deadlines", ku, "--remind", "--party", "alver", "--as-of", TODAY)[1]
    assert "Til Alver kommune" in only
    assert "Malvik" not in only


def test_a_plan_says_what_no_mandate_says(ku: Path, byvekst: Command) -> None:
    """Unknown steps are told, not invented; a preparing body without a rule too."""
    rest = "rolle: arbeidsutvalg\nformål: ukjent\nrapporterer_til: ku\n"
    put(ku, "mandat/au.yaml", f"id: au\nnavn: Arbeidsutvalget\n{rest}")

    out = byvekst("deadlines", ku, "--plan", "ku:2027-06-18", "--format", "json", "--as-of", TODAY)[1]
    report = json.loads(out)
    text = byvekst("deadlines", ku, "--plan", "ku:2027-06-18", "--as-of", TODAY)[1]

    assert [(step["kind"], step["date"]) for step in report["steps"]] == [
        ("submission", "2027-06-08"),
        ("call", "2027-06-10"),
        ("meets", "2027-06-18"),
        ("minutes", "2027-06-25"),
        ("local", "2027-07-16"),
    ]
    assert report["not_told"] == ["order", "draft", "assurance", "dispatch"]
    assert report["not_placed"] == ["au"]
    assert "Mandatene sier ikke når disse skal gjøres: bestilling, utkast" in " ".join(text.split())
    assert "hvor lenge før møtet disse møtes: Arbeidsutvalget" in " ".join(text.split())


def test_a_plan_uses_meetings_that_are_planned(byvekst: Command) -> None:
    """Programrådet meets on 15 January 2027; for the 30th it might have met a day later."""
    area = EXAMPLES / "trondheim"
    out = byvekst("deadlines", area, "--plan", "kontaktutvalget:2027-01-30", "--format", "json")[1]
    steps = {(step["kind"], step["body"]): step for step in json.loads(out)["steps"]}

    meets = steps["meets", "programrådet"]
    assert (meets["date"], meets["latest"], meets["slack"], meets["planned"]) == (
        "2027-01-15",
        "2027-01-16",
        1,
        True,
    )
    assert steps["submission", "programrådet"]["date"] == "2027-01-05"


def test_a_new_meeting_gets_its_deadlines(ku: Path, byvekst: Command) -> None:
    """By its body's rules; somebody's own dates are left alone."""
    given = ["--set", "organ=ku", "--set", "tilstand=planlagt", "--area", ku]

    byvekst("ny", "moete", "2027-06-18-ku", "--set", "dato=2027-06-18", *given)
    byvekst("ny", "moete", "2027-09-ku", "--set", "dato=2027-09", *given)
    own = "frister={innkalling: 2027-01-02}"
    byvekst("ny", "moete", "2027-01-15-ku", "--set", "dato=2027-01-15", "--set", own, *given)

    def text(name: str) -> str:
        return (ku / f"moete/{name}/moete.yaml").read_text(encoding="utf-8")

    assert "\nfrister: {innlevering: 2027-06-08, innkalling: 2027-06-10, referat: 2027-06-25}\n" in text(
        "2027-06-18-ku"
    )
    assert "\nfrister: {innkalling: 2027-01-02}\n" in text("2027-01-15-ku")
    assert "\n# frister: " in text("2027-09-ku")


def calendar(byvekst: Command, area: Path, file: Path, *arguments: str) -> bytes:
    code, _, err = byvekst("deadlines", area, "--ics", file, *arguments)
    assert (code, err) == (0, "")
    return file.read_bytes()


def test_a_calendar_can_be_read_back(tmp_path: Path, byvekst: Command) -> None:
    """Whole days that end the day after, block nobody's time, and have an identifier each."""
    data = calendar(byvekst, BERGEN, tmp_path / "frister.ics")
    read = Calendar.from_ical(data)
    events = read.walk("VEVENT")

    assert len(events) > 15
    assert len({event["UID"] for event in events}) == len(events)
    assert (read["VERSION"], read["METHOD"]) == ("2.0", "PUBLISH")
    for event in events:
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
        assert type(event["DTSTART"].dt) is date
        assert (event["DTEND"].dt - event["DTSTART"].dt).days == 1
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["UID"].isascii()
        assert event["UID"].endswith("@miljoeloeftet.byvekst")
    assert any(event["SUMMARY"] == "Møte: Prioriteringsrådet" for event in events)


def test_a_calendar_keeps_the_form_of_the_standard(tmp_path: Path, byvekst: Command) -> None:
    """RFC 5545, 3.1: lines end in CRLF and hold at most 75 octets, and no letter is cut in two."""
    data = calendar(byvekst, BERGEN, tmp_path / "frister.ics")

    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    for line in lines:
        line.decode("utf-8")


def test_the_same_files_give_the_same_bytes(ku: Path, tmp_path: Path, byvekst: Command) -> None:
    """On any day; the stamp is the last day that the files know something of."""
    first = calendar(byvekst, BERGEN, tmp_path / "a.ics", "--as-of", "2026-11-23")
    assert calendar(byvekst, BERGEN, tmp_path / "b.ics", "--as-of", "2030-01-01") == first

    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING + "sendt: {innkalling: 2026-12-03}\n")
    assert b"DTSTAMP:20261203T000000Z" in calendar(byvekst, ku, tmp_path / "c.ics")


def test_a_moved_date_keeps_its_identifier(ku: Path, tmp_path: Path, byvekst: Command) -> None:
    """So that calendars move the event and do not make a second one."""

    def starts() -> dict[str, date]:
        read = Calendar.from_ical(calendar(byvekst, ku, tmp_path / "frister.ics"))
        return {str(event["UID"]): event["DTSTART"].dt for event in read.walk("VEVENT")}

    before = starts()
    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING.replace("dato: 2026-12-11", "dato: 2026-12-04"))

    assert starts().keys() == before.keys()
    assert {(starts()[uid] - day).days for uid, day in before.items()} == {-7}


@pytest.mark.parametrize(("state", "word"), [("avlyst", "Avlyst: Møte"), ("flyttet", "Flyttet: Møte")])
def test_a_cancelled_meeting_is_cancelled_in_the_calendar(
    state: str, word: str, ku: Path, tmp_path: Path, byvekst: Command
) -> None:
    """By status and sequence, and in the title, for Outlook does not show a status."""
    known = Calendar.from_ical(calendar(byvekst, ku, tmp_path / "before.ics"))
    before = known.walk("VEVENT")[0]["SEQUENCE"]
    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING.replace("planlagt", state))

    read = Calendar.from_ical(calendar(byvekst, ku, tmp_path / "frister.ics", "--language", "nb"))
    events = read.walk("VEVENT")

    assert {(event["STATUS"], event["SEQUENCE"]) for event in events} == {("CANCELLED", before + 1)}
    assert any(event["SUMMARY"].startswith(word) for event in events)


def test_text_cannot_break_out_of_a_calendar(ku: Path, tmp_path: Path, byvekst: Command) -> None:
    """Commas, semicolons, backslashes and line breaks in a title stay in the title."""
    put(ku, "sak/hp-2027/sak.yaml", CASE.replace("Handlingsprogram", '"a,b;c\\\\d\\nEND:VEVENT ræv"'))
    agenda = "saksliste:\n  - {sak: hp-2027, behandling: vedtak}\n"
    put(ku, "moete/2026-12-11-ku/moete.yaml", MEETING + agenda)

    data = calendar(byvekst, ku, tmp_path / "frister.ics")

    titles = [str(event["SUMMARY"]) for event in Calendar.from_ical(data).walk("VEVENT")]
    assert any("a,b;c\\d END:VEVENT ræv" in title for title in titles)
    assert b"\r\nEND:VEVENT r" not in data


def test_a_calendar_is_never_written_over_the_areas_own_file(ku: Path, byvekst: Command) -> None:
    """Nor where it cannot be written."""
    before = (ku / "byvekst.yaml").read_bytes()

    code, _, err = byvekst("deadlines", ku, "--ics", ku / "byvekst.yaml")
    assert code == 2
    assert "byvekst.yaml" in err
    assert (ku / "byvekst.yaml").read_bytes() == before
    assert byvekst("deadlines", ku, "--ics", ku / "ingen/slik.ics")[0] == 2


def test_a_meeting_without_a_day_is_told(area: Path, byvekst: Command) -> None:
    """It has no deadlines, and nobody is left to wonder why."""
    put(area, "moete/m/moete.yaml", "id: m\norgan: ku\ndato: 2027-06\ntilstand: planlagt\n")

    out = byvekst("deadlines", area, "--as-of", TODAY)[1]

    assert "Ett møte har ingen eksakt dag, og derfor ingen frister: m." in out
    assert AREA.startswith("id: prøveområdet")
