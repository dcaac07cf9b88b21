"""IDN002: a file is not named after the id of the record in it."""

from pathlib import PurePosixPath

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.block import Block
from byvekst_cli.model.text import file_stem
from byvekst_cli.rules.rule import Problems, rule


@rule("IDN002", about=Block, severity=Severity.ERROR)
def id_not_file_name(record: Record[Block], area: Area) -> Problems:
    path = PurePosixPath(record.path)
    if len(path.parts) == 1:
        return
    wanted = file_stem(record.id)
    if path.stem != wanted:
        yield Problem(record.at("id"), {"id": record.id, "wanted": f"{wanted}.yaml", "name": path.name})
