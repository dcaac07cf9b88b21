"""FIG011: a note gives the city index another value than the series with the same window and month."""

from collections.abc import Iterator
from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Place, Problem, Severity
from byvekst_cli.model.indicator import Comparison, Indicator, Unit
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.rounding import rounds_to
from byvekst_cli.prose.indexed import Indexed, indexed
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG011", about=Paper, severity=Severity.WARNING)
def index_unlike_series(note: Record[Paper], area: Area) -> Problems:
    """Silent where several indicators or series could be meant and one of them agrees."""
    for each in indexed(area.text_of(note)):
        known = tuple(_values(each, area))
        if not known or any(rounds_to(value, each.percent) or value == each.percent for value, _ in known):
            continue
        value, place = known[0]
        facts = {"words": each.words, "known": value, "months": each.months, "until": each.until}
        stretch = Place(note.path, stretch=(each.start, each.end))
        yield Problem(stretch, facts, (Clue(place, "the-figure-here"),))


def _values(said: Indexed, area: Area) -> Iterator[tuple[Decimal, Place]]:
    for record in area.of(Indicator):
        if record.model.city_index is None or record.model.unit is not Unit.PERCENT:
            continue
        for id, series in record.model.series.items():
            value = series.values.get(said.until)
            if series.comparison is Comparison.ROLLING and series.window == said.months and value:
                place = record.at("series", id, "values", str(said.until), "value")
                if isinstance(value.value, Decimal):
                    yield value.value, place
