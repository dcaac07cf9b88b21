"""`byvekst import notat.docx`: all that Markdown can hold, and no silence about the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from byvekst_cli.edit.word_markdown import as_markdown
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.language.words import ROOM, catalogue
from byvekst_cli.source.word.text import read_word
from conftest import SHEET, TODAY, Answer, put
from word_files import PNG, item, note, p, packed, parts, r, row, table

Command = Callable[..., Answer]
CASE = "id: hp-2027\ntittel: Handlingsprogram\nslag: handlingsprogram\ntilstand: meldt-inn\n"
NOTE = note(
    p("Forslag om # tiltak", "Tittel") + p("Hva saken gjelder", "Overskrift1") + p("Tekst.")
    + p("Forslag til vedtak", "Overskrift1") + item("Rådet sier ja.", 1)
)  # fmt: skip


@pytest.fixture
def case(area: Path) -> Path:
    """An area with a case."""
    put(area, "sak/hp-2027/sak.yaml", CASE)
    return area


def markdown(body: str, **more: str) -> str:
    file = read_word("n.docx", note(body, **more))
    assert file.note
    return as_markdown(file.note, "n").markdown


def lost(body: str, **more: str) -> set[str]:
    file = read_word("n.docx", note(body, **more))
    assert file.note
    return {each.what for each in as_markdown(file.note, "n").lost}


def test_a_note_comes_into_its_case_and_checks_clean(case: Path, byvekst: Command, tmp_path: Path) -> None:
    """The facts that can be known stand at the top, and the area has no more errors than before."""
    put(tmp_path, "inn/Notat.DOCX", NOTE)
    before = byvekst("check", case, "--as-of", TODAY)[0]

    code, out, err = byvekst(
        "import", tmp_path / "inn/Notat.DOCX", case, "--case", "HP-2027", "--language", "nb"
    )

    assert (code, err) == (0, "")
    assert "Alt er med." in out
    made = case / "sak/hp-2027/notat-utkast.md"
    assert made.read_text(encoding="utf-8") == (
        '---\nsak: hp-2027\ntittel: "Forslag om # tiltak"\nbehandling: vedtak\n---\n\n'
        "# Forslag om # tiltak\n\n## Hva saken gjelder\n\nTekst.\n\n## Forslag til vedtak\n"
        "\n1. Rådet sier ja.\n"
    )
    assert byvekst("check", case, "--as-of", TODAY)[0] == before == 0


def test_a_note_for_a_body_is_called_after_it(case: Path, byvekst: Command, tmp_path: Path) -> None:
    """By the id that the body has in the area; the file in plain letters."""
    put(case, "mandat/raadet.yaml", "id: rådet\nnavn: Rådet\nformål: Styrer.\nrolle: styringsgruppe\n")
    word = put(tmp_path, "n.docx", NOTE)

    code, out, _ = byvekst("hent", word, case, "--case", "hp-2027", "--body", "RÅDET")

    assert code == 0
    assert "notat-raadet.md" in out
    assert "\norgan: rådet\n" in (case / "sak/hp-2027/notat-raadet.md").read_text(encoding="utf-8")
    assert byvekst("check", case, "--as-of", TODAY)[0] == 0


def test_nothing_is_ever_overwritten(case: Path, byvekst: Command, tmp_path: Path) -> None:
    """A second import stops, and what stands there is as it was; a dry run makes nothing."""
    word = put(tmp_path, "n.docx", NOTE)
    asked = ("import", word, case, "--case", "hp-2027")

    assert byvekst(*asked, "--dry-run")[0] == 0
    assert not (case / "sak/hp-2027/notat-utkast.md").exists()
    assert byvekst(*asked)[0] == 0
    made = case / "sak/hp-2027/notat-utkast.md"
    made.write_text("mitt", encoding="utf-8")
    code, _, err = byvekst(*asked)
    dry, _, _ = byvekst(*asked, "--dry-run")

    assert (code, dry) == (2, 2)
    assert "notat-utkast.md" in err
    assert made.read_text(encoding="utf-8") == "mitt"


def test_pictures_come_beside_the_note(case: Path, byvekst: Command, tmp_path: Path) -> None:
    """One file for each picture however often it is used; other formats are told with their place."""

    def drawing(id: str) -> str:
        facts = '<wp:docPr id="1" name="b" descr="Kart [1]"/>'
        return f'<w:r><w:drawing>{facts}<a:blip r:embed="{id}"/></w:drawing></w:r>'

    links = {id: ("image", f"media/{id}.{end}") for id, end in (("a", "png"), ("b", "emf"))}
    links["c"] = ("image", "https://a.no/x.png")
    body = p(drawing("a")) + p(r("Se ") + drawing("a")) + p(drawing("b")) + p(drawing("c"))
    made = {**parts(p("T", "Tittel") + body, links), "word/media/a.png": PNG, "word/media/b.emf": b"\1\0\0\0"}
    word = put(tmp_path, "n.docx", packed(made))

    code, out, _ = byvekst(
        "import",
        word,
        case,
        "--case",
        "hp-2027",
        "--set",
        "behandling=orientering",
        "--language",
        "nb",
    )

    assert code == 0
    folder = case / "sak/hp-2027"
    text = (folder / "notat-utkast.md").read_text(encoding="utf-8")
    assert text.count("![Kart \\[1\\]](bilder/notat-utkast-1.png)") == 2
    assert [path.read_bytes() for path in (folder / "bilder").iterdir()] == [PNG]
    assert "EMF" in out
    assert "https://a.no/x.png" in out
    assert byvekst("check", case, "--as-of", TODAY)[0] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_use_is_told(language: str, case: Path, byvekst: Command, tmp_path: Path) -> None:
    """No case, one that is mistyped, a body that is not there, no handling, no file, both ways at once."""
    word = put(tmp_path, "n.docx", NOTE)
    bare = put(tmp_path, "b.docx", note(p("Tekst")))
    folder = put(tmp_path, "mappe.docx/x", "").parent
    tries: dict[str, tuple[object, ...]] = {
        "hp-2027": (word, case),
        "«hp-2027»" if language != "en" else "“hp-2027”": (word, case, "--case", "hp-2026"),
        "rådet": (word, case, "--case", "hp-2027", "--body", "rådet"),
        "behandling": (bare, case, "--case", "hp-2027"),
        "borte.docx": (tmp_path / "borte.docx", "--output", tmp_path / "a.md"),
        "mappe.docx": (folder, "--output", tmp_path / "a.md"),
        "--output": (word, case, "--output", tmp_path / "a.md"),
        "n.pdf": (tmp_path / "n.pdf",),
        "felt": (word, case, "--case", "hp-2027", "--set", "felt=1"),
        "finnes/ikke": (word, tmp_path / "finnes/ikke", "--case", "x"),
    }
    before = sorted(path for path in tmp_path.rglob("*"))

    for said, asked in tries.items():
        code, out, err = byvekst("import", *map(str, asked), "--language", language)
        assert (code, out) == (2, ""), said
        assert said in err
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_far_from_any_area_the_way_out_is_told(
    byvekst: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is made, and the answer names both ways on."""
    word = put(tmp_path, "n.docx", NOTE)
    monkeypatch.chdir(tmp_path)

    code, _, err = byvekst("import", word)

    assert code == 3
    assert "--output" in err
    assert [path.name for path in tmp_path.iterdir()] == ["n.docx"]


