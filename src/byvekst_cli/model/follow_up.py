"""`oppfoelging.yaml`: what meetings asked for: who does it, by when, and how far it has come."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.text import CaseRef, Id, MandateRef, MeetingRef, OrganisationRef, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class FollowUpState(Choice):
    """How far a task from a decision has come."""

    OPEN = "åpen"
    STARTED = "i-gang"
    DONE = "ferdig"
    DROPPED = "bortfalt"


class FollowUp(Sheet):
    """One thing to do after a decision, and which decision."""

    what: Text = Field(alias="hva")
    meeting: Annotated[MeetingRef | Unknown | None, OrUnknown()] = Field(alias="møte")
    number: Text | None = Field(default=None, alias="sak_nummer")
    case: CaseRef | None = Field(default=None, alias="sak")
    owner: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(default=None, alias="ansvarlig")
    body: MandateRef | None = Field(default=None, alias="organ")
    due: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="frist")
    state: Annotated[FollowUpState | Unknown | None, OrUnknown()] = Field(alias="tilstand")
    done: When | None = Field(default=None, alias="ferdig")
    evidence: Text | None = Field(default=None, alias="dokumentasjon")

    @property
    def is_open(self) -> bool:
        """Whether it is known to be undone."""
        return self.state in (FollowUpState.OPEN, FollowUpState.STARTED)

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is to be done."""
        return self.state in (FollowUpState.DONE, FollowUpState.DROPPED)

    @property
    def deadline(self) -> When | None:
        """The date it is due, where that is known."""
        return self.due if isinstance(self.due, When) else None


class FollowUpFile(Sheet):
    """All follow-up of an area, by id."""

    rows: dict[Id, FollowUp] = Field(alias="oppfølging")
