"""`budsjett/<år>.yaml`: the annual budget, and everything that has moved in it since it was adopted."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.funding import MaybeAmount, Purpose, Sum, Total
from byvekst_cli.model.money import Money
from byvekst_cli.model.number import Year
from byvekst_cli.model.programme import Binding, PlanState
from byvekst_cli.model.project import Event
from byvekst_cli.model.text import (
    AgreementRef,
    CaseRef,
    MandateRef,
    MeansRef,
    MeetingRef,
    OrganisationRef,
    ProgrammeRef,
    ProjectRef,
    Text,
)
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class Decided(Block):
    """Who decided it, when, and in which case or meeting."""

    body: MandateRef | None = Field(default=None, alias="organ")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="dato")
    meeting: MeetingRef | None = Field(default=None, alias="møte")
    case: CaseRef | None = Field(default=None, alias="sak")


class BudgetPost(Sum):
    """Money for one project in the year (MNOK): adopted, and how far it has come."""

    project: ProjectRef = Field(alias="prosjekt")
    means: Annotated[MeansRef | Unknown | None, OrUnknown()] = Field(alias="midler")
    purpose: Annotated[Purpose | Unknown | None, OrUnknown()] = Field(default=None, alias="formål")
    recipient: OrganisationRef | None = Field(default=None, alias="mottaker")
    binding: Annotated[Binding | Unknown | None, OrUnknown()] = Field(default=None, alias="binding")
    promised: MaybeAmount = Field(default=None, alias="tilsagn")
    bound: MaybeAmount = Field(default=None, alias="bundet")
    paid: MaybeAmount = Field(default=None, alias="utbetalt")
    spent: MaybeAmount = Field(default=None, alias="forbrukt")


class Purse(Block):
    """Where reallocated money is taken from or goes to; without a project it is the source as such."""

    project: ProjectRef | None = Field(default=None, alias="prosjekt")
    what: Text | None = Field(default=None, alias="hva")
    means: Annotated[MeansRef | Unknown | None, OrUnknown()] = Field(alias="midler")
    year: Annotated[Year | Unknown | None, OrUnknown()] = Field(default=None, alias="år")


class Reallocation(Sum):
    """Money moved from one purse to another, by a decision."""

    origin: Purse = Field(alias="fra")
    target: Purse = Field(alias="til")
    reason: Text | None = Field(default=None, alias="grunn")
    decided: Decided | None = Field(default=None, alias="vedtak")


class Transfer(Sum):
    """Money left from an earlier year that may be used in this one."""

    project: ProjectRef = Field(alias="prosjekt")
    means: Annotated[MeansRef | Unknown | None, OrUnknown()] = Field(alias="midler")
    from_year: Annotated[Year | Unknown | None, OrUnknown()] = Field(alias="fra_år")
    recipient: OrganisationRef | None = Field(default=None, alias="mottaker")
    reason: Text | None = Field(default=None, alias="grunn")
    decided: Decided | None = Field(default=None, alias="vedtak")


class Concerns(Choice):
    """What a deviation is a deviation of."""

    COST = "kostnad"
    TIME = "tid"
    BOTH = "kostnad-og-tid"

    def covers(self, other: "Concerns") -> bool:
        """Whether what is said of this is said of the other too."""
        return self in (other, Concerns.BOTH)


class Delay(Block):
    """A milestone that moves."""

    event: Event = Field(alias="hva")
    planned: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="plan")
    forecast: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="prognose")


class Departure(Sourced):
    """What did not go as planned: why, what is done, how it is paid for, who decides."""

    concerns: Concerns = Field(alias="gjelder")
    cause: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="årsak")
    cost: Sum | None = Field(default=None, alias="kostnad")
    delay: Delay | None = Field(default=None, alias="forsinkelse")
    measure: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="tiltak")
    cover: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="dekning")
    level: MandateRef | None = Field(default=None, alias="avgjøres_av")
    decided: Decided | None = Field(default=None, alias="vedtak")


class DeviationState(Choice):
    """How far the treatment of a deviation has come."""

    REPORTED = "meldt"
    IN_TREATMENT = "til-behandling"
    DECIDED = "vedtatt"
    CLOSED = "avsluttet"


class Deviation(Departure):
    """A project's departure from the year's budget, and how far its treatment has come."""

    project: ProjectRef = Field(alias="prosjekt")
    cause: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="årsak")
    state: DeviationState = Field(alias="status")


class Outcome(Choice):
    """What may be done with money that is left when a year is over."""

    CARRY = "overføres"
    RETURN = "tilbakeføres"
    REALLOCATE = "omdisponeres"


class Remainder(Sum):
    """Money left of a project when the year was over: why, what is wished, and what was decided."""

    project: ProjectRef = Field(alias="prosjekt")
    means: Annotated[MeansRef | Unknown | None, OrUnknown()] = Field(alias="midler")
    recipient: OrganisationRef | None = Field(default=None, alias="mottaker")
    reason: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="grunn")
    wish: Annotated[Outcome | Unknown | None, OrUnknown()] = Field(default=None, alias="ønske")
    outcome: Annotated[Outcome | Unknown | None, OrUnknown()] = Field(default=None, alias="utfall")
    granted: MaybeAmount = Field(default=None, alias="vedtatt_beløp")
    decided: Decided | None = Field(default=None, alias="vedtak")

    @property
    def carried(self) -> Money | None:
        """What next year's budget is to have; None where it is not decided to carry, or not known."""
        amount = self.amount if self.granted is None else self.granted
        return Money.known(amount, self.price_year) if self.outcome is Outcome.CARRY else None


class Budget(Sheet):
    """One year: adopted + transferred ± moved = regulated."""

    year: Year = Field(alias="år")
    name: Text = Field(alias="navn")
    agreement: AgreementRef | None = Field(default=None, alias="avtale")
    programme: ProgrammeRef | None = Field(default=None, alias="program")
    state: Annotated[PlanState | Unknown | None, OrUnknown()] = Field(alias="status")
    case: CaseRef | None = Field(default=None, alias="sak")
    posts: list[BudgetPost] = Field(default_factory=list, alias="poster")
    transfers: list[Transfer] = Field(default_factory=list, alias="overførte")
    reallocations: list[Reallocation] = Field(default_factory=list, alias="omdisponeringer")
    deviations: list[Deviation] = Field(default_factory=list, alias="avvik")
    closed: When | None = Field(default=None, alias="avsluttet")
    remainders: list[Remainder] = Field(default_factory=list, alias="restmidler")
    adopted: Total | None = Field(default=None, alias="vedtatt")
    regulated: Total | None = Field(default=None, alias="regulert")

    @property
    def adopted_parts(self) -> tuple[Money | None, ...]:
        """Each post of the adopted budget; None where its amount is unknown."""
        return tuple(post.money for post in self.posts)

    @property
    def regulated_parts(self) -> tuple[Money | None, ...]:
        """What the regulated budget is the sum of: moved money only changes place."""
        return (*self.adopted_parts, *(transfer.money for transfer in self.transfers))
