"""GOA002: an indicator does not say all that is needed to use it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.indicator import Comparison, Indicator
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA002", about=Indicator, severity=Severity.WARNING)
def incomplete_indicator(indicator: Record[Indicator], area: Area) -> Problems:
    """Definition and unit are asked for by the file itself; `ukjent` is an answer; levels need no year."""
    model = indicator.model
    series = list(model.series.values())
    compared = [each for each in series if each.comparison in (Comparison.ROLLING, Comparison.CHAINED)]
    needs_year = compared if series else model.definition is not UNKNOWN
    there = {
        "lacks-reference-year": model.reference_year
        or not needs_year
        or (compared and all(each.reference_year for each in compared)),
        "lacks-reporter": model.reporter,
        "lacks-source": model.has_provenance or (series and all(each.has_provenance for each in series)),
    }
    lacks = tuple(Term(name) for name, value in there.items() if not value)
    if lacks:
        yield Problem(indicator.at("name"), {"lacks": lacks})
