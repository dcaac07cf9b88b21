"""A project's money: estimates over time, and what pays for it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.model.number import Amount, Percent
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.text import MeansRef, Yes
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When

MaybeAmount = Annotated[Amount | Unknown | None, OrUnknown()]
Amounts = dict[When, MaybeAmount]
"""MNOK by the year, or other stretch of days, that they belong to."""


class EstimateLevel(Choice):
    """How much is known when an estimate is made; the last two are not estimates any more."""

    ROUGH = "grovt"
    STUDY = "utredning"
    PRELIMINARY = "forprosjekt"
    MUNICIPAL_PLAN = "kommunedelplan"
    ZONING_PLAN = "reguleringsplan"
    BUILDING_PLAN = "byggeplan"
    CONTRACT = "kontrakt"
    FINAL = "sluttkostnad"


class Vat(Choice):
    """Whether value added tax is in the amount."""

    WITH = "med"
    WITHOUT = "uten"


class Estimate(Sourced):
    """What a project was thought to cost on a day (MNOK)."""

    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="dato")
    price_year: PriceYear = Field(alias="prisår")
    level: Annotated[EstimateLevel | Unknown | None, OrUnknown()] = Field(default=None, alias="nivå")
    amount: MaybeAmount = Field(default=None, alias="beløp")
    p50: MaybeAmount = Field(default=None, alias="p50")
    p85: MaybeAmount = Field(default=None, alias="p85")
    low: MaybeAmount = Field(default=None, alias="lav")
    high: MaybeAmount = Field(default=None, alias="høy")
    uncertainty: Annotated[Percent | Unknown | None, OrUnknown()] = Field(default=None, alias="usikkerhet")
    vat: Annotated[Vat | Unknown | None, OrUnknown()] = Field(default=None, alias="mva")


class Purpose(Choice):
    """What the money is for; money to plan with is not money to build with."""

    PLANNING = "planlegging"
    LAND = "grunnerverv"
    BUILDING = "bygging"
    OPERATIONS = "drift"


class Sum(Sourced):
    """One amount in one price year (MNOK)."""

    amount: MaybeAmount = Field(alias="beløp")
    price_year: PriceYear = Field(alias="prisår")

    @property
    def money(self) -> Money | None:
        return Money.known(self.amount, self.price_year)

    @property
    def pile(self) -> Pile:
        """The amount as a pile, which also says that it is not known."""
        return Pile.of([self.money])


class Total(Sum):
    """A stated total; `blandet` says openly that its parts have different price years."""

    mixed: Yes | None = Field(default=None, alias="blandet")


class Post(Sourced):
    """One source of money and purpose, year by year (MNOK)."""

    means: Annotated[MeansRef | Unknown | None, OrUnknown()] = Field(alias="midler")
    purpose: Annotated[Purpose | Unknown | None, OrUnknown()] = Field(default=None, alias="formål")
    price_year: PriceYear = Field(alias="prisår")
    years: Amounts = Field(alias="år")

    @property
    def amounts(self) -> Iterator[Money]:
        found = (Money.known(amount, self.price_year) for amount in self.years.values())
        yield from (money for money in found if money is not None)


class Funding(Sourced):
    """The decided frame; earlier grants, the programme's years, remaining need, and their stated total."""

    frame: Sum | None = Field(default=None, alias="ramme")
    granted_before: Sum | None = Field(default=None, alias="bevilget_før")
    in_programme: Sum | None = Field(default=None, alias="i_program")
    posts: list[Post] = Field(default_factory=list, alias="poster")
    remaining: Sum | None = Field(default=None, alias="restbehov")
    total: Total | None = Field(default=None, alias="sum")

    @property
    def is_whole(self) -> bool:
        """True when no part that is mentioned has an unknown amount."""
        sums = (part for part in (self.granted_before, self.in_programme, self.remaining) if part)
        amounts = [part.amount for part in sums] + [a for post in self.posts for a in post.years.values()]
        return not any(isinstance(amount, Unknown) for amount in amounts)

    @property
    def parts(self) -> tuple[Money, ...]:
        """Everything that a total is the sum of, as far as it is known.

        The programme's sum is the sum of the posts, so it counts only where there are none.
        """
        sums = (self.granted_before, None if self.posts else self.in_programme, self.remaining)
        known = [part.money for part in sums if part is not None]
        posts = [money for post in self.posts for money in post.amounts]
        return (*(money for money in known if money is not None), *posts)
