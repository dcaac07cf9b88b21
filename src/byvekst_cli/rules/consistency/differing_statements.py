"""CON001: another source says something else about a field."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from byvekst_cli.area import Area, Record
from byvekst_cli.area.fields import MISSING, field_value
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.block import Sheet
from byvekst_cli.model.unknown import WORDS
from byvekst_cli.rules.rule import Problems, rule


@rule("CON001", about=Sheet, severity=Severity.WARNING)
def differing_statements(record: Record[Sheet], area: Area) -> Problems:
    for index, other in enumerate(record.model.others_state):
        here = field_value(record.data, other.field)
        if here is MISSING or any(_same(value, other.value) for value in _values(here)):
            continue
        yield Problem(
            record.at("others_state", index, "value"),
            {
                "field": other.field,
                "here": ", ".join(map(str, _values(here))),
                "there": other.value,
                "source": Hint(area.title(other.source)),
            },
        )


def _values(here: Any) -> Iterator[Any]:
    yield from here if isinstance(here, list) else (here,)


def _same(here: Any, there: str | int | Decimal) -> bool:
    """Equal, or both numbers and one the other rounded; what is not known contradicts nothing."""
    if here in WORDS or there in WORDS:
        return True
    if isinstance(here, int | Decimal) and isinstance(there, int | Decimal):
        return _rounds_to(Decimal(here), Decimal(there)) or _rounds_to(Decimal(there), Decimal(here))
    return str(here).casefold().split() == str(there).casefold().split()


def _rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    """15.65 is right against 15.6 and 15.7: half a unit in the rounded number's last place."""
    unit = Decimal(1).scaleb(int(rounded.as_tuple().exponent))
    return rounded != rounded.to_integral_value() and abs(exact - rounded) <= unit / 2
