"""What an area's own settings change about the rules, and what is wrong with the settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, On, Problem, Severity
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.model.area_file import AreaFile, Level, RuleSetting
from byvekst_cli.model.near import near
from byvekst_cli.rules import Rule

_SEVERITY: Final = {
    Level.ERROR: Severity.ERROR,
    Level.WARNING: Severity.WARNING,
    Level.ADVICE: Severity.ADVICE,
}


LARGEST: Final = 36_500
MOST: Final = 200
"""Settings looked at: more than there are rules."""


@dataclass(frozen=True, slots=True)
class Tuned:
    """A rule as one area wants it; `severity` is None where it is switched off."""

    rule: Rule
    severity: Severity | None
    options: Any


def tuned(rule: Rule, area: Area) -> Tuned:
    """The rule with the area's severity and options."""
    setting = _setting(rule, area)
    if setting is None:
        return Tuned(rule, rule.severity, rule.options and rule.options())
    severity = rule.severity if setting.level is None else _SEVERITY.get(setting.level)
    return Tuned(rule, severity, _options(rule, setting.options))


def faulty(area: Area, rules: tuple[Rule, ...]) -> Iterator[tuple[str, Problem]]:
    """Settings for rules and options that do not exist: the fault's slug and the problem."""
    for record in area.of(AreaFile):
        for name, setting in islice(record.model.rules.items(), MOST):
            rule = next((rule for rule in rules if name in (rule.slug, rule.code)), None)
            if rule is None and any(name in (fault.slug, fault.code) for fault in FAULTS.values()):
                yield "fault-not-allowable", Problem(record.at("rules", name, on=On.KEY), {"rule": name})
            elif rule is None:
                likely = near(name, [word for rule in rules for word in (rule.slug, rule.code)])
                place = record.at("rules", name, on=On.KEY)
                yield "unknown-rule", Problem(place, {"rule": name, "near": Hint(likely)})
            else:
                yield from _faulty_options(record, name, rule, setting)


def _faulty_options(
    record: Record[AreaFile], name: str, rule: Rule, setting: RuleSetting
) -> Iterator[tuple[str, Problem]]:
    known = _defaults(rule)
    for option, value in setting.options.items():
        if option not in known:
            facts = {"option": option, "rule": name, "near": Hint(near(option, known))}
            yield "unknown-option", Problem(record.at("rules", name, "options", option, on=On.KEY), facts)
        elif not _fits(value, known[option]):
            facts = {"option": option, "rule": name, "value": value, "example": Hint(known[option])}
            yield "wrong-option-value", Problem(record.at("rules", name, "options", option), facts)


def _setting(rule: Rule, area: Area) -> RuleSetting | None:
    rules = area.file.rules if area.file else {}
    return rules.get(rule.slug) or rules.get(rule.code)


def _options(rule: Rule, given: Mapping[str, Any]) -> Any:
    known = _defaults(rule)
    fitting = {name: value for name, value in given.items() if name in known and _fits(value, known[name])}
    return rule.options and rule.options(**fitting)


def _defaults(rule: Rule) -> dict[str, Any]:
    return {field.name: field.default for field in fields(rule.options)} if rule.options else {}


def _fits(value: Any, default: Any) -> bool:
    """A threshold is of the default's own type; a number of days or the like is not endless."""
    if type(value) is not type(default):
        return False
    return not isinstance(value, int | Decimal) or 0 <= value <= LARGEST
