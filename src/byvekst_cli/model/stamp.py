"""`stempler.yaml`: who has quality assured what, and what went out, with a mark of how it was then."""

from typing import Annotated

from pydantic import Field, StringConstraints

from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.text import Id, Ref, Text
from byvekst_cli.model.when import When

Seal = Annotated[str, StringConstraints(pattern=r"^sha256-[0-9a-f]{16}$")]
"""The first 64 bits of a digest; enough to see that something has changed, not to prove who changed it."""


class StampKind(Choice):
    """What was done on the day."""

    ASSURED = "kvalitetssikret"
    SENT = "utsendt"


class Stamp(Block):
    """One stamp on one file; `by` is a role, a body or an organisation, never a person."""

    file: Text = Field(alias="gjelder")
    kind: StampKind = Field(alias="hva")
    by: Annotated[Id, Ref(("role", "mandate", "organisation"))] = Field(alias="rolle")
    dated: When = Field(alias="dato")
    figures: Seal = Field(alias="tall")
    decision: Seal | None = Field(default=None, alias="vedtak")


class StampFile(Sheet):
    """All stamps, oldest first; a later one on the same file takes the place of an earlier of its kind."""

    stamps: list[Stamp] = Field(alias="stempler")
