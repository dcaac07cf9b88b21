"""Blocks → WordprocessingML, in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from byvekst_cli.render.tree import (
    Block,
    Box,
    Code,
    Contents,
    Figure,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Quote,
    Table,
)
from byvekst_cli.render.word.boxes import box
from byvekst_cli.render.word.contents import contents
from byvekst_cli.render.word.figures import figure
from byvekst_cli.render.word.headings import heading
from byvekst_cli.render.word.leads import with_leads
from byvekst_cli.render.word.lists import items
from byvekst_cli.render.word.spans import runs
from byvekst_cli.render.word.state import Place, State
from byvekst_cli.render.word.tables import table
from byvekst_cli.render.word.xml import on, run, texts

_OUTER = Place()


class Writing:
    """Writes blocks into one file; `pages` has the page of each heading for the table of contents."""

    def __init__(self, state: State, pages: Mapping[str, int]) -> None:
        self.state, self.pages = state, pages

    def all(self, blocks: Iterable[Block], place: Place = _OUTER) -> Iterator[str]:
        """The blocks as paragraphs and tables."""
        for block, leads in with_leads(blocks):
            yield from self.one(block, replace(place, holds=True) if leads else place)

    def one(self, block: Block, place: Place) -> Iterator[str]:
        """A block where it stands."""
        state = self.state
        match block:
            case Heading():
                yield heading(block, state, place)
            case Paragraph():
                yield self._paragraph(block, place)
            case Items():
                yield from items(block, state, place, self.one)
            case Quote():
                yield from self.all(block.blocks, replace(place.inside(block.language), style="quote"))
            case Code():
                yield state.paragraph(run(texts(block.text.rstrip("\n"))), "code")
            case Table():
                yield from table(block, state, place)
            case Figure():
                yield from figure(block, state, place)
            case Box():
                yield from box(block, state, place, self.one)
            case NewPage() | Contents():
                yield from self._mark(block)

    def _mark(self, block: NewPage | Contents) -> Iterator[str]:
        if isinstance(block, Contents):
            yield contents(self.state, self.pages)
        else:
            self.state.new_page = True

    def _paragraph(self, block: Paragraph, place: Place) -> str:
        inside = runs(block.line, self.state, block.language or place.language)
        more = {}
        if place.indent:
            more["ind"] = f'<w:ind w:left="{place.indent}"/>'
        if place.holds or (block.line and block.line[-1].text.rstrip().endswith(":")):
            more["keepNext"] = on("keepNext")
        return self.state.paragraph(inside, place.style, **more)