def test_without_an_area_it_is_a_file_by_itself(byvekst: Command, tmp_path: Path) -> None:
    """With the facts that are known, and its pictures beside it."""
    word = put(tmp_path, "n.docx", note(p("Bare tekst")))

    code, _, _ = byvekst("hent", word, "--output", tmp_path / "ut" / "mitt.md")

    assert code == 0
    assert (tmp_path / "ut/mitt.md").read_text(
        encoding="utf-8"
    ) == "---\ntittel: mitt\n---\n\n# mitt\n\nBare tekst\n"


def test_text_stays_text() -> None:
    """Signs that mean something in Markdown are marked as text, and only where they must be."""
    lines = [
        "# a", "- b", "+ c", "1. d", "2) e", "> f", "=== ", "---", "*g* _h_ i_j", "`k` <l> [m](n) ~~o~~",
        "p | q", "&amp;amp; &amp; R&amp;D", "{{ BG.navn }}", "15 % av 3 \\ 4", "[^1]: x", "![y](z)",
        "    kode",
    ]  # fmt: skip

    made = markdown("".join(p(line.replace("<", "&lt;")) for line in lines))

    assert made.split("\n\n")[1:] == [
        "\\# a", "\\- b", "\\+ c", "1\\. d", "2\\) e", "\\> f", "\\===", "\\---", "\\*g\\* \\_h\\_ i_j",
        "\\`k\\` \\<l> \\[m\\](n) \\~\\~o\\~\\~", "p \\| q", "\\&amp; & R&D", "\\{\\{ BG.navn }}",
        "15 % av 3 \\\\ 4",
        "\\[^1\\]: x", "!\\[y\\](z)", "kode\n",
    ]  # fmt: skip


