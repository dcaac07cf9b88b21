"""What reading finds by itself, where a small area in `wrong/` cannot show it."""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pydantic_core._pydantic_core import list_all_errors

from byvekst_cli.finding import Finding, Hint, Span, Term
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.source.load import Loaded, load
from byvekst_cli.source.schema_faults import fault
from byvekst_cli.source.tree import Folder
from conftest import SHEET, TODAY, Answer, put

OTHER = "prosjekt/p-2.yaml"
HEAVY = {
    "brackets": ("egne: " + "[" * 60_000, 30),
    "braces": ("egne: " + "{a: " * 60_000, 99),
    "dashes": ("egne:\n  " + "- " * 60_000, 49),
}
"""What makes other readers run out of stack, and the column where this one stops."""


def read(area: Path) -> Loaded:
    return load(Folder(area), date.fromisoformat(TODAY))


@pytest.mark.parametrize("name", HEAVY)
def test_levels_without_end_are_a_finding(name: str, area: Path) -> None:
    """A file of one sign after another is named where it is too deep, and the sound file is read."""
    content, column = HEAVY[name]
    put(area, OTHER, content)

    loaded = read(area)

    assert [(f.slug, f.span.column) for f in loaded.findings] == [("too-deep", column)]
    assert "p-1" in [record.id for record in loaded.area.records]


def test_a_file_too_large_is_not_read(area: Path) -> None:
    """A byte more than a megabyte is named, and the sound file is read."""
    put(area, OTHER, b"#" * 1_048_577)

    loaded = read(area)

    assert [(f.slug, f.path, f.span) for f in loaded.findings] == [("file-too-large", OTHER, Span())]
    assert "p-1" in [record.id for record in loaded.area.records]


def test_more_of_the_same_is_said_once(area: Path) -> None:
    """A rule that finds hundreds of faults in one record tells the first, and that there are more."""
    put(area, "prosjekt/p-1.yaml", SHEET + f"mål: [{', '.join(f'x{n}' for n in range(300))}]\n")

    codes = [finding.code for finding in _all(area)]

    assert codes.count("REF001") == 200
    assert codes.count("LNT001") == 1


def _all(area: Path) -> tuple[Finding, ...]:
    from byvekst_cli.lint import Selection, lint

    return lint(read(area), Selection.of())


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


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("møte/2026-01-01-sg/møte.yaml", "moete/2026-01-01-sg/moete.yaml"),
        ("prosjekter/p-2.yaml", "prosjekt/p-2.yaml"),
        ("Prosjekt/P-2.yml", "prosjekt/p-2.yaml"),
    ],
)
def test_a_file_in_a_misnamed_folder_is_told_where_it_belongs(path: str, meant: str, area: Path) -> None:
    """Norwegian letters, plurals and other endings are what people write."""
    put(area, path, SHEET)

    (finding,) = [f for f in read(area).findings if f.slug == "unknown-file"]
    assert finding.facts["near"] == Hint(meant)


@pytest.mark.parametrize("key", ["Navn", "navm", "nvan"])
def test_a_mistyped_key_is_one_mistake(key: str, area: Path) -> None:
    """The field that was meant is not missing as well."""
    put(area, "prosjekt/p-1.yaml", SHEET.replace("navn:", f"{key}:"))

    assert [f.slug for f in read(area).findings] == ["unknown-field"]


@pytest.mark.parametrize("value", ["1", "0", "ja", "false"])
def test_a_mark_is_true_and_nothing_else(value: str, area: Path) -> None:
    """1 is not true."""
    put(area, "prosjekt/p-1.yaml", f"{SHEET}illustrasjon: {value}\n")

    assert [f.slug for f in read(area).findings] == ["unknown-value"]


def test_the_marks_of_a_git_conflict_are_named(area: Path) -> None:
    """Not a missing colon."""
    put(area, "prosjekt/p-1.yaml", f"<<<<<<< HEAD\n{SHEET}=======\n{SHEET}>>>>>>> gren\n")

    (finding,) = read(area).findings
    assert finding.facts["reason"] == Term("yaml-conflict")
    assert finding.span.line == 1


def test_a_fault_in_one_field_does_not_hide_those_in_others(area: Path) -> None:
    """Mistyped words elsewhere in the file are told in the same run, on their own lines."""
    text = SHEET.replace("[sykkel]", "[sykkel, gang]") + "lengde: 1,5\nansvar: {eier: bergn}\nmerknad: N/A\n"
    put(area, "prosjekt/p-1.yaml", text)

    assert [(finding.code, finding.span.line) for finding in _all(area)] == [
        ("REF001", 4),
        ("SCH008", 5),
        ("REF001", 6),
        ("VAL001", 7),
    ]


def test_a_needed_field_at_fault_leaves_nothing_to_look_at(area: Path) -> None:
    """Only what still makes a record is looked at, so nothing is guessed."""
    put(area, "prosjekt/p-1.yaml", SHEET.replace("navn: ", "navn: [") + "")
    put(area, "prosjekt/p-2.yaml", "id: p-2\nnavn: 12\nkommuner: {bergn: 100}\ntiltak: [sykkel]\n")

    assert "REF001" not in [finding.code for finding in _all(area)]
