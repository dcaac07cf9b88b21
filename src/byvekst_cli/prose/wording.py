"""Where words stand that a list knows plainer ones for, and things that go under several names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from byvekst_cli.model.note_text import NoteText
from byvekst_cli.prose.found import Found
from byvekst_cli.prose.passages import body, headings, unquoted

_ENDINGS: Final = r"(?:-?(?:en|et|a|n|er|ar|r|ene|ane|e)|m(?:et|ene|a|er))?s?"
"""How Norwegian nouns end, in either standard."""


def stiff_words(note: NoteText, forms: Mapping[str, tuple[str, ...]]) -> Iterator[Found]:
    """Where words stand in the writer's own prose and headings; `forms` are how each name is written.

    A word in a form may be several with `|` between; where one of them is empty, it may be missing. A form
    in which every word may be missing finds nothing.
    """
    usable = {name: tuple(filter(_says_something, each)) for name, each in forms.items()}
    names = tuple(name for name, each in usable.items() if each)
    if not names:
        return
    pattern = _any_of(tuple(usable[name] for name in names))
    for block in (*headings(note), *body(note)):
        for match in pattern.finditer(unquoted(block.text)):
            name = names[int(str(match.lastgroup)[1:])]
            yield Found(name, block.start + match.start(), block.start + match.end())


@lru_cache(maxsize=8)
def _any_of(forms: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    groups = (f"(?P<w{n}>{'|'.join(map(_form, each))})" for n, each in enumerate(forms))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])", re.IGNORECASE)


def _says_something(form: str) -> bool:
    return any("" not in word.split("|") for word in form.split())


def _form(form: str) -> str:
    """A form as a pattern, with any space between its words."""
    parts = []
    for word in form.split():
        spellings = word.split("|")
        either = "|".join(re.escape(each) for each in spellings if each)
        parts.append(rf"(?:(?:{either})\s+)?" if "" in spellings else rf"(?:{either})\s+")
    return "".join(parts).removesuffix(r"\s+")


def names_used(note: NoteText, names: Sequence[str]) -> tuple[Found, ...]:
    """The first place of each name that the note uses for a thing, in the order of the note.

    A short form in brackets after a longer name is introduced by it, and is then no second name.
    """
    found = []
    for name in names:
        first = _first(note, name)
        if first is not None:
            found.append(first)
    return tuple(sorted(found, key=lambda each: each.start))


def _first(note: NoteText, name: str) -> Found | None:
    pattern = _name(name)
    for block in body(note):
        text = unquoted(block.text)
        match = pattern.search(text)
        if match is None:
            continue
        introduced = name.isupper() and text[: match.start()].rstrip().endswith("(")
        return None if introduced else Found(name, block.start + match.start(), block.start + match.end())
    return None


@lru_cache(maxsize=64)
def _name(name: str) -> re.Pattern[str]:
    if name.isupper():
        return re.compile(rf"(?<![\w/.-]){re.escape(name)}(?:-\w+)?s?(?![\w/])(?!\s+\d+/\d)")
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<![\w-]){words}{_ENDINGS}(?![\w-])", re.IGNORECASE)


def called_by_its_kind(note: NoteText, kind: str) -> Iterator[Found]:
    """The first place where a body goes by what it is, such as `styringsgruppen`, and nothing more.

    `styringsgruppen for prosjektet` and `politisk styringsgruppe` may be other bodies.
    """
    pattern = _kind(kind)
    for block in body(note):
        match = pattern.search(unquoted(block.text))
        if match is not None:
            text = match[0].casefold()
            yield Found(text, block.start + match.start(), block.start + match.end())
            return


@lru_cache(maxsize=64)
def _kind(kind: str) -> re.Pattern[str]:
    stem = re.escape(kind.removesuffix("e"))
    of_another = r"(?!\s+(?:for|i|til|på|av|frå|fra|sin|si|sitt)\b)"
    return re.compile(rf"(?<![\w-])(?<!politiske\s){stem}(?:en|a|et){of_another}(?![\w-])", re.IGNORECASE)
