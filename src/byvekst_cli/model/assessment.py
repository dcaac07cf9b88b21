"""`vurdering/<prosjekt>.yaml`: what a project was judged to give, apart from the owner's own sheet."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet, Sourced
from byvekst_cli.model.effect import Evidence, MaybeMeasured
from byvekst_cli.model.number import Measured, Number, Year
from byvekst_cli.model.text import CriterionRef, DoerRef, Id, ProjectRef, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When

Step = Annotated[Decimal, Number(low=-100, high=100, places=0, figure=False)]


class Reading(Block):
    """Who judged or read it: a body or an organisation, and in which role; never a person."""

    by: Annotated[DoerRef | Unknown | None, OrUnknown()] = Field(alias="av")
    role: Text | None = Field(default=None, alias="rolle")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="dato")


class NetBenefit(Sourced):
    """Net benefit per budget krone from an analysis of its own: shown, and never part of the value."""

    value: MaybeMeasured = Field(alias="verdi")
    year: Annotated[Year | Unknown | None, OrUnknown()] = Field(default=None, alias="år")


class Score(Sourced):
    """The effect on one criterion, against not doing the project.

    `sannsynlig` in the criterion's unit, or `nivå` on its worded scale; `lav` and `høy` on the same.
    """

    level: Step | None = Field(default=None, alias="nivå")
    low: Measured | None = Field(default=None, alias="lav")
    likely: MaybeMeasured = Field(default=None, alias="sannsynlig")
    high: Measured | None = Field(default=None, alias="høy")
    evidence: Annotated[Evidence | Unknown | None, OrUnknown()] = Field(default=None, alias="evidens")
    driver: Id | None = Field(default=None, alias="driver")
    reason: Text | None = Field(default=None, alias="grunn")

    @property
    def stated(self) -> Decimal | None:
        """The likely effect as written; None where it is `ukjent` or left out."""
        if self.level is not None:
            return self.level
        return self.likely if isinstance(self.likely, Decimal) else None


class Assessment(Sheet):
    """One project's scores by criterion, who set them, and who read them again."""

    project: ProjectRef = Field(alias="prosjekt")
    assessed: Reading = Field(alias="vurdert")
    read_again: Reading | None = Field(default=None, alias="lest")
    net_benefit: NetBenefit | None = Field(default=None, alias="nnb")
    scores: dict[CriterionRef, Score] = Field(alias="vurderinger")
