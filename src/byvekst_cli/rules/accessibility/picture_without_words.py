"""ACC002: a picture has no alternative text."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.rules.rule import Problems, rule

_IN_WORD = "word/"
"""Where a Word file keeps its pictures, under names that nobody sees."""


@rule("ACC002", about=Paper, severity=Severity.WARNING)
def picture_without_words(note: Record[Paper], area: Area) -> Problems:
    """The name of the file is no text for a reader."""
    for block in area.text_of(note).blocks:
        for image in block.images:
            name = image.target.rpartition("/")[2]
            if image.alternative.strip() in ("", name, name.rpartition(".")[0]):
                shown = None if image.target.startswith(_IN_WORD) else image.target
                place = Place(note.path, stretch=(image.start, image.start + 1))
                yield Problem(place, {"picture": image.target, "shown": Hint(shown)})
