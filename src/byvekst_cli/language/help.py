"""The help of a field, written once beside its model: title, help and an example."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from byvekst_cli.finding import Finding, Hint
from byvekst_cli.language.words import catalogue

MODEL: Final = Path(__file__).parent.parent / "model"


@cache
def field_help() -> Mapping[str, Mapping[str, Any]]:
    """`Project.navn` → its entry, for every field of every model."""
    found: dict[str, Mapping[str, Any]] = {}
    for path in sorted(MODEL.glob("*.yaml")):
        for block, fields in catalogue(path).items():
            found |= {f"{block}.{name}": entry for name, entry in fields.items()}
    return found


def help_of(finding: Finding, language: str) -> Mapping[str, object]:
    """The help and example of the field that a finding is about, where it names one."""
    owner, name = finding.facts.get("owner"), finding.facts.get("field")
    if not isinstance(owner, Hint) or not isinstance(owner.value, tuple):
        return {}
    entry = entry_of(owner.value, str(name))
    return {"help": _lower(entry["help"][language]), "example": entry["example"]} if entry else {}


def entry_of(owners: tuple[str, ...], name: str) -> Mapping[str, Any] | None:
    """The entry of a field, found at the nearest of the classes that it may be inherited from."""
    named = (field_help().get(f"{owner}.{name}") for owner in owners)
    return next((entry for entry in named if entry), None)


def _lower(sentence: str) -> str:
    """A sentence as the end of another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")
