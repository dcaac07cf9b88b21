"""DAT001: something ends before it begins."""

from collections.abc import Iterator, Mapping
from typing import Any

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.block import Block
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule


@rule("DAT001", about=Block, severity=Severity.ERROR)
def ends_before_start(record: Record[Block], area: Area) -> Problems:
    for steps, block in _blocks(record.model, ()):
        since, until = getattr(block, "since", None), getattr(block, "until", None)
        if isinstance(since, When) and isinstance(until, When) and until.is_before(since):
            place = record.at(*steps, "until")
            yield Problem(place, {"since": since, "until": until})


def _blocks(value: Any, steps: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Block]]:
    if isinstance(value, Block):
        yield steps, value
        for name in type(value).model_fields:
            yield from _blocks(getattr(value, name), (*steps, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _blocks(item, (*steps, str(key)))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _blocks(item, (*steps, index))
