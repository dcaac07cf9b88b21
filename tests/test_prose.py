"""How a note is written: sentences, words, readability, and what is told about them."""

import json
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.finding import Finding
from byvekst_cli.lint import Selection, lint
from byvekst_cli.model.wording import Markers, PlainWord, ShortForm
from byvekst_cli.prose.abbreviations import initials, unexplained
from byvekst_cli.prose.found import Found, grouped
from byvekst_cli.prose.mentions import tells_of
from byvekst_cli.prose.readability import Band, Reading
from byvekst_cli.prose.sentences import addresses, sentences, words
from byvekst_cli.prose.wording import stiff_words
from byvekst_cli.source.load import load
from byvekst_cli.source.markdown import read_markdown
from byvekst_cli.source.note_text import note_text
from byvekst_cli.source.tree import Folder
from conftest import TODAY, Answer, put

Command = Callable[..., Answer]
FRONT = "---\nsak: s-1\ntittel: Sykkelvegen\nbehandling: vedtak\n---\n"
DATA = Path(__file__).parent / "data"
CASE = "id: s-1\ntittel: Sykkelvegen\nslag: prosjekt\ntilstand: utkast\n"


def cut(text: str) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in sentences(text)]


@pytest.mark.parametrize(
    "one",
    [
        "Møtet er 15. juni 2021 kl. 10 på rådhuset.",
        "Jf. Prop. 47 S (2016–2017), kap. 1330, post 66.",
        "Se pkt. 3.2 og § 3. ledd i forskriften.",
        "Rammen er ca. 12,5 mill. kroner, dvs. 0.4 mrd. kroner i alt.",
        "Partene, bl.a. Statens vegvesen og f.eks. Trøndelag fylkeskommune, er enige.",
        "Saken er PS 10/17, KU-sak 2/20 og sak nr. 2/24 i år.",
        "Etter Meld. St. 14 og Innst. 439 S skal det rapporteres.",
        "Han heter A. B. Olsen.",
        "«Hva koster det?» spurte utvalget.",
        "Tallene er på https://a.no/x.html. og i vedlegget.",
        "Det er nok … men ikke i år.",
        "Tiltakene koster 30 mill. NOK.",
        "Fristen er 15. 6. 2021.",
        "Det gjelder veg, gate osv. i hele området.",
    ],
)
def test_a_full_stop_does_not_always_end_a_sentence(one: str) -> None:
    """Short forms, dates, case numbers, initials, quotes and addresses are inside one."""
    assert cut(one) == [one]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Vi sier ja. De sier nei.", ["Vi sier ja.", "De sier nei."]),
        ("Vedtatt i 2021. Det gjelder ennå.", ["Vedtatt i 2021.", "Det gjelder ennå."]),
        (
            "Det gjelder veg, gate osv. Andre ting venter.",
            ["Det gjelder veg, gate osv.", "Andre ting venter."],
        ),
        ("Det koster 30 mill. Resten venter.", ["Det koster 30 mill.", "Resten venter."]),
        ("De sa «nei.» Så gikk de.", ["De sa «nei.»", "Så gikk de."]),
        ("(Se sak 2/24.) Neste sak er ny.", ["(Se sak 2/24.)", "Neste sak er ny."]),
        ("Hva nå? Vi venter! Ja.", ["Hva nå?", "Vi venter!", "Ja."]),
        ("Det er 8. 12 parter er med.", ["Det er 8. 12 parter er med."]),
        ("De var 120. 15 parter var med.", ["De var 120.", "15 parter var med."]),
        ("Første. «Andre» er her.", ["Første.", "«Andre» er her."]),
        ("Én linje.\nEn til.", ["Én linje.", "En til."]),
        ("Slik: a) Vegen flyttes. b) Brua utgår.", ["Slik: a) Vegen flyttes.", "b) Brua utgår."]),
        ("Jf. Prop. 45 S. Dette er nytt.", ["Jf. Prop. 45 S.", "Dette er nytt."]),
        ("Se Innst. 216 S (2016–2017). Saken er ny.", ["Se Innst. 216 S (2016–2017).", "Saken er ny."]),
    ],
)
def test_sentences_are_told_apart(text: str, parts: list[str]) -> None:
    """Where a capital letter or a number begins a new one."""
    assert cut(text) == parts


