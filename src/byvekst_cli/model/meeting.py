"""`moete/<dato>-<organ>/moete.yaml`: a meeting, its agenda, and afterwards its results."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Block, Sheet, Sourced
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.funding import Sum
from byvekst_cli.model.number import Count
from byvekst_cli.model.text import (
    AgreementRef,
    CaseRef,
    Id,
    MandateRef,
    MeetingRef,
    OrganisationRef,
    TaskRef,
    Text,
    Yes,
)
from byvekst_cli.model.treatment import Handling, Outcome
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class MeetingForm(Choice):
    """How a body comes together, or decides without doing so."""

    ORDINARY = "ordinært"
    EXTRAORDINARY = "ekstraordinært"
    WRITTEN = "skriftlig"


class MeetingState(Choice):
    """Whether it has been held."""

    PLANNED = "planlagt"
    HELD = "holdt"
    CANCELLED = "avlyst"
    MOVED = "flyttet"


class Openness(Choice):
    """Whether others may listen."""

    OPEN = "åpent"
    CLOSED = "lukket"


class NoPaper(Choice):
    """Why an item on the agenda has no note of its own."""

    ANY_OTHER = "eventuelt"
    MINUTES = "referat"
    ORAL = "muntlig"
    FOLLOWS = "ettersendes"


class MinutesState(Choice):
    """How far the minutes have come; positions are cited from approved ones only."""

    DRAFT = "utkast"
    FOR_REMARKS = "til-merknader"
    REVISED = "revidert"
    APPROVED = "godkjent"
    PUBLISHED = "publisert"


class Sent(Sourced):
    """When each thing went out: a list of cases is not a call, nor a pack of papers."""

    preliminary_list: When | None = Field(default=None, alias="foreløpig_saksliste")
    final_list: When | None = Field(default=None, alias="endelig_saksliste")
    call: When | None = Field(default=None, alias="innkalling")
    papers: When | None = Field(default=None, alias="saksdokumenter")


class MeetingDeadlines(Sourced):
    """The dates that were set for this meeting; they go before what the mandates' rules give."""

    submission: When | None = Field(default=None, alias="innlevering")
    agenda: When | None = Field(default=None, alias="saksliste")
    call: When | None = Field(default=None, alias="innkalling")
    dispatch: When | None = Field(default=None, alias="utsending")
    late: When | None = Field(default=None, alias="ettersending")
    minutes: When | None = Field(default=None, alias="referat")


class LateSending(Sourced):
    """Papers sent after the rest: which version, what it replaces, why, approved by whom."""

    case: CaseRef | None = Field(default=None, alias="sak")
    dated: When = Field(alias="dato")
    version: Count | None = Field(default=None, alias="versjon")
    replaces: Count | None = Field(default=None, alias="erstatter")
    reason: Text = Field(alias="grunn")
    approved_by: Text | None = Field(default=None, alias="godkjent_av")


class Consensus(Choice):
    """Whether the parties agreed."""

    REACHED = "enighet"
    WITH_EXCEPTIONS = "enighet-med-unntak"
    NOT_REACHED = "ikke-enighet"


class ExceptionKind(Choice):
    """In what way a party was not simply part of the agreement."""

    REMARK = "merknad"
    RESERVATION = "forbehold"
    ABSENT = "fravær"
    WRITTEN = "skriftlig-svar"
    DISSENT = "dissens"


class Exempted(Sourced):
    """A party that was not simply part of the agreement, how, and in its own words."""

    organisation: OrganisationRef = Field(alias="organisasjon")
    kind: ExceptionKind = Field(alias="hva")
    text: Text | None = Field(default=None, alias="tekst")
    answered: When | None = Field(default=None, alias="svar_dato")


