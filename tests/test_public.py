"""A public version holds nothing that is exempt, in any format, and says what was left out and why."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.area import Area
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.note_text import NoteText
from byvekst_cli.model.paper import Paper
from byvekst_cli.pack.blinded import without_parts
from byvekst_cli.pack.left_out import What
from byvekst_cli.pack.public import public, told_in
from byvekst_cli.render.kinds import KINDS, DocumentKind
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, TODAY, Answer
from secrets_planted import SECRETS, found_in, found_inside, plant

Command = Callable[..., Answer]
FORMATS = ("md", "html", "docx")
MEETING = "2027-03-10-ku"


def loaded(root: Path) -> Area:
    return load(Folder(root), date.fromisoformat(TODAY)).area


@pytest.mark.parametrize("name", ["oslo", "bergen", "trondheim", "nord-jaeren"])
def test_where_nothing_is_exempt_everything_is_public(name: str) -> None:
    """The records are the same ones; only stamps, which are nobody else's business, are gone."""
    area = loaded(EXAMPLES / name)
    found = public(area)

    assert not found.left_out
    assert not found.words
    assert [each.model for each in found.area.of(Meeting)] == [each.model for each in area.of(Meeting)]
    assert all(found.area.text_of(each) == area.text_of(each) for each in area.of(Paper))


def test_the_secrets_are_there_to_begin_with(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """Or the other tests would prove nothing."""
    out = tmp_path / "alt.html"
    code, _, err = byvekst("pack", MEETING, plant(area), "--output", out, "--as-of", "2027-03-01", "--draft")

    assert (code, err) == (0, "")
    shown = found_in(out.read_bytes())
    open_words = {"hemmeligtittel", "hemmelignotat", "hemmeligdel", "4711,2", "4714,2", "hemmeligbilde"}
    assert open_words <= shown
    status = byvekst("document", "status", area, "--as-of", "2027-03-01")[1]
    assert {"hemmeligavvik", "4711,2"} & found_in(status.encode())


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("addendum", [[], ["--addendum"]], ids=["pack", "addendum"])
def test_no_secret_is_in_a_public_pack(
    area: Path, byvekst: Command, tmp_path: Path, format: str, addendum: list[str]
) -> None:
    """Not in its text, properties, hashes, names of pictures, nor in any part of a package."""
    out = tmp_path / f"offentlig.{format}"
    given = ("--public", "--output", out, "--as-of", "2027-03-01", *addendum)
    code, _, err = byvekst("pack", MEETING, plant(area), *given)

    assert (code, err) == (0, "")
    files = [path for path in tmp_path.rglob("*") if path.is_file() and area not in path.parents]
    assert out in files
    for file in files:
        assert not found_inside(file), file
        assert not found_in(str(file.relative_to(tmp_path)).encode()), file


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "kind", ["agenda --meeting 2027-03-10-ku", "minutes --meeting 2026-09-10-ku", "councils --id åpen"]
)
def test_no_secret_is_in_other_public_documents(
    area: Path, byvekst: Command, tmp_path: Path, format: str, kind: str
) -> None:
    """The same for the agenda, the minutes, and the paper to the councils."""
    out = tmp_path / f"offentlig.{format}"
    name, *options = kind.split()
    given = ("--public", "--output", out, "--as-of", "2027-03-01")
    code, _, err = byvekst("document", name, plant(area), *options, *given)

    assert (code, err) == (0, "")
    assert not found_inside(out)


