"""The templates that ship with the tool: in the wheel, or at the top of a checkout."""

from pathlib import Path
from typing import Final

_INSTALLED: Final = Path(__file__).parent.parent / "templates"
_CHECKOUT: Final = Path(__file__).parents[3] / "templates"


def template(path: str) -> str:
    """The text of a template by its path."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return (folder / path).read_text(encoding="utf-8")
