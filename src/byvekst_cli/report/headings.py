"""What the columns of tables are called, and their help."""

from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.language.help import entry_of
from byvekst_cli.model.tables import Column, Sort

_OWN_HELP: Final = {"kilde": "form-source", "illustrasjon": "form-illustration"}
"""Fields that are written otherwise in a workbook than in a file."""


def heading(column: Column, say: Say) -> str:
    """The field's title with that of its block before it, and what it is counted in."""
    titles = [_title(owners, key, say) for owners, key in zip(column.owners, column.keys, strict=False)]
    if len(column.keys) > len(titles):
        key = column.keys[-1]
        titles = [key] if column.keys[-2] == "år" else [f"{titles[-1]} {key}"]
    unit = say(f"in-{column.unit}") if column.unit else ""
    return " – ".join(titles) + (f" ({unit})" if unit else "")


def help_text(column: Column, say: Say) -> str:
    """The help and the guide of a field, and how several values are written."""
    if column.keys[-1] in _OWN_HELP:
        return say(_OWN_HELP[column.keys[-1]])
    at = len(column.owners) - 1
    entry = entry_of(column.owners[at], column.keys[at]) or {}
    parts = [entry[part][say.language] for part in ("help", "guide") if part in entry]
    if column.sort in (Sort.LIST, Sort.SHARES):
        parts.append(say(f"write-{column.sort.value}"))
    if column.may_be_unknown:
        parts.append(say("write-unknown"))
    return " ".join(parts)


def lead_heading(lead: str, say: Say) -> str:
    """What a column is called that says what a row belongs to."""
    return say(f"lead-{lead}")


def _title(owners: tuple[str, ...], key: str, say: Say) -> str:
    entry = entry_of(owners, key)
    return str(entry["title"][say.language]) if entry else key
