"""Values of a record by their path in the file: `plan.status`, `milepæler.åpning.plan`."""

from collections.abc import Mapping
from typing import Any, Final

MISSING: Final = object()


def field_value(data: Any, path: str) -> Any:
    """The value at a dotted path, rows of a list by their first value; MISSING where none is."""
    value = data
    for step in path.split("."):
        value = _step(value, step)
        if value is MISSING:
            break
    return value


def _step(value: Any, step: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(step, MISSING)
    if isinstance(value, list):
        rows = (row for row in value if isinstance(row, Mapping))
        return next((row for row in rows if str(next(iter(row.values()), "")) == step), MISSING)
    return MISSING
