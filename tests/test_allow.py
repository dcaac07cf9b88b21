"""Findings that may stand: with a reason, for as long as somebody said, and never in silence."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from byvekst_cli.language import LANGUAGES
from byvekst_cli.report.formats import FORMATS
from conftest import AREA, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
NOTE = "prosjekt/p-1.yaml"


def told(byvekst: Command, area: Path, *options: str) -> list[tuple[str, int, bool]]:
    """Code, line and whether it is allowed, of every finding."""
    out = byvekst("check", area, "--format", "json", "--as-of", TODAY, *options)[1]
    return [(f["code"], f["line"], f["suppressed"] is not None) for f in json.loads(out)["findings"]]


def test_a_file_that_allows_nothing_has_nothing_allowed(area: Path, byvekst: Command) -> None:
    """The quiet case: no comment, no finding, no mention."""
    code, out, _ = byvekst("check", area)

    assert (code, "Tillatt" in out) == (0, False)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("merknad: N/A  # byvekst: tillat VAL001: avklares\n", [5]),
        ("merknad: N/A  # BYVEKST: Tillat empty-marker: avklares\n", [5]),
        ("# byvekst: tillat VAL001: avklares\n\nmerknad: N/A\n", [7]),
        ("# byvekst: tillat MON004, VAL001 til 2026-11-23: avklares\nmerknad: N/A\n", [6]),
        ("# byvekst: tillat VAL001: avklares\negne:\n  a: {b: N/A}\n\n  c: N/A\n", [7, 9]),
        ("# byvekst: tillat VAL001: avklares\nplan:\n  nivå: ingen\n  plan_id: N/A\n", [8]),
    ],
)
def test_a_comment_allows_its_line_or_what_follows(
    text: str, lines: list[int], area: Path, byvekst: Command
) -> None:
    """At the end of a line that line, alone on a line the next and all that is indented below it."""
    put(area, NOTE, SHEET + text)

    found = told(byvekst, area)

    assert [line for code, line, allowed in found if code == "VAL001" and allowed] == lines
    assert not [line for code, line, allowed in found if code == "VAL001" and not allowed]


def test_a_comment_at_the_top_is_for_the_whole_file(area: Path, byvekst: Command) -> None:
    """Also for findings that stand on no line in particular."""
    put(area, NOTE, f"# byvekst: tillat VAL001: avklares\n{SHEET}merknad: N/A\nbeskrivelse: N/A\n")

    assert told(byvekst, area) == [("VAL001", 6, True), ("VAL001", 7, True)]


def test_only_what_is_named_is_allowed(area: Path, byvekst: Command) -> None:
    """Another rule and another line are as before."""
    text = "merknad: N/A  # byvekst: tillat VAL001: avklares\nbeskrivelse: N/A\nkilde: nei\n"
    put(area, NOTE, SHEET + text)

    assert told(byvekst, area) == [("VAL001", 5, True), ("VAL001", 6, False), ("REF001", 7, False)]


def test_a_text_is_not_a_comment(area: Path, byvekst: Command) -> None:
    """What stands in quotes, or in a long text, is somebody's sentence."""
    text = 'merknad: "se # byvekst: tillat VAL001: x"\nbeskrivelse: |\n  # byvekst: tillat VAL001: x\n'
    put(area, NOTE, SHEET + text)

    assert told(byvekst, area) == []


