"""`sak/<id>/notat-<organ>.md`: the front matter of a governed note."""

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.number import Count
from byvekst_cli.model.text import CaseRef, Language, MandateRef, MeetingRef, OrganisationRef, Text
from byvekst_cli.model.treatment import Handling
from byvekst_cli.model.when import When
from byvekst_cli.model.withheld import WithheldText


class Version(Block):
    """One version of a note; a later one says which it replaces and why."""

    number: Count = Field(alias="nummer")
    dated: When = Field(alias="dato")
    change: Text | None = Field(default=None, alias="endring")
    replaces: Count | None = Field(default=None, alias="erstatter")
    approved_by: Text | None = Field(default=None, alias="godkjent_av")


class Paper(Sheet):
    """A note for one body."""

    case: CaseRef = Field(alias="sak")
    title: Text = Field(alias="tittel")
    language: Language | None = Field(default=None, alias="språk")
    handling: Handling = Field(alias="behandling")
    body: MandateRef | None = Field(default=None, alias="organ")
    meeting: MeetingRef | None = Field(default=None, alias="møte")
    sender: Text | None = Field(default=None, alias="avsender")
    versions: list[Version] = Field(default_factory=list, alias="versjoner")
    template_version: Text | None = Field(default=None, alias="malversjon")
    attachments: list[Text] = Field(default_factory=list, alias="vedlegg")
    cites: list[MeetingRef] = Field(default_factory=list, alias="siterer")
    reservations: list[OrganisationRef] = Field(default_factory=list, alias="forbehold_omtalt")
    withheld: WithheldText | None = Field(default=None, alias="unntatt")
