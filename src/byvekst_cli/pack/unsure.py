"""What a public version cannot be sure of: files that nobody could read, and figures told in words."""

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.case import Case
from byvekst_cli.model.kinds import KINDS, kind_at
from byvekst_cli.model.leaves import leaves
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.number import Number
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Project
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.model.text import Ref, file_stem

_TELLING: Final = (Project, Case, Paper, Meeting)
"""The models of files that can say that something is exempt."""
_NAMING: Final = (Meeting, Programme, Budget, StatusReport)
_DIGITS: Final = 3
"""A figure with fewer says too little to be looked for."""
_YEARS: Final = range(1900, 2101)
_APART: Final = "[ .\u00a0\u202f]?"
_PLACES: Final = tuple(Decimal(each) for each in ("0.1", "0.01", "0.001"))


def unread(area: Area) -> tuple[str, ...]:
    """Files that may say that something is exempt, and cannot be read or are not where they should be."""
    read = {record.path for record in area.records}
    faulty = {path for path in area.files if _is_telling(path) and path not in read}
    lost = {k.pattern.split("*")[0] for k in KINDS if k.model in _TELLING and k.name in area.unread.some}
    return tuple(sorted({*(faulty or lost), *_missing(area)}))


def _is_telling(path: str) -> bool:
    kind = kind_at(path)
    return kind is not None and kind.model in _TELLING


def _missing(area: Area) -> Iterator[str]:
    """Where the file of a case or project that has an item or an amount should be."""
    for record in area.records:
        for leaf in leaves(record.model, Ref) if isinstance(record.model, _NAMING) else ():
            if leaf.mark.kinds == ("case",) and area.one(Case, leaf.value) is None:
                yield f"sak/{file_stem(leaf.value)}/sak.yaml"
            elif leaf.mark.kinds == ("project",) and area.one(Project, leaf.value) is None:
                yield f"prosjekt/{file_stem(leaf.value)}.yaml"


def amounts(before: Iterable[Record[Any]], after: Iterable[Record[Any]]) -> frozenset[Decimal]:
    """The amounts (MNOK) that are gone from records, and that stand in none that is left."""
    left = {amount for record in after for amount in _amounts(record)}
    return frozenset(amount for record in before for amount in _amounts(record)) - left


def _amounts(record: Record[Any]) -> Iterator[Decimal]:
    for leaf in leaves(record.model, Number):
        if leaf.mark.unit == "MNOK" and isinstance(leaf.value, Decimal):
            yield leaf.value


def amounts_in(text: str, amounts: Collection[Decimal]) -> Iterator[str]:
    """The amounts that a text has, exactly or with as few decimals as tables have, as they stand there.

    Not those with few digits or that may be a year: they stand in any text.
    """
    for amount in sorted(amounts):
        for form in _forms(amount):
            yield from (found[0] for found in re.finditer(form, text))


def _forms(amount: Decimal) -> Iterator[str]:
    """Patterns of an amount, with the thousands apart or not."""
    ways = product(_PLACES, (ROUND_HALF_UP, ROUND_HALF_EVEN))
    rounded = {amount, *(amount.quantize(place, way) for place, way in ways)}
    for each in {abs(one.normalize()) for one in rounded}:
        whole, _, part = f"{each:f}".partition(".")
        digits = (whole + part).strip("0") if part else whole.rstrip("0")
        if len(digits) < _DIGITS or (not part and (len(whole) < _DIGITS + 1 or int(whole) in _YEARS)):
            continue
        groups = [whole[max(at - 3, 0) : at] for at in range(len(whole), 0, -3)][::-1]
        tail = rf"[.,]{part}0*" if part else r"(?:[.,]0+)?"
        yield rf"(?<![\w.,])(?<!\d[ \u00a0\u202f]){_APART.join(groups)}{tail}(?!\w|[.,]\d)"
