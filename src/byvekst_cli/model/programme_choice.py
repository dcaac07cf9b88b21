"""`programvalg/<id>.yaml`: a choice of programme as it was made, with the inputs it was made from."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet, Sourced
from byvekst_cli.model.budget import Decided
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.number import Count, Number
from byvekst_cli.model.stamp import Seal
from byvekst_cli.model.text import CaseRef, Id, ProgrammeRef, ProjectRef, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When

Ratio = Annotated[Decimal, Number(low=0, high=1, figure=False)]


class ChoiceState(Choice):
    """Whether the choice is only worked out, or somebody has decided it."""

    PROPOSED = "forslag"
    DECIDED = "vedtatt"


class Placing(Choice):
    """A project that was placed otherwise than the calculation had it."""

    IN = "med"
    OUT = "ikke-med"


class Otherwise(Block):
    """A project that was given another priority than in the calculation, and why."""

    project: ProjectRef = Field(alias="prosjekt")
    placed: Placing = Field(alias="plassert")
    reason: Text = Field(alias="grunn")


class Chosen(Sourced):
    """A project in the programme, and how it is begun where there are several ways."""

    project: ProjectRef = Field(alias="prosjekt")
    start: Text | None = Field(default=None, alias="oppstart")


class Calculated(Block):
    """How the calculation was made, so that it can be made again."""

    method: Text = Field(alias="metode")
    solver: Text | None = Field(default=None, alias="løser")
    seed: Count | None = Field(default=None, alias="frø")
    gap: Ratio = Field(alias="avstand")
    profile: Text | None = Field(default=None, alias="profil")
    income_change: Annotated[Decimal, Number(low=-90, high=900, figure=False)] | None = Field(
        default=None, alias="endret_inntekt"
    )
    first: When | None = Field(default=None, alias="fra")
    last: When | None = Field(default=None, alias="til")


class ProgrammeChoice(Sheet):
    """One choice, frozen: `seals` marks each file it rests on as that file was."""

    id: Id = Field(alias="id")
    name: Text = Field(alias="navn")
    state: ChoiceState = Field(alias="status")
    programme: ProgrammeRef | None = Field(default=None, alias="program")
    case: CaseRef | None = Field(default=None, alias="sak")
    decided: Annotated[Decided | Unknown | None, OrUnknown()] = Field(default=None, alias="vedtak")
    dated: When = Field(alias="dato")
    chosen: list[Chosen] = Field(alias="med")
    left_out: list[ProjectRef] = Field(default_factory=list, alias="ikke_plass")
    otherwise: list[Otherwise] = Field(default_factory=list, alias="prioritert_annerledes")
    calculated: Calculated = Field(alias="beregning")
    seals: dict[Text, Seal] = Field(alias="grunnlag")
