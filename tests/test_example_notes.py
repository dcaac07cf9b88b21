"""The notes of the examples: the good ones are good, and each draft has just the faults that were put in it.

All are there as Markdown and as the Word files that their authors would have mailed in.
"""

import json
import re
import runpy
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from byvekst_cli.edit.word_markdown import as_markdown
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.note_text import BlockKind, NoteText
from byvekst_cli.source.markdown import read_markdown
from byvekst_cli.source.note_text import note_text
from byvekst_cli.source.word.text import read_word
from conftest import EXAMPLES, ROOT, TODAY, Answer

Command = Callable[..., Answer]
GOOD = sorted(EXAMPLES.glob("*/sak/*/notat-*.md"))
DRAFTS = sorted(EXAMPLES.glob("*/sak/*/utkast-*.md"))
EXPECTED = {
    "bergen": "ACC001 ACC002 FIG003 FIG005 FIG010 FIG015 NOT007 NOT008 PRO001 PRO002 PRO004",
    "nord-jaeren": "FIG003 FIG006 FIG009 FIG010 NOT001 NOT006 NOT008 NOT010 NOT010 NOT012 PRO001 PRO002"
    " PRO002 PRO003",
    "oslo": "ACC004 FIG005 FIG005 FIG006 FIG009 FIG010 FIG011 FIG015 FIG016 NOT001 NOT002 NOT006 NOT007"
    " NOT008 PRO001 PRO001 PRO001 PRO002 PRO003 PRO005",
    "trondheim": "FIG008 FIG009 FIG010 FIG015 NOT001 NOT006 PRO001 PRO002",
}
"""What was put into each draft."""
NOT_IN_WORD = Counter(("NOT010", "NOT010", "NOT012"))
"""What stands in the facts at the top, which a Word file does not have."""
ONLY_IN_WORD = {
    "bergen": "WRD007 WRD013",
    "nord-jaeren": "WRD008 WRD011 ACC003",
    "oslo": "WRD007 WRD008",
    "trondheim": "WRD008 WRD012",
}
"""What somebody left in the file, and a table whose first row is not marked as its header."""
LABELS = ("Vedtakssak", "Drøftingssak", "Orienteringssak")


def area_of(note: Path) -> str:
    return note.relative_to(EXAMPLES).parts[0]


def named(note: Path) -> str:
    return f"{area_of(note)}-{note.name}"


def found(byvekst: Command, note: Path) -> list[dict[str, Any]]:
    out = byvekst("lint", note, "--format", "json", "--as-of", TODAY, "--fail-on", "never")[1]
    return list(json.loads(out)["findings"])


def codes(byvekst: Command, note: Path) -> Counter[str]:
    return Counter(each["code"] for each in found(byvekst, note))


def words(note: NoteText) -> list[str]:
    """What is read, without the line in Word that says what kind of case it is.

    A fact that is put in from the records is no word; braces from Word come into Markdown as signs.
    """
    texts = [
        " ".join(re.sub(r"\{\s*\{[^{}]*\}\}", "", text).split())
        for block in note.blocks
        for text in (block.text, *(cell.text for row in block.rows for cell in row))
    ]
    return [text for text in texts if text and text not in LABELS]


def test_each_area_has_a_good_note_and_a_draft() -> None:
    """As Markdown and as Word."""
    for notes in (GOOD, DRAFTS):
        assert {area_of(note) for note in notes} == set(EXPECTED)
        assert all(note.with_suffix(".docx").is_file() for note in notes)


@pytest.mark.parametrize("note", GOOD, ids=named)
@pytest.mark.parametrize("ending", [".md", ".docx"])
def test_nothing_is_found_in_a_good_note(note: Path, ending: str, byvekst: Command) -> None:
    """Nor is any advice given."""
    assert found(byvekst, note.with_suffix(ending)) == []


