"""MTG003: two cases have the same number in one series."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Place, Problem, Severity
from byvekst_cli.model.meeting import AgendaItem, Meeting
from byvekst_cli.rules.rule import Problems, rule

Label = tuple[str, str]


@rule("MTG003", about=Area, severity=Severity.ERROR)
def label_used_twice(area: Area) -> Problems:
    """A case that comes back under its number is one case; a body without named series has its own."""
    first: dict[Label, tuple[Place, str]] = {}
    for meeting in sorted(area.of(Meeting), key=lambda record: record.id):
        for label, place, subject in _labels(meeting):
            known_place, known_subject = first.setdefault(label, (place, subject))
            if known_subject != subject:
                facts = {"number": label[1], "series": label[0]}
                yield Problem(place, facts, (Clue(known_place, "first-here"),))


def _labels(meeting: Record[Meeting]) -> Iterator[tuple[Label, Place, str]]:
    for index, item in enumerate(meeting.model.agenda):
        if item.number is not None:
            series = item.series or meeting.model.body
            place = meeting.at("agenda", index, "number")
            yield (series.casefold(), item.number.casefold()), place, _subject(item)


def _subject(item: AgendaItem) -> str:
    return (item.case or item.title or "").casefold()