GIVEN = {
    "id": {"councils": "åpen", "project-sheet": "p-2", "samordning": "åpen"},
    "meeting": {"minutes": "2026-09-10-ku"},
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_no_kind_of_document_has_a_secret(
    area: Path, byvekst: Command, tmp_path: Path, kind: DocumentKind
) -> None:
    """Whichever there are: all are made from the same public area, or tell that they have nothing to show."""
    out = tmp_path / "offentlig.md"
    usual = {"id": "p-2", "meeting": MEETING, "period": "2027"}
    asked = [(f"--{name}", GIVEN.get(name, {}).get(kind.name, usual[name])) for name in kind.needs]
    options = [word for pair in asked for word in pair]

    given = ("--public", "--output", out, "--as-of", "2027-03-01")
    code, shown, err = byvekst("document", kind.name, plant(area), *options, *given)

    assert code in (0, 2)
    assert (code == 0) == out.exists()
    assert not found_in(shown.encode() + err.encode())
    assert not any(found_inside(path) for path in tmp_path.rglob("offentlig*") if path.is_file())


def test_a_shielded_case_cannot_be_asked_for(area: Path, byvekst: Command) -> None:
    """A public version does not say that it is there."""
    code, out, _ = byvekst("document", "councils", plant(area), "--id", "hemmelig-sak", "--public")

    assert code == 2
    assert "hemmelig" not in out.casefold()


def test_what_was_left_out_is_said_with_its_basis(area: Path, byvekst: Command) -> None:
    """How many of each kind, on which paragraph, and nothing else of it; what is open stands there."""
    out = byvekst("pack", MEETING, plant(area), "--public", "--as-of", "2027-03-01")[1]

    told = out.partition('title="Offentlig utgave"')[2].partition("</div>")[0]
    assert "én tittel (offl. § 23 første ledd)" in told
    assert re.search(r"notat.*\(offl. § 13\)", told)
    assert "én del av et notat (offl. § 14)" in told
    assert "vedlegg (offl. § 14)" in told
    assert "beløpene i ett prosjektark (offl. § 23 tredje ledd)" in told
    assert "én sak (offl. § 13)" in told
    for shown in (
        "Forhandlinger",
        "Dette er åpent",
        "kart.pdf",
        "Saken er åpen",
        "Nytt punkt",
        "hele vedlegget",
        "åpent for alle",
        "Om avtalen",
    ):
        assert shown in out, shown


def test_left_out_is_counted_from_the_files(area: Path) -> None:
    """Every exempt thing once, at the file that says so."""
    found = public(loaded(plant(area)))

    kinds = [each.what for each in found.left_out]
    assert kinds.count(What.TITLE) == 3
    assert kinds.count(What.NOTE) == 3
    assert kinds.count(What.PART) == 1
    assert kinds.count(What.AMOUNTS) == 1
    assert not any(secret in str(found.left_out).casefold() for secret in ("4711", "hemmeligdel", "priser"))


def test_an_exempt_part_that_is_not_found_takes_the_whole_note_with_it(area: Path) -> None:
    """A mistyped heading must not publish what it was meant to hide."""
    plant(area)
    file = area / "sak/aapen/notat-ku.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("deler: [Økonomi og", "deler: [Økonnomi og"), "utf-8"
    )

    seen = public(loaded(area))

    assert not any(each.id.startswith("aapen/") for each in seen.area.of(Paper))


def test_an_exempt_attachment_that_is_not_found_takes_all_with_it(area: Path) -> None:
    """For the same reason."""
    plant(area)
    file = area / "sak/aapen/notat-ku.md"
    text = file.read_text(encoding="utf-8").replace(
        "vedlegg: [hemmeligvedlegg.pdf]}", "vedlegg: [hemeligvedlegg.pdf]}"
    )
    file.write_text(text, "utf-8")

    seen = public(loaded(area)).area

    assert [each.model.attachments for each in seen.of(Paper) if each.id.startswith("aapen/")] == [[]]
    assert not any("vedlegg" in path or "kart" in path for path in seen.files)


def test_words_that_slip_through_stop_the_document(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """A shielded title that somebody wrote in an open note is found before anything is written."""
    plant(area)
    file = area / "sak/aapen/notat-ku.md"
    text = file.read_text(encoding="utf-8").replace(
        "Dette er åpent.", "Se **Hemmelig**tittel om forhandlingen."
    )
    file.write_text(text, "utf-8")
    out = tmp_path / "offentlig.docx"

    code, _, err = byvekst("pack", MEETING, area, "--public", "--output", out, "--as-of", "2027-03-01")

    assert code == 2
    assert "hemmeligtittel" in err
    assert not out.exists()


def test_findings_in_a_public_draft_say_only_what_is_wrong_in_general(area: Path, byvekst: Command) -> None:
    """A finding quotes the file it is about."""
    plant(area)
    file = area / "sak/hemmelig-sak/sak.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("[p-1]", "[hemmelig-prosjekt]"), "utf-8")

    code, out, _ = byvekst("pack", MEETING, area, "--public", "--draft", "--as-of", "2027-03-01")

    assert code == 0
    assert "REF001" in out
    assert not found_in(out.encode())


def test_fenced_and_commented_headings_are_no_headings() -> None:
    """Where the lines and the blocks do not agree, nothing can be cut surely."""
    assert without_parts(NoteText((), "<!--\n## Økonomi\n-->\nTekst"), ["Økonomi"]) is None


@given(st.text(max_size=200))
def test_no_text_makes_the_cutting_fail(text: str) -> None:
    """Any note is either cut or left out whole."""
    made = without_parts(NoteText((), text), ["Økonomi"])

    assert made is None


def test_every_secret_has_its_own_word() -> None:
    """So that a leak says where it came from."""
    assert len(set(SECRETS)) == len(SECRETS)
    assert told_in("ingenting", public(loaded(EXAMPLES / "oslo"))) == ()
