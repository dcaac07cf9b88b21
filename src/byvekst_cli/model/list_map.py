"""What the columns of somebody's own list of projects are, so that project sheets can be made of it."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Number
from byvekst_cli.model.text import Scalar, Text

Whole = Annotated[Decimal, Number(low=0, high=1_000_000, places=0, figure=False)]


class Unit(Choice):
    """What a column counts; files have million kroner and metres."""

    KRONER = "kr"
    THOUSAND = "1000 kr"
    MILLION = "mill. kr"
    BILLION = "mrd. kr"
    METRES = "m"
    KILOMETRES = "km"

    @property
    def factor(self) -> Decimal:
        """From this unit to the one that files have."""
        exponents = {"kr": -6, "1000 kr": -3, "mrd. kr": 3, "km": 3}
        return Decimal(1).scaleb(exponents.get(self.value, 0))


class MappedColumn(Block):
    """One column of the list: the field that it fills, its unit, and what its words are here."""

    field: Text = Field(alias="felt")
    unit: Unit | None = Field(default=None, alias="enhet")
    words: dict[Text, Annotated[str | int | Decimal, Scalar()]] = Field(default_factory=dict, alias="ord")


class Numbering(Block):
    """Ids made by counting: `BG-{nr}` from a number, with so many digits."""

    pattern: Text = Field(alias="mønster")
    start: Whole = Field(default=Decimal(1), alias="fra")
    digits: Annotated[Decimal, Number(low=1, high=9, places=0, figure=False)] = Field(
        default=Decimal(3), alias="siffer"
    )


class ListMap(Block):
    """A map from headings to fields, and what is the same for all projects of the list."""

    sheet: Text | None = Field(default=None, alias="ark")
    head: Whole | None = Field(default=None, alias="overskrifter")
    columns: Annotated[dict[Text, MappedColumn], Field(min_length=1)] = Field(alias="kolonner")
    fixed: dict[Text, str | int | Decimal | bool] = Field(default_factory=dict, alias="faste")
    ids: Numbering | None = Field(default=None, alias="id")
    left_out: list[Text] = Field(default_factory=list, alias="utelat")
    not_projects: list[Text] = Field(default_factory=list, alias="hopp_over")
