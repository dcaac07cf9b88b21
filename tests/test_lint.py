"""`byvekst lint`: one note at a time, from Markdown, Word or plain text, with an area or without."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from byvekst_cli.area.parts import is_empty, parts
from byvekst_cli.language import LANGUAGES
from byvekst_cli.prose.decision import Ask, Decision, Point, decision_in
from byvekst_cli.source.markdown import read_markdown
from byvekst_cli.source.note_text import note_text
from conftest import AREA, EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
NOTES = sorted(EXAMPLES.glob("*/sak/*/notat-*.md"))
HEADINGS = {
    "saken": ["Saken", "Hva saken gjelder"],
    "bakgrunn": ["Bakgrunn", "Tidligere innstilling"],
    "vurdering": ["Vurdering"],
    "forslag": ["Forslag til vedtak", "Innstilling", "Anbefaling"],
}
BAD_BERGEN = """# Sykkelveg til stasjonen

## Bakgrunn

## Økonomi

Ramma er på 12 mill. kr i 2026.

## Framlegg til vedtak

1. Styringsgruppa løyver 12 mill. kr til sykkelvegen.
2. Det blir bedt om ei ny vurdering.
3. Sykkelvegen er viktig for byen.
"""
BAD_TRONDHEIM = """# Sykkelveg til stasjonen

## Saksopplysninger

Sykkelvegen er planlagt. Saken er en vedtakssak.

Vedtakssak

## Vurdering

Tiltaket kan begynne.
"""
PDF = """Kontaktutvalget                                   Sak 12/26
Vedtakssak
Saken gjelder:
Sykkelvegen mellom sentrum og stasjonen er ferdig planlagt og kan
bygges i 2027.

Bakgrunn
Saken var oppe i Programrådet i fjor.
\x0c
Økonomi
Kostnaden er beregnet til 14 mill. kroner.

