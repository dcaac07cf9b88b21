"""`finansiering.yaml`: where an area's money comes from, how it is divided, and what is borrowed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.agreement import Period
from byvekst_cli.model.block import Block, Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.funding import Amounts, MaybeAmount, Sum
from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.model.number import Share
from byvekst_cli.model.rounding import rounded_parts
from byvekst_cli.model.text import (
    AgreementRef,
    Id,
    MeansRef,
    MeasureRef,
    OrganisationRef,
    PriceIndexRef,
    ProjectRef,
    Text,
)
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class Part(Sourced):
    """A named part of a frame (MNOK)."""

    name: Text = Field(alias="navn")
    amount: MaybeAmount = Field(alias="beløp")


class CarryOver(Sourced):
    """Whether money that is not spent can be kept, and until when."""

    allowed: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="adgang")
    deadline: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="frist")


class Payment(Choice):
    """How a grant is paid out: the same each year, or as the work goes on."""

    EVENLY = "jevnt"
    BY_PROGRESS = "etter-framdrift"


class Earmark(Block):
    """What the money of a scheme is tied to; where several are given, all must be met."""

    measures: list[MeasureRef] = Field(default_factory=list, alias="tiltak")
    municipalities: list[OrganisationRef] = Field(default_factory=list, alias="kommuner")
    projects: list[ProjectRef] = Field(default_factory=list, alias="prosjekter")


class Scheme(Sheet):
    """One stream of money at one price level (MNOK), and the ways it is broken down."""

    name: Text = Field(alias="navn")
    means: Annotated[MeansRef | Unknown | None, OrUnknown()] = Field(alias="midler")
    agreement: AgreementRef | None = Field(default=None, alias="avtale")
    period: Period = Field(alias="periode")
    price_year: PriceYear = Field(alias="prisår")
    frame: MaybeAmount = Field(default=None, alias="ramme")
    by_municipality: dict[OrganisationRef, MaybeAmount] = Field(default_factory=dict, alias="per_kommune")
    by_year: Amounts = Field(default_factory=dict, alias="år")
    parts: list[Part] = Field(default_factory=list, alias="deler")
    earmark: Text | None = Field(default=None, alias="øremerking")
    earmarked_to: Earmark | None = Field(default=None, alias="øremerket_til")
    purpose: Text | None = Field(default=None, alias="formål")
    carry_over: CarryOver | None = Field(default=None, alias="overføring")
    covers: Annotated[Share | Unknown | None, OrUnknown()] = Field(default=None, alias="dekker_inntil")
    payment: Annotated[Payment | Unknown | None, OrUnknown()] = Field(default=None, alias="utbetaling")

    @property
    def incomes(self) -> tuple[tuple[int, Money | None], ...]:
        """What comes in by year: as it stands, or the frame in equal parts where it is paid evenly."""
        since, until = self.period.since, self.period.until
        frame = Money.known(self.frame, self.price_year)
        if isinstance(since, When) and isinstance(until, When) and frame is not None and self._is_even:
            years = range(since.first.year, until.last.year + 1)
            parts = rounded_parts([Decimal(frame.ore) / len(years)] * len(years), 0)
            return tuple((year, Money(int(ore), frame.year)) for year, ore in zip(years, parts, strict=True))
        stated = self.by_year.items()
        return tuple((when.first.year, Money.known(each, self.price_year)) for when, each in stated)

    @property
    def _is_even(self) -> bool:
        return self.payment is Payment.EVENLY and not self.by_year

    @property
    def breakdowns(self) -> Iterator[tuple[str, tuple[Decimal, ...]]]:
        """Each whole breakdown: the field and its amounts; one with an unknown part is left out."""
        ways: Mapping[str, list[Decimal | Unknown | None]] = {
            "by_municipality": list(self.by_municipality.values()),
            "by_year": list(self.by_year.values()),
            "parts": [part.amount for part in self.parts],
        }
        for field, amounts in ways.items():
            known = tuple(amount for amount in amounts if isinstance(amount, Decimal))
            if known and len(known) == len(amounts):
                yield field, known


class Over(Choice):
    """What a share is counted over."""

    PERIOD = "hele-perioden"
    YEAR = "hvert-år"


class Split(Sheet):
    """A rule that divides money between parties, in per cent."""

    name: Text = Field(alias="navn")
    means: Annotated[MeansRef | Unknown | None, OrUnknown()] = Field(alias="midler")
    shares: dict[OrganisationRef, Share] = Field(alias="andeler")
    includes: dict[OrganisationRef, list[OrganisationRef]] = Field(default_factory=dict, alias="omfatter")
    over: Annotated[Over | Unknown | None, OrUnknown()] = Field(alias="over")
    leeway: Share | None = Field(default=None, alias="slingring")
    purpose: Text | None = Field(default=None, alias="formål")
    period: Period | None = Field(default=None, alias="periode")

    def holds_for(self, years: tuple[int, int]) -> bool:
        """Whether it says anything of these years: a share over a period says nothing of a year in it."""
        if self.period is not None and self.period.years == years:
            return True
        return self.over is Over.YEAR and (self.period is None or all(map(self.period.has_year, years)))


class Loan(Sourced):
    """What is owed on a day (MNOK), who guarantees it, and what is borrowed and paid each year.

    Several rows of one loan are what was known on different days; `name` tells loans apart.
    """

    name: Text | None = Field(default=None, alias="navn")
    dated: When = Field(alias="dato")
    means: MeansRef = Field(default="bompenger", alias="midler")
    balance: MaybeAmount = Field(alias="saldo")
    price_year: PriceYear = Field(alias="prisår")
    limit: MaybeAmount = Field(default=None, alias="ramme")
    guarantors: list[OrganisationRef] = Field(default_factory=list, alias="garantister")
    borrowed: Amounts = Field(default_factory=dict, alias="opptak")
    instalments: Amounts = Field(default_factory=dict, alias="avdrag")
    interest: Amounts = Field(default_factory=dict, alias="renter")


class Advance(Sum):
    """Money that a party pays before its time, and is to have back from a source."""

    payer: OrganisationRef = Field(alias="organisasjon")
    project: ProjectRef | None = Field(default=None, alias="prosjekt")
    means: MeansRef = Field(alias="midler")
    year: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="år")
    repaid: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="tilbakebetales")


class FundingPlan(Sheet):
    """All money of an area."""

    price_index: PriceIndexRef | None = Field(default=None, alias="prisindeks")
    schemes: dict[Id, Scheme] = Field(default_factory=dict, alias="ordninger")
    splits: dict[Id, Split] = Field(default_factory=dict, alias="fordelinger")
    loans: list[Loan] = Field(default_factory=list, alias="lån")
    advances: list[Advance] = Field(default_factory=list, alias="forskutteringer")
