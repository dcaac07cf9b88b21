"""IDN002: a file, or the folder it has to itself, is not named after the id of the record in it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.block import Block
from byvekst_cli.model.kinds import kind_at, name_at
from byvekst_cli.model.text import file_stem
from byvekst_cli.rules.rule import Problems, rule


@rule("IDN002", about=Block, severity=Severity.ERROR)
def id_not_file_name(record: Record[Block], area: Area) -> Problems:
    kind = kind_at(record.path)
    if kind is None or "*" not in kind.pattern or "id" not in kind.model.model_fields:
        return
    name, wanted = name_at(kind, record.path), file_stem(record.id)
    if name != wanted:
        facts = {
            "id": record.id,
            "wanted": kind.pattern.replace("*", wanted),
            "path": kind.pattern.replace("*", name),
        }
        yield Problem(record.at("id"), facts)
