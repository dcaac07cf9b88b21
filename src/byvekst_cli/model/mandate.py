"""`mandat/<organ>.yaml`: what a body is for, what it may decide, who sits there, its deadlines."""

from datetime import date
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.number import Amount, Count, Days, Measured
from byvekst_cli.model.text import (
    AgreementRef,
    DoerRef,
    Id,
    MandateRef,
    OrganisationRef,
    RoleRef,
    TaskRef,
    Text,
    Yes,
)
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import Ends, When


class DecisionWay(Choice):
    """How a body decides."""

    CONSENSUS = "konsensus"
    MAJORITY = "flertall"
    NONE = "ingen"


class TaskPart(Choice):
    """What a body does with a task."""

    DECIDES = "beslutter"
    RECOMMENDS = "innstiller"
    PREPARES = "forbereder"
    CONSULTED = "høres"
    INFORMED = "informeres"


class SeatPart(Choice):
    """As what somebody sits in a body."""

    LEADER = "leder"
    DEPUTY_LEADER = "nestleder"
    MEMBER = "medlem"
    DEPUTY = "vara"
    OBSERVER = "observatør"
    SECRETARY = "sekretær"


class DeadlineKind(Choice):
    """What must be done by the day, in the order that it is done in."""

    ORDER = "bestilling"
    SUBMISSION = "innlevering"
    DRAFT = "utkast"
    ASSURANCE = "kvalitetssikring"
    MEETING = "møte"
    LOCAL = "lokalbehandling"
    AGENDA = "saksliste"
    CALL = "innkalling"
    DISPATCH = "utsending"
    LATE = "ettersending"
    MINUTES = "referat"
    REMARKS = "merknader"
    APPROVAL = "godkjenning"

    @property
    def follows(self) -> bool:
        """Whether it is done after the meeting, where the rule does not say."""
        return self in (DeadlineKind.MINUTES, DeadlineKind.REMARKS, DeadlineKind.APPROVAL)


class DayCount(Choice):
    """Which days a deadline counts."""

    CALENDAR = "kalenderdager"
    WORKING = "virkedager"


class ClosedDay(Choice):
    """Where a deadline moves when it falls on a closed day."""

    EARLIER = "tidligere"
    LATER = "senere"
    STAYS = "står"


class Deciding(Sourced):
    """How the body decides."""

    way: DecisionWay = Field(alias="måte")


class Authority(Sourced):
    """A kind of decision that the body may take itself, and up to what amount (MNOK)."""

    kind: Text = Field(alias="hva")
    limit: Annotated[Amount | Unknown | None, OrUnknown()] = Field(default=None, alias="beløp")
    price_year: PriceYear | None = Field(default=None, alias="prisår")
    reports_to: MandateRef | None = Field(default=None, alias="meldes_til")
    task: TaskRef | None = Field(default=None, alias="oppgave")
    condition: Text | None = Field(default=None, alias="vilkår")

    def covers(self, task: str) -> bool:
        """Whether it is about a task, by reference or by the same word."""
        return task.casefold() in (each.casefold() for each in (self.task or "", self.kind))


class Deadline(Sourced):
    """So many days before or after a meeting of a body; of this body where it names none.

    `møte` is that this body meets itself, so many days before the other does.
    """

    kind: DeadlineKind = Field(alias="hva")
    days: Annotated[Days | Unknown | None, OrUnknown()] = Field(alias="dager")
    before: MandateRef | None = Field(default=None, alias="før")
    after: MandateRef | None = Field(default=None, alias="etter")
    count: Annotated[DayCount | Unknown | None, OrUnknown()] = Field(default=None, alias="regn")
    closed_day: Annotated[ClosedDay | Unknown | None, OrUnknown()] = Field(default=None, alias="fridag")
    doers: list[DoerRef] = Field(default_factory=list, alias="hvem")
    since: When | None = Field(default=None, alias="fra")
    until: Annotated[When | None, Ends("since")] = Field(default=None, alias="til")

    def applies(self, day: date) -> bool:
        """Whether it was a rule on the day of a meeting."""
        begun = self.since is None or self.since.first <= day
        return begun and not (self.until is not None and self.until.has_passed(day))

    def anchor(self, own: str) -> str:
        """The body whose meeting it is counted from; `own` is the body whose mandate it stands in."""
        return self.before or self.after or own

    @property
    def is_after(self) -> bool:
        return self.after is not None or (self.before is None and self.kind.follows)


class Seat(Sourced):
    """One seat: an organisation and a function there, never a person's name."""

    organisation: OrganisationRef = Field(alias="organisasjon")
    function: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="funksjon")
    part: SeatPart = Field(alias="som")
    since: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="fra")
    until: Annotated[When | Unknown | None, OrUnknown(), Ends("since")] = Field(default=None, alias="til")

    def is_held(self, day: date) -> bool:
        """Whether somebody sits there on a day, as far as the dates are known."""
        begun = not isinstance(self.since, When) or self.since.first <= day
        return begun and not (isinstance(self.until, When) and self.until.has_passed(day))


class TaskBasis(Sourced):
    """Where it is from, who does what in this body."""


class Staffing(Sourced):
    """Who does the body's work: persons and full-time equivalents (årsverk)."""

    persons: Annotated[Count | Unknown | None, OrUnknown()] = Field(default=None, alias="personer")
    full_time: Annotated[Measured | Unknown | None, OrUnknown()] = Field(default=None, alias="årsverk")


class Gatherings(Block):
    """When the body meets and whether others may listen."""

    frequency: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="hyppighet")
    open: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="åpenhet")


class Mandate(Sheet):
    """One body."""

    id: Id = Field(alias="id")
    name: Text = Field(alias="navn")
    role: RoleRef = Field(alias="rolle")
    agreement: AgreementRef | None = Field(default=None, alias="avtale")
    since: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="fra")
    until: Annotated[When | Unknown | None, OrUnknown(), Ends("since")] = Field(default=None, alias="til")
    purpose: Annotated[Text | Unknown | None, OrUnknown()] = Field(alias="formål")
    reports_to: Annotated[MandateRef | Unknown | None, OrUnknown()] = Field(
        default=None, alias="rapporterer_til"
    )
    deciding: Deciding | None = Field(default=None, alias="vedtak")
    authority: list[Authority] = Field(default_factory=list, alias="fullmakt")
    gatherings: Gatherings | None = Field(default=None, alias="møter")
    deadlines: list[Deadline] = Field(default_factory=list, alias="frister")
    seats: list[Seat] = Field(default_factory=list, alias="seter")
    tasks: dict[TaskRef, TaskPart] = Field(default_factory=dict, alias="oppgaver")
    tasks_from: TaskBasis | None = Field(default=None, alias="oppgaver_fra")
    other_names: list[Text] = Field(default_factory=list, alias="andre_navn")
    accounts_for_all: Yes | None = Field(default=None, alias="gjør_rede_for_alle")
    staffing: Staffing | None = Field(default=None, alias="bemanning")

    def is_in_force(self, day: date) -> bool:
        """Whether the body has not ended on a day, as far as is known."""
        return not (isinstance(self.until, When) and self.until.has_passed(day))
