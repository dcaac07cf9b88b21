"""The word somebody probably meant."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property
from typing import Final

LONGEST: Final = 60
"""Longer words are not compared: nobody mistypes them, and comparing takes quadratic time."""
FEW: Final = 200
"""So many words are compared one by one; among more, only those a slip or two away."""


class Words:
    """Known words, in which the nearest to a mistyped one can be looked up many times."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_fold = {_fold(word): word for word in known if len(word) <= LONGEST}

    def near(self, word: str) -> str | None:
        """The known word most like `word`, or None when none is much like it."""
        if len(word) > LONGEST:
            return None
        folded = _fold(word)
        match = get_close_matches(folded, self._candidates(folded), n=1, cutoff=0.7)
        return self._by_fold[match[0]] if match else None

    def _candidates(self, folded: str) -> Iterable[str]:
        if len(self._by_fold) <= FEW:
            return self._by_fold
        found = (each for part in _shortened(folded) for each in self._by_part.get(part, ()))
        return sorted(set(found))[:FEW]

    @cached_property
    def _by_part(self) -> dict[str, list[str]]:
        """Each word under itself and itself less one letter: two words a slip apart share one."""
        index: dict[str, list[str]] = {}
        for word in self._by_fold:
            for part in _shortened(word):
                index.setdefault(part, []).append(word)
        return index


def near(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None when none is much like it."""
    return Words(known).near(word)


def _shortened(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _fold(word: str) -> str:
    """Letters that are written in several ways are compared as one."""
    folded = word.casefold().replace("_", "-").replace(" ", "-")
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        folded = folded.replace(letter, plain)
    return folded
