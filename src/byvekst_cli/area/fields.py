"""Values of a record by their path in the file: `plan.status`, `milepæler.åpning.plan`."""

from collections.abc import Mapping
from typing import Any, Final

MISSING: Final = object()
_COMMON: Final = ("id", "hva", "nummer", "organisasjon", "midler", "dato", "navn", "felt", "punkt")
NATURAL: Final = (*_COMMON, "prosjekt")
"""The keys that tell the rows of a list apart, the surest first."""


def field_value(data: Any, path: str) -> Any:
    """The value at a dotted path, rows of a list by what tells them apart; MISSING where none is."""
    value = data
    for step in path.split("."):
        value = _step(value, step)
        if value is MISSING:
            break
    return value


def row_name(row: Mapping[str, Any]) -> str:
    """What a row of a list is called: the value of its surest key, or else of its first."""
    key = next((key for key in NATURAL if key in row), next(iter(row), ""))
    return str(row.get(key, ""))


def _step(value: Any, step: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(step, MISSING)
    if isinstance(value, list):
        rows = (row for row in value if isinstance(row, Mapping))
        return next((row for row in rows if row_name(row) == step), MISSING)
    return MISSING
