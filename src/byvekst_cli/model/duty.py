"""`avtalepunkt.yaml`: the mutual duties of an agreement, clause by clause, the state's too."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.funding import Sum
from byvekst_cli.model.money import Money
from byvekst_cli.model.number import Percent, Year
from byvekst_cli.model.text import AgreementRef, Id, OrganisationRef, Text, Yes
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class DutyKind(Choice):
    """Whether a clause is about money or about something to do."""

    MONEY = "penger"
    ACTION = "handling"


class DutyState(Choice):
    """How a clause stands, in words that do not judge: budgets are adopted one year at a time."""

    NOT_SETTLED = "ikke-avklart"
    UNDER_WAY = "i-gang"
    MET = "oppfylt"
    REPLACED = "erstattet"


class Granted(Sum):
    """What has been granted for one year, and where that is said."""

    year: Year = Field(alias="år")


class Reserved(Sourced):
    """What a party has said that its part depends on."""

    organisation: OrganisationRef = Field(alias="organisasjon")
    text: Text = Field(alias="tekst")
    dated: When | None = Field(default=None, alias="dato")


class Confirmation(Sourced):
    """That the party itself has confirmed how the clause is told here, and when."""

    organisation: OrganisationRef = Field(alias="organisasjon")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="dato")


class Duty(Sheet):
    """One duty of one party in one clause."""

    agreement: AgreementRef = Field(alias="avtale")
    clause: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="punkt")
    party: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(default=None, alias="part")
    mutual: Yes | None = Field(default=None, alias="gjensidig")
    kind: DutyKind = Field(alias="slag")
    text: Text = Field(alias="tekst")
    agreed: Sum | None = Field(default=None, alias="avtalt")
    share: Annotated[Percent | Unknown | None, OrUnknown()] = Field(default=None, alias="andel")
    granted: list[Granted] = Field(default_factory=list, alias="bevilget")
    due: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="frist")
    reservations: list[Reserved] = Field(default_factory=list, alias="forbehold")
    confirmed: Confirmation | None = Field(default=None, alias="bekreftet")
    state: DutyState = Field(alias="tilstand")

    @property
    def deadline(self) -> When | None:
        """The date it is due, where that is known."""
        return self.due if isinstance(self.due, When) else None

    @property
    def grants(self) -> tuple[Money | None, ...]:
        """What has been granted, year by year; None where an amount is not known."""
        return tuple(grant.money for grant in self.granted)


class DutyFile(Sheet):
    """All duties of an area, by id."""

    rows: dict[Id, Duty] = Field(alias="avtalepunkter")
