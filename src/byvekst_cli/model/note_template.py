"""`notatmal/*.yaml`: what notes should tell, under which headings, by kind of case and by what is asked."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet
from byvekst_cli.model.case import CaseKind
from byvekst_cli.model.number import Count
from byvekst_cli.model.text import Id, Language, NotePartRef, Text
from byvekst_cli.model.treatment import Handling

DECISION = "forslag"
"""The part that holds the proposed decision."""
ABOUT = "saken"
"""The part that says what it is about; words straight under the title do so too."""


class NotePart(Sheet):
    """One thing that a note may tell. The first heading of a language is the one for new notes."""

    headings: dict[Language, Annotated[list[Text], Field(min_length=1)]] = Field(alias="overskrifter")
    questions: list[Count] = Field(default_factory=list, alias="utredningsspørsmål")


class NoteTemplate(Sheet):
    """The form of a note; other headings are free. Without `slag` or `behandling` it is for all."""

    version: Text = Field(alias="versjon")
    kinds: list[CaseKind] = Field(default_factory=list, alias="slag")
    handlings: list[Handling] = Field(default_factory=list, alias="behandling")
    required: list[NotePartRef] = Field(default_factory=list, alias="må_ha")
    optional: list[NotePartRef] = Field(default_factory=list, alias="kan_ha")
    fields: list[Text] = Field(default_factory=list, alias="felt")
    most_words: Count | None = Field(default=None, alias="lengde")

    def suits(self, kind: CaseKind | None, handling: Handling) -> int | None:
        """How closely the template fits, 0 for one that is for all; None where it is for others."""
        if (self.kinds and kind not in self.kinds) or (self.handlings and handling not in self.handlings):
            return None
        return 2 * bool(self.kinds) + bool(self.handlings)


class NoteTemplates(Sheet):
    """Templates, and the parts that they are made of."""

    parts: dict[Id, NotePart] = Field(default_factory=dict, alias="deler")
    templates: dict[Id, NoteTemplate] = Field(default_factory=dict, alias="maler")
