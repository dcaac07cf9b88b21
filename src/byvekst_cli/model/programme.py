"""`handlingsprogram/<periode>.yaml`: the four-year programme as it was put forward or adopted."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.agreement import Period
from byvekst_cli.model.block import Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.funding import Amounts, Post, Total
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.number import Count, Share, Year
from byvekst_cli.model.text import (
    AgreementRef,
    CaseRef,
    FollowUpPointRef,
    Id,
    MeansRef,
    ProgrammeRef,
    ProjectRef,
    Text,
)
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class PlanState(Choice):
    """How far a programme or a budget has come."""

    DRAFT = "utkast"
    PROPOSED = "forslag"
    IN_TREATMENT = "til-behandling"
    ADOPTED = "vedtatt"
    REPLACED = "erstattet"


class Binding(Choice):
    """How firmly money is promised, as annual budgets class their projects."""

    BOUND = "bundet"
    PARTLY_BOUND = "delvis-bundet"
    PRIORITY = "omforent-prioritert"
    TO_BE_CLARIFIED = "til-avklaring"


class Income(Sourced):
    """What one source of money gives in each year (MNOK)."""

    means: MeansRef = Field(alias="midler")
    price_year: PriceYear = Field(alias="prisår")
    years: Amounts = Field(alias="år")


class ProgrammeLine(Sourced):
    """A project, pot or operations line; without posts the money stands on the project's own sheet."""

    project: ProjectRef = Field(alias="prosjekt")
    binding: Annotated[Binding | Unknown | None, OrUnknown()] = Field(default=None, alias="binding")
    posts: list[Post] = Field(default_factory=list, alias="poster")
    total: Total | None = Field(default=None, alias="sum")


class Unfunded(Sourced):
    """A project that was considered and has no money in the programme."""

    project: ProjectRef = Field(alias="prosjekt")
    reason: Text | None = Field(default=None, alias="grunn")


class Answer(Sourced):
    """What the programme does about a point in an evaluation: projects, or why there is none."""

    point: FollowUpPointRef = Field(alias="punkt")
    projects: list[ProjectRef] = Field(default_factory=list, alias="prosjekter")
    reason: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="grunn")

    @property
    def says_something(self) -> bool:
        return bool(self.projects) or self.reason is not None


class Answers(Sourced):
    """Which year's goal evaluation the programme answers, point by point."""

    evaluation: Year = Field(alias="evaluering")
    points: list[Answer] = Field(default_factory=list, alias="punkter")


class Capacity(Sourced):
    """How much there is of something scarce in each year, in whole units."""

    resource: Id = Field(alias="hva")
    years: dict[When, Count] = Field(alias="år")


class Programme(Sheet):
    """One programme: what comes in, what it goes to, and what there was no room for."""

    id: Id = Field(alias="id")
    name: Text = Field(alias="navn")
    agreement: AgreementRef | None = Field(default=None, alias="avtale")
    period: Period = Field(alias="periode")
    state: Annotated[PlanState | Unknown | None, OrUnknown()] = Field(alias="status")
    adopted: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="dato")
    case: CaseRef | None = Field(default=None, alias="sak")
    replaces: ProgrammeRef | None = Field(default=None, alias="erstatter")
    income: list[Income] = Field(default_factory=list, alias="inntekter")
    lines: list[ProgrammeLine] = Field(default_factory=list, alias="linjer")
    unfunded: list[Unfunded] = Field(default_factory=list, alias="uten_midler")
    total: Total | None = Field(default=None, alias="sum")
    answers: Answers | None = Field(default=None, alias="svarer_på")
    capacity: list[Capacity] = Field(default_factory=list, alias="kapasitet")
    after: Share | None = Field(default=None, alias="rom_etter")

    @property
    def posts(self) -> Iterator[Post]:
        for line in self.lines:
            yield from line.posts

    @cached_property
    def _projects(self) -> frozenset[str]:
        return frozenset(line.project.casefold() for line in self.lines)

    def has_project(self, project: str) -> bool:
        """Whether a project has a line."""
        return project.casefold() in self._projects
