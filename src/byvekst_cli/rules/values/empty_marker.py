"""VAL001: a value that only marks that there is none, such as `-` or `N/A`."""

from collections.abc import Iterator, Mapping
from typing import Any

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Route, Severity
from byvekst_cli.model.block import Block
from byvekst_cli.model.unknown import EMPTY_MARKERS
from byvekst_cli.rules.rule import Problems, rule

_LONGEST = 10


@rule("VAL001", about=Block, severity=Severity.WARNING, values=True)
def empty_marker(record: Record[Block], area: Area) -> Problems:
    for route, text in _texts(record.data, ()):
        if len(text) <= _LONGEST and text.strip().casefold() in EMPTY_MARKERS:
            yield Problem(Place(record.path, route), {"value": text})


def _texts(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*route, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*route, index))
