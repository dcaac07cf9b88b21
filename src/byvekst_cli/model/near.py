"""The word somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

LONGEST: Final = 60
"""Longer words are not compared: nobody mistypes them, and comparing takes quadratic time."""


def near(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None when none is much like it."""
    if len(word) > LONGEST:
        return None
    by_fold = {_fold(choice): choice for choice in known}
    match = get_close_matches(_fold(word), by_fold, n=1, cutoff=0.7)
    return by_fold[match[0]] if match else None


def _fold(word: str) -> str:
    """Letters that are written in several ways are compared as one."""
    folded = word.casefold().replace("_", "-").replace(" ", "-")
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        folded = folded.replace(letter, plain)
    return folded
