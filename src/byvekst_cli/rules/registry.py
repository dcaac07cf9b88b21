"""All rules there are, found by walking the family folders; adding one edits no list."""

import pkgutil
from functools import cache
from importlib import import_module

from byvekst_cli.rules.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by code; raises ValueError when two share a code or a slug."""
    found = [rule for family in _packages() for rule in _rules_in(family)]
    for attribute in ("code", "slug"):
        values = [getattr(rule, attribute) for rule in found]
        if twins := {value for value in values if values.count(value) > 1}:
            raise ValueError(f"two rules share {attribute} {sorted(twins)}")
    return tuple(sorted(found, key=lambda rule: rule.code))


def _packages() -> list[str]:
    package = import_module("byvekst_cli.rules")
    return [
        f"{package.__name__}.{item.name}" for item in pkgutil.iter_modules(package.__path__) if item.ispkg
    ]


def _rules_in(family: str) -> list[Rule]:
    package = import_module(family)
    modules = [import_module(f"{family}.{item.name}") for item in pkgutil.iter_modules(package.__path__)]
    return [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
