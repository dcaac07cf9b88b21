"""IDN001: two records have the same id."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.model.block import Block
from byvekst_cli.model.kinds import kind_at, name_at
from byvekst_cli.model.text import file_stem
from byvekst_cli.model.vocabulary import Concept
from byvekst_cli.model.wording import Advice
from byvekst_cli.rules.rule import Problems, rule


@rule("IDN001", about=Area, severity=Severity.ERROR)
def duplicate_id(area: Area) -> Problems:
    """The record whose file has the right name keeps the id; files that there is one of have none."""
    holders: dict[tuple[str, str], list[Record[Block]]] = {}
    for record in filter(_is_named, area.records):
        holders.setdefault((_space(record), record.id.casefold()), []).append(record)
    for records in holders.values():
        first, *others = sorted(records, key=_is_misnamed)
        for other in others:
            place = other.at("id") if "id" in type(other.model).model_fields else other.at(on=On.KEY)
            yield Problem(place, {"id": other.id}, (Clue(first.at(on=On.KEY), "first-here"),))


def _space(record: Record[Block]) -> str:
    """Words and advice are always named for what they are, so only their own sort must differ.

    So must files named after a year or a period, which nobody refers to by id.
    """
    has_id = bool(record.route) or "id" in type(record.model).model_fields
    return record.kind if isinstance(record.model, Concept | Advice) or not has_id else ""


def _is_named(record: Record[Block]) -> bool:
    """Whether others refer to the record by its id."""
    kind = kind_at(record.path)
    return bool(record.route) or (kind is not None and "*" in kind.pattern)


def _is_misnamed(record: Record[Block]) -> bool:
    kind = kind_at(record.path)
    return not record.route and kind is not None and name_at(kind, record.path) != file_stem(record.id)
