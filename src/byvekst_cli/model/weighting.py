"""`vekting/<profil>.yaml`: how much each criterion matters, from answers about swings."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.number import Number
from byvekst_cli.model.text import CriterionRef, DoerRef, OrganisationRef, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.value_model import Level
from byvekst_cli.model.when import When

SwingPoints = Annotated[Decimal, Number(low=0, high=1000, figure=False)]
Rank = Annotated[Decimal, Number(low=1, high=100, places=0, figure=False)]


class Swing(Block):
    """What a step from one level to a better one is worth beside the other steps.

    By points, where the most important step has 100, by place (1 is the most important), or by the
    lowest and highest points.
    """

    criterion: CriterionRef = Field(alias="kriterium")
    start: Annotated[Level | Unknown | None, OrUnknown()] = Field(default=None, alias="fra")
    end: Annotated[Level | Unknown | None, OrUnknown()] = Field(default=None, alias="til")
    points: SwingPoints | None = Field(default=None, alias="poeng")
    place: Rank | None = Field(default=None, alias="plass")
    low: SwingPoints | None = Field(default=None, alias="lav")
    high: SwingPoints | None = Field(default=None, alias="høy")
    reason: Text | None = Field(default=None, alias="grunn")

    @property
    def has_levels(self) -> bool:
        return isinstance(self.start, Decimal) and isinstance(self.end, Decimal)


class Weighting(Sheet):
    """One profile; a party's own only where the party wishes it.

    `minst` is the per cent of all points that each step has at the least, where only places are given.
    """

    name: Text = Field(alias="navn")
    party: OrganisationRef | None = Field(default=None, alias="part")
    answered: DoerRef | None = Field(default=None, alias="svart_av")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="dato")
    question: Text | None = Field(default=None, alias="spørsmål")
    least: Annotated[Decimal, Number(low=0, high=50, figure=False)] | None = Field(
        default=None, alias="minst"
    )
    swings: list[Swing] = Field(alias="vekter", min_length=1)
