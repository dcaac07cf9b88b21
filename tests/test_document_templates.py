"""Templates: what an area may write in its own, and what no template can do."""

import shutil
import time
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from byvekst_cli.area.facts import Named, Quantity
from byvekst_cli.language import Say
from byvekst_cli.model.funding import Purpose
from byvekst_cli.model.money import Money, PriceBasis, PriceYear
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.model.when import When
from byvekst_cli.render.environment import filled, printed
from byvekst_cli.render.faults import BadTemplate
from byvekst_cli.render.marked import Marked
from byvekst_cli.render.parse import document_blocks, plain
from byvekst_cli.render.pictures import PICTURES
from byvekst_cli.render.registry import imported, lacks
from byvekst_cli.render.sentences import SENTENCES
from byvekst_cli.render.tables import TABLES
from byvekst_cli.render.tree import Paragraph
from conftest import ROOT
from documents import sheet


@dataclass(frozen=True, slots=True)
class Inner:
    """A row of what a document gets."""

    name: str
    secret_method = "x"

    def shout(self) -> str:
        return self.name.upper()


@dataclass(frozen=True, slots=True)
class Contents:
    """What a document gets."""

    title: str
    rows: tuple[Inner, ...]
    many: tuple[int, ...] = tuple(range(1000))


CONTENTS = Contents("Tittel", (Inner("a"), Inner("b")))


def fill(root: Path, text: str, **others: str) -> str:
    """A template of the area's own, with everything that templates are given."""
    folder = root / "maler"
    folder.mkdir(exist_ok=True)
    for name, content in {"egen": text, **others}.items():
        (folder / f"{name}.md").write_text(content, encoding="utf-8")
    say = Say("nb")
    globals = {"say": lambda name, **facts: Marked(say.doc(name, **facts))}
    return filled(
        root, "egen.md", say, globals, {"title": CONTENTS.title, "rows": CONTENTS.rows, "many": CONTENTS.many}
    )


def test_a_template_prints_fields_and_goes_through_lists(tmp_path: Path) -> None:
    """Names, fields, loops, conditions and included templates."""
    row = "{% include 'rad.md' %}{% if loop.last %}!{% endif %}"
    text = f"# {{{{ title }}}}\n{{% for row in rows %}}\n{row}\n{{% endfor %}}\n"

    assert fill(tmp_path, text, rad="- {{ row.name }}") == "# Tittel\n- a- b!"


VALUES = [
    (None, ""),
    (UNKNOWN, "ukjent"),
    (Decimal("12345.60"), "12 345,60"),
    (Money(7_500_000_000, PriceYear(2022)), "75 mill. 2022-kr"),
    (Money(7_500_000_000, PriceYear(PriceBasis.CURRENT)), "75 mill. løpende kr"),
    (Pile.of([Money(100_000_000, PriceYear(2022)), Money(200_000_000, PriceYear(2023)), None]),
     "1 mill. 2022-kr, 2 mill. 2023-kr og et ukjent beløp"),
    (When.parse("2026-11-23"), "23. november 2026"),
    (When.parse("2025-høst"), "høsten 2025"),
    (Purpose.LAND, "grunnerverv"),
    (Quantity(Decimal(43), "percent"), "43 prosent"),
    (Named({"nb": "Gange", "nn": "Gonge"}), "Gange"),
    (("a", "b", "c"), "a, b og c"),
    (True, "ja"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "words"), VALUES)
def test_a_value_is_printed_by_its_type(value: object, words: str) -> None:
    """Each in the document's language; what is unknown is a word, never a nought."""
    (block,) = document_blocks(printed(value, Say("nb")) or "x", {}).blocks
    assert isinstance(block, Paragraph)

    assert plain(block.line).replace("\u00a0", " ") == (words or "x")