class AgendaItem(Sourced):
    """One item; its number is a label in a series, never the case's id."""

    number: Text | None = Field(default=None, alias="nummer")
    series: Text | None = Field(default=None, alias="serie")
    case: CaseRef | None = Field(default=None, alias="sak")
    title: Text | None = Field(default=None, alias="tittel")
    sender: Text | None = Field(default=None, alias="avsender")
    handling: Annotated[Handling | Unknown | None, OrUnknown()] = Field(alias="behandling")
    without_paper: NoPaper | None = Field(default=None, alias="uten_notat")
    coordination: Yes | None = Field(default=None, alias="samordning")
    shielded: Yes | None = Field(default=None, alias="skjermet")
    public_title: Text | None = Field(default=None, alias="offentlig_tittel")
    basis: Text | None = Field(default=None, alias="hjemmel")
    outcome: Annotated[Outcome | Unknown | None, OrUnknown()] = Field(default=None, alias="utfall")
    recommendation: list[Text] = Field(default_factory=list, alias="innstilling")
    decision: list[Text] = Field(default_factory=list, alias="vedtak")
    changed: Yes | None = Field(default=None, alias="endret_i_møtet")
    consensus: Annotated[Consensus | Unknown | None, OrUnknown()] = Field(default=None, alias="enighet")
    exceptions: list[Exempted] = Field(default_factory=list, alias="unntak_fra_enighet")
    agreements: list[AgreementRef] = Field(default_factory=list, alias="avtaler")
    task: TaskRef | None = Field(default=None, alias="oppgave")
    money: Sum | None = Field(default=None, alias="omfang")
    reports: MeetingRef | None = Field(default=None, alias="melder_fra")
    follow_up: Yes | None = Field(default=None, alias="følges_opp")


def was_decided(item: AgendaItem) -> bool:
    """Whether the body decided or endorsed what was put before it for decision."""
    ended = (Outcome.DECIDED, Outcome.ENDORSED, Outcome.ENDORSED_WITH_REMARKS)
    return item.handling is Handling.DECISION and item.outcome in ended


class Minutes(Sourced):
    """The state of the minutes."""

    state: MinutesState = Field(alias="tilstand")
    dated: Annotated[When | Unknown | None, OrUnknown()] = Field(default=None, alias="dato")
    remarks_by: When | None = Field(default=None, alias="merknadsfrist")
    approved_in: MeetingRef | None = Field(default=None, alias="godkjent_i")


class AnswerGiven(Choice):
    """What a party answered in writing."""

    AGREES = "enig"
    AGREES_WITH_REMARKS = "enig-med-merknader"
    DISAGREES = "uenig"
    WANTS_MEETING = "ønsker-møte"


class Answer(Sourced):
    """One party's answer."""

    organisation: OrganisationRef = Field(alias="organisasjon")
    answer: AnswerGiven = Field(alias="svar")
    dated: When | None = Field(default=None, alias="dato")


class WrittenProcedure(Block):
    """Deciding between meetings: on what, by when, who answered, and whether silence is consent."""

    text: Text | None = Field(default=None, alias="tekst")
    sent: When | None = Field(default=None, alias="sendt")
    answer_by: When = Field(alias="svarfrist")
    silence_is_consent: Yes | None = Field(default=None, alias="taushet_er_samtykke")
    answers: list[Answer] = Field(default_factory=list, alias="svar")
    entered_in: MeetingRef | None = Field(default=None, alias="ført_i")


class Meeting(Sheet):
    """One meeting of one body."""

    id: Id = Field(alias="id")
    body: MandateRef = Field(alias="organ")
    dated: When = Field(alias="dato")
    time: Text | None = Field(default=None, alias="klokkeslett")
    place: Annotated[Text | Unknown | None, OrUnknown()] = Field(default=None, alias="sted")
    form: MeetingForm = Field(default=MeetingForm.ORDINARY, alias="form")
    state: MeetingState = Field(alias="tilstand")
    moved_to: MeetingRef | None = Field(default=None, alias="flyttet_til")
    moved_from: MeetingRef | None = Field(default=None, alias="flyttet_fra")
    deadlines: MeetingDeadlines | None = Field(default=None, alias="frister")
    openness: Annotated[Openness | Unknown | None, OrUnknown()] = Field(default=None, alias="åpenhet")
    sent: Sent | None = Field(default=None, alias="sendt")
    late: list[LateSending] = Field(default_factory=list, alias="ettersending")
    written: WrittenProcedure | None = Field(default=None, alias="skriftlig")
    agenda: list[AgendaItem] = Field(default_factory=list, alias="saksliste")
    present: list[OrganisationRef] = Field(default_factory=list, alias="til_stede")
    absent: list[OrganisationRef] = Field(default_factory=list, alias="forfall")
    also_present: list[Text] = Field(default_factory=list, alias="også_til_stede")
    minutes: Minutes | None = Field(default=None, alias="referat")

    @property
    def takes_place(self) -> bool:
        """Whether it was held or is to be, on the day that the file says."""
        return self.state in (MeetingState.PLANNED, MeetingState.HELD)

    @cached_property
    def _cases(self) -> frozenset[str]:
        return frozenset(item.case.casefold() for item in self.agenda if item.case)

    def has_case(self, case: str) -> bool:
        """Whether a case is on the agenda."""
        return case.casefold() in self._cases
