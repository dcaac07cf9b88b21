"""Which cases are asked for: of a body, a meeting, a state, a party; and when a case has gone quiet."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import belongs_to, speaks_for
from byvekst_cli.governance.next_step import Next
from byvekst_cli.governance.story import Story
from byvekst_cli.governance.way import Way
from byvekst_cli.model.area_file import AreaFile
from byvekst_cli.model.case import CaseState
from byvekst_cli.model.when import When

QUIET: Final = 365
"""Days without a word after which a case is told of by itself."""


@dataclass(frozen=True, slots=True)
class WantedCases:
    """What to look for; None is everything."""

    body: str | None = None
    meeting: str | None = None
    party: str | None = None
    state: CaseState | None = None

    def fits(self, story: Story, way: Way, step: Next | None) -> bool:
        """Whether a case is among them: on its way through the body or the meeting, or with the party."""
        stops = [stop.body or "" for stop in (*way.passed, *way.ahead)]
        meetings = [event.meeting.id for event in story.events if event.meeting]
        doers = step.doers if step else ()
        return (
            self.state in (None, story.case.state)
            and _is_among(self.body, (*stops, *doers))
            and _is_among(self.meeting, meetings)
            and self._is_with_the_party(story, doers)
        )

    def _is_with_the_party(self, story: Story, doers: tuple[str, ...]) -> bool:
        """Whether the party sent it, has it now, or treats it itself."""
        if self.party is None:
            return True
        sender = [story.case.sender] if isinstance(story.case.sender, str) else []
        local = [each.organisation for each in story.case.local]
        return any(_is_of(story.area, self.party, each) for each in (*sender, *doers, *local))


def is_quiet(story: Story) -> bool:
    """Whether nothing is arranged for a case, and nothing registered for more than a year."""
    last = last_sign(story)
    return last is not None and not story.ahead and last + timedelta(days=QUIET) < story.area.as_of


def last_sign(story: Story) -> date | None:
    """The latest day that the case's file or a meeting that is over gives it."""
    case = story.case
    found: list[object] = [case.reported, case.local_by, *(event.when for event in story.past)]
    found += [each.dated for each in case.local]
    found += [row.model.deadline for row in story.rows]
    return max((when.last for when in found if isinstance(when, When)), default=None)


def _is_among(wanted: str | None, ids: tuple[str, ...] | list[str]) -> bool:
    return wanted is None or wanted.casefold() in {id.casefold() for id in ids}


def _is_of(area: Area, party: str, organisation: str) -> bool:
    """Whether an organisation is the party, a part of it, or one that it sits through."""
    if party.casefold() in belongs_to(area, organisation):
        return True
    own = (p for file in area.of(AreaFile) for p in file.model.parties)
    return any(
        p.organisation.casefold() == party.casefold() and speaks_for(area, organisation, p) for p in own
    )
