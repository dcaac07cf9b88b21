"""CON001: another source says something else about a field."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from byvekst_cli.area import Area, Record
from byvekst_cli.area.fields import MISSING, field_value
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.block import Sheet
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.model.rounding import rounds_to
from byvekst_cli.model.unknown import WORDS
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule

_NUMBER = re.compile(r"-?[0-9]{1,15}([.,][0-9]{1,12})?")


@rule("CON001", about=Sheet, severity=Severity.WARNING)
def differing_statements(record: Record[Sheet], area: Area) -> Problems:
    """Values of a series are left to the rule on revisions."""
    for index, other in enumerate(record.model.others_state):
        value = field_value(record.data, other.field)
        in_series = isinstance(record.model, Indicator) and record.model.value_at(other.field)
        if value is MISSING or _is_group(value) or in_series:
            continue
        listed = value if isinstance(value, list) else [value]
        here, there = [_plain(each) for each in listed], _plain(other.value)
        if not any(_same(each, there) for each in here):
            facts = {
                "field": other.field,
                "here": here[0] if len(here) == 1 else ", ".join(map(str, here)),
                "there": there,
                "source": Hint(area.title(other.source)),
            }
            yield Problem(record.at("others_state", index, "value"), facts)


def _is_group(value: Any) -> bool:
    """Groups of fields are compared field by field, by naming the field."""
    return isinstance(value, Mapping) or (isinstance(value, list) and any(map(_is_group, value)))


def _plain(value: Any) -> Any:
    """A number as it was written, with its decimals, also when it was written as text."""
    text = str(value)
    return Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else text


def _same(here: Any, there: Any) -> bool:
    """Equal, or one the other rounded; what is not known contradicts nothing."""
    if here in WORDS or there in WORDS:
        return True
    if isinstance(here, Decimal) and isinstance(there, Decimal):
        return rounds_to(here, there) or rounds_to(there, here)
    if When.fits(str(here)) and When.fits(str(there)):
        return When.parse(str(here)).overlaps(When.parse(str(there)))
    return str(here).casefold().split() == str(there).casefold().split()
