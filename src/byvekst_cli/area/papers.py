"""Notes of the same case, and which came first."""

from datetime import date

from byvekst_cli.area.area import Area
from byvekst_cli.area.record import Record
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.paper import Paper


def day_of(paper: Paper, area: Area) -> date | None:
    """The day of a note: its meeting's, or else its last version's; None where that cannot be told."""
    meeting = area.one(Meeting, paper.meeting)
    if meeting is not None:
        return meeting.dated.last
    return paper.versions[-1].dated.last if paper.versions else None


def day_read(note: Record[Paper], area: Area) -> date | None:
    """As `day_of`; a note that was mailed in says nothing of itself, and is of the day it is read."""
    return day_of(note.model, area) or (None if note.path.endswith(".md") else area.as_of)


def paper_before(note: Record[Paper], area: Area) -> Record[Paper] | None:
    """The last earlier note of the same case."""
    day = day_read(note, area)
    if day is None:
        return None
    case = note.model.case.casefold()
    others = [each for each in area.of(Paper) if each.model.case.casefold() == case and each is not note]
    dated = [(found, each.path, each) for each in others if (found := day_of(each.model, area))]
    earlier = sorted((found, path) for found, path, _ in dated if found < day)
    return next((each for _, path, each in dated if earlier and path == earlier[-1][1]), None)
