"""What a project is expected to do to an indicator, and what it was found to do."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Measured
from byvekst_cli.model.text import Id, IndicatorRef
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When

MaybeMeasured = Annotated[Measured | Unknown | None, OrUnknown()]


class Evidence(Choice):
    """What an expected effect rests on, the strongest first."""

    MEASURED = "målt"
    MODEL = "modell"
    JUDGEMENT = "skjønn"
    CLAIM = "påstand"


class Found(Sourced):
    """The effect as it was measured after the opening, in the indicator's unit."""

    value: MaybeMeasured = Field(alias="verdi")
    low: Measured | None = Field(default=None, alias="lav")
    high: Measured | None = Field(default=None, alias="høy")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="dato")


class Effect(Sourced):
    """Against not doing the project, in the indicator's unit; effects with one driver move together."""

    indicator: IndicatorRef = Field(alias="indikator")
    low: MaybeMeasured = Field(default=None, alias="lav")
    likely: MaybeMeasured = Field(alias="sannsynlig")
    high: MaybeMeasured = Field(default=None, alias="høy")
    since: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="fra")
    driver: Id | None = Field(default=None, alias="driver")
    evidence: Annotated[Evidence | Unknown | None, OrUnknown()] = Field(alias="evidens")
    found: Annotated[Found | Unknown | None, OrUnknown()] = Field(default=None, alias="etterpå")
