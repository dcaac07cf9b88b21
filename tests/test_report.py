"""What people and programs see of a check."""

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from byvekst_cli.finding import Finding, Hint, Severity, Span
from conftest import SHEET, TODAY, Answer, put

Command = Callable[..., Answer]

FINDING = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "code": {"pattern": "^[A-Z]{3}[0-9]{3}$"},
        "slug": {"pattern": "^[a-z-]+$"},
        "severity": {"enum": ["error", "warning", "advice"]},
        "path": {"type": "string", "not": {"pattern": r"\\"}},
        **{key: {"type": "integer", "minimum": 1} for key in ("line", "column", "end_line", "end_column")},
        "message": {"type": "string", "minLength": 1},
        "area": {"type": "string"},
        "record": {"type": ["string", "null"]},
        "fingerprint": {"pattern": "^[0-9a-f]{32}$"},
        "related": {"type": "array"},
        "suppressed": {"type": "null"},
        "baseline": {"type": "null"},
        "fixable": {"const": False},
    },
}
FINDING["required"] = list(FINDING["properties"])  # type: ignore[call-overload]
REPORT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "as_of", "areas", "findings", "summary"],
    "properties": {
        "version": {"const": 1},
        "as_of": {"const": TODAY},
        "areas": {"items": {"required": ["id", "path"]}},
        "findings": {"items": FINDING},
        "summary": {"required": ["error", "warning", "advice", "suppressed", "files"]},
    },
}

SPOILT = f"""{SHEET}form: prosjet
merknad: Ein svært lang merknad om sykkelvegen 🚲 som går langt
milepæler: [{{hva: byggestart, plan: 2021-høst}}, {{hva: åpning, plan: 2020-06, prognose: 2020-07-01-x}}]
ukjent_felt: 1
"""


@pytest.fixture
def spoilt(area: Path) -> Path:
    put(area, "prosjekt/p-1.yaml", SPOILT)
    put(area, "prosjekt/p-2.yaml", SHEET.replace("p-1", "p-2").replace("bergen", "askøy"))
    return area


def test_json_has_the_promised_shape(spoilt: Path, byvekst: Command) -> None:
    """Version 1, every key there, and counts that agree with the findings."""
    _, out, _ = byvekst("check", spoilt, "--format", "json", "--as-of", TODAY)
    report = json.loads(out)

    assert list(Draft202012Validator(REPORT).iter_errors(report)) == []
    assert report["summary"]["error"] == len(report["findings"]) == 4
    assert report["summary"]["files"] == 3


