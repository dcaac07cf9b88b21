"""`prosjekt/<id>.yaml`: the project sheet."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.effect import Effect
from byvekst_cli.model.funding import Estimate, Funding
from byvekst_cli.model.number import Measured, Share
from byvekst_cli.model.planning import Planning
from byvekst_cli.model.text import (
    AgreementRef,
    GoalRef,
    Id,
    MeasureRef,
    OrganisationRef,
    PhaseRef,
    ProgrammeRef,
    ProjectRef,
    RoadNumber,
    Text,
    Url,
)
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When
from byvekst_cli.model.withheld import Withheld


class Form(Choice):
    """A project, a sum for small measures, or operations."""

    PROJECT = "prosjekt"
    POT = "pott"
    OPERATIONS = "drift"


Measures = Annotated[list[MeasureRef], Field(min_length=1)]


class PlanLevel(Choice):
    """The most detailed plan that there is."""

    NONE = "ingen"
    CONCEPT = "konseptvalgutredning"
    MUNICIPAL = "kommunedelplan"
    ZONING = "reguleringsplan"
    BUILDING = "byggeplan"


class PlanStatus(Choice):
    """How far that plan has come."""

    NOT_STARTED = "ikke-startet"
    UNDER_WAY = "pågår"
    CONSULTATION = "høring"
    ADOPTED = "vedtatt"


class PortfolioState(Choice):
    """A project's place in the portfolio, which is not its phase."""

    SUGGESTED = "innspill"
    CANDIDATE = "kandidat"
    STUDY = "utredning"
    PROGRAMME = "i-handlingsprogram"
    POSTPONED = "utsatt"
    WITHDRAWN = "trukket"
    DONE = "ferdig"
    EVALUATED = "evaluert"


class Event(Choice):
    """The milestones of a project, in the order they normally come."""

    PLANNING_START = "planstart"
    PLAN_ADOPTED = "planvedtak"
    LAND = "grunnerverv"
    BUILDING_START = "byggestart"
    OPENING = "åpning"
    FINISHED = "ferdig"
    FINAL_REPORT = "sluttrapport"


class Responsibility(Block):
    """Who is who around a project."""

    owner: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(default=None, alias="eier")
    promoter: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(
        default=None, alias="tiltakshaver"
    )
    builder: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(default=None, alias="byggherre")
    road_owner: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(
        default=None, alias="vegeier"
    )
    operator: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(default=None, alias="drift")
    grantee: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(
        default=None, alias="tilskuddsmottaker"
    )


class PhaseState(Block):
    """The phase, and the area's own word for it."""

    phase: PhaseRef = Field(alias="status")
    local: Text | None = Field(default=None, alias="lokalt")
    since: When | None = Field(default=None, alias="siden")


class Plan(Block):
    """The planning basis."""

    level: Annotated[PlanLevel | Unknown | None, OrUnknown()] = Field(alias="nivå")
    status: Annotated[PlanStatus | Unknown | None, OrUnknown()] = Field(default=None, alias="status")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="dato")
    plan_id: Text | None = Field(default=None, alias="plan_id")


class InPortfolio(Block):
    """Where the project stands in the portfolio, since when, by which programme or decision."""

    state: PortfolioState = Field(alias="status")
    since: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="siden")
    programme: ProgrammeRef | None = Field(default=None, alias="program")
    decision: Text | None = Field(default=None, alias="vedtak")


class Milestone(Sourced):
    """One event: what was planned, what is now expected, what happened."""

    event: Event = Field(alias="hva")
    planned: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="plan")
    forecast: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="prognose")
    actual: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="faktisk")

    @property
    def open_column(self) -> str:
        """The field that says when the event is to come: the forecast, or else the plan."""
        return "forecast" if isinstance(self.forecast, When) else "planned"

    @property
    def due(self) -> When | None:
        """When the event is to come, as long as nothing says that it did or that nobody knows."""
        due = self.forecast or self.planned
        return due if self.actual is None and isinstance(due, When) else None

    @property
    def slipped_to(self) -> tuple[str, When] | None:
        """The field and the date where the event came, or is expected, after its plan."""
        for column in ("actual", "forecast"):
            now = getattr(self, column)
            if isinstance(now, When):
                late = isinstance(self.planned, When) and self.planned.is_before(now)
                return (column, now) if late else None
        return None


class Project(Sheet):
    """One project, pot or operations line."""

    id: Id = Field(alias="id")
    name: Text = Field(alias="navn")
    form: Form = Field(default=Form.PROJECT, alias="form")
    part_of: ProjectRef | None = Field(default=None, alias="del_av")
    agreement: AgreementRef | None = Field(default=None, alias="avtale")
    description: Text | None = Field(default=None, alias="beskrivelse")
    status_date: When | None = Field(default=None, alias="status_per")
    road_numbers: list[RoadNumber] = Field(default_factory=list, alias="vegnummer")
    length: Annotated[Measured | Unknown | None, OrUnknown()] = Field(default=None, alias="lengde")
    municipalities: dict[OrganisationRef, Share] = Field(alias="kommuner")
    measures: Annotated[Measures | Unknown | None, OrUnknown()] = Field(alias="tiltak")
    responsibility: Responsibility | None = Field(default=None, alias="ansvar")
    phase: PhaseState | None = Field(default=None, alias="fase")
    plan: Plan | None = Field(default=None, alias="plan")
    portfolio: InPortfolio | None = Field(default=None, alias="portefølje")
    goals: list[GoalRef] = Field(default_factory=list, alias="mål")
    effects: list[Effect] = Field(default_factory=list, alias="effekter")
    estimates: list[Estimate] = Field(default_factory=list, alias="anslag")
    funding: Funding | None = Field(default=None, alias="finansiering")
    milestones: list[Milestone] = Field(default_factory=list, alias="milepæler")
    withheld: Withheld | None = Field(default=None, alias="unntatt")
    planning: Planning | None = Field(default=None, alias="prioritering")
    website: Url | None = Field(default=None, alias="nettside")
