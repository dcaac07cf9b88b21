"""What reading finds by itself: each fault at its line and column, and the other files still read."""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pydantic_core._pydantic_core import list_all_errors

from byvekst_cli.finding import Finding, Span
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.source.load import Loaded, load
from byvekst_cli.source.schema_faults import fault
from byvekst_cli.source.tree import Folder
from conftest import SHEET, TODAY, Answer, put

BYVEKST = "byvekst.yaml"
OTHER = "prosjekt/p-2.yaml"
SETTINGS = "regler: {%s}\n"

CASES = [
    ("wrong-encoding", OTHER, SHEET.replace("id: p-1", "id: p-2\nmerknad: blåbær").encode("cp1252"), 2, 12),
    ("wrong-encoding", OTHER, SHEET.encode("utf-16"), 1, 1),
    ("empty-file", OTHER, b"", 1, 1),
    ("empty-file", OTHER, b"\xef\xbb\xbf\n  \n", 1, 1),
    ("empty-file", OTHER, "# bare en kommentar\n", 1, 1),
    ("control-character", OTHER, "id: p-2\nnavn: a\x00b\n", 2, 8),
    ("control-character", OTHER, "id: p-2\nnavn: a\x1b[31mb\n", 2, 8),
    ("file-too-large", OTHER, b"#" * 1_048_577, 1, 1),
    ("invisible-character", OTHER, "id: p-2\nnavn: a\u2028b\n", 2, 8),
    ("invisible-character", OTHER, "id: p-2\nnavn: a\u0085b\n", 2, 8),
    ("invisible-character", OTHER, "id: p-2\nnavn: a\u202eb\n", 2, 8),
    ("unknown-file", "prosjekt/p-2.yml", SHEET, 1, 1),
    ("unknown-file", "kilde.yaml", "kilder: {}\n", 1, 1),
    ("unknown-file", "prosjekter/p-2.yaml", SHEET, 1, 1),
    ("yaml-syntax", OTHER, "id: p-2\nnavn: a: b\n", 2, 8),
    ("yaml-syntax", OTHER, 'id: p-2\nnavn: "a\nmerknad: x\n', 2, 7),
    ("yaml-syntax", OTHER, "id: p-2\ntiltak: [sykkel\nnavn: x\n", 2, 9),
    ("yaml-syntax", OTHER, "id: p-2\n  navn: x\n", 2, 7),
    ("yaml-syntax", OTHER, "id: p-2\nnavn @x\n", 2, 1),
    ("yaml-syntax", OTHER, "id: p-2\nnavn: @x\n", 2, 7),
    ("tab-indentation", OTHER, "id: p-2\nplan:\n\tnivå: ukjent\n", 3, 1),
    ("tab-indentation", OTHER, "id: p-2\nplan:\n \u00a0nivå: ukjent\n", 3, 2),
    ("duplicate-key", OTHER, "id: p-2\nnavn: a\nnavn: b\n", 3, 1),
    ("duplicate-key", OTHER, "id: p-2\nnavn: å\nnivå: 1\nniva\u030a: 2\n", 4, 1),
    ("anchor-or-alias", OTHER, "id: &x p-2\n", 1, 5),
    ("anchor-or-alias", OTHER, "<<: {id: p-2}\n", 1, 1),
    ("tag", OTHER, "id: !!str p-2\n", 1, 5),
    ("too-deep", OTHER, "id: p-2\negne: " + "[" * 60_000, 2, 30),
    ("too-deep", OTHER, "egne: " + "{a: " * 60_000, 1, 99),
    ("too-deep", OTHER, "egne:\n  " + "- " * 60_000, 2, 49),
    ("not-a-mapping", OTHER, "- id: p-2\n", 1, 1),
    ("not-a-mapping", OTHER, "bare tekst\n", 1, 1),
    ("several-documents", OTHER, f"{SHEET}---\nid: p-3\n", 5, 1),
    ("key-not-text", OTHER, "? [a]\n: b\n", 1, 3),
    ("decimal-comma-in-braces", OTHER, "id: p-2\nanslag:\n  - {dato: 2020, p50: 8,1}\n", 3, 23),
    ("decimal-comma-in-braces", OTHER, "id: p-2\nanslag: [{p50: 8,1, p85: 9,1}]\n", 2, 26),
    (
        "text-comma-in-braces",
        OTHER,
        f"{SHEET}plan: {{nivå: ukjent, merknad: vedtatt, men påklaget}}\n",
        5,
        40,
    ),
    ("missing-front-matter", "sak/1/notat-ku.md", "# Tittel\n", 1, 1),
    ("unfinished-front-matter", "sak/1/notat-ku.md", "---\nsak: 1\n# Tittel\n", 1, 1),
    ("duplicate-key", "sak/1/notat-ku.md", "---\nsak: 1\nsak: 2\n---\n# Tittel\n", 3, 1),
    ("missing-field", OTHER, "id: p-2\nnavn: x\nkommuner: {bergen: 100}\n", 1, 1),
    ("missing-field", OTHER, f"{SHEET}plan: {{status: vedtatt}}\n", 5, 1),
    ("unknown-field", OTHER, f"{SHEET}nettsted: https://x.no\n", 5, 1),
    ("wrong-type", OTHER, f"{SHEET}plan: vedtatt\n", 5, 7),
    ("wrong-type", OTHER, SHEET.replace("[sykkel]", "sykkel"), 4, 9),
    ("wrong-type", OTHER, SHEET.replace("navn: Sykkelveg", "navn: 12"), 2, 7),
    ("wrong-type", OTHER, f"{SHEET}lengde: true\n", 5, 9),
    ("wrong-type", OTHER, f"{SHEET}andre_oppgir: [{{felt: navn, verdi: [1]}}]\n", 5, 29),
    ("unknown-value", OTHER, f"{SHEET}form: prosjet\n", 5, 7),
    ("unknown-value", OTHER, f"{SHEET}illustrasjon: false\n", 5, 15),
    ("value-out-of-range", OTHER, SHEET.replace("100", "101"), 3, 20),
    ("value-out-of-range", OTHER, f"{SHEET}anslag: [{{dato: 2020, prisår: 2020, p50: 1.1234567}}]\n", 5, 42),
    ("empty-value", OTHER, f"{SHEET}merknad:\n", 5, 1),
    ("empty-value", OTHER, f"{SHEET}merknad: ~\n", 5, 1),
    ("empty-value", OTHER, f"{SHEET}lengde: '-'\n", 5, 9),
    ("empty-value", OTHER, f'{SHEET}merknad: ""\n', 5, 10),
    ("empty-value", OTHER, f"{SHEET}vegnummer:\n  -\n", 6, 4),
    ("not-a-date", OTHER, f"{SHEET}status_per: 15.06.2021\n", 5, 13),
    ("not-a-date", OTHER, f"{SHEET}status_per: 2021-02-30\n", 5, 13),
    ("not-a-time-of-year", "aarshjul.yaml", "aktiviteter: {a: {navn: A, spor: stat, fra: mai}}\n", 1, 45),
    ("wrong-form", OTHER, f"{SHEET}vegnummer: [fv. 5476]\n", 5, 13),
    ("wrong-form", OTHER, f"{SHEET}lengde: 1 200\n", 5, 9),
    ("wrong-form", OTHER, f"{SHEET}lengde: 8.10\n", 5, 9),
    ("wrong-form", OTHER, f"{SHEET}lengde: 8,1\n", 5, 9),
    ("wrong-form", OTHER, f"{SHEET}nettside: www.x.no\n", 5, 11),
    ("wrong-form", OTHER, SHEET.replace("bergen:", "bergen--vest:"), 3, 12),
    ("missing-price-year", OTHER, f"{SHEET}anslag: [{{dato: 2020, p50: 8}}]\n", 5, 10),
    ("unknown-price-year", OTHER, f"{SHEET}anslag: [{{dato: 2020, prisår: 2020-kr, p50: 8}}]\n", 5, 31),
    ("unknown-rule", BYVEKST, SETTINGS % "milestone-pased: {nivå: av, grunn: x}", 9, 10),
    ("unknown-option", BYVEKST, SETTINGS % "milestone-passed: {valg: {dagar: 3}, grunn: x}", 9, 36),
    ("wrong-option-value", BYVEKST, SETTINGS % "milestone-passed: {valg: {dager: x}, grunn: x}", 9, 43),
]


