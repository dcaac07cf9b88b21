"""`spraak/*.yaml`: plainer words, short forms and what else is looked for in the language of notes."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet
from byvekst_cli.model.text import Id, Language, Text, Yes
from byvekst_cli.model.vocabulary import Names

Words = Annotated[list[Text], Field(min_length=1)]


class Advice(Sheet):
    """One thing to look for; an area switches it off by an entry of its own with the same id."""

    off: Yes | None = Field(default=None, alias="av")


class PlainWord(Advice):
    """A word or phrase with plainer ones for it, in the languages that the advice is for."""

    forms: list[Text] = Field(default_factory=list, alias="former")
    rather: dict[Language, Words] = Field(default_factory=dict, alias="heller")


class ShortForm(Advice):
    """A short form in capitals, and whether everyone in the field knows it."""

    stands_for: Names | None = Field(default=None, alias="står_for")
    known: Yes | None = Field(default=None, alias="kjent")


class SameThing(Advice):
    """Names for one thing, of which a note should use one."""

    names: list[Text] = Field(default_factory=list, alias="navn")


class VagueLink(Advice):
    """The text of a link that does not say where it leads."""

    forms: list[Text] = Field(default_factory=list, alias="former")


class Markers(Advice):
    """Words that only one language has; the id is the language."""

    words: list[Text] = Field(default_factory=list, alias="ord")


class Wording(Sheet):
    """Lists about language, of one or more sorts."""

    plain_words: dict[Id, PlainWord] = Field(default_factory=dict, alias="ord")
    short_forms: dict[Id, ShortForm] = Field(default_factory=dict, alias="forkortelser")
    same_things: dict[Id, SameThing] = Field(default_factory=dict, alias="samme_ting")
    vague_links: dict[Id, VagueLink] = Field(default_factory=dict, alias="lenketekster")
    markers: dict[Language, Markers] = Field(default_factory=dict, alias="kjennetegn")
