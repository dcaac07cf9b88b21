"""GOA003: periods are missing inside a series."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.goals.series import gaps
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA003", about=Indicator, severity=Severity.WARNING)
def series_with_gaps(indicator: Record[Indicator], area: Area) -> Problems:
    """By the frequency of the series itself; a period whose value is `ukjent` is not missing."""
    for name, series in indicator.model.series.items():
        found = list(gaps(indicator.model, series))
        if found:
            after, before = found[0]
            facts = {"series": name, "n": len(found), "after": after, "before": before}
            yield Problem(indicator.at("series", name, on=On.KEY), facts)