def test_the_same_files_give_the_same_bytes(spoilt: Path, byvekst: Command) -> None:
    """Twice the same, in both formats."""
    for format in ("text", "json"):
        answers = {byvekst("check", spoilt, "--format", format, "--as-of", TODAY) for _ in range(3)}
        assert len(answers) == 1


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_text_fits_the_window(
    columns: int, spoilt: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line is wider than the terminal, and what is marked can be seen."""
    monkeypatch.setenv("COLUMNS", str(columns))

    out = byvekst("check", spoilt)[1]

    wide = [line for line in out.splitlines() if cell_len(line.rstrip()) > columns]
    assert all(".yaml" in line for line in wide)
    assert re.search(r"2020-07-01-x.*\n.*\^{12}", out)


def test_the_mark_stands_under_the_words(spoilt: Path, byvekst: Command) -> None:
    """Also behind wide characters and where the line is cut."""
    lines = byvekst("check", spoilt)[1].splitlines()
    marks = 0
    for above, below in pairwise(lines):
        if match := re.fullmatch(r"( +│ +)(\^+) *", below):
            cells = above[len(match.group(1)) : len(match.group(1)) + len(match.group(2))]
            assert cells.strip() == cells != ""
            marks += 1

    assert marks == 4


def test_the_last_line_says_where_to_begin(spoilt: Path, byvekst: Command) -> None:
    """Counts, then the first of the gravest."""
    counts, begin, message = byvekst("check", spoilt, "--language", "nb")[1].rstrip().splitlines()[-3:]

    assert counts.rstrip() == "4 feil, 0 advarsler og 0 råd i 3 filer."
    assert begin.startswith("Begynn her: ")
    assert begin.endswith("p-1.yaml:5")
    assert "«prosjet»" in message


def test_findings_of_one_kind_stand_together(area: Path, byvekst: Command) -> None:
    """Reason and remedy are told once, and a long row is cut with its lines named."""
    put(area, "prosjekt/p-1.yaml", SHEET + "".join(f"zzz{n}: 1\n" for n in range(8)))

    out = byvekst("check", area)[1]

    assert out.count("SCH002") == 1
    assert out.count("Hvorfor:") == 1
    assert "… og 3 til, på linje 10, 11, 12" in out


def test_a_flood_is_cut_with_the_gravest_kept(area: Path, byvekst: Command) -> None:
    """A hundred files are shown, errors before warnings, and it says how many are not."""
    for n in range(120):
        fault = "naven" if n == 119 else "navn"
        sheet = SHEET.replace("p-1", f"p-{n:03}").replace("navn", fault)
        put(area, f"prosjekt/p-{n:03}.yaml", f"{sheet}merknad: N/A\n")

    out = byvekst("check", area)[1]

    assert "… og 20 filer til med funn." in out
    assert "prosjekt/p-119.yaml" in out


def test_colour_only_where_there_is_a_terminal(
    spoilt: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No escape codes in a pipe; the same words with and without colour."""
    plain = byvekst("check", spoilt)[1]
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")

    coloured = byvekst("check", spoilt)[1]

    assert "\x1b[" not in plain
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_files_cannot_steer_the_terminal(area: Path, byvekst: Command) -> None:
    """Escape codes in a file come out as a replacement sign, in excerpts, messages and paths."""
    put(area, "prosjekt/p-1.yaml", SHEET + '"\\e[31mrød": 1\nmerknad: a\x1b[2J\n')
    put(area, "prosjekt/p-2.yaml", SHEET + '"\\e[31mrød": 1\n')

    assert "\x1b" not in byvekst("check", area)[1]


FOUND = Finding(
    "REF001", "unknown-reference", Severity.ERROR, "a", "b.yaml", Span(3, 1, 3, 4), "b", "kilde", {"id": "x"}
)


@pytest.mark.parametrize(
    "change",
    [
        {"span": Span(9, 9, 9, 9)},
        {"severity": Severity.ADVICE},
        {"slug": "renamed"},
        {"path": "c.yaml"},
        {"facts": {"id": "x", "near": Hint("y")}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_fingerprint_survives_what_does_not_matter(change: dict[str, object]) -> None:
    """Moved lines, another severity, a renamed file or rule, another suggestion."""
    from dataclasses import replace

    assert replace(FOUND, **change).fingerprint == FOUND.fingerprint  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [{"code": "REF002"}, {"area": "z"}, {"record": "z"}, {"key": "z"}, {"facts": {"id": "z"}}],
    ids=lambda change: next(iter(change)),
)
def test_a_fingerprint_tells_faults_apart(change: dict[str, object]) -> None:
    """Another rule, area, record, field or value is another fault."""
    from dataclasses import replace

    assert replace(FOUND, **change).fingerprint != FOUND.fingerprint  # type: ignore[arg-type]


def test_moving_rows_keeps_fingerprints(area: Path, byvekst: Command) -> None:
    """Rows are known by their natural key, wherever they stand."""

    def prints(rows: list[str]) -> set[str]:
        put(area, "prosjekt/p-1.yaml", SHEET + "milepæler:\n" + "".join(f"  - {row}\n" for row in rows))
        return {
            f["fingerprint"] for f in json.loads(byvekst("check", area, "--format", "json")[1])["findings"]
        }

    rows = ["{hva: byggestart, plan: 2022-13}", "{hva: åpning, plan: 2022-13}"]
    assert prints(rows) == prints(["{hva: ferdig}", *reversed(rows)])
    assert len(prints(rows)) == 2
