"""A file as it was read: its text, its data, and where in the text each value stands."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from byvekst_cli.area.fields import row_name
from byvekst_cli.finding import On, Place, Route, Span
from byvekst_cli.source.flaw import Flaw

_BREAK: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Heading:
    """A Markdown heading: level 1–6, its text, and its first and last offset."""

    level: int
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """`path` is relative to the area, with `/`; the YAML begins at `shift`, and Markdown at `body`."""

    path: str
    text: str = ""
    data: Any = None
    spans: "array[int]" = field(default_factory=lambda: array("L"))
    flaws: tuple[Flaw, ...] = ()
    headings: tuple[Heading, ...] = ()
    shift: int = 0
    body: int | None = None

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break; empty past the end."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        match = _BREAK.search(self.text, start)
        return self.text[start : match.start() if match else None]

    def span(self, start: int, end: int) -> Span:
        """Lines and columns of a stretch of the text."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, end))
        return Span(line, column, end_line, end_column)

    def offset(self, line: int, column: int) -> int:
        """Where a line and column are in the text."""
        return self.line_starts[line - 1] + column - 1 if line <= len(self.line_starts) else len(self.text)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def locate(self, place: Place) -> Span:
        """Where a place is. What is not there is where its nearest parent is.

        A value that holds others is shown by its key, for it can run over many lines.
        """
        if place.stretch is not None:
            return self.span(*place.stretch)
        route = place.route
        while route and route not in self._nodes:
            route = route[:-1]
        if not route:
            return Span()
        at = self._nodes[route] * 4
        key_start, key_end, start, end = (offset + self.shift for offset in self.spans[at : at + 4])
        by_key = place.on is On.KEY or route != place.route or self._is_container(route)
        if by_key and key_end > key_start:
            return self.span(key_start, key_end)
        first_line = _BREAK.search(self.text, start, end)
        return self.span(start, first_line.start() if first_line else end)

    def stretch(self, route: Route) -> tuple[int, int, int, int]:
        """Where the key and the value at a route begin and end, without the space after. Raises KeyError."""
        at = self._nodes[route] * 4
        key_start, key_end, start, end = (offset + self.shift for offset in self.spans[at : at + 4])
        return key_start, key_end, start, start + len(self.text[start:end].rstrip())

    def plain_values(self) -> Iterator[tuple[tuple[int, int], Any]]:
        """Every value that holds no others, with the offsets it stands between."""
        for number, (_, value) in enumerate(_walk(self.data, ())):
            if _is_plain(value) and number * 4 + 3 < len(self.spans):
                yield (
                    (self.spans[number * 4 + 2] + self.shift, self.spans[number * 4 + 3] + self.shift),
                    value,
                )

    def natural_key(self, route: Route) -> str:
        """A route as `milepæler/åpning/plan`: rows by their first value, not their number."""
        names, value = [], self.data
        for step in route:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                value = None
            name = row_name(value) if isinstance(value, Mapping) else str(value)
            names.append(name if isinstance(step, int) and name else str(step))
        return "/".join(names)

    @cached_property
    def _nodes(self) -> dict[Route, int]:
        return {route: number for number, (route, _) in enumerate(_walk(self.data, ()))}

    @cached_property
    def _containers(self) -> frozenset[Route]:
        return frozenset(route for route, value in _walk(self.data, ()) if not _is_plain(value))

    def _is_container(self, route: Route) -> bool:
        return route in self._containers


def _is_plain(value: object) -> bool:
    return not isinstance(value, Mapping | list)


def _walk(value: Any, route: Route) -> Iterator[tuple[Route, Any]]:
    """Every node in the order the text names them, which is the order of the spans."""
    yield route, value
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _walk(item, (*route, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, (*route, index))
