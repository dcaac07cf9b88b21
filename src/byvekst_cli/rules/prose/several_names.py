"""PRO003: a note calls one thing by several names, or spells it in several ways."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Place, Problem, Severity
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.vocabulary import Role
from byvekst_cli.model.wording import SameThing
from byvekst_cli.prose.found import Found
from byvekst_cli.prose.passages import language_of
from byvekst_cli.prose.wording import called_by_its_kind, names_used
from byvekst_cli.rules.rule import Problems, rule


@rule("PRO003", about=Paper, severity=Severity.ADVICE)
def several_names(note: Record[Paper], area: Area) -> Problems:
    """The place is where the second name comes in; a short form that is introduced is no second name."""
    text = area.text_of(note)
    for thing in area.all_of(SameThing).values():
        if thing.off is None:
            yield from _told(note, names_used(text, thing.names))
    for name, kind in _bodies(area, language_of(note, area)):
        used = (*names_used(text, [name])[:1], *called_by_its_kind(text, kind))
        yield from _told(note, tuple(sorted(used, key=lambda each: each.start)))


def _told(note: Record[Paper], used: tuple[Found, ...]) -> Iterator[Problem]:
    if len(used) > 1:
        first, second = used[:2]
        place = Place(note.path, stretch=(second.start, second.end))
        clue = Clue(Place(note.path, stretch=(first.start, first.end)), "first-here")
        yield Problem(place, {"names": tuple(each.name for each in used)}, (clue,))


def _bodies(area: Area, language: str | None) -> Iterator[tuple[str, str]]:
    """Bodies that are alone of their kind here: the name of each, and what its kind is called."""
    mandates = [record.model for record in area.of(Mandate)]
    for id, role in area.all_of(Role).items():
        holders = [mandate for mandate in mandates if mandate.role == id]
        kind = role.names.get(language)  # type: ignore[call-overload]
        if len(holders) == 1 and kind and kind.casefold() not in holders[0].name.casefold():
            yield holders[0].name, kind