TEXTS = [
    "# ikke en overskrift", "- ikke en liste", "1. januar", "*fet* _kursiv_ `kode`", "<script>x</script>",
    "<!-- new page -->", "![a](b.png)", "[a](javascript:alert(1))", "a | b", "&lt;b&gt;", "</div>",
    "  innrykk", "linje\n\n# ny", "{{ 7 * 7 }}", "{% include 'x' %}", "\\", "a {#id}", "<!-- put 1 -->",
    "===", "~~~", "> a",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_means_only_itself(text: str) -> None:
    """Whatever a value holds, in a paragraph, in a heading and in a cell it is read as it was written."""
    shown = " ".join(text.split())
    safe = printed(text, Say("nb"))
    parsed = document_blocks(
        f"{safe}\n\n## {safe}\n\n| a | b |\n| --- | --- |\n| {safe} | x |\n", {"put 1": ()}
    )
    paragraph, heading, table = parsed.blocks

    assert plain(paragraph.line) == plain(heading.line) == plain(table.rows[0][0]) == shown  # type: ignore[union-attr]


WRONG = [
    ("{{ titel }}", "template-no-name", "titel"),
    ("{{ rows[0].nme }}", "template-no-field", "nme"),
    ("{% for r in rows %}{{ r.shout() }}{% endfor %}", "template-not-allowed", "Call"),
    ("{% for r in rows %}{{ r.shout }}{% endfor %}", "template-no-field", "shout"),
    ("{{ ''.__class__.__mro__ }}", "template-no-field", "__class__"),
    ("{{ title.upper() }}", "template-not-allowed", "Call"),
    ("{{ rows.__len__ }}", "template-no-field", "__len__"),
    ("{{ range(10) }}", "template-no-call", "range"),
    ("{{ say.__globals__ }}", "template-no-field", "__globals__"),
    ("{{ say(*rows) }}", "template-not-allowed", "Call"),
    ("{{ self }}", "template-no-name", "self"),
    ("{{ lipsum() }}", "template-no-call", "lipsum"),
    ("{{ cycler }}", "template-no-name", "cycler"),
    ("{% set x = title ~ title %}", "template-not-allowed", "Concat"),
    ("{{ 'a' * 1000000000 }}", "template-not-allowed", "Mul"),
    ("{{ 2 ** 99999999 }}", "template-not-allowed", "Pow"),
    ("{% set x = [rows, rows] %}", "template-not-allowed", "List"),
    ("{% set x %}{{ title }}{% endset %}", "template-not-allowed", "AssignBlock"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "template-not-allowed", "Macro"),
    ("{% import 'x.md' as x %}", "template-not-allowed", "Import"),
    ("{% extends 'x.md' %}", "template-not-allowed", "Extends"),
    ("{% for r in rows recursive %}{{ loop(rows) }}{% endfor %}", "template-not-allowed", "For"),
    ("{{ title | pprint }}", "template-no-filter", "pprint"),
    ("{{ title | attr('x') }}", "template-no-filter", "attr"),
    ("{{ title is callable }}", "template-no-filter", "callable"),
    ("{% include title %}", "template-not-allowed", "Include"),
    ("{% include '../../hemmelig.md' %}", "template-not-there", "hemmelig"),
    ("{% include 'finnes-ikke.md' %}", "template-not-there", "finnes-ikke"),
    ("{% include 'egen.md' %}", "template-circle", "egen"),
    ("{% for a in many %}{% for b in many %}{% endfor %}{% endfor %}", "template-too-long", ""),
    ("{% for a in rows %}" * 5 + "{% endfor %}" * 5, "template-deep", ""),
    ("{% for a in title %}x{% endfor %}", "template-not-a-list", "str"),
    ("{{ rows }}", "template-no-words", "Inner"),
    ("{{ say }}", "template-no-words", "function"),
    ("{% if %}", "template-syntax", ""),
    ("{{ title", "template-syntax", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says", "asked"), WRONG)
def test_what_a_template_cannot_do(text: str, says: str, asked: str, tmp_path: Path) -> None:
    """It stops at once, and says the file, the line, and what was asked for."""
    begun = time.monotonic()
    with pytest.raises(BadTemplate) as caught:
        fill(tmp_path, f"\n\n{text}")

    assert time.monotonic() - begun < 5
    assert caught.value.says == says
    assert asked in caught.value.asked
    assert caught.value.file.endswith("egen.md")
    assert caught.value.line in (0, 3)


def test_a_misspelt_name_is_told_with_what_there_is(tmp_path: Path) -> None:
    """The names that a template may use follow the complaint."""
    with pytest.raises(BadTemplate) as caught:
        fill(tmp_path, "{{ rows[0].nam }}")

    assert caught.value.there == ("name",)


def test_loops_in_included_templates_count(tmp_path: Path) -> None:
    """Two and three are five."""
    inner = "{% for a in rows %}" * 3 + "{% endfor %}" * 3
    with pytest.raises(BadTemplate) as caught:
        fill(
            tmp_path,
            "{% for a in rows %}{% for b in rows %}{% include 'inne.md' %}{% endfor %}{% endfor %}",
            inne=inner,
        )

    assert caught.value.says == "template-deep"


def test_includes_that_grow_without_end_are_stopped(tmp_path: Path) -> None:
    """Each takes in the next ten times over: a document has a bound."""
    nested = {f"n{at}": f"{{% include 'n{at + 1}.md' %}}" * 10 for at in range(12)} | {"n12": "x" * 1000}
    begun = time.monotonic()
    with pytest.raises(BadTemplate) as caught:
        fill(tmp_path, "{% include 'n0.md' %}", **nested)

    assert caught.value.says == "template-too-long"
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("kind", ["link", "latin", "empty", "folder"])
def test_a_template_that_cannot_be_read_is_told_of(kind: str, tmp_path: Path) -> None:
    """The one that ships is not used in its place in silence, and no link is followed."""
    (tmp_path / "secret.md").write_text("hemmelig", encoding="utf-8")
    area = tmp_path / "area"
    (area / "maler").mkdir(parents=True)
    place = area / "maler" / "project-sheet.md"
    if kind == "link":
        place.symlink_to(tmp_path / "secret.md")
    elif kind == "folder":
        place.mkdir()
    else:
        place.write_bytes({"latin": "Bergensområdet".encode("latin-1"), "empty": b""}[kind])
    with pytest.raises(BadTemplate) as caught:
        fill(area, "{% include 'project-sheet.md' %}")

    assert (caught.value.says, caught.value.file) == ("template-unreadable", "maler/project-sheet.md")


DEEP = [
    "{{ " + "(" * 3000 + "title" + ")" * 3000 + " }}",
    "{% if title %}" * 300 + "{% endif %}" * 300,
    "{{ title" + "[0]" * 5000 + " }}",
    "{{ " + "9" * 6000 + " }}",
    "{{ not " * 1 + "not " * 5000 + "title }}",
]


@pytest.mark.parametrize("text", DEEP, ids=["parentheses", "conditions", "steps", "digits", "nots"])
def test_what_is_too_deep_or_too_large_is_told_of(text: str, tmp_path: Path) -> None:
    """The template is named, and nothing else comes out of it."""
    with pytest.raises(BadTemplate) as caught:
        fill(tmp_path, text)

    assert caught.value.file.endswith("egen.md")


def test_a_reference_to_nothing_is_told_of(tmp_path: Path) -> None:
    """With what was probably meant."""
    area = Path(shutil.copytree(ROOT / "examples" / "trondheim", tmp_path / "area"))
    (area / "maler").mkdir()
    template = area / "maler" / "project-sheet.md"
    template.write_text("# Ark\n\n## Kostnad\n\nSe [](#kostnd) og [](#kostnad).\n", encoding="utf-8")
    with pytest.raises(BadTemplate) as caught:
        sheet("trondheim", "TR-SYK-001", root=area)

    assert (caught.value.says, caught.value.asked, caught.value.there) == (
        "template-refers",
        "kostnd",
        ("kostnad",),
    )


@pytest.mark.parametrize(
    ("text", "asked", "needs"),
    [
        ('{{ picture("wheel", sheet) }}', "wheel", "WheelPage"),
        ('{{ picture("sheet-history", 1) }}', "sheet-history", "Sheet"),
        ('{{ table("portfolio-inside", document) }}', "portfolio-inside", "PortfolioDocument"),
        ('{{ table("pack-follow-up", sheet.milestones) }}', "pack-follow-up", "tuple of Task"),
    ],
)
def test_figures_of_another_kind_are_told_of(text: str, asked: str, needs: str, tmp_path: Path) -> None:
    """With what is needed, as the list of names calls it."""
    area = Path(shutil.copytree(ROOT / "examples" / "trondheim", tmp_path / "area"))
    (area / "maler").mkdir()
    (area / "maler" / "project-sheet.md").write_text(f"# Ark\n\n{text}\n", encoding="utf-8")
    with pytest.raises(BadTemplate) as caught:
        sheet("trondheim", "TR-SYK-001", root=area)

    found = caught.value
    assert (found.says, found.asked, found.there) == ("template-wrong-figures", asked, (needs,))
    assert (found.file, found.line) == ("maler/project-sheet.md", 3)


@pytest.mark.parametrize("path", [*TABLES.values(), *PICTURES.values(), *SENTENCES.values()])
def test_all_that_a_template_may_ask_for_says_what_it_is_made_of(path: str) -> None:
    """Or a wrong question would be a fault of the program."""
    assert lacks(imported(path), object()) is not None
