"""GOA004: values in one series were made in different ways, and nothing says so."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.goals.series import unmarked_breaks
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA004", about=Indicator, severity=Severity.WARNING)
def unmarked_break(indicator: Record[Indicator], area: Area) -> Problems:
    for name, series in indicator.model.series.items():
        for before, after in unmarked_breaks(indicator.model, series):
            place = indicator.at("series", name, "values", str(after), on=On.KEY)
            yield Problem(place, {"before": before, "after": after})
