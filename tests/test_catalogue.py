"""What ships with the tool is an area like any other, and an area may add to it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from byvekst_cli.lint import Selection, lint
from byvekst_cli.model.block import Block
from byvekst_cli.model.vocabulary import Concept, Phase
from byvekst_cli.source.load import CATALOGUE, load
from byvekst_cli.source.tree import Folder
from conftest import SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
OWN = "tiltak:\n  sjø:\n    navn: {nb: Båt og ferje}\n"


def test_nothing_is_wrong_with_what_ships() -> None:
    """The same rules hold for it; pages without a date are said to be so."""
    loaded = load(Folder(CATALOGUE), date.fromisoformat(TODAY))

    assert [finding.slug for finding in lint(loaded, Selection.of())] == []
    assert {record.kind for record in loaded.area.of(Block)} == {
        "citations",
        "closed-days",
        "note-templates",
        "price-index",
        "vocabulary",
        "wheel",
        "wording",
    }


def test_words_that_ship_have_names_in_every_language() -> None:
    """Documents in either standard can print them."""
    area = load(Folder(CATALOGUE), date.fromisoformat(TODAY)).area
    concepts = [record for record in area.records if isinstance(record.model, Concept)]

    assert len(concepts) > 35
    for record in concepts:
        assert list(record.model.names) == ["nb", "nn", "en"], record.id


def test_the_phases_have_an_order(area: Path) -> None:
    """Each comes after the one before."""
    phases = load(Folder(area), date.fromisoformat(TODAY)).area.all_of(Phase)

    assert [phase.order for phase in phases.values()] == list(range(1, 9))


def test_a_word_that_nobody_has_gets_a_suggestion(area: Path, byvekst: Command) -> None:
    """The base words are suggested like an area's own records."""
    put(area, "prosjekt/p-1.yaml", SHEET.replace("sykkel", "sykel"))

    code, out, _ = byvekst("check", area)

    assert code == 1
    assert "Fant ikke tiltakstype med id «sykel». Mente du «sykkel»?" in " ".join(out.split())


def test_an_area_may_add_a_word(area: Path, byvekst: Command) -> None:
    """Its own file in begrep/ is enough."""
    put(area, "prosjekt/p-1.yaml", SHEET.replace("sykkel", "sykkel, sjø"))
    put(area, "begrep/tiltak.yaml", OWN)

    assert byvekst("check", area)[0] == 0


def test_an_areas_own_word_takes_the_place_of_the_shipped_one(area: Path) -> None:
    """Same sort and same id, however it is written; the others stay."""
    put(area, "begrep/faser.yaml", "faser:\n  Bygging:\n    navn: {nb: Anlegg}\n    rekkefølge: 9\n")

    phases = load(Folder(area), date.fromisoformat(TODAY)).area.all_of(Phase)

    assert len(phases) == 8
    assert phases["Bygging"].names == {"nb": "Anlegg"}
    assert "bygging" not in phases


def test_a_project_may_be_called_what_a_phase_is(area: Path, byvekst: Command) -> None:
    """Words and records are named in different places, so they cannot be mistaken for each other."""
    put(area, "prosjekt/utredning.yaml", SHEET.replace("p-1", "utredning"))
    put(area, "begrep/faser.yaml", "faser:\n  utredning:\n    navn: {nb: Utredning}\n    rekkefølge: 2\n")

    assert byvekst("check", area)[0] == 0


def test_the_same_word_twice_is_an_error(area: Path, byvekst: Command) -> None:
    """Two files of one area may not both explain it."""
    put(area, "begrep/a.yaml", OWN)
    put(area, "begrep/b.yaml", OWN)

    code, out, _ = byvekst("check", area)

    assert code == 1
    assert "IDN001" in out
