"""`prisindeks/<id>.yaml`: a price index, with which amounts are put at another price level."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet
from byvekst_cli.model.number import Measured
from byvekst_cli.model.text import Id, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class PriceIndex(Sheet):
    """One series; it says nothing of years that it has no values for."""

    id: Id = Field(alias="id")
    name: Text = Field(alias="navn")
    base: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="referanse")
    values: dict[When, Measured] = Field(alias="verdier", min_length=1)
