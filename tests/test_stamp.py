"""A stamp says that figures and decision are as they were, and only changes of these break it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from byvekst_cli.language import LANGUAGES
from conftest import SHEET, Answer, put

Command = Callable[..., Answer]
CASE = "id: s-1\ntittel: Sykkelveg\nslag: prosjekt\ntilstand: utkast\n"
NOTE = """---
sak: s-1
tittel: Sykkelveg
behandling: vedtak
---
# Sykkelveg

Sykkelvegen koster {{ p-1.kostnad }}, om lag 3 prosent av rammen.

## Forslag til vedtak

Sykkelvegen bygges.
"""
COST = "anslag: [{dato: 2025, prisår: 2025, p50: 15.6, illustrasjon: true}]\n"
PATH = "sak/s-1/notat-ku.md"


@pytest.fixture
def noted(area: Path) -> Path:
    put(area, "prosjekt/p-1.yaml", SHEET + COST)
    put(area, "sak/s-1/sak.yaml", CASE)
    put(area, PATH, NOTE)
    return area


def stamp(byvekst: Command, area: Path, *more: str) -> Answer:
    return byvekst(
        "stamp", area / PATH, "--area", area, "--role", "sekretariat", "--as-of", "2026-01-10", *more
    )


def codes(byvekst: Command, area: Path) -> set[str]:
    found = json.loads(byvekst("check", area, "--format", "json")[1])["findings"]
    return {each["code"] for each in found} & {"FIG013", "FIG014"}


def test_only_the_proposal_is_the_decision(noted: Path, byvekst: Command) -> None:
    """Earlier decisions are history; each of two proposals counts, as the rules read them."""
    two = "## Tidligere vedtak\n\nPlanen er vedtatt.\n\n## Sekretariatets forslag til vedtak\n\nA bygges.\n\n"
    text = NOTE.replace("## Forslag", f"{two}## Forslag")
    put(noted, PATH, text)
    assert stamp(byvekst, noted)[0] == 0

    put(noted, PATH, text.replace("Planen er vedtatt", "Planen ble vedtatt"))
    assert codes(byvekst, noted) == set()
    put(noted, PATH, text.replace("A bygges", "B bygges"))
    assert codes(byvekst, noted) == {"FIG013"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sykkelvegen koster", "Etter det vi vet, koster"),
        ("# Sykkelveg\n", "# Sykkelveg\n\n<!-- Husk 7 bilder. -->\n"),
        ("Sykkelvegen bygges.", "Sykkelvegen\n  bygges."),
        ("3 prosent", "3 %"),
        ("\n", "\r\n"),
    ],
)
def test_words_and_spaces_break_no_stamp(noted: Path, byvekst: Command, old: str, new: str) -> None:
    """Plain language can be mended after the figures were read."""
    assert stamp(byvekst, noted)[0] == 0
    put(noted, PATH, NOTE.replace(old, new))

    assert codes(byvekst, noted) == set()


@pytest.mark.parametrize(("old", "new"), [("3 prosent", "4 prosent"), ("bygges.", "bygges ikke.")])
def test_a_figure_or_the_decision_breaks_it(noted: Path, byvekst: Command, old: str, new: str) -> None:
    """The assurance was of what stood there."""
    stamp(byvekst, noted)
    put(noted, PATH, NOTE.replace(old, new))

    assert codes(byvekst, noted) == {"FIG013"}
    assert stamp(byvekst, noted)[0] == 0
    assert codes(byvekst, noted) == set()


def test_a_figure_that_is_fetched_counts_too(noted: Path, byvekst: Command) -> None:
    """A change of the sheet is a change of the note."""
    stamp(byvekst, noted)
    put(noted, "prosjekt/p-1.yaml", SHEET + COST.replace("15.6", "15.7"))

    assert codes(byvekst, noted) == {"FIG013"}


def test_a_paper_that_went_out_stays_or_is_sent_anew(noted: Path, byvekst: Command) -> None:
    """A new version with its reason, or late papers on the meeting."""
    stamp(byvekst, noted, "--sent")
    changed = NOTE.replace("3 prosent", "4 prosent")
    put(noted, PATH, changed)
    assert codes(byvekst, noted) == {"FIG014"}

    version = "versjoner: [{nummer: 2, dato: 2026-01-11, erstatter: 1, endring: Rettet andelen.}]\n---\n# "
    put(noted, PATH, changed.replace("---\n# ", version))

    assert codes(byvekst, noted) == set()


def test_a_sheet_can_be_stamped_by_its_id(noted: Path, byvekst: Command) -> None:
    """Comments and the order of keys make no difference; amounts do."""
    byvekst("stemple", "P-1", "--area", noted, "--role", "sekretariat")
    put(noted, "prosjekt/p-1.yaml", "# Lest i mars.\n" + COST + SHEET)
    assert codes(byvekst, noted) == set()

    put(noted, "prosjekt/p-1.yaml", SHEET + COST.replace("15.6", "15"))
    assert codes(byvekst, noted) == {"FIG013"}


def test_other_stamps_and_comments_stay(noted: Path, byvekst: Command) -> None:
    """The list grows at its end, and nothing that was there is changed."""
    stamp(byvekst, noted)
    before = (noted / "stempler.yaml").read_text(encoding="utf-8") + "# vår liste\n"
    put(noted, "stempler.yaml", before)
    stamp(byvekst, noted, "--sent")

    after = (noted / "stempler.yaml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert byvekst("check", noted)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["p-1"], "--role"),
        (["p-1", "--role", "kari-nordmann"], "kari-nordmann"),
        (["p-1", "--role", "sekretariatet"], "«sekretariat»"),
        (["p-9", "--role", "sekretariat"], "p-9"),
        (["notat-ku.md", "--role", "sekretariat"], "notat-ku.md"),
    ],
)
def test_what_is_not_there_cannot_be_stamped(
    noted: Path, byvekst: Command, arguments: list[str], told: str
) -> None:
    """No name of a person is ever taken, and nothing is written."""
    code, _, err = byvekst("stamp", *arguments, "--area", noted)

    assert code == 2
    assert told in err
    assert not (noted / "stempler.yaml").exists()


@pytest.mark.parametrize("wrong", ["stempler: {}\n", "stempler: [\n", "stempler: []\nmerknad: sist\n"])
def test_a_list_that_cannot_be_added_to_is_left_alone(noted: Path, byvekst: Command, wrong: str) -> None:
    """The user's file stands as it was."""
    put(noted, "stempler.yaml", wrong)

    assert stamp(byvekst, noted)[0] == 2
    assert (noted / "stempler.yaml").read_text(encoding="utf-8") == wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_stamping_speaks(noted: Path, byvekst: Command, language: str) -> None:
    """Help and answer are in the user's language."""
    assert byvekst("stamp", "--help", "--language", language)[0] == 0
    assert PATH in stamp(byvekst, noted, "--language", language)[1]


def test_a_file_that_is_no_note_of_the_area_is_told(noted: Path, byvekst: Command) -> None:
    """A draft beside it, or a Word file: they are for `lint`, and say so."""
    draft = put(noted, "sak/s-1/utkast-ku.md", NOTE)

    code, _, err = byvekst("stamp", draft, "--area", noted, "--role", "sekretariat")

    assert code == 2
    assert "sak/<sak>/notat-<organ>.md" in err
    assert not (noted / "stempler.yaml").exists()


def test_a_file_is_stamped_from_anywhere(noted: Path, byvekst: Command) -> None:
    """The area is the one that the file lies in; an id alone needs to know it."""
    assert byvekst("stamp", noted / PATH, "--role", "sekretariat")[0] == 0
    assert byvekst("stamp", "p-1", "--role", "sekretariat")[0] == 3


def test_figures_and_decision_are_told_together(noted: Path, byvekst: Command) -> None:
    """Both have changed, and one finding says so."""
    stamp(byvekst, noted)
    put(noted, PATH, NOTE.replace("Sykkelvegen bygges", "7 km bygges"))

    assert "Tall og forslaget til vedtak er endret" in " ".join(
        byvekst("check", noted, "--language", "nb")[1].split()
    )
