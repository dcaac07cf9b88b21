"""What a choice of programme rests on, and what of it has changed since it was frozen."""

from collections.abc import Iterator

from byvekst_cli.area.area import Area
from byvekst_cli.area.record import Record
from byvekst_cli.area.seals import seals_of
from byvekst_cli.model.assessment import Assessment
from byvekst_cli.model.block import Block
from byvekst_cli.model.funding_plan import FundingPlan
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.programme_choice import ProgrammeChoice
from byvekst_cli.model.project import Project
from byvekst_cli.model.value_model import ValueModel
from byvekst_cli.model.weighting import Weighting

_WHOLE = (FundingPlan, PriceIndex, ValueModel, Weighting, Assessment)


def inputs(area: Area, programme: str | None) -> Iterator[tuple[str, str]]:
    """Each file that a calculation of a programme reads, and the mark of its figures."""
    for record in sorted(area.of(Block), key=lambda each: each.path):
        if _is_input(record, programme):
            yield record.path, seals_of(record, area).figures


def changed_inputs(area: Area, choice: ProgrammeChoice) -> Iterator[str]:
    """Files that are not as they were, have gone, or have come since."""
    now = dict(inputs(area, choice.programme))
    for path in sorted({*now, *choice.seals}):
        if now.get(path) != choice.seals.get(path):
            yield path


def _is_input(record: Record[Block], programme: str | None) -> bool:
    model = record.model
    if isinstance(model, Programme):
        return programme is not None and model.id.casefold() == programme.casefold()
    if isinstance(model, Project):
        return model.planning is not None
    return isinstance(model, _WHOLE)
