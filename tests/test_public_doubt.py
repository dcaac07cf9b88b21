"""Where it is in doubt what is exempt, or where it can be worked out, more is left out rather than less."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest

from byvekst_cli.model.funding_plan import Scheme
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.programme_choice import ProgrammeChoice
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.pack.public import public
from byvekst_cli.pack.unsure import amounts_in
from conftest import Answer, put
from secrets_planted import found_in, found_inside, plant
from test_public import loaded

Command = Callable[..., Answer]
MEETING = "2027-03-10-ku"
DAY = "2027-03-01"


def changed(area: Path, path: str, old: str, new: str) -> None:
    """One thing in a file is otherwise, and it was there."""
    file = area / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def told(byvekst: Command, area: Path, *asked: str) -> str:
    """What a public document says."""
    code, out, err = byvekst(*asked, area, "--public", "--as-of", DAY)
    assert code == 0, out + err
    return out


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("prosjekt/p-2.yaml", "unntatt:", "untatt:"),
        ("prosjekt/p-2.yaml", "kommuner:", "komuner:"),
        ("sak/unntatt-sak/sak.yaml", "unntatt:", "unntat:"),
        ("sak/hemmelig-sak/sak.yaml", "slag: annet", "slag: hva"),
        ("moete/2026-09-10-ku/moete.yaml", "tilstand: holdt", "tilstand: ukjent"),
        ("sak/lukket/notat-ku.md", "unntatt:", "untatt:"),
    ],
)
@pytest.mark.parametrize(
    "asked", [("pack", MEETING), ("document", "portfolio"), ("pack", MEETING, "--draft")], ids=" ".join
)
def test_a_file_that_cannot_be_read_may_say_that_something_is_exempt(
    area: Path, byvekst: Command, tmp_path: Path, path: str, old: str, new: str, asked: tuple[str, ...]
) -> None:
    """A mistyped `unntatt` must not publish what it was meant to hide, not even as a draft."""
    changed(plant(area), path, old, new)
    out = tmp_path / "offentlig.md"

    code, shown, err = byvekst(*asked, area, "--public", "--as-of", DAY, "--output", out)

    assert code in (1, 2)
    assert path in shown + err
    assert not out.exists()


def test_a_total_tells_what_its_only_unknown_part_is(area: Path, byvekst: Command) -> None:
    """So the totals that people have written of a programme and a budget are left out with the part."""
    plant(area)
    line = "{prosjekt: p-%d, poster: [{midler: bompenger, prisår: 2026, år: {2027: %s}}]}"
    put(
        area,
        "handlingsprogram/2027-30.yaml",
        "id: 2027-30\nnavn: Programmet\nperiode: {fra: 2027, til: 2030}\nstatus: vedtatt\nillustrasjon: true\n"
        f"linjer: [{line % (1, '100.5')}, {line % (2, '4711.2')}]\nsum: {{beløp: 4811.7, prisår: 2026}}\n",
    )
    put(
        area,
        "budsjett/2027.yaml",
        (area / "budsjett/2027.yaml").read_text(encoding="utf-8")
        + "vedtatt: {beløp: 4811.7, prisår: løpende}\nregulert: {beløp: 4811.7, prisår: løpende}\n",
    )
    for kind in ("programme", "portfolio"):
        assert "4811,7" in byvekst("document", kind, area, "--as-of", DAY)[1].replace("\u00a0", "").replace(
            " ", ""
        ).replace("4\u202f811", "4811")

        shown = told(byvekst, area, "document", kind)

        assert "811,7" not in shown
        assert "100,5" in shown


def test_a_whole_and_its_parts_tell_of_each_other(area: Path, byvekst: Command) -> None:
    """The amounts of the project that it is part of, and of its own parts, are exempt with it."""
    plant(area)
    sheet = "kommuner: {bergen: 100}\ntiltak: [sykkel]\nillustrasjon: true\n"
    put(
        area,
        "prosjekt/hele.yaml",
        f"id: hele\nnavn: Hele\n{sheet}anslag: [{{dato: 2024, prisår: 2026, beløp: 8111.3}}]\n",
    )
    put(
        area,
        "prosjekt/del.yaml",
        f"id: del\nnavn: Del\n{sheet}del_av: p-2\nanslag: [{{dato: 2024, prisår: 2026, beløp: 8112.3}}]\n",
    )
    put(
        area,
        "prosjekt/søster.yaml",
        f"id: søster\nnavn: Søster\n{sheet}del_av: hele\nanslag: [{{dato: 2024, prisår: 2026, beløp: 8113.3}}]\n",
    )
    changed(area, "prosjekt/p-2.yaml", "navn: Bru\n", "navn: Bru\ndel_av: hele\n")

    shown = "".join(
        told(byvekst, area, "document", "project-sheet", "--id", id) for id in ("hele", "del", "søster")
    )

    assert "111,3" not in shown
    assert "112,3" not in shown
    assert "113,3" in shown
    assert "beløpene i ett prosjektark (offl. § 23 tredje ledd)" in shown


def test_the_scope_of_a_case_is_the_cost_of_its_project(area: Path, byvekst: Command) -> None:
    """An amount on an agenda is left out where the case is about a project whose amounts are exempt."""
    plant(area)
    changed(area, "sak/aapen/notat-ku.md", "deler: [Økonomi og hemmelignavn], ", "")
    changed(area, "sak/aapen/notat-ku.md", "Hemmeligdel koster 4712,2 millioner.", "Kostnaden står i arket.")
    changed(area, "sak/aapen/notat-ku.md", "Hemmeligunderdel", "Underdel")
    changed(area, "sak/aapen/notat-ku.md", "hemmelignavn", "annet")

    shown = told(byvekst, area, "document", "agenda", "--meeting", MEETING) + told(
        byvekst, area, "pack", MEETING
    )

    assert "714,2" not in shown


def test_money_that_is_tied_to_a_project_is_its_amount(area: Path) -> None:
    """A frame that is earmarked for a project whose amounts are exempt is left out with them."""
    plant(area)
    put(
        area,
        "finansiering.yaml",
        "illustrasjon: true\nordninger:\n"
        "  bru: {navn: Brumidler, midler: stat-50, periode: {fra: 2027, til: 2030}, prisår: 2026, ramme: 8114.3,"
        " øremerket_til: {prosjekter: [p-2]}}\n"
        "  alt: {navn: Belønning, midler: stat-50, periode: {fra: 2027, til: 2030}, prisår: 2026, ramme: 8115.3}\n",
    )

    seen = public(loaded(area)).area

    assert (schemes := {id: seen.one(Scheme, id) for id in ("bru", "alt")})
    assert [each and each.frame for each in schemes.values()] == [UNKNOWN, Decimal("8115.3")]
    assert "8114" not in str([record.data for record in seen.records])


def test_a_frozen_choice_has_no_marks_of_what_is_exempt(area: Path) -> None:
    """With all else known, a mark is enough to guess an amount by."""
    plant(area)
    put(
        area,
        "programvalg/a.yaml",
        "id: a\nnavn: Valget\nstatus: forslag\ndato: 2027-01-01\nillustrasjon: true\nmed: [{prosjekt: p-1}]\n"
        "beregning: {metode: eksakt, avstand: 0}\ngrunnlag: {prosjekt/p-2.yaml: sha256-0123456789abcdef}\n",
    )
    before = loaded(area)

    assert [each.model.seals for each in before.of(ProgrammeChoice)] != [{}]
    assert [each.model.seals for each in public(before).area.of(ProgrammeChoice)] == [{}]


def test_a_task_whose_number_is_on_no_list_may_be_of_what_is_exempt(area: Path, byvekst: Command) -> None:
    """A number that is written in another way must not publish the task of a closed item."""
    plant(area)
    changed(area, "oppfoelging.yaml", "sak_nummer: 12/26", "sak_nummer: KU 12/2026")

    assert "hemmeligoppgave" not in told(byvekst, area, "pack", MEETING).casefold()


def test_what_was_sent_late_without_a_case_may_be_of_what_is_exempt(area: Path, byvekst: Command) -> None:
    """The reason is somebody's own words."""
    plant(area)
    changed(area, "moete/2027-03-10-ku/moete.yaml", "{sak: hemmelig-sak, dato", "{dato")

    assert "hemmeliggrunn" not in told(byvekst, area, "pack", MEETING).casefold()
    assert "hemmeliggrunn" not in told(byvekst, area, "pack", MEETING, "--addendum").casefold()


