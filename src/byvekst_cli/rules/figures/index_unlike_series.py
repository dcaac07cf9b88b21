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
        values = (*(value for value, _, _ in known), *_of_years(each, area))
        if not known or any(rounds_to(value, each.percent) or value == each.percent for value in values):
            continue
        value, place, window = known[0]
        facts = {"words": each.words, "known": value, "months": window, "until": each.until}
        stretch = Place(note.path, stretch=(each.start, each.end))
        yield Problem(stretch, facts, (Clue(place, "the-figure-here"),))


def _values(said: Indexed, area: Area) -> Iterator[tuple[Decimal, Place, int]]:
    for record in area.of(Indicator):
        if record.model.city_index is None or record.model.unit is not Unit.PERCENT:
            continue
        for id, series in record.model.series.items():
            value = series.values.get(said.until)
            window = series.window
            if (
                series.comparison is not Comparison.ROLLING
                or value is None
                or not isinstance(window, Decimal)
            ):
                continue
            is_meant = series.reference_year == said.since if said.months is None else window == said.months
            if is_meant and isinstance(value.value, Decimal):
                place = record.at("series", id, "values", str(said.until), "value")
                yield value.value, place, int(window)


def _of_years(said: Indexed, area: Area) -> Iterator[Decimal]:
    """Where only years are named, a value of the last year in any series of the index can be meant too."""
    for record in area.of(Indicator) if said.months is None else ():
        for series in record.model.series.values() if record.model.city_index else ():
            for when, each in series.values.items():
                is_of_year = when.first.year == when.last.year == said.until.last.year
                if is_of_year and isinstance(each.value, Decimal):
                    yield each.value
