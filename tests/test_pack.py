"""A body gets all its papers for a meeting in one document, which stands on files without errors."""

import re
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from byvekst_cli.cli.areas import shown
from byvekst_cli.language import LANGUAGES
from conftest import EXAMPLES, SHEET, TODAY, Answer, put
from documents_in_word import png

Command = Callable[..., Answer]
NEWEST = {
    "oslo": "2027-05-12-styringsgruppe-byvekst",
    "bergen": "2026-12-02-prioriteringsraadet",
    "trondheim": "2027-01-29-kontaktutvalget",
    "nord-jaeren": "2026-12-18-styringsgruppen",
}
MANDATE = """id: ku
navn: Kontaktutvalget
rolle: styringsgruppe
formål: ukjent
illustrasjon: true
seter:
  - {organisasjon: bergen, funksjon: ordfører, som: medlem}
  - {organisasjon: bergen, funksjon: kommunedirektør, som: leder}
  - {organisasjon: bergen, funksjon: forrige ordfører, som: medlem, til: 2020}
"""
MEETING = """id: m-1
organ: ku
dato: 2027-03-10
klokkeslett: 10.00
sted: Rådhuset
tilstand: planlagt
illustrasjon: true
saksliste:
  - {nummer: 1/27, sak: s-1, behandling: drøfting, omfang: {beløp: 2, prisår: løpende}}
  - {nummer: 2/27, tittel: Eventuelt, behandling: ukjent, uten_notat: eventuelt}
"""
CASE = """id: s-1
tittel: Sykkelvegen
slag: prosjekt
tilstand: utkast
prosjekter: [p-1]
"""
NOTE = """---
sak: s-1
tittel: Sykkelvegen
behandling: drøfting
organ: ku
vedlegg: [kart.pdf, Gammelt notat]
versjoner: [{nummer: 1, dato: 2027-03-01}]
illustrasjon: true
---

# Sykkelvegen

## Saken

Vi skal bygge.
"""


def written(out: str) -> str:
    """The document without what stands above its title."""
    return out.partition("\n# ")[2]


def headings(out: str, level: int) -> list[str]:
    return re.findall(rf"^#{{{level}}} (.*)$", out, re.MULTILINE)


@pytest.fixture
def meeting(area: Path) -> Path:
    """An area with a meeting, a case, a note and a project."""
    put(area, "mandat/ku.yaml", MANDATE)
    put(area, "moete/m-1/moete.yaml", MEETING)
    put(area, "sak/s-1/sak.yaml", CASE)
    put(area, "sak/s-1/notat-ku.md", NOTE)
    put(area, "sak/s-1/kart.pdf", b"%PDF")
    return area


def pack(byvekst: Command, area: Path, *options: str | Path) -> Answer:
    return byvekst("pack", "m-1", area, "--as-of", "2027-03-05", *options)


@pytest.mark.parametrize("name", NEWEST)
def test_the_newest_meeting_of_each_area_has_its_papers(byvekst: Command, name: str) -> None:
    """In one order everywhere: call, agenda, cases, portfolio, sheets, follow-up, attachments."""
    code, out, err = byvekst("pack", NEWEST[name], EXAMPLES / name, "--as-of", TODAY)

    assert (code, err) == (0, "")
    main = headings(out, 2)
    cases = [words for words in main if words.startswith("Sak ")]
    usual = {"Innkalling", "Saksliste", "Porteføljen", "Prosjektark", "Vedlegg"}
    follow_up = "Oppfølging av vedtak"
    assert cases
    assert main == ["Innkalling", "Saksliste", *cases, "Porteføljen", "Prosjektark", follow_up, "Vedlegg"]
    assert usual < set(main)
    assert out.count('title="Kort om sak') == len(cases)
    assert "table: agenda-items | Saker" in out
    assert "table: pack-portfolio | " in out
    assert "Illustrasjon: no" in out