Innstilling
1. Kontaktutvalget bevilger 14 mill. kroner til sykkelvegen.
2. Saken tas opp igjen ved rullering av handlingsprogrammet.
Side 2 av 2
"""


def lint(byvekst: Command, *arguments: object) -> tuple[int, list[dict[str, Any]]]:
    code, out, err = byvekst("lint", *arguments, "--format", "json", "--as-of", TODAY)
    assert not err
    return code, json.loads(out)["findings"]


def codes(found: list[dict[str, Any]]) -> set[str]:
    return {finding["code"] for finding in found}


def as_word(markdown: str, path: Path) -> Path:
    """The same note as people would write it in Word: styles for headings and lists."""
    document = docx.Document()
    for line in filter(None, markdown.splitlines()):
        text = line.lstrip("#").strip()
        if line.startswith("#"):
            document.add_heading(text, len(line) - len(line.lstrip("#")))
        elif line[:2].rstrip(".").isdigit():
            document.add_paragraph(text.partition(". ")[2], style="List Number")
        else:
            document.add_paragraph(text)
    document.save(str(path))
    return path


def decision(text: str) -> Decision:
    note = note_text(read_markdown("n.md", f"## Innstilling\n\n{text}"))
    return decision_in(parts(note, HEADINGS)[0])


@pytest.mark.parametrize("note", NOTES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_notes_of_the_examples_are_good(note: Path, byvekst: Command) -> None:
    """In their own area nothing is found in them."""
    assert lint(byvekst, note) == (0, [])


def test_a_good_note_says_how_heavy_it_is(byvekst: Command) -> None:
    """LIX is a number with its band, and no finding."""
    _, out, _ = byvekst("lint", NOTES[0], "--as-of", TODAY, "--language", "nb")
    report = json.loads(byvekst("lint", NOTES[0], "--format", "json", "--as-of", TODAY)[1])

    assert "Lesbarhet (LIX): " in out
    assert [note["band"] for note in report["notes"]] in (["easy"], ["middling"], ["very_easy"])
    assert report["notes"][0]["words"] > 40


def test_only_the_note_is_told_of(area: Path, byvekst: Command) -> None:
    """What is wrong elsewhere in the area is for `check`."""
    put(area, "prosjekt/p-2.yaml", "id: [\n")
    put(area, "sak/s-1/sak.yaml", "id: s-1\ntittel: Sak\nslag: annet\ntilstand: utkast\n")
    note = put(
        area,
        "sak/s-1/notat-felles.md",
        "---\nsak: s-1\ntittel: T\nbehandling: vedtak\n---\n\n## Saken\n\nKort.\n",
    )

    code, found = lint(byvekst, note)

    assert code == 1
    assert {Path(finding["path"]).name for finding in found} == {"notat-felles.md"}
    assert "NOT003" in codes(found)


@pytest.mark.parametrize("ending", ["md", "docx"])
def test_the_same_is_found_in_markdown_and_in_word(ending: str, tmp_path: Path, byvekst: Command) -> None:
    """A note with the common faults of a proposal, outside any area."""
    note = tmp_path / f"notat.{ending}"
    if ending == "docx":
        as_word(BAD_BERGEN, note)
    else:
        put(tmp_path, note.name, BAD_BERGEN)

    code, found = lint(byvekst, note)

    assert code == 0
    assert codes(found) == {"NOT001", "NOT002", "NOT006", "NOT007", "NOT008"}
    missing = next(f["message"] for f in found if f["code"] == "NOT001")
    assert "Vurdering, " in missing


def test_a_finding_is_known_while_one_part_of_several_is_mended(tmp_path: Path, byvekst: Command) -> None:
    """So a baseline does not lose it: what is still missing helps the reader, and is no part of it."""
    note = put(tmp_path, "notat.md", BAD_BERGEN)
    (before,) = (each for each in lint(byvekst, note)[1] if each["code"] == "NOT001")
    put(tmp_path, note.name, BAD_BERGEN.replace("## Økonomi", "## Vurdering\n\nGod.\n\n## Økonomi"))
    (after,) = (each for each in lint(byvekst, note)[1] if each["code"] == "NOT001")

    assert before["fingerprint"] == after["fingerprint"]
    assert before["message"] != after["message"]


@pytest.mark.parametrize("ending", ["md", "docx"])
def test_a_paper_for_decision_without_a_proposal_is_an_error(
    ending: str, tmp_path: Path, byvekst: Command
) -> None:
    """Known as such by its own words, or by what is said on the command line."""
    note = tmp_path / f"notat.{ending}"
    if ending == "docx":
        as_word(BAD_TRONDHEIM, note)
    else:
        put(tmp_path, note.name, BAD_TRONDHEIM)

    assert "NOT003" in codes(lint(byvekst, note)[1])
    assert lint(byvekst, note)[0] == 1
    assert lint(byvekst, note, "--fail-on", "never")[0] == 0
    put(tmp_path, "o.md", BAD_TRONDHEIM.replace("Vedtakssak\n", "").replace("en vedtakssak", "ny"))
    assert lint(byvekst, tmp_path / "o.md")[0] == 0
    assert "NOT003" in codes(lint(byvekst, tmp_path / "o.md", "--handling", "vedtak")[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_in_word_are_told_as_people_find_them(language: str, tmp_path: Path, byvekst: Command) -> None:
    """By paragraph and heading on the screen, and by line for programs."""
    note = as_word(BAD_BERGEN, tmp_path / "notat.docx")

    _, out, _ = byvekst("lint", note, "--language", language, "--as-of", TODAY)

    place = {"nb": "avsnitt 7", "nn": "avsnitt 7", "en": "paragraph 7"}[language]
    assert place in out
    assert max(map(len, out.splitlines())) <= 80
    assert all(isinstance(finding["line"], int) for finding in lint(byvekst, note)[1])


def test_a_word_note_in_a_case_is_read_by_the_areas_rules(tmp_path: Path, byvekst: Command) -> None:
    """The case and the body are known by where the file lies, and nothing is written."""
    root = tmp_path / "bergen"
    shutil.copytree(EXAMPLES / "bergen", root)
    note = as_word(BAD_BERGEN, root / "sak/omdisponering-2026/notat-styringsgruppa.docx")
    before = sorted(path for path in root.rglob("*"))

    _, found = lint(byvekst, note)

    told = next(finding for finding in found if finding["code"] == "NOT001")
    assert told["area"] == "miljøløftet"
    assert "omdisponering" in told["message"]
    assert sorted(path for path in root.rglob("*")) == before


@pytest.mark.parametrize("text", [PDF, PDF.replace("\n\n", "\n"), PDF.replace("\n", "\r\n")])
def test_text_from_a_pdf_gives_a_short_list(text: str, tmp_path: Path, byvekst: Command) -> None:
    """Without marks for headings, lines that are known headings are taken for such."""
    note = put(tmp_path, "limt-inn.txt", text)

    code, found = lint(byvekst, note)

    assert code == 0
    assert {"NOT001", "NOT007"} <= codes(found)
    assert len(found) <= 6


def test_numbered_headings_and_feet_of_pages_are_known(tmp_path: Path, byvekst: Command) -> None:
    """As Word prints them: the heading is no item of a list, and the foot no part of the last point."""
    text = """BYMILJØPAKKEN
