"""IDN002: a file, or the folder it has to itself, is not named after the id of the record in it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.block import Block
from byvekst_cli.model.kinds import Kind, kind_at, name_at
from byvekst_cli.model.text import file_stem
from byvekst_cli.rules.rule import Problems, rule


@rule("IDN002", about=Block, severity=Severity.ERROR)
def id_not_file_name(record: Record[Block], area: Area) -> Problems:
    kind = kind_at(record.path)
    field = _field(kind) if kind else None
    if kind is None or field is None:
        return
    stated = str(getattr(record.model, field))
    name, wanted = name_at(kind, record.path), file_stem(stated)
    if name != wanted:
        facts = {
            "id": stated,
            "wanted": kind.pattern.replace("*", wanted),
            "path": kind.pattern.replace("*", name),
        }
        yield Problem(record.at(field), facts)


def _field(kind: Kind) -> str | None:
    """What the file is named after: the id of its record, the year of a budget or the period of a report."""
    if "*" not in kind.pattern:
        return None
    return next((field for field in ("id", "year", "period") if field in kind.model.model_fields), None)
