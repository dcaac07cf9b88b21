"""`rapport/<periode>.yaml`: how the projects stood at the end of a period, in as few words as will do."""

from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet, Sourced
from byvekst_cli.model.budget import Decided, Departure
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.funding import MaybeAmount, Sum
from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.model.number import Percent, Year
from byvekst_cli.model.programme import PlanState
from byvekst_cli.model.project import Event, Milestone, PhaseState
from byvekst_cli.model.text import AgreementRef, CaseRef, ProgrammeRef, ProjectRef, Text
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class Change(Choice):
    """The word that is enough where nothing has changed."""

    NONE = "ingen"


class Spent(Sourced):
    """What has been spent (MNOK): in the period, so far in its year, and since the beginning."""

    price_year: PriceYear = Field(alias="prisår")
    in_period: MaybeAmount = Field(default=None, alias="i_perioden")
    this_year: MaybeAmount = Field(default=None, alias="hittil_i_år")
    in_all: MaybeAmount = Field(default=None, alias="i_alt")

    @property
    def so_far(self) -> Money | None:
        """What has been spent so far in the year, where that is known."""
        return Money.known(self.this_year, self.price_year)


class ReportedDeviation(Departure):
    """A deviation told in the report, or only pointed at: the one in the budget of a year."""

    budget: Year | None = Field(default=None, alias="budsjett")


class NextDecision(Decided):
    """What is to be decided next: by which body, and when."""

    what: Text = Field(alias="hva")


class ReportLine(Sourced):
    """One project: `ingen`, or what has changed since the report before."""

    project: ProjectRef = Field(alias="prosjekt")
    change: Change | None = Field(default=None, alias="endring")
    phase: PhaseState | None = Field(default=None, alias="fase")
    progress: Annotated[Percent | Unknown | None, OrUnknown()] = Field(default=None, alias="framdrift")
    milestones: list[Milestone] = Field(default_factory=list, alias="milepæler")
    spent: Spent | None = Field(default=None, alias="forbruk")
    cost: Sum | None = Field(default=None, alias="sluttkostnad")
    deviations: list[ReportedDeviation] = Field(default_factory=list, alias="avvik")
    next_decision: NextDecision | None = Field(default=None, alias="neste_vedtak")

    @property
    def is_empty(self) -> bool:
        """True when the row names the project and says nothing of it."""
        said = (self.change, self.phase, self.progress, self.spent, self.cost, self.next_decision, self.note)
        return not (self.milestones or self.deviations) and all(each is None for each in said)

    def milestone(self, event: Event) -> Milestone | None:
        """What the row says of an event."""
        return next((row for row in self.milestones if row.event is event), None)


class StatusReport(Sheet):
    """One period: every project that has a line in the programme, or in the budget."""

    period: When = Field(alias="periode")
    name: Text = Field(alias="navn")
    agreement: AgreementRef | None = Field(default=None, alias="avtale")
    programme: ProgrammeRef | None = Field(default=None, alias="program")
    budget: Year | None = Field(default=None, alias="budsjett")
    status_date: When | None = Field(default=None, alias="status_per")
    state: Annotated[PlanState | Unknown | None, OrUnknown()] = Field(alias="status")
    case: CaseRef | None = Field(default=None, alias="sak")
    lines: list[ReportLine] = Field(default_factory=list, alias="prosjekter")

    @property
    def seen(self) -> When:
        """The day that the report tells of: its status date, or else the period."""
        return self.status_date or self.period

    @property
    def budget_year(self) -> int:
        """The year whose budget it is measured against."""
        return int(self.budget) if self.budget is not None else self.period.last.year
