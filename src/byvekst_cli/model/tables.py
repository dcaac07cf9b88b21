"""Which tables an area's money and projects make: each a line here, its columns from the model."""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from byvekst_cli.model.block import Block, OtherStatement
from byvekst_cli.model.budget import Budget, BudgetPost, Deviation, Reallocation, Remainder, Transfer
from byvekst_cli.model.citation import Citation
from byvekst_cli.model.column import Column, Sort, columns
from byvekst_cli.model.effect import Effect
from byvekst_cli.model.funding import Estimate, Funding, Post, Sum, Total
from byvekst_cli.model.funding_plan import Advance, Loan, Part, Scheme, Split
from byvekst_cli.model.programme import Income, Programme, ProgrammeLine, Unfunded
from byvekst_cli.model.project import Milestone, Project
from byvekst_cli.model.status_report import ReportedDeviation, ReportLine, StatusReport

EACH: Final = "*"
"""A step into each row of a list or mapping."""


class Rows(Enum):
    """What makes a row of a table."""

    FILE = "file"
    LIST = "list"
    MAPPING = "mapping"
    PARTS = "parts"
    """Fields of one block that are blocks of the same form."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind of file. `leads` name what a row belongs to, from the file inwards.

    A lead is a word for the file's id or for an `EACH` step, and last the row's own key where it has one.
    `apart` are the columns that tell the rows of a list from each other, where there are such.
    """

    name: str
    kind: str
    model: type[Block]
    rows: Rows = Rows.LIST
    route: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        return _of(self.model)

    @property
    def key_words(self) -> tuple[str, ...]:
        """What the last lead may be, where that is a closed list."""
        return PARTS if self.rows is Rows.PARTS else ()

    @property
    def has_own_key(self) -> bool:
        """Whether the last lead is the row's own key, and not what it belongs to."""
        return self.rows in (Rows.MAPPING, Rows.PARTS)

    def find(self, name: str) -> Column | None:
        """The column with a name, also where it is a key of a wide one."""
        for column in self.columns:
            if column.name == name and not column.wide:
                return column
            if column.wide and name.startswith(f"{column.name}.") and name != f"{column.name}.":
                return column.at(name.removeprefix(f"{column.name}."))
        return None


PARTS: Final = tuple(
    str(info.alias)
    for info in Funding.model_fields.values()
    if any(isinstance(arm, type) and issubclass(arm, Sum) for arm in getattr(info.annotation, "__args__", ()))
)
"""The sums of a project's funding, by their keys."""
_APART: Final = frozenset(f"finansiering.{part}" for part in PARTS)


@cache
def _of(model: type[Block]) -> tuple[Column, ...]:
    """What a row is about comes before its amount."""
    made = columns(model, _APART if model is Project else frozenset())
    if made[0].sort is not Sort.NUMBER:
        return made
    return tuple(sorted(made, key=lambda column: not (column.needed and column.refers_to)))


_PROJECT, _PROGRAMME, _REPORTED = ("project",), ("programme",), ("report", "project")
_LINE: Final = ("prosjekter", EACH)
TABLES: Final = (
    Table("projects", "project", Project, Rows.FILE),
    Table("estimates", "project", Estimate, route=("anslag",), leads=_PROJECT),
    Table("sums", "project", Total, Rows.PARTS, ("finansiering",), ("project", "part")),
    Table("posts", "project", Post, route=("finansiering", "poster"), leads=_PROJECT),
    Table("milestones", "project", Milestone, route=("milepæler",), leads=_PROJECT),
    Table("statements", "project", OtherStatement, route=("andre_oppgir",), leads=_PROJECT),
    Table("effects", "project", Effect, route=("effekter",), leads=_PROJECT),
    Table("programmes", "programme", Programme, Rows.FILE),
    Table("income", "programme", Income, route=("inntekter",), leads=_PROGRAMME),
    Table("lines", "programme", ProgrammeLine, route=("linjer",), leads=_PROGRAMME),
    Table("line-posts", "programme", Post, route=("linjer", EACH, "poster"), leads=("programme", "project")),
    Table("unfunded", "programme", Unfunded, route=("uten_midler",), leads=_PROGRAMME),
    Table("budgets", "budget", Budget, Rows.FILE),
    Table("budget-posts", "budget", BudgetPost, route=("poster",), leads=("budget",)),
    Table("transfers", "budget", Transfer, route=("overførte",), leads=("budget",)),
    Table("reallocations", "budget", Reallocation, route=("omdisponeringer",), leads=("budget",)),
    Table("deviations", "budget", Deviation, route=("avvik",), leads=("budget",)),
    Table("remainders", "budget", Remainder, route=("restmidler",), leads=("budget",)),
    Table("reports", "report", StatusReport, Rows.FILE),
    Table("report-lines", "report", ReportLine, route=_LINE[:1], leads=("report",), apart=("prosjekt",)),
    Table("report-milestones", "report", Milestone, Rows.LIST, (*_LINE, "milepæler"), _REPORTED, ("hva",)),
    Table("report-deviations", "report", ReportedDeviation, route=(*_LINE, "avvik"), leads=_REPORTED),
    Table("schemes", "funding", Scheme, Rows.MAPPING, ("ordninger",), ("scheme",)),
    Table("scheme-parts", "funding", Part, route=("ordninger", EACH, "deler"), leads=("scheme",)),
    Table("splits", "funding", Split, Rows.MAPPING, ("fordelinger",), ("split",)),
    Table("loans", "funding", Loan, route=("lån",)),
    Table("advances", "funding", Advance, route=("forskutteringer",)),
    Table("citations", "citations", Citation, Rows.MAPPING, ("kilder",), ("citation",)),
)
BY_NAME: Final = {table.name: table for table in TABLES}


def id_key(kind: str) -> str:
    """The key that says what a file is called: its year, its period, or its id."""
    return {"budget": "år", "report": "periode"}.get(kind, "id")


__all__ = ["BY_NAME", "EACH", "PARTS", "TABLES", "Column", "Rows", "Sort", "Table", "id_key"]