@pytest.mark.parametrize("draft", DRAFTS, ids=named)
def test_a_draft_has_the_faults_that_were_put_in_it(draft: Path, byvekst: Command) -> None:
    """And no more."""
    assert codes(byvekst, draft) == Counter(EXPECTED[area_of(draft)].split())


@pytest.mark.parametrize("draft", DRAFTS, ids=named)
def test_the_same_is_found_in_word(draft: Path, byvekst: Command) -> None:
    """With what was left in the file, and without what only the facts at the top can have."""
    area = area_of(draft)
    expected = Counter(EXPECTED[area].split()) - NOT_IN_WORD + Counter(ONLY_IN_WORD[area].split())

    assert codes(byvekst, draft.with_suffix(".docx")) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draft", DRAFTS, ids=named)
@pytest.mark.parametrize("ending", [".md", ".docx"])
def test_a_draft_is_told_of_in_any_language(
    draft: Path, ending: str, language: str, byvekst: Command
) -> None:
    """Within 80 columns, and never with a slot or a key that should have been filled."""
    _, out, err = byvekst("lint", draft.with_suffix(ending), "--as-of", TODAY, "--language", language)

    assert not err
    assert [line for line in out.splitlines() if len(line) > 80 and draft.stem not in line] == []
    assert "[[" not in out


@pytest.mark.parametrize("draft", DRAFTS, ids=named)
def test_check_leaves_drafts_alone(draft: Path, byvekst: Command) -> None:
    """They are for `lint` until they are called `notat-`."""
    out = byvekst("check", EXAMPLES / area_of(draft), "--format", "json", "--as-of", TODAY)[1]

    assert not [each for each in json.loads(out)["findings"] if "utkast-" in each["path"]]


@pytest.mark.parametrize("note", GOOD, ids=named)
def test_a_note_is_the_same_after_word(note: Path) -> None:
    """Markdown → Word → Markdown keeps every word, in the same order, of the same kind."""
    written = note_text(read_markdown(note.name, note.read_text(encoding="utf-8")))
    word = read_word(note.name, note.with_suffix(".docx").read_bytes())
    assert word.note is not None

    back = note_text(read_markdown(note.name, as_markdown(word.note, "n").markdown))

    assert words(word.text) == words(written)
    assert words(back) == words(written)
    assert [b.level for b in back.blocks if b.kind is BlockKind.HEADING] == [
        b.level for b in written.blocks if b.kind is BlockKind.HEADING
    ]
    for kind in (BlockKind.ITEM, BlockKind.TABLE):
        assert sum(b.kind is kind for b in back.blocks) == sum(b.kind is kind for b in written.blocks)


@pytest.mark.parametrize("note", [*GOOD, *DRAFTS], ids=named)
def test_the_word_files_are_what_the_tool_makes(note: Path) -> None:
    """`python tools/word_notes.py` makes them: the same bytes twice, and the text that lies there."""
    tool = runpy.run_path(str(ROOT / "tools/word_notes.py"))
    made = tool["as_word"](note)

    assert made == tool["as_word"](note)
    assert read_word("n.docx", made).text == read_word("n.docx", note.with_suffix(".docx").read_bytes()).text


@pytest.mark.parametrize("area", ["bergen", "nord-jaeren"])
def test_a_quality_assured_note_that_is_changed_is_told(area: str, tmp_path: Path, byvekst: Command) -> None:
    """The stamps of the examples hold until a figure or the decision is changed."""
    root = tmp_path / area
    shutil.copytree(EXAMPLES / area, root)
    stamped = re.findall(r"gjelder: ([^,]+),", (root / "stempler.yaml").read_text(encoding="utf-8"))
    note = root / stamped[0]
    before = codes(byvekst, note)
    note.write_text(note.read_text(encoding="utf-8").replace("1. ", "1. Med 99 millioner 2026-kroner: ", 1))

    assert before == Counter()
    assert codes(byvekst, note)["FIG013"] == 1