def test_bergen_writes_nynorsk(byvekst: Command) -> None:
    """The area's own standard, in every part."""
    out = byvekst("pack", NEWEST["bergen"], EXAMPLES / "bergen", "--as-of", TODAY)[1]

    for words in ("Kort om saka", "Verknad på måla", "Tidlegare behandling", "Unntak frå semje"):
        assert words in out


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "Neste steg"), ("nn", "Neste steg"), ("en", "Next step")]
)
def test_a_box_says_what_a_member_asks(byvekst: Command, meeting: Path, language: str, words: str) -> None:
    """In each language, also where nothing is known."""
    code, out, _ = pack(byvekst, meeting, "--language", language)

    assert code == 0
    assert f"**{words}:**" in out


def test_the_call_names_functions_and_not_those_who_left(byvekst: Command, meeting: Path) -> None:
    """The leader first, and nobody whose seat has ended."""
    out = written(pack(byvekst, meeting)[1])

    assert out.index("kommunedirektør") < out.index("| ordfører")
    assert "forrige ordfører" not in out
    assert "10. mars 2027 kl. 10.00" in out
    assert "**Sted:** Rådhuset" in out


def test_the_note_stands_once_with_its_box_and_attachments(byvekst: Command, meeting: Path) -> None:
    """Its own title is that of the case, and its headings stand below it."""
    out = written(pack(byvekst, meeting)[1])

    assert headings(out, 2)[2:3] == ["Sak 1/27: Sykkelvegen"]
    assert headings(out, 3)[:1] == ["Saken"]
    assert out.index("Kort om saken") < out.index("Vi skal bygge.")
    assert "| 1/27 | 1 | kart.pdf | kart.pdf |" in out
    assert "| 1/27 | 2 | Gammelt notat | ligger ikke i området |" in out
    assert "**Beløpet saken gjelder:** 2 mill. løpende kr" in out


