"""What an area can get wrong: one file a rule, found by walking the family folders."""

from byvekst_cli.rules.registry import all_rules
from byvekst_cli.rules.rule import Rule, rule

__all__ = ["Rule", "all_rules", "rule"]
