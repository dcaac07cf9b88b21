"""Something by the name of the function that makes it, imported when it is needed."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def imported(path: str) -> Callable[..., Any]:
    """`report.portfolio:grids` → the function."""
    module, _, name = path.partition(":")
    made: Callable[..., Any] = getattr(import_module(f"byvekst_cli.{module}"), name)
    return made
