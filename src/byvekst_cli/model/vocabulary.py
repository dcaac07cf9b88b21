"""`begrep/*.yaml`: the words that files may use, with the names that each area has for them."""

from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Number
from byvekst_cli.model.text import Id, Language, TaskRef, Text, Yes
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When

STEERING: Final = "styringsgruppe"
"""The role of the bodies in which the parties must agree."""
POLITICAL: Final = "politisk-styringsgruppe"
COUNCIL: Final = "folkevalgt-organ"
COORDINATING: Final = "koordineringsgruppe"
SECRETARIAT: Final = "sekretariat"
REFERENCE: Final = "referansegruppe"
Names = Annotated[dict[Language, Text], Field(min_length=1)]


class Standard(Choice):
    """Which written standard a local word belongs to; one left out is used in both, or that is not known."""

    BOKMAAL = "nb"
    NYNORSK = "nn"


class LocalWord(Sourced):
    """What an area calls it."""

    word: Text = Field(alias="ord")
    user: Id = Field(alias="hos")
    standard: Standard | None = Field(default=None, alias="målform")


class Concept(Sheet):
    """One word: its name in each language, what it means, and local words for the same."""

    names: Names = Field(alias="navn")
    meaning: Names | None = Field(default=None, alias="betydning")
    local: list[LocalWord] = Field(default_factory=list, alias="lokalt")


class Phase(Concept):
    """A step in the life of a project; a higher number comes later."""

    order: Annotated[Decimal, Number(low=1, high=100, places=0, figure=False)] = Field(alias="rekkefølge")


class Measure(Concept):
    """What a project does something with."""


class Payer(Choice):
    """Whose money it is in the end."""

    STATE = "stat"
    USERS = "trafikant"
    COUNTY = "fylkeskommune"
    MUNICIPALITY = "kommune"
    PRIVATE = "privat"


class StatePost(Block):
    """Where in the state budget the money stands."""

    chapter: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="kapittel")
    post: Text = Field(alias="post")
    since: When | None = Field(default=None, alias="fra")


class Means(Concept):
    """A source of money, what agreements call it, and what it is tied to."""

    payer: Annotated[Payer | Unknown | None, OrUnknown()] = Field(alias="betaler")
    posts: list[StatePost] = Field(default_factory=list, alias="poster")
    earmark: Text | None = Field(default=None, alias="øremerking")


class Role(Concept):
    """What kind of body it is."""


class Task(Concept):
    """A recurring piece of work that bodies share: who prepares, recommends and decides it."""

    order: Annotated[Decimal, Number(low=1, high=1000, places=0, figure=False)] = Field(alias="rekkefølge")
    local_treatment: Yes | None = Field(default=None, alias="lokal_behandling")
    each_body: Yes | None = Field(default=None, alias="hvert_organ")
    after: TaskRef | None = Field(default=None, alias="etter")


class Term(Concept):
    """A word of the papers and meetings themselves, such as the call or the minutes."""


class Vocabulary(Sheet):
    """Words of one or more sorts."""

    phases: dict[Id, Phase] = Field(default_factory=dict, alias="faser")
    measures: dict[Id, Measure] = Field(default_factory=dict, alias="tiltak")
    means: dict[Id, Means] = Field(default_factory=dict, alias="midler")
    roles: dict[Id, Role] = Field(default_factory=dict, alias="roller")
    tasks: dict[Id, Task] = Field(default_factory=dict, alias="oppgaver")
    terms: dict[Id, Term] = Field(default_factory=dict, alias="ord")
