"""`kriterium.yaml`: what a project can be worth for the goals, on scales that are fixed beforehand."""

from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Number
from byvekst_cli.model.text import GoalRef, Id, IndicatorRef, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown

Level = Annotated[Decimal, Number(figure=False)]
"""A place on a scale: in natural units, or the number of a worded level."""
Points = Annotated[Decimal, Number(low=-1000, high=1000, figure=False)]
"""Value points; 0 is not doing the project, and the top of a scale is usually 100."""
Allowance = Annotated[Decimal, Number(low=0, high=1000, figure=False)]
Seed = Annotated[Decimal, Number(low=0, high=2_147_483_647, places=0, figure=False)]
Draws = Annotated[Decimal, Number(low=100, high=100_000, places=0, figure=False)]


class Theme(Choice):
    """What a criterion counts, so that the same effect is not counted twice."""

    CAR_TRAFFIC = "biltrafikk"
    EMISSIONS = "klimagass"
    TRAVEL_TIME = "reisetid"
    PUBLIC_TRANSPORT = "kollektiv"
    CYCLING = "sykkel"
    WALKING = "gange"
    SAFETY = "trafikksikkerhet"
    AIR = "luft"
    NOISE = "støy"
    LAND_USE = "arealbruk"
    PLACE = "bymiljø"
    ACCESS = "tilgjengelighet"
    POINTS = "samlet-poeng"
    NET_BENEFIT = "netto-nytte"
    NET_BENEFIT_RATIO = "netto-nytte-per-krone"
    COST = "kostnad"
    OTHER = "annet"


PRICED: Final = frozenset({Theme.TRAVEL_TIME, Theme.EMISSIONS, Theme.SAFETY, Theme.AIR, Theme.NOISE})
"""What net benefit holds already, as Statens vegvesen's handbook V712 counts it."""
NOT_VALUE: Final = frozenset({Theme.COST, Theme.NET_BENEFIT_RATIO})
"""What is set beside the value and never in it."""


class Beyond(Choice):
    """What a level outside the scale is worth."""

    ERROR = "feil"
    CLIP = "kutt"
    EXTEND = "forleng"


class Anchor(Block):
    """A level in the criterion's unit, and what it is worth."""

    level: Level = Field(alias="nivå")
    value: Points = Field(alias="verdi")


class Grade(Block):
    """A worded level of a scale without a unit, and what it is worth."""

    level: Annotated[Decimal, Number(low=-100, high=100, places=0, figure=False)] = Field(alias="nivå")
    words: Text = Field(alias="ord")
    value: Points = Field(alias="verdi")


class Criterion(Sheet):
    """One criterion: `ankere` in a unit, or `trinn` in words.

    With both, `trinn` are for projects too small to be measured, and are worth what they say.
    """

    name: Text = Field(alias="navn")
    goals: list[GoalRef] = Field(alias="mål", min_length=1)
    theme: Theme = Field(alias="tema")
    unit: Text | None = Field(default=None, alias="enhet")
    indicator: IndicatorRef | None = Field(default=None, alias="indikator")
    zero: Level = Field(alias="ingen_tiltak")
    anchors: list[Anchor] = Field(default_factory=list, alias="ankere")
    grades: list[Grade] = Field(default_factory=list, alias="trinn")
    beyond: Beyond = Field(default=Beyond.ERROR, alias="utenfor")

    @property
    def is_ordinal(self) -> bool:
        return not self.anchors

    @property
    def steps(self) -> tuple[tuple[Decimal, Decimal], ...]:
        """Levels and values from the lowest level up."""
        pairs = [(each.level, each.value) for each in self.anchors]
        return tuple(sorted(pairs)) or self.worded_steps

    @property
    def worded_steps(self) -> tuple[tuple[Decimal, Decimal], ...]:
        """As `steps`, of the grades in words."""
        return tuple(sorted((each.level, each.value) for each in self.grades))


class Allowed(Block):
    """The least distance from the likely value to low and high: the larger of percent and points."""

    percent: Allowance = Field(alias="prosent")
    points: Allowance = Field(alias="poeng")


class Widening(Block):
    """How far an effect reaches at least, by what it rests on: grades A to D."""

    measured: Allowed = Field(alias="målt")
    model: Allowed = Field(alias="modell")
    judgement: Allowed = Field(alias="skjønn")
    claim: Allowed = Field(alias="påstand")


class Unsaid(Block):
    """What an effect that nobody knows is reckoned as, in value points."""

    low: Points = Field(alias="lav")
    likely: Points = Field(alias="sannsynlig")
    high: Points = Field(alias="høy")


class ValueModel(Sheet):
    """The criteria, and how uncertainty is reckoned with."""

    name: Text = Field(alias="navn")
    version: Text = Field(alias="versjon")
    independence: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="uavhengighet")
    widening: Widening = Field(alias="usikkerhet")
    unsaid: Unsaid = Field(alias="ukjent_regnes_som")
    seed: Seed | None = Field(default=None, alias="frø")
    draws: Draws | None = Field(default=None, alias="trekninger")
    criteria: dict[Id, Criterion] = Field(alias="kriterier")