def test_what_changed_in_a_note_may_be_in_its_exempt_part(area: Path, byvekst: Command) -> None:
    """The words on a new version are left out where part of the note is exempt."""
    plant(area)
    changed(
        area,
        "sak/aapen/notat-ku.md",
        "vedlegg: [kart",
        "versjoner: [{nummer: 1, dato: 2027-02-20}, {nummer: 2, dato: 2027-02-25, erstatter: 1, endring: Hemmeligdel om pris.}]\nillustrasjon: true\nvedlegg: [kart",
    )

    assert not found_in(told(byvekst, area, "pack", MEETING).encode())
    assert not found_in(told(byvekst, area, "pack", MEETING, "--addendum").encode())


def test_an_exempt_proposal_is_exempt_wherever_it_stands(area: Path, byvekst: Command) -> None:
    """The agenda, the case and the minutes hold the same points."""
    plant(area)
    path = "sak/aapen/notat-ku.md"
    changed(
        area, path, "deler: [Økonomi og hemmelignavn]", "deler: [Økonomi og hemmelignavn, Forslag til vedtak]"
    )
    changed(area, path, "1. Saken er åpen.", "1. Hemmeligforslag.")
    changed(
        area,
        "moete/2027-03-10-ku/moete.yaml",
        "sak: åpen, behandling: vedtak,",
        "sak: åpen, behandling: vedtak, innstilling: [Hemmeligforslag.], vedtak: [Hemmeligvedtak.],",
    )
    changed(
        area,
        "sak/aapen/sak.yaml",
        "prosjekter: [p-1, p-2]",
        "prosjekter: [p-1]\npunkter: [{punkt: '1', tekst: Hemmeligforslag.}]",
    )

    shown = told(byvekst, area, "pack", MEETING)
    shown += told(byvekst, area, "document", "minutes", "--meeting", MEETING)
    for kind in ("councils", "samordning"):
        shown += told(byvekst, area, "document", kind, "--id", "åpen")

    assert not found_in(shown.encode())
    assert "Dette er åpent" in shown