def test_words_are_counted_as_they_are_read() -> None:
    """A compound, a decimal number and a case number are one each; an address is none."""
    text = "KVU-en kostar 12,5 mill. i sak 2/24, sjå https://a.no/b-c."

    assert [word.text for word in words(text)] == [
        "KVU-en",
        "kostar",
        "12,5",
        "mill",
        "i",
        "sak",
        "2/24",
        "sjå",
    ]
    assert [address.text for address in addresses(text)] == ["https://a.no/b-c"]


@given(st.text(st.sampled_from("aBæ .!?»«()1\n-"), max_size=60), st.integers(0, 99))
def test_nothing_is_lost_between_sentences(text: str, offset: int) -> None:
    """Every word is in exactly one sentence, and each stands at its place."""
    found = list(sentences(text, offset))

    assert all(text[each.start - offset : each.end - offset] == each.text for each in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert sum(len(list(words(each.text))) for each in found) == len(list(words(text)))


def test_lix_is_as_in_a_published_example() -> None:
    """3784 words in 580 sentences, 1018 of them long: 6.52 + 26.9 = 33.

    Source: lix.se's answer for the blog inuseful.se, as quoted on inuse.se, «Vet DU vad lix är?».
    """
    reading = Reading(580, 3784, 1018)

    assert round(reading.lix or 0) == 33
    assert reading.band is Band.EASY


def test_lix_of_a_note_counts_only_its_prose() -> None:
    """Headings, tables, code and quotes are left out: 8 words in 2 sentences, 2 of them long, is 29."""
    note = note_text(
        read_markdown(
            "n.md",
            f"{FRONT}# Om porteføljestyring\n\nVi bygger sykkelveger. Det tar to år framover.\n\n"
            "| Kolonne |\n|---|\n| Porteføljestyring |\n\n> Kostnadsutviklingen bekymrer\n",
        )
    )

    assert Reading.of(note) == Reading(2, 8, 2)
    assert Reading.of(note).lix == 4 + 25
    assert Reading.of(note).band is Band.VERY_EASY


def test_a_text_without_words_has_no_readability() -> None:
    """None, and not zero."""
    empty = Reading()

    assert (empty.lix, empty.band) == (None, None)


def test_the_same_thing_is_told_once() -> None:
    """In the order of the note, with the number and some further places."""
    groups = list(grouped([Found("b", 9, 10), Found("a", 5, 6), Found("b", 1, 2)]))
    problem = groups[0].problem("n.md", {"word": "b"})

    assert [(group.name, len(group.places)) for group in groups] == [("b", 2), ("a", 1)]
    assert problem.place.stretch == (1, 2)
    assert [clue.place.stretch for clue in problem.clues] == [(9, 10)]


def test_a_word_is_only_found_as_a_word() -> None:
    """Not inside a longer one, nor in quotes; across a line break, and in any case."""
    note = note_text(
        read_markdown("n.md", f"{FRONT}# Samt\n\nSamtale, sam-samt og «samt».\nI\nhenhold til det.\n")
    )
    forms = {"samt": ("samt",), "i-henhold-til": ("i henhold til",), "en-ting": ("en| ting",)}

    assert [found.name for found in stiff_words(note, forms)] == ["samt", "i-henhold-til"]
    assert list(stiff_words(note, {})) == []
    assert list(stiff_words(note, {"x": ("|", "a| b|")})) == []


@pytest.mark.parametrize(
    "text",
    [
        "En konseptvalgutredning (KVU) er bestilt. KVU-en tar tid.",
        "KVU (konseptvalgutredning) er bestilt.",
        "Vi bestiller konseptvalgutredningen nå, og KVU-en tar tid.",
        "KVU står for noe stort.",
        "Byggetrinn IV er i gang.",
        "Se arket TR-SYK-004 og PS 10/17.",
        "VEDTAK OM KVU",
        "Noen skriver «KVU».",
        "Krav etter E39, Rv555 og P50.",
        "Prosjektet blir et KVU-prosjekt (konseptvalgutredning).",
        "Firmaet KVU har sett på det.",
        "KVU AS har sett på det.",
    ],
)
def test_what_is_explained_or_no_abbreviation_is_not_told(text: str) -> None:
    """Also codes, case numbers, Roman numerals, quotes and lines in capitals."""
    note = note_text(read_markdown("n.md", FRONT + text))

    assert list(unexplained(note, frozenset({"AS"}), {"KVU": ("konseptvalgutredning",)})) == []


@pytest.mark.parametrize(
    ("name", "short"),
    [("Trondheim kommune", "TK"), ("Rogaland fylkeskommune", "RFK"), ("Statens vegvesen", "SV")],
)
def test_organisations_have_short_names(name: str, short: str) -> None:
    """As the four areas write them."""
    assert initials(name) == short


def note_in(area: Path, text: str, front: str = FRONT) -> Path:
    put(area, "sak/s-1/sak.yaml", CASE)
    return put(area, "sak/s-1/notat-felles.md", front + text)


def told(area: Path, *select: str) -> tuple[Finding, ...]:
    return lint(
        load(Folder(area), date.fromisoformat(TODAY)), Selection.of(select or ("prose", "accessibility"))
    )


def test_a_finding_survives_when_the_text_moves(area: Path) -> None:
    """The words are known again on another line, and when one of several is mended."""
    note_in(area, "# T\n\nVeg, samt gate.\n\nBuss, samt bane.\n")
    (before,) = told(area, "prose")

    note_in(area, "# T\n\nNy tekst.\n\nMer tekst.\n\nVeg, samt gate.\n")
    (after,) = told(area, "prose")

    assert (before.span.line, after.span.line) == (8, 12)
    assert before.fingerprint == after.fingerprint


def test_an_area_may_turn_advice_off_and_add_its_own(area: Path) -> None:
    """With the same id, or a new one."""
    note_in(area, "# T\n\nVeg, samt gate. Dette er ein god synergi.\n")
    assert [finding.facts["word"] for finding in told(area, "PRO001")] == ["samt"]

    put(area, "spraak/egne.yaml", "ord:\n  samt: {av: true}\n  synergi: {heller: {nb: [samspill]}}\n")

    assert [finding.facts["word"] for finding in told(area, "PRO001")] == ["synergi"]


def test_a_note_may_be_in_another_standard_than_its_area(area: Path) -> None:
    """The language of the note decides which words are looked for."""
    text = "# T\n\nVi har ikkje ei anbefaling, og veit ikkje kva som skjer eller korleis det går.\n"
    note_in(area, text)
    assert {finding.code for finding in told(area)} == {"PRO004"}

    note_in(area, text, FRONT.replace("---\nsak", "---\nspråk: nn\nsak"))

    assert {finding.code for finding in told(area)} == {"PRO001"}


def test_a_few_words_of_the_other_standard_are_no_mixture(area: Path) -> None:
    """Names, and a word or two, are let be; the area may set how many."""
    note_in(
        area, "# T\n\nVi har ikke noe mer, og Vegen Vidare ikkje heller. De vet hva som skjer, og frå hvem.\n"
    )
    assert told(area, "PRO004") == ()

    settings = (area / "byvekst.yaml").read_text(encoding="utf-8")
    put(area, "byvekst.yaml", f"{settings}regler:\n  mixed-standard: {{valg: {{ord: 1}}, grunn: Strengt.}}\n")

    assert [finding.facts["words"] for finding in told(area, "PRO004")] == [("ikkje", "frå")]


def test_the_advice_can_be_allowed_in_the_note(area: Path, byvekst: Command) -> None:
    """A comment on the line, as for any other rule."""
    note_in(area, "# T\n\nVeg, samt gate. <!-- byvekst: tillat stiff-word: Teksten er vedtatt slik. -->\n")

    code, out, _ = byvekst("check", area, "--select", "PRO001", "--format", "json", "--as-of", TODAY)

    (finding,) = json.loads(out)["findings"]
    assert code == 0
    assert finding["suppressed"]["reason"] == "Teksten er vedtatt slik."


def test_the_sentence_says_what_to_write(area: Path, byvekst: Command) -> None:
    """In the reader's language, with the line and the number of places."""
    note_in(area, "# T\n\nVeg, samt gate.\n\nBuss, samt bane.\n")

    out = " ".join(byvekst("check", area, "--language", "nb", "--as-of", TODAY)[1].split())

    assert "«samt» kan skrives enklere, for eksempel «og». Det står 2 ganger i notatet." in out
    assert "notat-felles.md" in out
    assert "Også her." in out


def test_notes_are_read_only_when_asked_for(area: Path) -> None:
    """Loading an area does not look into the texts of its notes, and each is looked into once."""
    note_in(area, "# T\n\nVeg.\n")
    loaded = load(Folder(area), date.fromisoformat(TODAY))
    notes = loaded.area.notes

    assert list(notes) == ["sak/s-1/notat-felles.md"]
    assert notes["sak/s-1/notat-felles.md"] is notes["sak/s-1/notat-felles.md"]
    assert "prosjekt/p-1.yaml" not in notes


def test_the_lists_that_ship_are_sound(area: Path) -> None:
    """Advice says where it is from or that it is looked up nowhere; no mark is in two languages."""
    shipping = load(Folder(area), date.fromisoformat(TODAY)).area
    marks = [set(each.words) for each in shipping.all_of(Markers).values()]

    for id, word in shipping.all_of(PlainWord).items():
        assert word.rather, id
        assert word.source or word.note, id
    assert not any(first & second for n, first in enumerate(marks) for second in marks[n + 1 :])
    assert all(id.isupper() for id in shipping.all_of(ShortForm))


def test_long_and_hostile_notes_take_no_time(area: Path) -> None:
    """Two hundred thousand full stops, capitals, quotes and brackets end in an answer, not in waiting."""
    for part in ("a. ", "AB ", "«", "(", '"', "samt ", "[a](", "<span lang=nn>", "x" * 50 + "("):
        note_in(area, "# T\n\n" + part * (200_000 // len(part)))

        assert all(finding.path == "sak/s-1/notat-felles.md" for finding in told(area))


def test_a_careful_note_gets_no_advice(area: Path) -> None:
    """Dates, case numbers, introduced short forms, quotes, tables and pictures are all let be."""
    note_in(area, (DATA / "notat-godt.md").read_text(encoding="utf-8"), "")

    assert told(area) == ()


def test_a_careless_note_gets_all_of_it(area: Path) -> None:
    """Each weakness once, under the rule that is about it."""
    note_in(area, (DATA / "notat-tungt.md").read_text(encoding="utf-8"), "")
    found = told(area)

    assert {f.facts["word"] for f in found if f.code == "PRO001"} == {
        *["vedrørende", "i henhold til", "foreta en vurdering", "samt", "påregne", "herunder", "benytte"],
    }
    assert {f.facts["short"] for f in found if f.code == "PRO002"} == {"RVU", "QXP"}
    assert {f.facts["names"] for f in found if f.code == "PRO003"} == {
        ("handlingsprogram", "HP"),
        ("framdrift", "fremdrift"),
        ("sykkelveg", "sykkelvei"),
    }
    assert [f.facts["words"] for f in found if f.code == "PRO005"] == [46]
    assert [f.code for f in found if f.code in ("PRO004", "PRO006") or f.code.startswith("ACC")] == [
        *["ACC001", "PRO004", "ACC003", "ACC002", "ACC004"],
    ]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Bergen tok forbehold om at bystyret vedtar sin del.", True),
        ("Saka er uendra. Atterhaldet til Bergen kommune står.", True),
        ("## Merknader\n\n- Bergens krav er tatt inn i punkt 3.", True),
        ("| Part | Reservasjon |\n|---|---|\n| Bergen | Vedtak i bystyret |", True),
        ("Bergen har ingen merknader.", False),
        ("Bergen sluttet seg til uten forbehold.", False),
        ("Bergen har ikke tatt forbehold.", False),
        ("Bergen var til stede.\n\nAskøy tok forbehold.", False),
        ("Bergensområdet tok forbehold.", False),
        ("| Part | Hva |\n|---|---|\n| Bergen | Enig |\n| Askøy | Tok forbehold |", False),
        ("```\nBergen tok forbehold\n```", False),
    ],
)
def test_a_reservation_is_told_by_a_name_and_a_word_together(text: str, is_told: bool) -> None:
    """In one passage or under one heading, and not where it is said that there is none."""
    note = note_text(read_markdown("sak/s-1/notat-a.md", f"{FRONT}\n{text}\n"))
    words = ("forbehold", "atterhald", "merknad", "reservasjon")

    assert tells_of(note, "Bergen", words, ("ingen", "ikke", "uten")) is is_told
