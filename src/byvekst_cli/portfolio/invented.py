"""Whether any of the money that is shown is invented, so that the reader is told."""

from collections.abc import Iterable

from byvekst_cli.area import Area, Record
from byvekst_cli.area.figures import figures_in
from byvekst_cli.model.block import Block
from byvekst_cli.model.funding_plan import FundingPlan
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.lines import Line


def has_invented_money(area: Area, programme: Programme | None, lines: Iterable[Line]) -> bool:
    """In the programme, in the plan for funding, or in what the lines' own sheets say of funding."""
    own = [record for record in area.of(Programme) if record.model is programme]
    plans: list[Record[Block]] = [*own, *area.of(FundingPlan)]
    return any(_has_invented(record, area) for record in plans) or _in_sheets(area, lines, "funding")


def has_invented_estimates(area: Area, lines: Iterable[Line]) -> bool:
    return _in_sheets(area, lines, "estimates")


def _in_sheets(area: Area, lines: Iterable[Line], attribute: str) -> bool:
    shown = {line.id.casefold() for line in lines if line.project}
    return any(
        _has_invented(record, area, attribute) for record in area.of(Project) if record.id.casefold() in shown
    )


def _has_invented(record: Record[Block], area: Area, attribute: str | None = None) -> bool:
    """In a file, or in one of its blocks."""
    file = next(file for file in area.of(Block) if file.path == record.path)
    start = record.at(attribute).route if attribute else record.route
    return any(
        figure.illustration and figure.unit == "MNOK" and figure.place.route[: len(start)] == start
        for figure in figures_in(file)
    )