def test_looks_are_kept_where_markdown_can() -> None:
    """Bold, italic, struck, links; spaces are moved out of the marks, and what cannot be marked is told."""
    link = f'<w:hyperlink r:id="u">{r("Statens ")}{r("vegvesen", "<w:b/>")}</w:hyperlink>'
    body = p(
        r("a ")
        + r("fet ", "<w:b/>")
        + r("og ")
        + r("kursiv", "<w:i/>")
        + r(".")
        + r("strøket", "<w:strike/>")
    )
    file = read_word("n.docx", packed(parts(body + p(link), {"u": ("hyperlink", "https://a.no/x (1)?ø=å")})))
    assert file.note

    made = as_markdown(file.note, "n")

    assert made.markdown.split("\n\n")[1:] == [
        "a **fet** og *kursiv*.~~strøket~~", "[Statens **vegvesen**](https://a.no/x%20%281%29?%C3%B8=%C3%A5)\n",
    ]  # fmt: skip
    assert made.lost == ()
    assert markdown(p(r("a") + r("(b)", "<w:b/>") + r("c"))).endswith("\n\na(b)c\n")
    assert lost(p(r("a") + r("(b)", "<w:b/>") + r("c"))) == {"emphasis"}


def test_links_that_lead_nowhere_else_are_text() -> None:
    """Within the document, to files, and to what a browser should not run."""
    body = p('<w:hyperlink w:anchor="b"><w:r><w:t>under</w:t></w:r></w:hyperlink>')
    body += p('<w:hyperlink r:id="u"><w:r><w:t>arket</w:t></w:r></w:hyperlink>')
    for target in ("file:///Z:/felles/ark.xlsx", "javascript://x"):
        file = read_word("n.docx", packed(parts(body, {"u": ("hyperlink", target)})))
        assert file.note
        made = as_markdown(file.note, "n")
        assert made.markdown.endswith("\n\nunder\n\narket\n")
        assert {(each.what, each.detail) for each in made.lost} == {("inner-link", "#b"), ("link", target)}


