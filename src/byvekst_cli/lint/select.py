"""Which rules and faults somebody wants to see: by code, start of a code, family or slug."""

import re
from dataclasses import dataclass
from typing import Final, Self

from byvekst_cli.finding import Finding
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.model.near import near
from byvekst_cli.rules import Rule, all_rules

_START: Final = re.compile("[a-z]{3}[0-9]*")


class UnknownSelector(ValueError):
    """Nothing has that code, family or slug."""

    def __init__(self, selector: str, near: str | None) -> None:
        super().__init__(selector)
        self.selector, self.near = selector, near


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes to show; faults of reading are shown unless they are ignored by name.

    A file that cannot be read has not been checked, so a narrow selection must not hide it.
    """

    rules: frozenset[str]
    ignored: frozenset[str]

    @classmethod
    def of(cls, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Self:
        """From what was asked for; nothing selected means everything. Raises UnknownSelector."""
        chosen = [code for selector in select for code in _codes(selector)]
        everything = [rule.code for rule in all_rules()]
        ignored = frozenset(code for selector in ignore for code in _codes(selector))
        return cls(frozenset(chosen if select else everything) - ignored, ignored)

    def within(self, named: tuple[str, ...]) -> "Selection":
        """The same, but only rules of these families or of these names."""
        some = frozenset(rule.code for rule in all_rules() if {rule.family, rule.slug} & set(named))
        return Selection(self.rules & some, self.ignored)

    def wants(self, rule: Rule) -> bool:
        return rule.code in self.rules

    @property
    def codes(self) -> frozenset[str]:
        """Every code that a finding may have under this selection."""
        return (self.rules | {fault.code for fault in FAULTS.values()}) - self.ignored

    def shows(self, finding: Finding) -> bool:
        return finding.code not in self.ignored


def _codes(selector: str) -> list[str]:
    """All codes that a selector means."""
    names = [(rule.code, rule.slug, rule.family) for rule in all_rules()]
    names += [(fault.code, fault.slug, "") for fault in FAULTS.values()]
    wanted = selector.casefold().replace("_", "-")
    found = [
        code
        for code, slug, family in names
        if wanted in (slug, family) or (_START.fullmatch(wanted) and code.casefold().startswith(wanted))
    ]
    if not found:
        known = [name for row in names for name in row if name]
        raise UnknownSelector(selector, near(selector, known))
    return found
