"""`fridager/<id>.yaml`: days that are no working days: the country's holidays, and an area's own."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Final

from pydantic import Field

from byvekst_cli.model.agreement import Period
from byvekst_cli.model.block import Sheet
from byvekst_cli.model.text import Id, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.vocabulary import Names
from byvekst_cli.model.wheel import Yearly
from byvekst_cli.model.when import When

YEARS: Final = range(1990, 2100)
"""Those that what comes back every year is worked out for."""


class ClosedDay(Sheet):
    """One holiday or stretch of days, by the dates it falls on, or by the time of every year."""

    names: Names = Field(alias="navn")
    dates: list[When] = Field(default_factory=list, alias="datoer")
    every_year: list[Yearly] = Field(default_factory=list, alias="hvert_år")

    def days(self) -> Iterator[date]:
        """All its days; 29 February only in the years that have one."""
        yearly = (f"{year}-{each}" for each in self.every_year for year in YEARS)
        for when in (*self.dates, *(When.parse(text) for text in yearly if When.fits(text))):
            yield from (when.first + timedelta(days=n) for n in range((when.last - when.first).days + 1))


class ClosedDays(Sheet):
    """A table of closed days; `covers` is the years for which it is whole."""

    id: Id = Field(alias="id")
    name: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="navn")
    covers: Period | None = Field(default=None, alias="gjelder")
    days: dict[Id, ClosedDay] = Field(alias="fridager")
