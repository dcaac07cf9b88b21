"""Something by the name of the function that makes it, imported when it is needed."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, get_args, get_origin, get_type_hints


def imported(path: str) -> Callable[..., Any]:
    """`report.portfolio:grids` → the function."""
    module, _, name = path.partition(":")
    made: Callable[..., Any] = getattr(import_module(f"byvekst_cli.{module}"), name)
    return made


def lacks(function: Callable[..., Any], figures: object) -> str | None:
    """The type that a function is made for, where the figures are not of it; None where they are."""
    wanted = next(iter(get_type_hints(function).values()))
    if get_origin(wanted) is tuple:
        of = get_args(wanted)[0]
        fits = isinstance(figures, tuple | list) and all(isinstance(each, of) for each in figures)
        return None if fits else f"tuple of {of.__name__}"
    fits = not isinstance(wanted, type) or isinstance(figures, wanted)
    return None if fits else str(wanted.__name__)