def test_a_meeting_without_cases_has_a_call_all_the_same(byvekst: Command, meeting: Path) -> None:
    """The list says that it is not there yet."""
    put(meeting, "moete/m-1/moete.yaml", MEETING.partition("saksliste:")[0])

    code, out, _ = pack(byvekst, meeting)

    assert code == 0
    assert "Sakslisten er ikke ført opp ennå." in out
    assert "## Porteføljen" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meeting_that_is_not_there_is_told_with_what_was_meant(
    byvekst: Command, meeting: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the user's language, on lines that fit the screen; the folder's name will do."""
    put(
        meeting,
        "moete/2027-05-05-ku/moete.yaml",
        MEETING.replace("m-1", "2027-05-05-kø").replace("s-1", "s-1"),
    )
    monkeypatch.setenv("BYVEKST_LANGUAGE", language)

    code, out, err = byvekst("pack", "2027-05-05-kk", meeting)

    assert (code, out) == (2, "")
    assert "2027-05-05-kø" in err


def test_a_meeting_may_be_named_by_its_folder(byvekst: Command) -> None:
    """With or without Norwegian letters, and as a path."""
    given = (
        "2026-12-02-prioriteringsrådet",
        "2026-12-02-prioriteringsraadet",
        "moete/2026-12-02-prioriteringsraadet/",
    )

    outs = {written(byvekst("sakspakke", each, EXAMPLES / "bergen", "--as-of", TODAY)[1]) for each in given}

    assert len(outs) == 1


@pytest.mark.parametrize(
    ("kind", "option", "ids"),
    [
        (
            "deadlines",
            "--meeting",
            ("2026-12-02-prioriteringsrådet", "moete/2026-12-02-prioriteringsraadet/"),
        ),
        ("samordning", "--id", ("årsbudsjett-2027", "aarsbudsjett-2027")),
        ("councils", "--id", ("årsbudsjett-2027", "sak/aarsbudsjett-2027/")),
    ],
)
def test_meetings_and_cases_may_be_named_by_their_folders(
    byvekst: Command, kind: str, option: str, ids: tuple[str, str]
) -> None:
    """In every kind of document that asks for one."""
    given = ("--as-of", TODAY)
    outs = {written(byvekst("document", kind, EXAMPLES / "bergen", option, id, *given)[1]) for id in ids}

    assert len(outs) == 1
    assert outs != {""}


def test_errors_in_the_meeting_s_own_files_stop_it(byvekst: Command, meeting: Path, tmp_path: Path) -> None:
    """They are told as `check` tells them, and nothing is written."""
    put(meeting, "sak/s-1/sak.yaml", CASE.replace("[p-1]", "[p-9]"))
    out = tmp_path / "pakke.html"

    code, told, err = pack(byvekst, meeting, "--output", out)

    assert code == 1
    assert "REF001" in told
    assert "sak/s-1/sak.yaml" in told
    assert "--despite" in err
    assert not out.exists()


def test_errors_elsewhere_do_not_stop_it(byvekst: Command, meeting: Path) -> None:
    """Other cases, other notes of the same case, other projects."""
    put(meeting, "sak/s-2/sak.yaml", CASE.replace("s-1", "s-2").replace("[p-1]", "[p-9]"))
    put(meeting, "prosjekt/p-7.yaml", "id: p-7\n")
    put(meeting, "mandat/au.yaml", MANDATE.replace("id: ku", "id: au"))
    other = NOTE.replace("organ: ku", "organ: au").replace("drøfting", "vedtak")
    put(meeting, "sak/s-1/notat-au.md", other)

    assert pack(byvekst, meeting)[0] == 0
    assert byvekst("check", meeting)[0] == 1


def test_a_draft_has_the_errors_on_its_first_page(byvekst: Command, meeting: Path) -> None:
    """Before the list of contents, with the place of each."""
    put(meeting, "sak/s-1/sak.yaml", CASE.replace("[p-1]", "[p-9]"))

    code, out, _ = pack(byvekst, meeting, "--draft")

    first = written(out).partition("<!-- contents -->")[0]
    assert code == 0
    assert "Utkast med feil" in first
    assert re.search(r"REF001, sak/s.{0,2}1/sak.yaml:5", first)


def test_a_reason_makes_it_and_is_logged(byvekst: Command, meeting: Path) -> None:
    """In the document with the errors, and where the command was run; the area is as it was."""
    put(meeting, "sak/s-1/sak.yaml", CASE.replace("[p-1]", "[p-9]"))
    before = {path: path.read_bytes() for path in meeting.rglob("*") if path.is_file()}

    code, out, err = pack(byvekst, meeting, "--despite", "Møtet er i morgen")

    first = written(out).partition("<!-- contents -->")[0]
    assert code == 0
    assert "**Begrunnelse:** Møtet er i morgen" in first
    assert "REF001" in first
    assert "Møtet er i morgen" in err
    assert {path: path.read_bytes() for path in meeting.rglob("*") if path.is_file()} == before


def test_a_reason_must_be_one(byvekst: Command, meeting: Path) -> None:
    """Spaces are none, and without errors none is shown."""
    assert pack(byvekst, meeting, "--despite", " ")[0] == 2
    assert "Begrunnelse" not in pack(byvekst, meeting, "--despite", "for sikkerhets skyld")[1]


def test_a_meeting_whose_file_cannot_be_read_is_told_of(byvekst: Command, meeting: Path) -> None:
    """Not as a meeting that does not exist."""
    put(meeting, "moete/m-1/moete.yaml", MEETING.replace("tilstand: planlagt", "tilstand: planlegt"))

    code, out, err = pack(byvekst, meeting, "--draft")

    assert code == 1
    assert "planlegt" in out
    assert "ikke kan leses" in err


def test_an_addendum_has_only_what_came_late(byvekst: Command, meeting: Path) -> None:
    """With the whole list, revised, and why."""
    late = "ettersending: [{sak: s-1, dato: 2027-03-09, versjon: 2, erstatter: 1, grunn: Nye tall.}]\n"
    item = "  - {nummer: 3/27, sak: s-2, behandling: drøfting}\n"
    put(meeting, "sak/s-2/sak.yaml", CASE.replace("s-1", "s-2").replace("Sykkelvegen", "En annen sak"))
    put(meeting, "moete/m-1/moete.yaml", MEETING + item + late)

    code, out, _ = pack(byvekst, meeting, "--addendum")

    text = written(out)
    assert code == 0
    assert out.partition("\n# ")[2].startswith("Ettersending: Kontaktutvalget")
    assert [each for each in headings(text, 2) if each.startswith("Sak ")] == ["Sak 1/27: Sykkelvegen"]
    assert "## Revidert saksliste" in text
    assert "En annen sak" in text
    assert "| 1/27 Sykkelvegen | 9. mars 2027 | 2 | 1 | Nye tall. |" in text
    assert headings(text, 2)[-1] == "Vedlegg"
    assert not {"Oppfølging av vedtak", "Porteføljen", "Prosjektark"} & set(headings(text, 2))


def test_nothing_late_makes_no_addendum(byvekst: Command, meeting: Path) -> None:
    """And says so."""
    code, out, err = pack(byvekst, meeting, "--addendum")

    assert (code, out) == (2, "")
    assert "ettersendt" in err


def test_a_written_procedure_has_the_question_and_the_date(byvekst: Command) -> None:
    """In place of time and place, with those who have not answered."""
    name = "2026-11-20-styringsgruppa-skriftleg"
    code, out, _ = byvekst("pack", name, EXAMPLES / "bergen", "--as-of", TODAY)

    assert code == 0
    assert "Skriftleg behandling: Styringsgruppa, svarfrist 27. november 2026" in out
    assert "**Svarfrist:** 27. november 2026" in out
    assert "| Askøy kommune | ikkje registrert per dato |" in out
    assert "Stad" not in written(out)


@pytest.mark.parametrize(
    "title",
    [
        "Sak | med *stjerner* og # tegn",
        "<script>alert(1)</script>",
        "{{ area_name }} {% for x in y %}",
        "](javascript:alert(1)) ![x](http://e.no/x.png)",
        "<!-- new page --> <div class='box'>",
        "`kode` \\ ~~strek~~ $x^2$ &amp; &#124;",
    ],
)
@pytest.mark.parametrize("format", ["md", "html", "docx"])
def test_hostile_titles_are_only_words(
    byvekst: Command, meeting: Path, tmp_path: Path, title: str, format: str
) -> None:
    """No table breaks, nothing runs, and the document is made."""
    quoted = title.replace("'", "''")
    put(meeting, "sak/s-1/sak.yaml", CASE.replace("tittel: Sykkelvegen", f"tittel: '{quoted}'"))
    out = tmp_path / f"pakke.{format}"

    code, _, err = pack(byvekst, meeting, "--output", out)

    assert (code, err) == (0, "")
    text = out.read_bytes().decode("utf-8", "replace")
    assert "<script>alert" not in text
    assert 'href="javascript' not in text
    assert text.count("<!-- new page -->") < 10


def test_the_same_files_make_the_same_bytes(byvekst: Command, meeting: Path, tmp_path: Path) -> None:
    """In every format."""
    for format in ("md", "html", "docx"):
        files = [tmp_path / each / f"pakke.{format}" for each in ("en", "to")]
        for file in files:
            assert pack(byvekst, meeting, "--output", file)[0] == 0
        assert files[0].read_bytes() == files[1].read_bytes()


def test_only_the_note_for_this_meeting_is_in_it(byvekst: Command, meeting: Path) -> None:
    """A note that names another meeting is for that one."""
    put(
        meeting,
        "moete/m-2/moete.yaml",
        MEETING.replace("id: m-1", "id: m-2").replace("2027-03-10", "2027-05-10"),
    )
    later = NOTE.replace("organ: ku", "organ: ku\nmøte: m-2").replace("Vi skal bygge.", "Vi har bygd.")
    put(meeting, "sak/s-1/notat-senere.md", later)

    first, second = (byvekst("pack", each, meeting, "--as-of", "2027-03-05")[1] for each in ("m-1", "m-2"))

    assert "Vi skal bygge." in first
    assert "Vi har bygd." not in first
    assert "Vi har bygd." in second
    assert "Vi skal bygge." not in second


@pytest.mark.parametrize("kind", ["saksliste", "innkalling", "agenda"])
def test_the_list_can_be_had_alone(byvekst: Command, meeting: Path, kind: str) -> None:
    """By its Norwegian names too."""
    code, out, _ = byvekst("document", kind, meeting, "--meeting", "m-1")

    assert code == 0
    assert headings(out, 2) == ["Innkalling", "Saksliste"]
    assert "| 1/27 | Sykkelvegen | drøfting | notat |" in out
    assert "| 2/27 | Eventuelt | – | eventuelt |" in out


def test_minutes_tell_results_exceptions_and_what_follows(byvekst: Command) -> None:
    """Each item's decision beside what was proposed, and how far the minutes have come."""
    name = "2026-06-05-kontaktutvalget"
    code, out, _ = byvekst("document", "referat", EXAMPLES / "trondheim", "--meeting", name, "--as-of", TODAY)

    text = written(out)
    assert code == 0
    assert text.startswith("Referat: Kontaktutvalget 5. juni 2026")
    assert headings(text, 2) == ["Resultat i korte trekk", "Sakene", "Oppfølging"]
    assert headings(text, 3) == [
        "Sak 12/26: Beslutninger i Programrådet",
        "Sak 13/26: Forslag til handlingsprogram 2027–2030",
    ]
    assert "Vedtaket ble endret i møtet." in text
    assert "Skaun kommune, forbehold: Forutsetter" in text
    assert "**Forfall:** Jernbanedirektoratet" in text
    assert "**Referatet:** godkjent, 12. juni 2026" in text
    assert "Lage en oversikt over driftsutgiftene." in text


@pytest.mark.parametrize(
    ("name", "meeting", "follow_up"),
    [
        ("oslo", "2026-10-14-styringsgruppe-byvekst", "Legge fram forslag til hovedfokus"),
        ("bergen", "2026-09-18-styringsgruppa", "Samle ønskja frå partane"),
        ("trondheim", "2026-06-05-kontaktutvalget", "Legge fram en samordnet tekst."),
        ("nord-jaeren", "2026-09-25-styringsgruppen", "Lage en liste over prosjekter som kan vente."),
    ],
)
def test_each_area_has_minutes_with_decisions_and_tasks(
    byvekst: Command, name: str, meeting: str, follow_up: str
) -> None:
    """Approved, with who was there."""
    code, out, err = byvekst("document", "minutes", EXAMPLES / name, "--meeting", meeting, "--as-of", TODAY)

    assert (code, err) == (0, "")
    assert "**Vedtak**" in out
    assert "\n# Referat: " in out
    assert "Statens vegvesen" in out
    assert follow_up in out


def test_minutes_that_are_not_approved_say_draft(byvekst: Command, meeting: Path) -> None:
    """And an item without a result says that none is entered."""
    out = byvekst("document", "protokoll", meeting, "--meeting", "m-1")[1]

    assert "\n# Utkast til referat: Kontaktutvalget 10. mars 2027" in out
    assert out.count("Resultatet er ikke ført.") == 2


def test_councils_get_one_text_with_what_differs_as_a_table(byvekst: Command) -> None:
    """The proposed decision, the box, the note, and who treats the case."""
    code, out, _ = byvekst(
        "document", "councils", EXAMPLES / "trondheim", "--id", "hp-2027-30", "--as-of", TODAY
    )

    text = written(out)
    main = ["Forslag til vedtak", "Saksframlegg", "Hvem som behandler saken"]
    assert code == 0
    assert headings(text, 2) == main
    assert text.count("Rammen for sykkel fordeles likt på de fire årene.") == 1
    assert "### Videre prosess" in text
    assert "### Forslag til vedtak" not in text
    assert "| Stjørdal kommune | formannskapet (for kommunestyret) |" in text
    before = text.partition("## Hvem som behandler saken")[0]
    assert "Kort om saken" in before
    assert "Stjørdal" not in before


def test_what_else_stands_with_the_proposal_of_a_note_is_not_lost_to_the_councils(byvekst: Command) -> None:
    """A note that says more there than the points keeps its own section."""
    out = byvekst(
        "document", "councils", EXAMPLES / "nord-jaeren", "--id", "aarsbudsjett-2027", "--as-of", TODAY
    )[1]

    assert "### Forslag til vedtak" in out
    assert "Tertialrapporten som er vedlagt saken, tas til orientering." in out


@pytest.mark.parametrize("options", [[], ["--public"], ["--addendum"]], ids=["pack", "public", "addendum"])
def test_a_pack_can_be_held_against_the_data(
    byvekst: Command, meeting: Path, tmp_path: Path, options: list[str]
) -> None:
    """It matches the files it was made from, and no longer when the case's note says something else."""
    late = "ettersending: [{sak: s-1, dato: 2027-03-09, versjon: 2, grunn: Nye tall.}]\n"
    put(meeting, "moete/m-1/moete.yaml", MEETING + late)
    out = tmp_path / "pakke.docx"
    assert pack(byvekst, meeting, "--output", out, *options)[0] == 0

    before = byvekst("verify", out, meeting)[0]
    put(meeting, "sak/s-1/notat-ku.md", NOTE.replace("Vi skal bygge.", "Vi skal ikke bygge."))
    after, told, _ = byvekst("verify", out, meeting)

    assert (before, after) == (0, 1)
    assert "notat-ku.md" in told


@pytest.mark.parametrize("options", [["--addendum"], ["--draft"], ["--despite", "Haster."]], ids=" ".join)
def test_what_has_nothing_to_do_with_a_pack_does_not_change_it(
    byvekst: Command, meeting: Path, tmp_path: Path, options: list[str]
) -> None:
    """Another meeting is another record of those looked at, and the pack still says what the data say."""
    late = "ettersending: [{sak: s-1, dato: 2027-03-09, versjon: 2, grunn: Nye tall.}]\n"
    put(meeting, "moete/m-1/moete.yaml", MEETING + late)
    if options != ["--addendum"]:
        put(meeting, "sak/s-1/sak.yaml", CASE + "avsender: finnes-ikke\n")
    out = tmp_path / "pakke.html"
    assert pack(byvekst, meeting, "--output", out, *options)[0] == 0
    put(meeting, "moete/m-9/moete.yaml", "id: m-9\norgan: ku\ndato: 2029-03-10\ntilstand: planlagt\n")

    code, told, _ = byvekst("verify", out, meeting)
    put(meeting, "sak/s-1/notat-ku.md", NOTE.replace("Vi skal bygge.", "Vi skal ikke bygge."))

    assert code == 0, told
    assert byvekst("verify", out, meeting)[0] == 1


def test_a_total_that_is_not_divided_is_told_of(byvekst: Command, meeting: Path) -> None:
    """Or the columns would seem not to add up; where they do, nothing is told."""
    posts = "poster: [{midler: bompenger, prisår: 2026, år: {2027: 3}}]"
    sheet = f"{SHEET}illustrasjon: true\nfinansiering: {{{posts}"
    put(meeting, "prosjekt/p-1.yaml", sheet + ", sum: {beløp: 3, prisår: 2026}}\n")
    divided = pack(byvekst, meeting)[1]
    put(meeting, "prosjekt/p-1.yaml", sheet + ", sum: {beløp: 5, prisår: 2026}}\n")
    undivided = pack(byvekst, meeting, "--draft")[1]

    told = "For ett prosjekt er det oppgitt en sum som ikke er fordelt på kolonnene."
    assert "| Sum |" in divided
    assert told not in divided
    assert told in undivided


@pytest.mark.parametrize(
    "command", [("pack", "m-1"), ("document", "agenda", "--meeting", "m-1")], ids=" ".join
)
def test_those_who_watch_see_what_goes_on(
    byvekst: Command, meeting: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """On one line of stderr, which is empty again afterwards; others see what was made alone."""
    given = (*command, meeting, "--as-of", "2027-03-05", "--output")
    quiet = byvekst(*given, tmp_path / "a.html")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    code, out, err = byvekst(*given, tmp_path / "b.html")

    assert quiet == (0, f"Laget «{shown(tmp_path / 'a.html')}».\n", "")
    assert (code, out) == (0, f"Laget «{shown(tmp_path / 'b.html')}».\n")
    steps = [step for step in err.split("\r\x1b[K") if step]
    assert len(steps) >= 2
    assert err.endswith("\r\x1b[K")
    assert "\n" not in err
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_an_error_does_not_stand_on_the_line_of_what_goes_on(
    byvekst: Command, meeting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has a line of its own."""
    put(meeting, "maler/agenda.md", "{{ tull }}\n")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    code, _, err = byvekst("document", "agenda", "--meeting", "m-1", meeting, "--as-of", "2027-03-05")

    assert code == 2
    assert "\r\x1b[KKommandoen kan ikke" in err


@pytest.mark.parametrize(
    "file", ["blåbær på ås.png", normalize("NFD", "blåbær på ås.png")], ids=["NFC", "NFD"]
)
def test_pictures_may_have_norwegian_names(
    byvekst: Command, meeting: Path, tmp_path: Path, file: str
) -> None:
    """As they are written, or as a link has them; also from a system that parts the letters."""
    put(meeting, f"sak/s-1/{file}", png())
    shown = "\n![Bærene](<blåbær på ås.png>)\n\n![Igjen](bl%C3%A5b%C3%A6r%20p%C3%A5%20%C3%A5s.png)\n"
    put(meeting, "sak/s-1/notat-ku.md", NOTE + shown)
    code, _, err = pack(byvekst, meeting, "--output", tmp_path / "ut.md")

    assert (code, err) == (0, "")
    assert len(list((tmp_path / "ut-bilder").iterdir())) == 1
    assert (tmp_path / "ut.md").read_text(encoding="utf-8").count("](ut-bilder/") == 2


def test_pictures_that_cannot_be_taken_in_are_told_of(byvekst: Command, meeting: Path) -> None:
    """The words about them stand in their place, and whoever makes the pack hears of it."""
    put(meeting, "sak/s-1/falsk.png", b"MZ")
    put(meeting, "sak/s-1/notat-ku.md", NOTE + "\n![En tegning](falsk.png)\n\n![Et kart](mangler.jpg)\n")
    code, out, err = pack(byvekst, meeting)

    assert code == 0
    assert "En tegning" in out
    assert "falsk.png" in err
    assert "mangler.jpg" in err
    assert "![" not in out


@pytest.mark.parametrize(
    ("file", "is_told"), [("meeting_pack.md", True), ("egen-del.md", False), ("agenda.md", False)]
)
def test_a_template_with_a_mistyped_name_is_told_of(
    byvekst: Command, meeting: Path, file: str, is_told: bool
) -> None:
    """It is not used, and parts to take in have names of their own."""
    put(meeting, f"maler/{file}", "# Egen mal\n")
    code, out, err = pack(byvekst, meeting)

    assert code == 0
    assert "# Egen mal" not in out
    assert (file in err) is is_told
    assert ("meeting-pack.md" in err) is is_told