def test_lists_tables_quotes_and_footnotes() -> None:
    """Nested and numbered lists that begin anew, a table with a bar in it, two quoted paragraphs, a note."""

    def ref(id: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'

    notes = f'<w:footnote w:id="1">{p("Kilde.")}{p("Mer.")}</w:footnote>'
    body = (
        item("a", 1) + item("under", 2, 1) + item("b", 1) + item("e", 3)
        + p("Sagt.", "Sitat") + p("To.", "Sitat")
        + table(row("K|ilde", "2026", header=True), row("x"), row("y", p("1") + p("2")))
        + p(r("Se") + ref(1) + r(": her"))
    )  # fmt: skip

    assert markdown(body, footnotes=notes) == (
        "# n\n\n1. a\n   - under\n2. b\n\n5) e\n\n> Sagt.\n>\n> To.\n\n"
        "| K\\|ilde | 2026 |\n| --- | --- |\n| x |  |\n| y | 1 2 |\n"
        "\nSe[^1]\\: her\n\n[^1]: Kilde.\n\n    Mer.\n"
    )
    assert lost(body, footnotes=notes) == {"cell-paragraphs"}


def test_a_passage_in_another_language_is_marked() -> None:
    """So that a screen reader says it right."""
    english = '<w:lang w:val="en-GB"/>'

    made = markdown(
        p("Dette notatet er på bokmål.")
        + p(r("A paragraph written in English.", english))
        + p("Slutt på saken.")
    )

    assert '\n\n<div lang="en">\n\nA paragraph written in English.\n\n</div>\n\nSlutt' in made


def test_every_loss_has_words() -> None:
    """Whatever the code can lose is told in all languages."""
    source = Path(__file__).parent.parent / "src/byvekst_cli"
    files = [*(source / "source/word").glob("*.py"), source / "edit/word_markdown.py"]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    known = {name.removeprefix("lost-") for name in catalogue(ROOM / "ui.yaml") if name.startswith("lost-")}

    unused = {what for what in known if f'"{what}"' not in text}
    assert unused == set()
    for what in known:
        assert len({Say(language)(f"lost-{what}") for language in LANGUAGES}) >= 2, what


def test_what_is_lost_is_told_with_its_place(byvekst: Command, tmp_path: Path) -> None:
    """Eighty columns hold it, and many of a kind are counted."""
    body = p("Økonomi", "Overskrift1") + "".join(
        p(r(f"ord {n}") + f'<w:del w:id="{n}"><w:r><w:delText>strøket {n}</w:delText></w:r></w:del>')
        for n in range(8)
    )
    word = put(tmp_path, "n.docx", note(body))

    _, out, _ = byvekst("import", word, "--output", tmp_path / "ut.md", "--language", "nn")

    told = " ".join(out.split())
    assert "Stroken tekst er utelaten: avsnitt 2 (under «Økonomi»): «strøket 0»;" in told
    assert "og 3 stader til" in told
    assert "WRD007 Notatet har 8 spora endringar" in told
    assert all(len(line) <= 80 for line in out.splitlines())


def test_bold_lines_become_headings_where_there_are_no_others(tmp_path: Path, byvekst: Command) -> None:
    """And it is told, and tells what is asked for. A note with headings keeps its bold lines."""
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>"
    plain = bold.format("Bakgrunn") + p("Tekst.") + bold.format("Forslag til vedtak") + p("Saka blir utsett.")
    put(tmp_path, "a.docx", note(plain))
    put(tmp_path, "b.docx", note(p("Saken", "Overskrift1") + p("Tekst.") + plain))

    _, out, _ = byvekst("import", tmp_path / "a.docx", "--output", tmp_path / "a.md", "--language", "nb")
    byvekst("import", tmp_path / "b.docx", "--output", tmp_path / "b.md")

    made = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "## Bakgrunn" in made
    assert "behandling: vedtak" in made
    assert "er blitt overskrifter" in out
    assert "**Bakgrunn**" in (tmp_path / "b.md").read_text(encoding="utf-8")


def test_braces_fetch_only_what_the_area_has(case: Path, byvekst: Command, tmp_path: Path) -> None:
    """A fact that is known goes on being fetched; all else is ordinary text, and both are told."""
    put(case, "prosjekt/p-1.yaml", SHEET)
    put(tmp_path, "n.docx", note(p("Bygging av {{ p-1.navn }}, {{ p-1.pris }} og {{ x.y }}.")))

    set_ = ("--case", "hp-2027", "--set", "behandling=drøfting", "--set", "tittel=A", "--language", "nb")
    _, out, _ = byvekst("import", tmp_path / "n.docx", case, *set_)

    (made,) = (case / "sak/hp-2027").glob("notat-*.md")
    assert r"av {{ p-1.navn }}, \{\{ p-1.pris }} og \{\{ x.y }}." in made.read_text(encoding="utf-8")
    assert "hentes fra arkene" in out
    assert "er vanlig tekst" in out


def test_an_equation_keeps_what_it_says() -> None:
    """A fraction is no product."""
    fraction = "<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>"
    signs = fraction.format("<m:r><m:t>a+b</m:t></m:r>", "<m:r><m:t>c</m:t></m:r>")

    assert "(a+b)/c" in markdown(f"<w:p><m:oMath>{signs}</m:oMath></w:p>")
