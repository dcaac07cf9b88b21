"""GOA006: another publication gives another value for the same period, and nothing says why."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, On, Problem, Severity
from byvekst_cli.goals.series import made
from byvekst_cli.model.indicator import Indicator, Series, Value
from byvekst_cli.model.rounding import rounds_to
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA006", about=Indicator, severity=Severity.WARNING)
def revised_without_note(indicator: Record[Indicator], area: Area) -> Problems:
    """Said in `andre_oppgir`, or by a second series of the byindeks that was made in the same way."""
    for index, other in enumerate(indicator.model.others_state):
        value, there = indicator.model.value_at(other.field), other.value
        if value and isinstance(there, int | Decimal) and _contradicts(value, Value(verdi=Decimal(there))):
            facts = {"here": value.value, "there": there, "source": Hint(area.title(other.source))}
            yield Problem(indicator.at("others_state", index, "value"), facts)
    if indicator.model.city_index is not None:
        yield from _twins(indicator)


def _twins(indicator: Record[Indicator]) -> Iterator[Problem]:
    for (_, old), (name, new) in combinations(indicator.model.series.items(), 2):
        for end in (end for end in new.values if end in old.values and _alike(old, new)):
            here, there = new.values[end], old.values[end]
            if _contradicts(here, there):
                place = indicator.at("series", name, "values", str(end), on=On.KEY)
                yield Problem(place, {"here": here.value, "there": there.value})


def _contradicts(one: Value, other: Value) -> bool:
    """Whether both are known and differ by more than rounding, and neither says that it was the other."""
    here, there = one.value, other.value
    if not isinstance(here, Decimal) or not isinstance(there, Decimal):
        return False
    explained = one.has_been(there) or other.has_been(here)
    return not (explained or rounds_to(here, there) or rounds_to(there, here))


def _alike(old: Series, new: Series) -> bool:
    same = (old.comparison, old.window, old.reference_year) == (
        new.comparison,
        new.window,
        new.reference_year,
    )
    return same and not made(old).differs(made(new))
