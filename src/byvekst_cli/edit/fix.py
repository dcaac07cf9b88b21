"""Repairs put into a text, and proof that they changed nothing else."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import Any, Final

from byvekst_cli.finding import Repair
from byvekst_cli.lint import Selection, lint
from byvekst_cli.source.document import Document
from byvekst_cli.source.load import load
from byvekst_cli.source.markdown import read_markdown
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.tree import Entry, Patched, Tree

_DECOMPOSED: Final = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")


MOST: Final = 100
"""Repairs tried one by one where they cannot all be made."""
ROUNDS: Final = 6
"""A mistake that keeps a file from being read may hide others."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file's text before and after, and how many repairs were put in; `entry` is its name on disk."""

    entry: Entry
    before: str
    after: str
    repairs: int


def fixes(tree: Tree, as_of: date, *, unsafe: bool) -> list[Fixed]:
    """Every file of an area that can be mended. Nothing is written."""
    found: dict[str, Fixed] = {}
    entries = {entry.path: entry for entry in tree.entries()}
    for _ in range(ROUNDS):
        now = Patched(tree, {path: each.after.encode() for path, each in found.items()})
        made = list(_round(now, as_of, unsafe))
        for document, repairs in made:
            path, text = document.path, applied(document.text, repairs)
            before = found.get(path) or Fixed(entries[path], document.text, document.text, 0)
            found[path] = replace(before, after=text, repairs=before.repairs + len(repairs))
        if not made:
            break
    return list(found.values())


def _round(tree: Tree, as_of: date, unsafe: bool) -> Iterator[tuple[Document, tuple[Repair, ...]]]:
    loaded = load(tree, as_of)
    findings = lint(loaded, Selection.of())
    wanted: dict[str, list[Repair]] = {}
    for finding in findings:
        if finding.allowed is None and finding.repair and (finding.repair.safe or unsafe):
            wanted.setdefault(finding.path, []).append(finding.repair)
    for path, document in loaded.documents.items():
        repairs = chosen(document, wanted.get(path, ()))
        if repairs:
            yield document, repairs


def chosen(document: Document, wanted: Iterable[Repair]) -> tuple[Repair, ...]:
    """As many of the repairs as can be proved harmless together; no two in the same place."""
    apart: list[Repair] = []
    for repair in sorted({*wanted, *_composed(document.text)}, key=lambda each: (each.start, each.end)):
        if not apart or apart[-1].end <= repair.start:
            apart.append(repair)
    if not apart or harmless(document, apart):
        return tuple(apart)
    taken: list[Repair] = []
    for repair in apart[:MOST]:
        if harmless(document, [*taken, repair]):
            taken.append(repair)
    return tuple(taken)


def applied(text: str, repairs: Iterable[Repair]) -> str:
    """The text with each repair in its place."""
    for repair in sorted(repairs, key=lambda each: each.start, reverse=True):
        text = text[: repair.start] + repair.text + text[repair.end :]
    return text


def harmless(document: Document, repairs: list[Repair]) -> bool:
    """Whether every value that no repair touches is read as before, from the same place.

    Values are compared by where they stand, so a repaired key keeps what it holds. A text that
    could not be read at all must have no more faults than it had.
    """
    after = _read(document.path, applied(document.text, repairs))
    new_flaws = Counter(flaw.slug for flaw in after.flaws) - Counter(flaw.slug for flaw in document.flaws)
    if new_flaws and document.data is not None:
        return False
    if document.data is None:
        return after.data is not None or len(after.flaws) < len(document.flaws) or not repairs
    kept = [(start, value) for start, end, value in _values(document) if not _touched(start, end, repairs)]
    found = set(_keys((start, value) for start, _, value in _values(after)))
    shifts = _shifts(repairs)
    return all(key in found for key in _keys((_moved(start, shifts), value) for start, value in kept))


def _composed(text: str) -> Iterator[Repair]:
    """Letters written as two characters, such as å as a and a ring, made one."""
    for match in _DECOMPOSED.finditer(text):
        whole = unicodedata.normalize("NFC", match.group())
        if whole != match.group():
            yield Repair(match.start(), match.end(), whole, safe=True)


def _read(path: str, text: str) -> Document:
    if path.endswith(".md"):
        return read_markdown(path, text)
    small = read(text)
    return Document(path, text, small.data, small.spans, tuple(small.flaws))


def _values(document: Document) -> Iterator[tuple[int, int, Any]]:
    """Every plain value with the offsets it stands between."""
    for (start, end), value in document.plain_values():
        yield start, end, value


def _keys(values: Iterable[tuple[int, Any]]) -> Iterator[tuple[int, str, str]]:
    return ((start, type(value).__name__, str(value)) for start, value in values)


def _touched(start: int, end: int, repairs: list[Repair]) -> bool:
    """Repairs are sorted and apart, so only those around the place can touch it."""
    at = bisect_right(repairs, max(end - 1, start), key=lambda repair: repair.start)
    return at > 0 and max(repairs[at - 1].end, repairs[at - 1].start + 1) > start


def _moved(offset: int, shifts: tuple[list[int], list[int]]) -> int:
    """Where an offset is after repairs before it have made the text longer or shorter."""
    ends, sums = shifts
    at = bisect_right(ends, offset)
    return offset + (sums[at - 1] if at else 0)


def _shifts(repairs: list[Repair]) -> tuple[list[int], list[int]]:
    grown = accumulate(len(repair.text) - (repair.end - repair.start) for repair in repairs)
    return [repair.end for repair in repairs], list(grown)
