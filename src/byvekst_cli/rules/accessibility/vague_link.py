"""ACC004: the text of a link does not say where it leads."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Severity
from byvekst_cli.model.note_text import NoteText
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.wording import VagueLink
from byvekst_cli.prose.found import Found, grouped
from byvekst_cli.prose.passages import body
from byvekst_cli.prose.sentences import addresses
from byvekst_cli.rules.rule import Problems, rule


@rule("ACC004", about=Paper, severity=Severity.ADVICE)
def vague_link(note: Record[Paper], area: Area) -> Problems:
    """Also an address that stands as it is in the text, for it is read out letter by letter."""
    advice = area.all_of(VagueLink).values()
    vague = {form.casefold() for each in advice if each.off is None for form in each.forms}
    for group in grouped(_links(area.text_of(note), vague)):
        yield group.problem(note.path, {"text": group.name})


def _links(note: NoteText, vague: set[str]) -> Iterator[Found]:
    for block in note.blocks:
        for link in block.links:
            text = link.text.strip(" .:!›»→>").casefold()
            if text in vague or not text:
                yield Found(link.text or link.target, link.start, link.start + max(1, len(link.text)))
    for block in body(note):
        for address in addresses(block.text, block.start):
            yield Found(address.text, address.start, address.end)