def read(area: Path) -> Loaded:
    return load(Folder(area), date.fromisoformat(TODAY))


def spoil(area: Path, path: str, content: str | bytes) -> None:
    if path == BYVEKST:
        content = f"{(area / path).read_text(encoding='utf-8')}{content!s}"
    elif isinstance(content, str):
        content = content.replace("id: p-1", "id: p-2")
    put(area, path, content)


@pytest.mark.parametrize(
    ("slug", "path", "content", "line", "column"), CASES, ids=lambda value: str(value)[:30]
)
def test_a_fault_is_found_where_it_is(
    slug: str,
    path: str,
    content: str | bytes,
    line: int,
    column: int,
    area: Path,
    byvekst: Callable[..., Answer],
) -> None:
    """The fault is named with its file, line and column, in three languages, and the sound file is read."""
    spoil(area, path, content)

    outputs = [byvekst("check", area, "--language", language, "--format", "json") for language in LANGUAGES]
    code = 0 if FAULTS[slug].severity.value == "warning" else 1
    found = [finding for finding in read(area).findings if finding.slug == slug]
    found += [] if found else [f for f in _all(area) if f.slug == slug]

    assert [answer[0] for answer in outputs] == [code] * 3
    assert len({out for _, out, _ in outputs}) > 1
    assert (path, line, column) in [(f.path, f.span.line, f.span.column) for f in found]
    assert "p-1" in [record.id for record in read(area).area.records]


