"""Organisations, and which of them are parties to the agreement and when."""

from datetime import date
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.text import AgreementRef, Language, OrganisationRef, Text, Url
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import Ends, When


class OrganisationType(Choice):
    """What level of government, or outside it, an organisation belongs to."""

    STATE = "stat"
    AGENCY = "statlig-etat"
    GOVERNOR = "statsforvalter"
    COUNTY = "fylkeskommune"
    MUNICIPALITY = "kommune"
    COMPANY = "selskap"
    OTHER = "annet"


class Organisation(Sheet):
    """A body with a name of its own; reforms end one and begin another."""

    name: Text = Field(alias="navn")
    type: OrganisationType = Field(alias="type")
    part_of: OrganisationRef | None = Field(default=None, alias="del_av")
    since: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="fra")
    until: Annotated[When | Unknown | None, OrUnknown(), Ends("since")] = Field(default=None, alias="til")
    succeeded_by: list[OrganisationRef] = Field(default_factory=list, alias="avløst_av")
    website: Url | None = Field(default=None, alias="nettside")
    written_in: Language | None = Field(default=None, alias="målform")


class Consent(Choice):
    """Whether nothing can be decided without this party."""

    REQUIRED = "kreves"
    NOT_REQUIRED = "kreves-ikke"


class Party(Sourced):
    """An organisation that is part of an agreement, and through whom it sits in the bodies."""

    organisation: OrganisationRef = Field(alias="organisasjon")
    agreement: AgreementRef = Field(alias="avtale")
    consent: Annotated[Consent | Unknown | None, OrUnknown()] = Field(alias="samtykke")
    through: list[OrganisationRef] = Field(default_factory=list, alias="gjennom")
    since: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="fra")
    until: Annotated[When | Unknown | None, OrUnknown(), Ends("since")] = Field(default=None, alias="til")

    def is_in_force(self, day: date) -> bool:
        """Whether it is a party on a day, as far as the dates are known."""
        begun = not isinstance(self.since, When) or self.since.first <= day
        return begun and not (isinstance(self.until, When) and self.until.has_passed(day))
