"""VAL002: a measured value lies outside its own confidence interval."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.rules.rule import Problems, rule


@rule("VAL002", about=Indicator, severity=Severity.ERROR)
def value_outside_interval(indicator: Record[Indicator], area: Area) -> Problems:
    for name, series in indicator.model.series.items():
        for end, row in series.values.items():
            value = row.value
            if isinstance(value, Unknown | None) or row.low is None or row.high is None:
                continue
            if not row.low <= value <= row.high:
                place = indicator.at("series", name, "values", str(end), "value")
                yield Problem(place, {"value": value, "low": row.low, "high": row.high})