1. Hva saken gjelder
Styringsgruppen skal vedta årsbudsjettet.
2. Bakgrunn
Saken er behandlet.
3. Forslag til vedtak
1. Styringsgruppen godkjenner årsbudsjettet.
2. Styringsgruppen ber om en ny gjennomgang.
Side 3 av 3
"""
    found = lint(byvekst, put(tmp_path, "limt-inn.txt", text))[1]

    assert codes(found) == {"NOT001", "NOT008"}
    assert "«Styringsgruppen ber om en ny gjennomgang»" in next(
        each["message"] for each in found if each["code"] == "NOT008"
    )


def test_free_text_may_stand_for_the_case_outside_an_area(tmp_path: Path, byvekst: Command) -> None:
    """There is no case to refer to; what else is wrong at the top is told."""
    facts = "---\nsak: Sykkelveg, sak 12/26\ntittel: Sykkelveg\nbehandling: {}\n---\n\n"
    text = f"{facts}# Sykkelveg\n\n## Saken\n\nKort.\n"
    good = put(tmp_path, "god.md", text.format("orientering"))
    bad = put(tmp_path, "feil.md", text.format("godkjenning"))

    assert lint(byvekst, good) == (0, [])
    assert codes(lint(byvekst, bad)[1]) != set()
    assert lint(byvekst, bad)[0] == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("finnes-ikke.md", None, "finnes-ikke.md"),
        ("gammel.doc", b"x", ".docx"),
        ("prosjekt.yaml", b"id: x\n", "byvekst check"),
    ],
)
def test_what_is_no_note_is_told(
    name: str, content: bytes | None, says: str, tmp_path: Path, byvekst: Command
) -> None:
    """Exit code 2, and a sentence."""
    if content is not None:
        put(tmp_path, name, content)

    code, out, err = byvekst("lint", tmp_path / name)

    assert (code, out) == (2, "")
    assert says in err


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xff\xfe\x00", "\u200b# Å".encode()])
@pytest.mark.parametrize("name", ["a.md", "a.docx", "a.txt"])
def test_a_damaged_note_is_a_finding(name: str, data: bytes, tmp_path: Path, byvekst: Command) -> None:
    """Never a trace."""
    code, found = lint(byvekst, put(tmp_path, name, data))

    assert code == 1
    assert found


def test_an_area_may_have_its_own_templates(area: Path, byvekst: Command) -> None:
    """A template for one kind of case goes before those that ship, also in new notes."""
    put(area, "byvekst.yaml", AREA)
    put(area, "sak/s-1/sak.yaml", "id: s-1\ntittel: Sak\nslag: avvik\ntilstand: utkast\n")
    own = """illustrasjon: true