def _all(area: Path) -> tuple[Finding, ...]:
    from byvekst_cli.lint import Selection, lint

    return lint(read(area), Selection.of())


def test_every_fault_has_a_case() -> None:
    """No fault is there without a file that shows it."""
    elsewhere = {
        "more-of-the-same",
        "unreadable-file",
        "linked-file",
        "too-many-faults",
        "value-not-accepted",
        "outgrown-baseline",
        "unclear-allowance",
        "allowance-without-reason",
        "expired-allowance",
        "unused-allowance",
        "fault-not-allowable",
    }
    shown = {slug for slug, *_ in CASES} | elsewhere

    assert shown == set(FAULTS)


def test_codes_of_faults_are_not_used_twice() -> None:
    """A code means one thing."""
    codes = [fault.code for fault in FAULTS.values()]

    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list_all_errors(), ids=lambda kind: kind["type"])
def test_every_error_of_pydantic_has_words(kind: dict[str, object], language: str) -> None:
    """Whatever pydantic may one day complain of is said in the user's language."""
    example = kind.get("example_context") or {}
    slug, facts = fault({"type": kind["type"], "loc": ("navn",), "msg": "", "input": "x", "ctx": example})  # type: ignore[typeddict-item]
    found = FAULTS[slug]

    message = Say(language).message(
        Finding(found.code, slug, found.severity, "a", "b.yaml", facts={"field": "navn", **facts})
    )

    assert "navn" in message.text or "x" in message.text
    assert not re.search(r"\{\w+\}|Input|valid", message.text + message.remedy)


def test_links_are_not_followed(area: Path, tmp_path: Path) -> None:
    """A link is named, also one in place of a folder, and what it points to is not read."""
    outside = put(tmp_path / "ute", "p-9.yaml", SHEET.replace("p-1", "p-9"))
    try:
        (area / "prosjekt" / "p-9.yaml").symlink_to(outside)
        (area / "mandat").symlink_to(outside.parent, target_is_directory=True)
        (area / "rundt").symlink_to(area / "rundt")
    except OSError:
        pytest.skip("no links on this system")

    loaded = read(area)

    assert [(f.slug, f.path) for f in loaded.findings] == [
        ("linked-file", "mandat"),
        ("linked-file", "prosjekt/p-9.yaml"),
    ]
    assert "p-9" not in [record.id for record in loaded.area.records]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_does_not_hang_the_check(area: Path) -> None:
    """What is not a plain file is named, not waited for."""
    os.mkfifo(area / "prosjekt" / "p-9.yaml")

    assert [f.slug for f in read(area).findings] == ["unreadable-file"]


