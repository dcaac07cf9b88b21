"""GOA007: an indicator's next value should have come."""

from dataclasses import dataclass
from datetime import timedelta

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.indicator import Frequency, Indicator
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule

_MONTH = 30.5


@dataclass(frozen=True, slots=True)
class Options:
    """Days after the next value was due by the indicator's frequency before it is told."""

    dager: int = 90


@rule("GOA007", about=Indicator, severity=Severity.WARNING, today=True, options=Options)
def report_overdue(indicator: Record[Indicator], area: Area, options: Options) -> Problems:
    """A stated day counts before the frequency; where either is unknown nothing is told."""
    model = indicator.model
    if model.next_due is not None:
        if isinstance(model.next_due, When) and model.next_due.has_passed(area.as_of):
            yield Problem(indicator.at("next_due"), {"due": model.next_due})
        return
    ends = [end for series in model.series.values() for end in series.values]
    if not ends or not isinstance(model.frequency, Frequency):
        return
    last = max(ends, key=lambda end: end.last)
    wait = timedelta(days=int(model.frequency.months * _MONTH) + options.dager)
    if last.last + wait < area.as_of:
        yield Problem(
            indicator.at("frequency"), {"last": last, "frequency": Term(f"frequency-{model.frequency.value}")}
        )
