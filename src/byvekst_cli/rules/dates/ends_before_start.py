"""DAT001: something ends before it begins."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.block import Block
from byvekst_cli.model.leaves import leaves
from byvekst_cli.model.when import Ends, When
from byvekst_cli.rules.rule import Problems, rule


@rule("DAT001", about=Block, severity=Severity.ERROR)
def ends_before_start(record: Record[Block], area: Area) -> Problems:
    for leaf in leaves(record.model, Ends):
        since, until = getattr(leaf.block, leaf.mark.start), leaf.value
        if isinstance(since, When) and isinstance(until, When) and until.is_before(since):
            yield Problem(record.at(*leaf.steps), {"since": since, "until": until})