deler: {klima: {overskrifter: {nb: [Klimavirkning], nn: [Klimaverknad]}}}
maler: {avvik-hos-oss: {versjon: "1", slag: [avvik], behandling: [vedtak], må_ha: [klima, forslag]}}
"""
    put(area, "notatmal/egne.yaml", own)

    values = ("--set", "sak=s-1", "--set", "tittel=Avvik", "--set", "behandling=vedtak")
    code, _, _ = byvekst("new", "notat", "--area", area, *values, "--language", "nb")
    (note,) = (area / "sak/s-1").glob("notat-*.md")

    assert code == 0
    text = note.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Klimavirkning",
        "## Forslag til vedtak",
    ]
    assert "NOT003" not in codes(lint(byvekst, note)[1])
    assert 'malversjon: "1"' in text
    put(area, "notatmal/egne.yaml", own.replace('versjon: "1"', 'versjon: "2"'))
    assert "NOT014" in codes(lint(byvekst, note)[1])


def test_a_heading_is_known_by_its_words() -> None:
    """Numbers, capitals and signs do not matter; a longer name hides the shorter one inside it."""
    note = note_text(
        read_markdown(
            "n.md",
            "# T\n\n## 1. SAKEN\n\n## Vurdering og anbefaling\n\nA.\n\n## Tidligere innstilling\n\nB.\n",
        )
    )
    found = parts(note, HEADINGS)

    assert [sorted(part.ids) for part in found] == [[], ["saken"], ["forslag", "vurdering"], ["bakgrunn"]]
    assert [is_empty(found, at) for at in range(4)] == [False, True, False, False]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Styringsgruppa sluttar seg til framlegget.", {Ask.DECIDE}),
        ("Det er tilslutning til alle bundne prosjekt.", {Ask.DECIDE}),
        ("Saken tas til orientering.", {Ask.NOTE}),
        ("Kostnadsrammen utvides fra 15 til 16 mill. kr.", {Ask.MONEY}),
        ("Programrådet omdisponerer 2 mill. kr og ber kommunen rapportere i juni.", {Ask.MONEY, Ask.ACT}),
    ],
)
def test_the_forms_of_a_decision_are_known(text: str, asks: set[Ask]) -> None:
    """As the minutes of the four areas have them: the body as subject, or nominal, or with several verbs."""
    assert Point(None, text, 0, len(text)).asks == asks


@pytest.mark.parametrize(
    "text",
    [
        "Bærum kommune deltar i forhandlinger om byvekstavtale.",
        "Resultatet legges frem til behandling i kommunestyret før avtale inngås.",
        "Merknaden fra naboen tas ikke til følge.",
        "Forslaget sendes ut på høring.",
        "Ny strekning tas inn i planen.",
        "Strekninger som har god løsning, prioriteres ikke.",
        "Tillegg til planbeskrivelsen: Kommunal støtteordning for elsykkel.",
        "Planen blir send på høyring.",
        "Konsekvensane vert å kome tilbake til i tertialrapportane.",
    ],
)
def test_councils_decide_in_many_forms(text: str) -> None:
    """Forms from real minutes, told again: each decides something."""
    assert Point(None, text, 0, len(text)).asks


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Styringsgruppa ber om at fylkeskommunen legg fram ei sak innan 1. mai 2027.", "fylkeskommunen"),
        (
            "Oslo kommune og Akershus fylkeskommune bes om å svare innen utgangen av juni.",
            "Oslo kommune og Akershus fylkeskommune",
        ),
        ("Partane blir bedne om å behandle saka før sommaren.", "Partane"),
        ("Administrasjonen vert beden om å leggje fram ei ny sak i mai.", "Administrasjonen"),
        (
            "Bergen kommune v/byrådsavdeling for klima bes om å rapportere i juni.",
            "Bergen kommune v/byrådsavdeling for klima",
        ),
        ("Statens vegvesen følger opp saken i neste møte.", "Statens vegvesen"),
        ("Det bes om en ny sak innen utgangen av juni.", None),
    ],
)
def test_who_is_asked_is_known(text: str, owner: str | None) -> None:
    """By name before the verb, after it, or after «om at»; a month is nobody."""
    point = Point(None, text, 0, len(text))

    assert (point.asks, point.owner, point.has_date) == ({Ask.ACT}, owner, True)


@pytest.mark.parametrize("text", ["Bussveien er viktig for regionen.", "God framdrift i hele porteføljen."])
def test_a_wish_is_no_decision(text: str) -> None:
    """Nor is a reason."""
    assert not Point(None, text, 0, len(text)).asks


def test_a_heading_that_says_decision_alone_is_the_proposal(tmp_path: Path, byvekst: Command) -> None:
    """While decisions that were made elsewhere are history."""
    text = "# S\n\n## Saken\n\nKort.\n\n## {}\n\nPlanen vedtas.\n"
    ours = put(tmp_path, "a.md", text.format("Vedtak"))
    theirs = put(tmp_path, "b.md", text.format("Vedtak i fylkestinget"))

    assert "NOT003" not in codes(lint(byvekst, ours, "--handling", "vedtak")[1])
    assert "NOT003" in codes(lint(byvekst, theirs, "--handling", "vedtak")[1])


def test_points_are_counted_with_and_without_numbers() -> None:
    """What stands above the first number is a preamble; smaller points belong to the one above."""
    numbered = decision("Styringsgruppa vedtek:\n\n1. Først.\n   - Under.\n2. Så.\n")
    plain = decision("Først.\n\nSå.\n")
    typed = decision("1) Først, innen\n   15. juni 2027.\n2) Så.\n")

    assert numbered.preamble == "Styringsgruppa vedtek:"
    assert [(point.number, point.text) for point in numbered.points] == [(1, "Først. Under."), (2, "Så.")]
    assert [(point.number, point.text) for point in plain.points] == [(None, "Først."), (None, "Så.")]
    assert [point.text for point in typed.points] == ["Først, innen 15. juni 2027.", "Så."]


def test_owner_date_and_money_are_read_from_a_point() -> None:
    """The owner is the one who is asked; dates may be days, meetings or seasons."""
    (point,) = decision(
        "Styringsgruppa ber sekretariatet bruke 1 250 000 kr (2026-kr) innan 1. juni 2027.\n"
    ).points

    assert (point.owner, point.has_date, point.has_price_level) == ("sekretariatet", True, True)
    assert point.amounts == ("1 250 000 kr",)
    assert not decision("Det blir bedt om ei ny vurdering.\n").points[0].has_date


@pytest.mark.parametrize(
    ("proposed", "told"),
    [("12 000 000 kroner", False), ("12,0 millioner kroner", False), ("14 mill. kr", True)],
)
def test_a_recommendation_is_compared_by_what_the_money_is(
    area: Path, byvekst: Command, proposed: str, told: bool
) -> None:
    """However it is written: another body's words are its own."""
    case = """id: s-1
tittel: Sak
slag: annet
tilstand: utkast
behandlinger:
  - {organ: rådet, dato: 2026-01-10, behandling: innstilling, vedtak: [Rådet tilrår 12 mill. kr.]}
  - {organ: ku, dato: 2026-02-10, behandling: vedtak}
"""
    put(area, "sak/s-1/sak.yaml", case)
    front = "---\nsak: s-1\ntittel: A\nbehandling: vedtak\norgan: ku\n---\n"
    text = (
        f"{front}# A\n\n## Saken\n\nKort.\n\n## Forslag til vedtak\n\n1. Det bevilges {proposed} til vegen.\n"
    )
    note = put(area, "sak/s-1/notat-ku.md", text)

    assert ("NOT009" in codes(lint(byvekst, note)[1])) is told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["a.pdf", "a.odt", "b.docx"])
