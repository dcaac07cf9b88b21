"""Select rules, run them on an area, and give each problem its code, severity and lines."""

from byvekst_cli.lint.baseline import BadBaseline, Baseline, Scope
from byvekst_cli.lint.run import lint
from byvekst_cli.lint.select import Selection, UnknownSelector

__all__ = ["BadBaseline", "Baseline", "Scope", "Selection", "UnknownSelector", "lint"]
