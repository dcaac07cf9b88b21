"""The word list as tables: canonical words, and what each area calls the same thing."""

from collections.abc import Mapping

from byvekst_cli.governance.words import Entry, Local
from byvekst_cli.language import Say
from byvekst_cli.report.grid import Grid


def word_grids(found: Mapping[str, tuple[Entry, ...]], users: Mapping[str, str], say: Say) -> list[Grid]:
    """A table for each sort of word. `users` are the names of areas by id; others keep their id."""
    head = [say(f"words-{name}") for name in ("nb", "nn", "en", "local")]
    return [
        Grid(
            say(f"words-{sort}"),
            head,
            [[*_names(entry), _local(entry.local, users)] for entry in entries],
            justify="left",
        )
        for sort, entries in found.items()
        if entries
    ]


def _names(entry: Entry) -> list[str]:
    return [entry.concept.names.get(language) or "" for language in ("nb", "nn", "en")]


def _local(words: tuple[Local, ...], users: Mapping[str, str]) -> str:
    """`Miljøpakken: Kontaktutvalget; Miljøløftet: Styringsgruppa (nn)`."""
    by_user: dict[str, list[str]] = {}
    for each in words:
        standard = f" ({each.standard.value})" if each.standard else ""
        by_user.setdefault(each.user.casefold(), []).append(f"{each.word}{standard}")
    return "; ".join(f"{users.get(user) or user}: {', '.join(said)}" for user, said in by_user.items())