def test_what_cannot_be_read_is_told_in_words(
    tmp_path: Path, byvekst: Command, name: str, language: str
) -> None:
    """In the user's language, with what to do; nothing of the machine's English."""
    put(tmp_path, "a.pdf", "%PDF")
    put(tmp_path, "a.odt", "PK")

    code, out, err = byvekst("lint", tmp_path / name, "--language", language)

    assert (code, out) == (2, "")
    assert name in err
    assert "No such file" not in err


def test_a_note_outside_any_case_says_that_it_has_no_history(tmp_path: Path, byvekst: Command) -> None:
    """Rather than nothing."""
    out = byvekst("lint", put(tmp_path, "a.md", "# A\n\nKort."), "--history", "--language", "nb")[1]

    assert "ikke i mappen til en sak" in out


def test_sums_and_claims_need_no_area(tmp_path: Path, byvekst: Command) -> None:
    """They are of the note alone."""
    table = "| Prosjekt | Mill. kr |\n| --- | --: |\n| A | 1 |\n| B | 2 |\n| Sum | {} |\n"
    good = put(tmp_path, "a.md", f"# A\n\n{table.format(3)}")
    bad = put(tmp_path, "b.md", f"# A\n\nNullvekstmålet er nådd.\n\n{table.format(8)}")

    assert not {"FIG009", "FIG010"} & codes(lint(byvekst, good)[1])
    assert codes(lint(byvekst, bad)[1]) >= {"FIG009", "FIG010"}


@pytest.mark.parametrize("form", ["json", "sarif", "github", "gitlab", "junit", "markdown"])
def test_each_form_says_where_in_word(tmp_path: Path, byvekst: Command, form: str) -> None:
    """Lines of a Word note are seen by nobody."""
    document = docx.Document()
    document.add_paragraph("Se Feil! Fant ikke referansekilden.")
    document.save(str(tmp_path / "a.docx"))

    out = byvekst("lint", tmp_path / "a.docx", "--format", form, "--language", "nb")[1]

    assert "avsnitt 1" in out
