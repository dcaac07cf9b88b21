"""What a calculation of the programme needs to know of a project beyond its sheet."""

from pydantic import Field

from byvekst_cli.model.block import Sourced
from byvekst_cli.model.funding import Amounts
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.number import Count, Measured, Share
from byvekst_cli.model.text import Id, MeansRef, ProjectRef, Text
from byvekst_cli.model.when import When

Used = dict[Id, dict[When, Count]]
"""How much of each scarce thing is used in a year."""


class StartOption(Sourced):
    """One way of doing the project: its cost by year (MNOK), and what it takes of capacity."""

    name: Text = Field(alias="navn")
    years: Amounts = Field(alias="år", min_length=1)
    uses: Used = Field(default_factory=dict, alias="kapasitet")


class Together(Sourced):
    """What the project and another are worth together beyond their own: less where they overlap."""

    other: ProjectRef = Field(alias="med")
    points: Measured = Field(alias="verdi")
    reason: Text = Field(alias="grunn")


class Tie(Sourced):
    """Why a project is in whatever the calculation says, and what that is for."""

    reason: Text = Field(alias="grunn")
    purpose: Text | None = Field(default=None, alias="formål")
    start: Text | None = Field(default=None, alias="oppstart")


class Planning(Sourced):
    """Costs by year, what pays, and what hangs together with what."""

    price_year: PriceYear = Field(alias="prisår")
    starts: list[StartOption] = Field(alias="oppstart", min_length=1)
    means: list[MeansRef] = Field(default_factory=list, alias="midler")
    own_shares: dict[MeansRef, Share] = Field(default_factory=dict, alias="egenandel")
    requires: list[ProjectRef] = Field(default_factory=list, alias="krever")
    excludes: list[ProjectRef] = Field(default_factory=list, alias="utelukker")
    bundle: list[ProjectRef] = Field(default_factory=list, alias="sammen")
    pairs: list[Together] = Field(default_factory=list, alias="samspill")
    tie: Tie | None = Field(default=None, alias="binding")
