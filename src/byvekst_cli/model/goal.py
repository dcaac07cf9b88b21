"""`maal.yaml`: the goals, from the national one down."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Measured, Year
from byvekst_cli.model.text import GoalRef, Id, IndicatorRef, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import Ends, When


class GoalLevel(Choice):
    """Who set the goal, and whether it is a step on the way to another."""

    NATIONAL = "nasjonalt"
    LOCAL = "lokalt"
    SUB = "delmål"


class Wording(Sourced):
    """The goal as it read in a time."""

    text: Text = Field(alias="tekst")
    since: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="fra")
    until: Annotated[When | Unknown | None, OrUnknown(), Ends("since")] = Field(default=None, alias="til")


class Target(Sourced):
    """A number to reach: `endring` is percent against the reference year, `nivå` a level."""

    indicator: Annotated[IndicatorRef | Unknown | None, OrUnknown()] = Field(alias="indikator")
    change: Measured | None = Field(default=None, alias="endring")
    level: Measured | None = Field(default=None, alias="nivå")
    reference_year: Annotated[Year | Unknown | None, OrUnknown()] = Field(default=None, alias="referanseår")
    by: Annotated[When | Unknown | None, OrUnknown()] = Field(alias="innen")


class Goal(Sheet):
    """One goal."""

    name: Text = Field(alias="navn")
    level: GoalLevel = Field(alias="nivå")
    parent: GoalRef | None = Field(default=None, alias="over")
    wordings: list[Wording] = Field(alias="ordlyd", min_length=1)
    exceptions: list[Text] = Field(default_factory=list, alias="unntak")
    indicators: list[IndicatorRef] = Field(default_factory=list, alias="indikatorer")
    targets: list[Target] = Field(default_factory=list, alias="måltall")


class GoalFile(Sheet):
    """All goals of an area, by id."""

    goals: dict[Id, Goal] = Field(alias="mål")
