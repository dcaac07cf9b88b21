"""`sak/<id>/sak.yaml`: one case through all bodies; it outlives any meeting."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from byvekst_cli.model.block import Sheet
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.text import AgreementRef, Id, OrganisationRef, ProjectRef, Text
from byvekst_cli.model.treatment import LocalTreatment, Point, Treatment
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When
from byvekst_cli.model.withheld import Withheld


class CaseKind(Choice):
    """What a case is about."""

    PROGRAMME = "handlingsprogram"
    BUDGET = "årsbudsjett"
    REPORT = "rapport"
    ACCOUNTS = "økonomisk-årsrapport"
    DEVIATION = "avvik"
    REALLOCATION = "omdisponering"
    MANDATE = "mandat"
    GOALS = "måloppnåelse"
    PROJECT = "prosjekt"
    AGREEMENT = "avtale"
    GENERAL = "annet"

    @property
    def is_treated_locally(self) -> bool:
        """Whether the parties' own councils are to treat it."""
        return self in (CaseKind.PROGRAMME, CaseKind.BUDGET, CaseKind.ACCOUNTS)


class CaseState(Choice):
    """How far a case has come in the saksplan."""

    REPORTED = "meldt-inn"
    PLANNED = "på-plan"
    DRAFT = "utkast"
    ASSURED = "kvalitetssikra"
    ADMINISTRATION = "administrativt-behandlet"
    SENT = "utsendt"
    DECIDED = "vedtatt"
    POSTPONED = "utsatt"
    WITHDRAWN = "trukket"
    LOCALLY_TREATED = "lokalt-behandlet"
    FOLLOWED_UP = "fulgt-opp"


class Case(Sheet):
    """One case."""

    id: Id = Field(alias="id")
    title: Text = Field(alias="tittel")
    public_title: Text | None = Field(default=None, alias="offentlig_tittel")
    withheld: Withheld | None = Field(default=None, alias="unntatt")
    kind: CaseKind = Field(alias="slag")
    state: CaseState = Field(alias="tilstand")
    agreement: AgreementRef | None = Field(default=None, alias="avtale")
    sender: Annotated[OrganisationRef | Unknown | None, OrUnknown()] = Field(default=None, alias="avsender")
    reported: When | None = Field(default=None, alias="meldt")
    projects: list[ProjectRef] = Field(default_factory=list, alias="prosjekter")
    treatments: list[Treatment] = Field(default_factory=list, alias="behandlinger")
    local: list[LocalTreatment] = Field(default_factory=list, alias="lokalbehandling")
    local_by: When | None = Field(default=None, alias="lokal_frist")
    points: list[Point] = Field(default_factory=list, alias="punkter")
    agreed: list[Point] = Field(default_factory=list, alias="omforent")

    @cached_property
    def _meetings(self) -> frozenset[str]:
        return frozenset(treatment.meeting.casefold() for treatment in self.treatments if treatment.meeting)

    def was_in(self, meeting: str) -> bool:
        """Whether the case says that it was treated in a meeting."""
        return meeting.casefold() in self._meetings
