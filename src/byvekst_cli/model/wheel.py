"""`aarshjul.yaml`: what comes back every year, on the tracks of the agreement and of the state."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Self

from pydantic import Field
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Number
from byvekst_cli.model.reads import Reads
from byvekst_cli.model.text import ActivityRef, Id, Language, MandateRef, Text, Yes
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import SEASONS, When

PATTERN: Final = rf"^((0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|{'|'.join(SEASONS)})$"
_SHAPE: Final = re.compile(PATTERN)


@dataclass(frozen=True, slots=True)
class Yearly(Reads):
    """A time of the year, in any year: `05`, `06-30`, `høst`, `Q1`."""

    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def is_day(self) -> bool:
        return "-" in self.text

    def is_in(self, year: int) -> bool:
        """False for 29 February of a year that has none."""
        return not self.is_day or When.fits(f"{year}-{self.text}")

    def first_day(self, year: int) -> date:
        """The first day of it in one year; a day itself, as `last_day` has it."""
        return self.last_day(year) if self.is_day else When.parse(f"{year}-{self.text}").first

    def last_day(self, year: int) -> date:
        """The last day of it in one year; a day that the year does not have is the month's last."""
        if self.text in SEASONS or len(self.text) == 2:
            return When.parse(f"{year}-{self.text}").last
        month, day = map(int, self.text.split("-"))
        return date(year, month, min(day, monthrange(year, month)[1]))

    @classmethod
    def read(cls, value: object) -> Self:
        """A month alone may be read as a number, as `11` is."""
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 12:
            return cls(f"{value:02}")
        if isinstance(value, str) and _SHAPE.fullmatch(value):
            return cls(value)
        raise PydanticCustomError("yearly", "not a time of the year")

    @classmethod
    def schema(cls) -> JsonSchemaValue:
        month = {"type": "integer", "minimum": 1, "maximum": 12}
        return {"anyOf": [month, {"type": "string", "pattern": PATTERN}]}


class Track(Choice):
    """The three strands of the year, and the state's own."""

    PROGRAMME = "handlingsprogram"
    REPORTING = "rapportering"
    GOALS = "måloppnåelse"
    STATE = "stat"


class Part(Choice):
    """A part of the year that is reported on; the whole year is the annual report."""

    YEAR = "år"
    FIRST_HALF = "H1"
    SECOND_HALF = "H2"
    FIRST_TERTIAL = "T1"
    SECOND_TERTIAL = "T2"
    THIRD_TERTIAL = "T3"
    FIRST_QUARTER = "Q1"
    SECOND_QUARTER = "Q2"
    THIRD_QUARTER = "Q3"
    FOURTH_QUARTER = "Q4"

    def of(self, year: int) -> When:
        """That part of one year."""
        return When.parse(str(year) if self is Part.YEAR else f"{year}-{self.value}")


class Yields(Choice):
    """What an activity ends in, where that is a file of its own in the area."""

    PROGRAMME = "handlingsprogram"
    BUDGET = "årsbudsjett"
    EVALUATION = "evaluering"


class Link(Block):
    """Another activity; `forskyvning` where it concerns another year than this one."""

    activity: ActivityRef = Field(alias="aktivitet")
    offset: Annotated[Decimal, Number(low=-3, high=3, places=0, figure=False)] | None = Field(
        default=None, alias="forskyvning"
    )


class Called(Block):
    """What an activity is called in one language."""

    name: Text = Field(alias="navn")
    others: Text | None = Field(default=None, alias="hvem")


class Activity(Sheet):
    """One thing that comes back every year."""

    name: Text = Field(alias="navn")
    track: Track = Field(alias="spor")
    since: Annotated[Yearly | Unknown | None, OrUnknown()] = Field(alias="fra")
    until: Annotated[Yearly | Unknown | None, OrUnknown()] = Field(default=None, alias="til")
    offset: Annotated[Decimal, Number(low=-3, high=1, places=0, figure=False)] | None = Field(
        default=None, alias="forskyvning"
    )
    local: Yes | None = Field(default=None, alias="lokalbehandling")
    needs: list[Link] = Field(default_factory=list, alias="krever")
    before: list[Link] = Field(default_factory=list, alias="før")
    yields: Yields | None = Field(default=None, alias="gir")
    reports: list[Part] = Field(default_factory=list, alias="rapporterer")
    body: MandateRef | None = Field(default=None, alias="organ")
    others: Text | None = Field(default=None, alias="hvem")
    observed: list[When] = Field(default_factory=list, alias="observert")
    worded: dict[Language, Called] = Field(default_factory=dict, alias="på_språk")

    def said_in(self, language: str | None) -> Self:
        """The same with the words of a language, where it has them."""
        words = next((each for name, each in self.worded.items() if name == language), None)
        if words is None:
            return self
        return self.model_copy(update={"name": words.name, "others": words.others or self.others})


class Wheel(Sheet):
    """The year of an area."""

    activities: dict[Id, Activity] = Field(alias="aktiviteter")
