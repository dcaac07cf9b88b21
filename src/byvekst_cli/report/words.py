"""The word list as tables: canonical words, and what each area calls the same thing."""

from collections.abc import Mapping

from byvekst_cli.governance.words import Entry, Local
from byvekst_cli.language import Say
from byvekst_cli.report.grid import Grid


def word_grids(found: Mapping[str, tuple[Entry, ...]], say: Say) -> list[Grid]:
    """A table for each sort of word: both written standards, and English for those who read it."""
    languages = ("en", "nb", "nn") if say.language == "en" else ("nb", "nn")
    head = [say(f"words-{name}") for name in (*languages, "local")]
    return [
        Grid(say(f"words-{sort}"), head, _rows(entries, languages), numbers=()).without_empty()
        for sort, entries in found.items()
        if entries
    ]


def _rows(entries: tuple[Entry, ...], languages: tuple[str, ...]) -> list[list[str]]:
    return [[*(_name(entry, language) for language in languages), _local(entry.local)] for entry in entries]


def _name(entry: Entry, language: str) -> str:
    return next((name for each, name in entry.concept.names.items() if each == language), "")


def _local(words: tuple[Local, ...]) -> str:
    """`Miljøpakken: Kontaktutvalget; Miljøløftet: Styringsgruppa (nn)`."""
    by_user: dict[str, list[str]] = {}
    for each in words:
        standard = f" ({each.standard.value})" if each.standard else ""
        by_user.setdefault(each.user.casefold(), []).append(f"{each.word}{standard}")
    return "; ".join(f"{user[:1].upper()}{user[1:]}: {', '.join(said)}" for user, said in by_user.items())
