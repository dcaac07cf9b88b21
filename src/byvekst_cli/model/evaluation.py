"""`evaluering/<år>.yaml`: whether each goal was reached in a year, and what should follow."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Measured, Year
from byvekst_cli.model.text import CaseRef, GoalRef, Id, IndicatorRef, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class Verdict(Choice):
    """The evaluation's own word; it is the parties' judgement, not a result of computing."""

    YES = "ja"
    NO = "nei"
    PARTLY = "tja"
    NOT_MEASURED = "ikke-målt"


class Cited(Sourced):
    """A value that a judgement rests on: which indicator, series and period."""

    indicator: IndicatorRef = Field(alias="indikator")
    series: Id = Field(alias="serie")
    end: When = Field(alias="slutt")


class GoalVerdict(Sourced):
    """The answer for one goal; the data can be older than the report."""

    verdict: Annotated[Verdict | Unknown | None, OrUnknown()] = Field(alias="svar")
    data_year: Annotated[Year | Unknown | None, OrUnknown()] = Field(default=None, alias="dataår")
    value: Annotated[Measured | Unknown | None, OrUnknown()] = Field(default=None, alias="verdi")
    rests_on: list[Cited] = Field(default_factory=list, alias="bygger_på")
    comment: Text | None = Field(default=None, alias="kommentar")


class FollowUpPoint(Sheet):
    """What should follow for one goal: a measure that is wanted."""

    goal: GoalRef = Field(alias="mål")
    wanted: Text = Field(alias="ønske")


class GoalEvaluation(Sheet):
    """One evaluation; `år` is the year it judges, not the year it came."""

    year: Year = Field(alias="år")
    name: Text = Field(alias="navn")
    published: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="publisert")
    case: CaseRef | None = Field(default=None, alias="sak")
    verdicts: dict[GoalRef, GoalVerdict] = Field(alias="mål")
    follow_up: dict[Id, FollowUpPoint] = Field(default_factory=dict, alias="oppfølging")