@pytest.mark.parametrize(
    "written",
    [
        normalize("NFD", "Forhåndsavtalen"),
        "Forhånds&shy;avtalen",
        "Forhånds&#8203;avtalen",
        "**Forhånds**avtalen",
        "FORHÅNDSAVTALEN",
        "Forh&aring;ndsavtalen",
        "<!-- x -->Forhåndsavtalen",
    ],
    ids=["decomposed", "soft-hyphen", "zero-width", "bold", "capitals", "entity", "after-comment"],
)
def test_a_shielded_title_is_found_however_it_is_written(area: Path, byvekst: Command, written: str) -> None:
    """People paste from Word and from a Mac."""
    plant(area)
    changed(area, "sak/avtalen/sak.yaml", "Hemmeligtittel i saken", "Forhåndsavtalen")
    changed(area, "sak/aapen/notat-ku.md", "Dette er åpent.", f"Se {written} om dette.")

    code, out, err = byvekst("pack", MEETING, area, "--public", "--as-of", DAY)

    assert (code, out) == (2, "")
    assert "forhåndsavtalen" in err


def test_links_of_every_form_to_what_is_exempt_are_gone(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """Also those that name their address elsewhere."""
    plant(area)
    changed(
        area,
        "sak/aapen/notat-ku.md",
        "Dette er åpent.",
        'Dette er åpent. Se [tegningen][1] og [en til].\n\n[1]: hemmeligvedlegg.pdf\n[en til]: <hemmeligvedlegg.pdf> "Tegning"',
    )
    out = tmp_path / "offentlig.docx"

    code, _, err = byvekst("pack", MEETING, area, "--public", "--as-of", DAY, "--output", out)

    assert code == 0, err
    assert not found_inside(out)


def test_exempt_amounts_that_somebody_wrote_are_told_of(area: Path, byvekst: Command) -> None:
    """The same figure may be another's, so nothing is stopped; but nobody publishes it unknowing."""
    plant(area)
    changed(area, "sak/aapen/notat-ku.md", "Dette er åpent.", "Brua koster 4 711,2 millioner.")

    code, out, err = byvekst("pack", MEETING, area, "--public", "--as-of", DAY)

    assert code == 0
    assert "Brua koster" in out
    assert "4 711,2" in err.replace("\u00a0", " ").replace("\u202f", " ")


def test_nothing_is_told_of_amounts_that_are_not_there(area: Path, byvekst: Command) -> None:
    """Nor of part of a longer number."""
    plant(area)
    changed(area, "sak/aapen/notat-ku.md", "Dette er åpent.", "Brua koster 14 711,2 og 4 711,25 millioner.")

    assert byvekst("pack", MEETING, area, "--public", "--as-of", DAY)[2] == ""


def test_remarks_on_other_meetings_stay(area: Path) -> None:
    """An exempt part of one note takes nothing from a meeting that never had it."""
    plant(area)
    put(
        area,
        "moete/2025-01-10-ku/moete.yaml",
        "id: 2025-01-10-ku\norgan: ku\ndato: 2025-01-10\ntilstand: holdt\nillustrasjon: true\nmerknad: Åpen merknad.\nsaksliste: []\n",
    )

    found = public(loaded(area)).area.one(Meeting, "2025-01-10-ku")

    assert found is not None
    assert found.note == "Åpen merknad."


@pytest.mark.parametrize("dated", ["dato: 2026-09-10, ", "dato: 2026-09, ", ""])
def test_a_treatment_without_its_meeting_may_be_of_an_exempt_note(
    area: Path, byvekst: Command, dated: str
) -> None:
    """The same body on the same day, or on a day that is not told."""
    plant(area)
    changed(area, "sak/delvis/sak.yaml", "organ: ku, møte: 2026-09-10-ku, ", f"organ: ku, {dated}")

    assert "hemmelighistorie" not in told(byvekst, area, "pack", MEETING, "--draft").casefold()


def test_what_is_left_of_the_income_does_not_tell_of_an_exempt_line(area: Path, byvekst: Command) -> None:
    """A remainder is not told where a part is not known."""
    plant(area)
    line = "{prosjekt: p-%d, poster: [{midler: bompenger, prisår: 2026, år: {2027: %s}}]}"
    put(
        area,
        "handlingsprogram/2027-30.yaml",
        "id: 2027-30\nnavn: Programmet\nperiode: {fra: 2027, til: 2030}\nstatus: vedtatt\nillustrasjon: true\n"
        "inntekter: [{midler: bompenger, prisår: 2026, år: {2027: 5000.7}}]\n"
        f"linjer: [{line % (1, '100.5')}, {line % (2, '4711.2')}]\n",
    )
    shown = "".join(told(byvekst, area, "document", kind) for kind in ("programme", "portfolio"))
    shown += told(byvekst, area, "pack", MEETING)

    plain = shown.replace("\u00a0", "").replace("\u202f", "")
    assert "4900,2" not in plain
    assert "189,0" not in plain


@pytest.mark.parametrize("said", ["4711,2", "4 711,20", "4711.200", "4711,0", "4711,00", "4711"])
def test_an_exempt_amount_is_known_with_as_many_decimals_as_tables_have(said: str) -> None:
    """A column with a small amount gives its neighbours zeros at the end; another number is another."""
    amount = Decimal(said.replace(" ", "").replace(",", "."))

    assert list(amounts_in(f"Det koster {said} mill. kr.", {amount.normalize()})) == [said]
    assert not list(amounts_in(f"Det koster {said}5 mill. kr.", {amount.normalize()}))
