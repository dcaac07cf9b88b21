"""PRO003: a note calls one thing by several names, or spells it in several ways."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.wording import SameThing
from byvekst_cli.prose.wording import names_used
from byvekst_cli.rules.rule import Problems, rule


@rule("PRO003", about=Paper, severity=Severity.ADVICE)
def several_names(note: Record[Paper], area: Area) -> Problems:
    """The place is where the second name comes in; a short form that is introduced is no second name."""
    text = area.text_of(note)
    for thing in area.all_of(SameThing).values():
        used = names_used(text, thing.names) if thing.off is None else ()
        if len(used) > 1:
            first, second = used[:2]
            place = Place(note.path, stretch=(second.start, second.end))
            clue = Clue(Place(note.path, stretch=(first.start, first.end)), "first-here")
            yield Problem(place, {"names": tuple(each.name for each in used)}, (clue,))
