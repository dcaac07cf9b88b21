"""FIG015: a note gives a measured series another value than the indicator has for the year."""

from collections.abc import Iterator
from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Place, Problem, Severity
from byvekst_cli.model.indicator import Indicator, Unit, Value
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.rounding import rounds_to
from byvekst_cli.prose.measured import Measured, measured, speaks_of, year_of
from byvekst_cli.rules.rule import Problems, rule

_Known = tuple[Value, Place, int]


@rule("FIG015", about=Paper, severity=Severity.WARNING)
def value_unlike_indicator(note: Record[Paper], area: Area) -> Problems:
    """Silent where several series could be meant and one of them agrees, now or before it was revised."""
    for each in measured(area.text_of(note)):
        known = tuple(_values(each, area))
        if not known or any(_agrees(value, each.percent) for value, _, _ in known):
            continue
        value, place, year = known[0]
        facts = {"words": each.words, "known": value.value, "year": year}
        yield Problem(
            Place(note.path, stretch=(each.start, each.end)), facts, (Clue(place, "the-figure-here"),)
        )


def _agrees(value: Value, said: Decimal) -> bool:
    known = value.value
    return isinstance(known, Decimal) and (known == said or rounds_to(known, said) or value.has_been(said))


def _values(said: Measured, area: Area) -> Iterator[_Known]:
    """The values of series in per cent that the sentence can be about."""
    for record in area.of(Indicator):
        if record.model.unit is not Unit.PERCENT:
            continue
        for id, series in record.model.series.items():
            year = year_of(said, series)
            if year is None or not speaks_of(said, series, record.model):
                continue
            for when, value in series.values.items():
                is_of_year = when.first.year == when.last.year == year
                if is_of_year and isinstance(value.value, Decimal):
                    place = record.at("series", id, "values", str(when), "value")
                    yield value, place, year
