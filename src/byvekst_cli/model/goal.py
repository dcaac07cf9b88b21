"""`maal.yaml`: the goals, from the national one down."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet, Sourced
from byvekst_cli.model.budget import Decided
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.indicator import Comparison
from byvekst_cli.model.number import Count, Measured, Year
from byvekst_cli.model.text import AgreementRef, GoalRef, Id, IndicatorRef, Text
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


class Basis(Choice):
    """What of a figure the rule looks at."""

    POINT = "punktestimat"
    INTERVAL = "intervall"


class Span(Choice):
    """Whether the goal is to hold for the period as a whole or in each year of it."""

    WHOLE_PERIOD = "hele-perioden"
    EACH_YEAR = "hvert-år"


class Margin(Sourced):
    """How far from the target still counts as about the same (points), and who set it beforehand."""

    points: Measured = Field(alias="prosentpoeng")
    decided: Annotated[Decided | Unknown | None, OrUnknown()] = Field(alias="vedtak")


class FormalRule(Sourced):
    """How an agreement itself says that the goal is judged."""

    agreement: AgreementRef | None = Field(default=None, alias="avtale")
    indicator: Annotated[IndicatorRef | Unknown | None, OrUnknown()] = Field(alias="indikator")
    reference_year: Annotated[Year | Unknown | None, OrUnknown()] = Field(default=None, alias="referanseår")
    comparison: Annotated[Comparison | Unknown | None, OrUnknown()] = Field(default=None, alias="måte")
    window: Annotated[Count | Unknown | None, OrUnknown()] = Field(default=None, alias="vindu")
    basis: Annotated[Basis | Unknown | None, OrUnknown()] = Field(alias="grunnlag")
    span: Annotated[Span | Unknown | None, OrUnknown()] = Field(alias="gjelder")
    margin: Annotated[Margin | Unknown | None, OrUnknown()] = Field(default=None, alias="margin")
    series: list[Id] = Field(default_factory=list, alias="serier")


class Goal(Sheet):
    """One goal."""

    name: Text = Field(alias="navn")
    level: GoalLevel = Field(alias="nivå")
    parent: GoalRef | None = Field(default=None, alias="over")
    wordings: list[Wording] = Field(alias="ordlyd", min_length=1)
    exceptions: list[Text] = Field(default_factory=list, alias="unntak")
    indicators: list[IndicatorRef] = Field(default_factory=list, alias="indikatorer")
    targets: list[Target] = Field(default_factory=list, alias="måltall")
    formal_rules: list[FormalRule] = Field(default_factory=list, alias="formell_regel")

    @property
    def followed_by(self) -> list[str | Unknown]:
        """Its indicators and those of its targets; UNKNOWN where a target has none that is agreed."""
        return [*self.indicators, *(each.indicator for each in self.targets if each.indicator is not None)]


class GoalFile(Sheet):
    """All goals of an area, by id."""

    goals: dict[Id, Goal] = Field(alias="mål")
