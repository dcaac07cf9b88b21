"""The table of contents, filled in, as a field that Word can make anew.

Word asks the reader for leave before it works out fields when a file is opened, in words that frighten.
So nothing asks it to: the entries are there with links, and the page numbers are estimated here. Word
works them out when the document is printed, saved as PDF, or the list is updated (F9); `pdf` has
LibreOffice do it.
"""

from collections.abc import Mapping
from typing import Final

from byvekst_cli.render.word.fields import closed, field, opened
from byvekst_cli.render.word.letters import unbroken
from byvekst_cli.render.word.spans import words
from byvekst_cli.render.word.state import State
from byvekst_cli.render.word.targets import Target
from byvekst_cli.render.word.xml import escaped, paragraph, run, texts, value

_MOST: Final = 45
"""Entries that people look through; beyond that the lower levels are left out."""
_DEEPEST: Final = 3


def contents(state: State, pages: Mapping[str, int]) -> str:
    """The list of headings; nothing where there are none. `pages` has the page of each by its name."""
    headings = [each for each in state.targets.values() if each.kind == "heading"]
    depth = _depth(headings)
    shown = [each for each in headings if each.level <= depth]
    if not shown:
        return ""
    title = state.paragraph(run(texts(state.say.doc("doc-contents"))), "toc-title")
    begin, end = opened(f'TOC \\o "1-{depth}" \\h \\z \\u'), closed()
    entries = "".join(
        _entry(each, state, pages, begin if at == 0 else "", end if at == len(shown) - 1 else "")
        for at, each in enumerate(shown)
    )
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{title}{entries}</w:sdtContent></w:sdt>"
    )


def _depth(headings: list[Target]) -> int:
    """How many levels there is room for."""
    fits = (
        depth for depth in range(_DEEPEST, 1, -1) if sum(each.level <= depth for each in headings) <= _MOST
    )
    return next(fits, 1)


def _entry(target: Target, state: State, pages: Mapping[str, int], begin: str, end: str) -> str:
    page = field(f"PAGEREF {target.bookmark} \\h", str(pages.get(target.bookmark, 1)))
    inside = run(texts(unbroken(words(target.line, state)))) + run("<w:tab/>") + page
    link = f'<w:hyperlink w:anchor="{escaped(target.bookmark)}" w:history="1">{inside}</w:hyperlink>'
    properties = {"pStyle": value("pStyle", state.styles[f"toc-{target.level}"])}
    width = state.page.width
    properties["tabs"] = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    return paragraph(begin + link + end, **properties)
