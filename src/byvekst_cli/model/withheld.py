"""That something is exempt from public access, and on what basis; the exempt itself never stands here."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block
from byvekst_cli.model.text import Text
from byvekst_cli.model.unknown import OrUnknown, Unknown


class Withheld(Block):
    """The legal basis, and in general words what it covers."""

    basis: Text = Field(alias="hjemmel")
    covers: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="gjelder")


class WithheldText(Withheld):
    """Of a note: the parts by their headings, and the attachments; all of it where neither is named."""

    parts: list[Text] = Field(default_factory=list, alias="deler")
    attachments: list[Text] = Field(default_factory=list, alias="vedlegg")

    @property
    def is_whole(self) -> bool:
        return not self.parts and not self.attachments
