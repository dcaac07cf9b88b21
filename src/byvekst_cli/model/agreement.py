"""The versions of an agreement: periods, dates, goal wording and reference year."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.number import Amount, Count, Year
from byvekst_cli.model.text import AgreementRef, GoalRef, Text
from byvekst_cli.model.treatment import LocalTreatment
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import Ends, When


class AgreementType(Choice):
    """What kind of agreement it is."""

    GROWTH = "byvekstavtale"
    ENVIRONMENT = "bymiljøavtale"
    SUPPLEMENT = "tilleggsavtale"
    TOLL_PACKAGE = "bypakke"


class Period(Block):
    """From and including, to and including."""

    since: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="fra")
    until: Annotated[When | Unknown | None, OrUnknown(), Ends("since")] = Field(alias="til")

    def has_year(self, year: int) -> bool:
        """Whether a year is in it, as far as its ends are known."""
        begun = not isinstance(self.since, When) or self.since.first.year <= year
        return begun and not (isinstance(self.until, When) and self.until.last.year < year)

    @property
    def years(self) -> tuple[int, int] | None:
        """Its first and last year, where both are known."""
        if isinstance(self.since, When) and isinstance(self.until, When):
            return self.since.first.year, self.until.last.year
        return None


class Frame(Sourced):
    """A total sum: what it covers, for which years, at which price level (MNOK)."""

    amount: Amount = Field(alias="beløp")
    price_year: PriceYear = Field(alias="prisår")
    scope: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="gjelder")
    period: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="periode")


class Participants(Sourced):
    """How many parties a source counted at a time, as it counted them."""

    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="dato")
    count: Count = Field(alias="tall")


class Agreement(Sheet):
    """One version of the agreement; a renegotiation is a new version that replaces it."""

    name: Text = Field(alias="navn")
    type: AgreementType = Field(alias="type")
    period: Period = Field(alias="periode")
    text_dated: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="tekst")
    signed: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="signert")
    replaces: list[AgreementRef] = Field(default_factory=list, alias="erstatter")
    part_of: AgreementRef | None = Field(default=None, alias="del_av")
    goal: GoalRef | None = Field(default=None, alias="mål")
    reference_year: Annotated[Year | Unknown | None, OrUnknown()] = Field(default=None, alias="referanseår")
    paragraph: Text | None = Field(default=None, alias="hjemmel")
    local: list[LocalTreatment] = Field(default_factory=list, alias="lokalbehandling")
    frames: list[Frame] = Field(default_factory=list, alias="rammer")
    participants: list[Participants] = Field(default_factory=list, alias="deltakere")
