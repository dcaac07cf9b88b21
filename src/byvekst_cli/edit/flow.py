"""Values as YAML on one line, so that they are read again as they were."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from byvekst_cli.source.small_yaml import read


def flow(value: Any) -> str:
    """A value as a file has it: a text in quotes only where it would be read as something else."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{flow(str(key))}: {flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
    return f"{value.normalize() + 0:f}" if isinstance(value, Decimal) else str(value)


def _is_plain(text: str) -> bool:
    small = read(f"x: [{text}]\n")
    return not small.flaws and small.data == {"x": [text]} and "#" not in text