def test_a_folder_in_place_of_a_file_is_named(area: Path) -> None:
    """A folder called something.yaml holds no record, and somebody may think it does."""
    (area / "prosjekt" / "p-9.yaml").mkdir()
    (area / "byvekst.yaml").unlink()
    (area / "byvekst.yaml").mkdir()

    assert [(f.slug, f.path) for f in read(area).findings] == [
        ("unreadable-file", "byvekst.yaml"),
        ("unreadable-file", "prosjekt/p-9.yaml"),
    ]


def test_a_thousand_faults_are_counted_not_told(area: Path) -> None:
    """One bad file does not drown the rest."""
    put(area, OTHER, SHEET.replace("p-1", "p-2") + "".join(f"felt{n}: 1\n" for n in range(1000)))

    found = read(area).findings

    assert len(found) == 51
    assert [f.slug for f in found if f.slug != "unknown-field"] == ["too-many-faults"]


def test_all_faults_come_in_one_run(area: Path) -> None:
    """An empty field and a field twice do not hide what else is wrong in the file."""
    put(area, OTHER, "id: p-2\nnavn: a\nnavn: b\nmerknad:\ntiltak: [sykkel]\nform: pot\n")

    assert [(f.slug, f.span.line, f.span.column) for f in read(area).findings] == [
        ("duplicate-key", 3, 1),
        ("empty-value", 4, 1),
        ("unknown-value", 6, 7),
        ("missing-field", 1, 1),
    ]


def test_a_reference_to_a_broken_file_is_not_called_missing(area: Path) -> None:
    """One fault gives one finding."""
    put(area, "kilder.yaml", "kilder: [\n")
    put(area, "prosjekt/p-1.yaml", f"{SHEET}kilde: hp\n")

    assert [f.slug for f in _all(area)] == ["yaml-syntax"]


def test_bom_crlf_and_decomposed_letters_are_read(area: Path) -> None:
    """Windows and macOS write files that are read like all others, with true positions."""
    text = "id: på-1\nnavn: Blåbær\nkommuner: {bergen: 100}\ntiltak: [sykkel, gange]\nlengde: å\n"
    decomposed = text.replace("å", "a\u030a").replace("\n", "\r\n")
    put(area, "prosjekt/paa-1.yaml", b"\xef\xbb\xbf" + decomposed.encode())

    loaded = read(area)

    assert [(f.slug, f.record, f.span) for f in loaded.findings] == [
        ("wrong-type", "på-1", Span(5, 9, 5, 11))
    ]


def test_emoji_count_as_one_column(area: Path) -> None:
    """Columns count code points from 1."""
    put(area, OTHER, SHEET.replace("p-1", "p-2") + "plan: {merknad: 🚲🚲, nivå: x}\n")

    spans = {f.slug: f.span for f in read(area).findings}

    assert spans["unknown-value"] == Span(5, 27, 5, 28)


def test_suggestions_are_those_a_person_would_make(area: Path, byvekst: Callable[..., Answer]) -> None:
    """Mistyped keys, values and references each get the word that was meant."""
    sheet = SHEET.replace("p-1", "p-2").replace("bergen", "bergn").replace("navn", "naven")
    put(area, OTHER, sheet + "plan: {nivå: regulerings-plan}\n")
    put(area, "prosjekt/p-3.yaml", SHEET.replace("p-1", "p-3").replace("bergen", "Bergn"))

    out = byvekst("check", area)[1]

    for meant in ("navn", "reguleringsplan", "bergen"):
        assert f"Mente du «{meant}»?" in " ".join(out.split())
