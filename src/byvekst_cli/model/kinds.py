"""Which kinds of file there are, where they lie, and which rows in them are records."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.area_file import AreaFile
from byvekst_cli.model.assessment import Assessment
from byvekst_cli.model.block import Sheet
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.case import Case
from byvekst_cli.model.citation import Citation, CitationFile
from byvekst_cli.model.closed_days import ClosedDay, ClosedDays
from byvekst_cli.model.duty import Duty, DutyFile
from byvekst_cli.model.evaluation import FollowUpPoint, GoalEvaluation
from byvekst_cli.model.follow_up import FollowUp, FollowUpFile
from byvekst_cli.model.funding_plan import FundingPlan, Scheme, Split
from byvekst_cli.model.goal import Goal, GoalFile
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.note_template import NotePart, NoteTemplate, NoteTemplates
from byvekst_cli.model.organisation import Organisation
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.programme_choice import ProgrammeChoice
from byvekst_cli.model.project import Project
from byvekst_cli.model.stamp import StampFile
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.model.value_model import Criterion, ValueModel
from byvekst_cli.model.vocabulary import Means, Measure, Phase, Role, Task, Term, Vocabulary
from byvekst_cli.model.weighting import Weighting
from byvekst_cli.model.wheel import Activity, Wheel
from byvekst_cli.model.wording import Markers, PlainWord, SameThing, ShortForm, VagueLink, Wording


@dataclass(frozen=True, slots=True)
class Rows:
    """A field of a file whose entries are records of their own, by id."""

    kind: str
    field: str
    model: type[Sheet]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name in the code, its model, and where it lies in an area."""

    name: str
    model: type[Sheet]
    pattern: str
    rows: tuple[Rows, ...] = ()

    @property
    def defines(self) -> tuple[str, ...]:
        """The kinds of record that a file of this kind holds."""
        return (self.name, *(rows.kind for rows in self.rows))


AREA: Final = Kind(
    "area",
    AreaFile,
    "byvekst.yaml",
    (Rows("agreement", "agreements", Agreement), Rows("organisation", "organisations", Organisation)),
)
KINDS: Final = (
    AREA,
    Kind("citations", CitationFile, "kilder.yaml", (Rows("citation", "citations", Citation),)),
    Kind("mandate", Mandate, "mandat/*.yaml"),
    Kind("project", Project, "prosjekt/*.yaml"),
    Kind("goals", GoalFile, "maal.yaml", (Rows("goal", "goals", Goal),)),
    Kind("indicator", Indicator, "indikator/*.yaml"),
    Kind(
        "evaluation",
        GoalEvaluation,
        "evaluering/*.yaml",
        (Rows("follow-up-point", "follow_up", FollowUpPoint),),
    ),
    Kind(
        "funding",
        FundingPlan,
        "finansiering.yaml",
        (Rows("scheme", "schemes", Scheme), Rows("split", "splits", Split)),
    ),
    Kind("value-model", ValueModel, "kriterium.yaml", (Rows("criterion", "criteria", Criterion),)),
    Kind("weighting", Weighting, "vekting/*.yaml"),
    Kind("assessment", Assessment, "vurdering/*.yaml"),
    Kind("price-index", PriceIndex, "prisindeks/*.yaml"),
    Kind("closed-days", ClosedDays, "fridager/*.yaml", (Rows("closed-day", "days", ClosedDay),)),
    Kind("wheel", Wheel, "aarshjul.yaml", (Rows("activity", "activities", Activity),)),
    Kind("programme", Programme, "handlingsprogram/*.yaml"),
    Kind("programme-choice", ProgrammeChoice, "programvalg/*.yaml"),
    Kind("budget", Budget, "budsjett/*.yaml"),
    Kind("report", StatusReport, "rapport/*.yaml"),
    Kind(
        "vocabulary",
        Vocabulary,
        "begrep/*.yaml",
        (
            Rows("phase", "phases", Phase),
            Rows("measure", "measures", Measure),
            Rows("means", "means", Means),
            Rows("role", "roles", Role),
            Rows("task", "tasks", Task),
            Rows("term", "terms", Term),
        ),
    ),
    Kind(
        "wording",
        Wording,
        "spraak/*.yaml",
        (
            Rows("plain-word", "plain_words", PlainWord),
            Rows("short-form", "short_forms", ShortForm),
            Rows("same-thing", "same_things", SameThing),
            Rows("vague-link", "vague_links", VagueLink),
            Rows("markers", "markers", Markers),
        ),
    ),
    Kind(
        "note-templates",
        NoteTemplates,
        "notatmal/*.yaml",
        (Rows("note-part", "parts", NotePart), Rows("note-template", "templates", NoteTemplate)),
    ),
    Kind("case", Case, "sak/*/sak.yaml"),
    Kind("paper", Paper, "sak/*/notat-*.md"),
    Kind("meeting", Meeting, "moete/*/moete.yaml"),
    Kind("follow-ups", FollowUpFile, "oppfoelging.yaml", (Rows("follow-up", "rows", FollowUp),)),
    Kind("duties", DutyFile, "avtalepunkt.yaml", (Rows("duty", "rows", Duty),)),
    Kind("stamps", StampFile, "stempler.yaml"),
)


def kind_at(path: str) -> Kind | None:
    """The kind of file that belongs at a path relative to the area, or None."""
    parts = path.split("/")
    for kind in KINDS:
        pattern = kind.pattern.split("/")
        if len(pattern) == len(parts) and all(map(fnmatchcase, parts, pattern)):
            return kind
    return None


def name_at(kind: Kind, path: str) -> str:
    """What the path promises that the record is called: the parts that differ between records."""
    parts = path.rpartition(".")[0].split("/")
    differing = [part for part, each in zip(parts, kind.pattern.split("/"), strict=True) if "*" in each]
    return "/".join(differing) or parts[-1]
