"""How bodies and councils have treated a matter."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.text import MandateRef, MeetingRef, OrganisationRef, Text, Yes
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class Handling(Choice):
    """What a body is asked to do with a paper."""

    DECISION = "vedtak"
    RECOMMENDATION = "innstilling"
    DISCUSSION = "drøfting"
    INFORMATION = "orientering"
    NOTICE = "melding"


class Outcome(Choice):
    """What came of it."""

    DECIDED = "vedtatt"
    ENDORSED = "tilslutning"
    ENDORSED_WITH_REMARKS = "tilslutning-med-merknader"
    NOTED = "tatt-til-orientering"
    POSTPONED = "utsatt"
    WITHDRAWN = "trukket"
    REJECTED = "avvist"


class Treatment(Sourced):
    """One body's treatment of a case: what was put before it, and what came out."""

    body: MandateRef = Field(alias="organ")
    meeting: MeetingRef | None = Field(default=None, alias="møte")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="dato")
    handling: Annotated[Handling | Unknown | None, OrUnknown()] = Field(alias="behandling")
    proposal: Text | None = Field(default=None, alias="forslag")
    outcome: Annotated[Outcome | Unknown | None, OrUnknown()] = Field(default=None, alias="utfall")
    decision: list[Text] = Field(default_factory=list, alias="vedtak")
    changed: Yes | None = Field(default=None, alias="endret_i_møtet")
    dissent: list[OrganisationRef] = Field(default_factory=list, alias="dissens")


class PointOutcome(Sourced):
    """What a council made of one point of a proposed decision."""

    point: Text = Field(alias="punkt")
    outcome: Outcome = Field(alias="utfall")
    text: Text | None = Field(default=None, alias="tekst")


class Point(Block):
    """One point of a decision, by its number."""

    point: Text = Field(alias="punkt")
    text: Text = Field(alias="tekst")


class LocalTreatment(Sourced):
    """A party's own treatment, in its council or a body acting for it."""

    organisation: OrganisationRef = Field(alias="organisasjon")
    council: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="organ")
    on_behalf_of: Text | None = Field(default=None, alias="på_vegne_av")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="dato")
    number: Text | None = Field(default=None, alias="saksnummer")
    outcome: Annotated[Outcome | Unknown | None, OrUnknown()] = Field(default=None, alias="utfall")
    points: list[PointOutcome] = Field(default_factory=list, alias="punkter")
    additions: Text | None = Field(default=None, alias="tillegg")
    due: When | None = Field(default=None, alias="frist")