def test_a_note_is_allowed_in_its_own_way(area: Path, byvekst: Command) -> None:
    """`#` among the facts at the top, `<!-- -->` is for the text below."""
    front = "---\nsak: s-9 # byvekst: tillat REF001: kommer\ntittel: A\nbehandling: vedtak\n---\n"
    put(area, "sak/s-9/notat-ku.md", f"{front}\n<!-- byvekst: tillat VAL001: x -->\n\n# A\n")

    found = told(byvekst, area)

    assert ("REF001", 2, True) in found
    assert ("SET007", 7, False) in found


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("tillat VAL001", "SET005"),
        ("tillat VAL001:", "SET005"),
        ("tillat VAL001 til 2027-01-01", "SET005"),
        ("tillat VAL001 til 2026-11-22: avklares", "SET006"),
        ("tillat VAL001 til 2025: avklares", "SET006"),
        ("tillat REF001: avklares", "SET007"),
        ("tillat SCH001: avklares", "SET008"),
        ("tillat yaml-syntax: avklares", "SET008"),
        ("tillat VAL01: avklares", "SET001"),
        ("tillat VAL001 til snart: avklares", "SET004"),
        ("lov VAL001: avklares", "SET004"),
        ("tillat: avklares", "SET004"),
        ("", "SET004"),
    ],
)
def test_what_does_not_hold_is_told_and_allows_nothing(
    comment: str, code: str, area: Path, byvekst: Command
) -> None:
    """Without reason, out of date, not needed, unreadable: a finding of its own, and the first stands."""
    put(area, NOTE, f"{SHEET}merknad: N/A  # byvekst: {comment}\n")

    assert sorted(told(byvekst, area)) == [(code, 5, False), ("VAL001", 5, False)]


def test_expiry_comes_with_the_calendar(area: Path, byvekst: Command) -> None:
    """It fails nothing overnight unless findings of today are asked for."""
    put(area, NOTE, f"{SHEET}merknad: N/A  # byvekst: tillat VAL001 til 2026-11-22: avklares\n")
    check = ("check", area, "--as-of", TODAY, "--ignore", "VAL001", "--fail-on")

    assert byvekst(*check, "warning")[0] == 0
    assert byvekst(*check, "warning,today")[0] == 1


def test_unused_is_said_only_of_rules_that_ran(area: Path, byvekst: Command) -> None:
    """A narrow selection, or a file that could not be read, proves nothing."""
    put(area, NOTE, f"{SHEET}merknad: A  # byvekst: tillat VAL001: avklares\n")
    assert told(byvekst, area) == [("SET007", 5, False)]
    assert told(byvekst, area, "--select", "MON") == []

    put(area, NOTE, f"{SHEET}merknad: A  # byvekst: tillat VAL001: avklares\nukjent: 1\n")
    put(area, "prosjekt/p-2.yaml", "id: [\n")
    assert "SET007" not in [code for code, _, _ in told(byvekst, area)]


@pytest.mark.parametrize(
    ("setting", "allowed"),
    [
        ("{regel: VAL001, grunn: avklares}", [True, True]),
        ("{regel: empty-marker, fil: prosjekt/p-1.yaml, grunn: avklares}", [True, False]),
        ("{regel: VAL001, fil: 'prosjekt/*', post: P-2, grunn: avklares}", [False, True]),
        ("{regel: VAL001, til: 2026-10, grunn: avklares}", [False, False]),
    ],
)
def test_an_area_can_allow_in_its_settings(
    setting: str, allowed: list[bool], area: Path, byvekst: Command
) -> None:
    """By file, by record, for a time."""
    put(area, "byvekst.yaml", f"{AREA}tillat:\n  - {setting}\n")
    put(area, NOTE, f"{SHEET}merknad: N/A\n")
    put(area, "prosjekt/p-2.yaml", f"{SHEET.replace('p-1', 'p-2')}merknad: N/A\n")

    found = told(byvekst, area)

    assert [yes for code, _, yes in found if code == "VAL001"] == allowed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
def test_every_format_shows_what_is_allowed(format: str, language: str, area: Path, byvekst: Command) -> None:
    """The reason is there to be read; only GitLab's report has no place for what may stand."""
    put(area, NOTE, f"{SHEET}merknad: N/A  # byvekst: tillat VAL001 til 2027-06-30: avklares i mai\n")

    code, out, _ = byvekst("check", area, "--format", format, "--fail-on", "advice", "--language", language)

    assert code == 0
    assert ("avklares i mai" in out) == (format != "gitlab")
    assert "::" not in out
