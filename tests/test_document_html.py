"""A document as HTML: one file that everybody can read, and in which nothing can run."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from browser import dumped, needs_axe, needs_browser, violations
from byvekst_cli.render.as_html import html
from documents import everything, sheet

VOID = {"meta", "img", "br", "link", "input", "hr"}


class Page(HTMLParser):
    """The elements of a page; an element that is not closed in its place is a fault."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_page_stands_by_itself(language: str) -> None:
    """Language, title, one main heading, and nothing that is fetched or run."""
    text = html(everything(language))
    page = Page(text)

    assert page.all("html") == [{"lang": language}]
    assert "<title>Årsbudsjett 2027</title>" in text
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert not page.all("script")
    assert not page.all("link")
    addresses = [each.get("src") or "" for each in page.all("img")]
    assert addresses
    assert all(address.startswith("data:image/") for address in addresses)


def test_the_rules_of_the_page_let_its_own_style_through_and_nothing_else() -> None:
    """The policy names the digest of the one style there is."""
    text = html(everything())
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()

    assert f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'" in text
    assert " style=" not in text


def test_a_table_has_a_caption_and_headings_of_rows_and_columns() -> None:
    """A cell without words is no heading, and the sum is marked."""
    text = html(everything())

    assert (
        '<caption><span class="number">Tabell 1.</span> Penger etter kilde (mill. kr)</caption>'.replace(
            "mill. kr", "mill.\u00a0kr"
        )
        in text
    )
    assert '<th scope="col" class="number">2026</th>' in text
    assert '<th scope="row">Stat</th>' in text
    assert '<tr><td></td><td class="number">1</td>' in text
    assert '<tr class="sum"><th scope="row">Sum</th>' in text


def test_references_are_read_as_what_they_lead_to() -> None:
    """A table and a figure by number, a heading by its words; each id is there once."""
    text = html(everything())
    ids = re.findall(r' id="([^"]+)"', text)

    assert '<a href="#penger">tabell\u00a01</a>' in text
    assert '<a href="#bilde">figur\u00a01</a>' in text
    assert '<a href="#vedtak">Vedtak</a>' in text
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_numbers_and_dates_hold_together() -> None:
    """A number is not parted from its unit, nor a day from its month."""
    text = html(everything())

    assert "12\u00a0345,6\u00a0mill.\u00a0kr" in text
    assert "1.\u00a0januar\u00a02027" in text


def test_an_id_is_not_parted_at_the_end_of_a_line() -> None:
    """Nor is a span of years; and nothing in the title of the window."""
    text = html(sheet("trondheim", "TR-SYK-001"))

    assert '<span class="whole">TR-SYK-001</span>' in text
    assert ".whole { white-space: nowrap; }" in text
    assert "<span" not in text.partition("<title>")[2].partition("</title>")[0]


def test_a_table_is_a_list_on_a_phone_where_most_of_it_is_words() -> None:
    """One column of numbers in four still is; one in two is not."""
    head = "| Prosjekt | Navn | Kostnad | Svar |\n| --- | --- | ---: | --- |\n| P-1 | Bru | 3 | ja |\n"
    words = html(everything(said=f"# Brev\n\n{head}"))
    numbers = html(everything(said="# Brev\n\n| År | Kostnad |\n| --- | ---: |\n| 2026 | 3 |\n"))

    assert '<table class="words" role="table">' in words
    assert '<td class="number" role="cell" data-head="Kostnad:">3</td>' in words
    assert 'class="words"' not in numbers.partition("<body>")[2]


def test_passages_say_their_language() -> None:
    """A paragraph and a word in another language."""
    text = html(everything())

    assert '<p lang="nn">Dette avsnittet er på nynorsk.</p>' in text
    assert '<span lang="en">English</span>' in text


def test_the_same_document_gives_the_same_bytes() -> None:
    """Twice in a row, and of a real area with a picture."""
    assert html(everything()) == html(everything())
    assert html(sheet("oslo", "OS-KOL-001")) == html(sheet("oslo", "OS-KOL-001"))


HOSTILE = """
# <script>alert(1)</script>

Her er <b onclick="x">fet</b>?

<div class="box" title="&quot;&gt;&lt;script&gt;">

- **a:** \\<img src=x onerror=alert(1)\\>

</div>

[trygg](https://a.no/?a=1&b="2") [farlig](javascript:alert(1)) [farlig](data:text/html,x) [fil](vedlegg.pdf)
"""


def test_what_people_write_stays_words() -> None:
    """Tags, quotes and addresses that would run code are shown and do nothing."""
    page = Page(text := html(everything(said=HOSTILE)))

    assert not page.all("script")
    assert len(page.all("img")) == 0
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert "javascript:" not in "".join(str(each.get("href")) for each in page.all("a"))
    assert {"https://a.no/?a=1&b=%222%22", "vedlegg.pdf"} <= {each.get("href") for each in page.all("a")}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


@needs_axe
@pytest.mark.parametrize(
    "options", [(), ("--window-size=360,800",), ("--blink-settings=preferredColorScheme=0",)]
)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_accessibility_rules_find_nothing(language: str, options: tuple[str, ...], tmp_path: Path) -> None:
    """axe-core with all its rules, at the desk and on a phone, in light and in dark."""
    assert violations(html(everything(language)), tmp_path, *options) == []


@needs_axe
@pytest.mark.parametrize(("area", "id"), [("oslo", "OS-KOL-001"), ("bergen", "BG-SYK-002")])
def test_accessibility_rules_find_nothing_in_a_sheet(area: str, id: str, tmp_path: Path) -> None:
    """The sheet of a real project."""
    assert violations(html(sheet(area, id)), tmp_path) == []


@needs_browser
def test_nothing_runs_in_a_browser(tmp_path: Path) -> None:
    """Where a script got in all the same, the page's own rules stop it."""
    text = html(everything()).replace("</main>", "<script>document.title = 'RAN'</script></main>")
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")

    assert "<title>RAN" not in dumped(page)
