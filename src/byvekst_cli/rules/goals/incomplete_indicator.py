"""GOA002: an indicator does not say all that is needed to use it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.indicator import Comparison, Indicator
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA002", about=Indicator, severity=Severity.WARNING)
def incomplete_indicator(indicator: Record[Indicator], area: Area) -> Problems:
    """`ukjent` is an answer, levels need no year, and what nobody has defined yet needs nothing."""
    model = indicator.model
    series = list(model.series.values())
    if not series and model.definition is UNKNOWN:
        return
    compared = [each for each in series if each.comparison in (Comparison.ROLLING, Comparison.CHAINED)]
    there = {
        "lacks-reference-year": model.reference_year or (series and all(e.reference_year for e in compared)),
        "lacks-reporter": model.reporter,
        "lacks-source": model.has_provenance or (series and all(each.has_provenance for each in series)),
    }
    lacks = tuple(Term(name) for name, value in there.items() if not value)
    if lacks:
        yield Problem(indicator.at("name"), {"lacks": lacks})
