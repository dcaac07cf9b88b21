"""One record: every figure in it, and where each comes from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from byvekst_cli.area import Area, Record
from byvekst_cli.area.facts import Named, Quantity, Span, Value, facts_of
from byvekst_cli.area.figures import Figure, figures_of
from byvekst_cli.language import Say
from byvekst_cli.language.facts import fact_words
from byvekst_cli.language.say import safe
from byvekst_cli.model.block import Block
from byvekst_cli.model.citation import Citation
from byvekst_cli.model.money import Money
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.report.grid import Grid, print_grids
from byvekst_cli.source.document import Document

VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with the file it stands in; `path` is from where the command ran."""

    area: Area
    record: Record[Block]
    document: Document
    path: str

    @property
    def figures(self) -> tuple[Figure, ...]:
        return figures_of(self.record, self.area)

    @property
    def line(self) -> int:
        return self.document.locate(self.record.at()).line

    def field(self, figure: Figure) -> str:
        """Where in the record a figure stands, as `andre_oppgir` would name it: `anslag.2019.p50`."""
        inside = self.document.natural_key(figure.place.route)
        return inside.removeprefix(self.document.natural_key(self.record.route)).lstrip("/").replace("/", ".")

    def sources(self) -> Iterator[tuple[str, Citation | None]]:
        """Each source used, once, in the order of the figures."""
        for id in dict.fromkeys(figure.source for figure in self.figures if figure.source):
            yield id, self.area.one(Citation, id)


def print_record(shown: Shown, say: Say, console: Console) -> None:
    """A table of figures, and the sources below it."""
    name = getattr(shown.record.model, "name", None) or getattr(shown.record.model, "title", "")
    console.print(Text.assemble((safe(shown.record.id), "bold"), "  ", safe(str(name))))
    console.print(Text(safe(f"{shown.path}:{shown.line}"), style="dim"), soft_wrap=True)
    if not shown.figures:
        console.print(Text(say("no-figures")))
        return
    console.print()
    console.print(_table(shown, say))
    console.print()
    for id, citation in shown.sources():
        console.print(Text.assemble((safe(id), "bold"), "  ", safe(_described(citation))))
        if citation and citation.url:
            console.print(Text(safe(citation.url), style="dim"), soft_wrap=True)


def print_facts(shown: Shown, say: Say, console: Console) -> None:
    """What a note can ask the record for, as it is written and as it is read."""
    found = facts_of(shown.record, shown.area).values()
    head = [say("fact-written"), say("fact-shown")]
    rows = [[f"{{{{ {shown.record.id}.{fact.name} }}}}", fact_words(fact.value, say)] for fact in found]
    grids = [Grid(say("fact-title"), head, rows, numbers=())] if rows else []
    print_grids(shown.record.id, grids, [] if rows else [say("fact-none")], console)


def _table(shown: Shown, say: Say) -> Table:
    years = any(figure.price_year for figure in shown.figures)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in ("figure", "value", "price-year", "source") if years else ("figure", "value", "source"):
        table.add_column(say(column), overflow="fold", justify="right" if column == "value" else "left")
    for figure in shown.figures:
        year = [_price_year(figure, say)] if years else []
        table.add_row(safe(shown.field(figure)), _value(figure, say), *year, safe(_origin(figure, say)))
    return table


def record_json(shown: Shown) -> str:
    """Version 1: the record as its file has it, and the origin of each of its figures."""
    data: Any = shown.document.data
    for step in shown.record.route:
        data = data[step]
    report = {
        "version": VERSION,
        "as_of": shown.area.as_of.isoformat(),
        "area": shown.area.id,
        "id": shown.record.id,
        "kind": shown.record.kind,
        "path": shown.path,
        "line": shown.line,
        "data": data,
        "figures": [_figure(figure, shown) for figure in shown.figures],
        "facts": {fact.name: _fact(fact.value) for fact in facts_of(shown.record, shown.area).values()},
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _fact(value: Value) -> Any:
    """A fact as data; null where it is unknown."""
    match value:
        case Unknown():
            return None
        case Money():
            return {"mnok": value.in_mnok, "price_year": str(value.year)}
        case Span():
            return {"low": _fact(value.low), "high": _fact(value.high)}
        case Quantity():
            until = str(value.until) if value.until else None
            return {"number": value.number, "unit": value.unit, "until": until}
        case Named():
            return dict(value.names)
        case tuple():
            return list(value)
    return str(value)


def _figure(figure: Figure, shown: Shown) -> dict[str, Any]:
    citation = shown.area.one(Citation, figure.source)
    return {
        "field": shown.field(figure),
        "value": None if isinstance(figure.value, Unknown) else figure.value,
        "unit": figure.unit,
        "price_year": str(figure.price_year) if figure.price_year else None,
        "source": {"id": figure.source, **_cited(citation)} if figure.source else None,
        "illustration": figure.illustration,
        "line": shown.document.locate(figure.place).line,
    }


def _cited(citation: Citation | None) -> dict[str, Any]:
    if citation is None:
        return {}
    dated = str(citation.dated) if citation.dated else None
    publisher = str(citation.publisher) if citation.publisher else None
    return {"title": citation.title, "publisher": publisher, "date": dated, "url": citation.url}


def _value(figure: Figure, say: Say) -> str:
    if isinstance(figure.value, Unknown):
        return say("unknown")
    if figure.unit is None:
        return say.number(figure.value)
    return say(f"unit-{figure.unit}", n=figure.value)


def _price_year(figure: Figure, say: Say) -> str:
    year = figure.price_year
    return "" if year is None else say("unknown") if year.is_unknown else str(year)


def _origin(figure: Figure, say: Say) -> str:
    if figure.illustration:
        return say("illustration")
    return figure.source or say("no-source")


def _described(citation: Citation | None) -> str:
    if citation is None:
        return ""
    parts = (citation.title, citation.publisher, citation.dated)
    return ". ".join(str(part) for part in parts if part and not isinstance(part, Unknown))


def _plain(value: object) -> object:
    """An exact number as JSON has it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
