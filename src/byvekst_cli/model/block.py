"""What all parts of a file have in common: fixed keys, provenance, and room for own fields."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from byvekst_cli.model.text import CitationRef, Scalar, Text, Yes


class Block(BaseModel):
    """A mapping with fixed keys. Fields have English names; files use the Norwegian alias."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class Sourced(Block):
    """A block that can say where its figures come from; the nearest block that says so counts."""

    source: CitationRef | None = Field(default=None, alias="kilde")
    illustration: Yes | None = Field(default=None, alias="illustrasjon")
    note: Text | None = Field(default=None, alias="merknad")

    @property
    def has_provenance(self) -> bool:
        return self.source is not None or self.illustration is not None


class OtherStatement(Sourced):
    """What another source says about a field of the same record."""

    field: Text = Field(alias="felt")
    value: Annotated[str | int | Decimal, Scalar()] = Field(alias="verdi")


class Sheet(Sourced):
    """A file, or a row that is a record of its own."""

    others_state: list[OtherStatement] = Field(default_factory=list, alias="andre_oppgir")
    own: dict[str, Any] = Field(default_factory=dict, alias="egne")
