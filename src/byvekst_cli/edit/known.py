"""Names and words that people write, as the ids and words of an area."""

from collections.abc import Mapping
from functools import cache

from byvekst_cli.area import Area
from byvekst_cli.edit.cells import Unfit
from byvekst_cli.model.column import Column, Sort
from byvekst_cli.model.near import near
from byvekst_cli.model.unknown import WORDS
from byvekst_cli.model.vocabulary import Concept


class Known:
    """An area's records by id and by name, looked up many times."""

    def __init__(self, area: Area) -> None:
        self.area = area
        self.by_name = cache(self._by_name)

    def ids(self, text: str, column: Column, words: Mapping[str, str]) -> str:
        """A cell in which each name is its id, `Bergen` as `bergen`. Raises Unfit where one is not known."""
        if column.sort is Sort.SHARES:
            return self._shares(text, column)
        if column.sort is not Sort.LIST:
            return self._id(text, column)
        parts = [part.strip() for part in text.replace(";", ",").replace("\n", ",").split(",")]
        return ", ".join(self._id(words.get(part.casefold(), part), column) for part in parts if part)

    def near(self, cell: object, column: Column) -> str | None:
        """The word that was probably meant."""
        return near(str(cell), [*column.words, *self.by_name(column.refers_to)])

    def _shares(self, text: str, column: Column) -> str:
        """One name alone has all of it; several must say how much."""
        if not any(letter.isdigit() for letter in text) and not any(mark in text for mark in ",;\n"):
            return f"{self._id(text, column)}: 100"
        parts = [part.rpartition(":" if ":" in part else " ") for part in text.replace("\n", ";").split(";")]
        if not all(name and share for name, _, share in parts):
            raise Unfit("cell-shares")
        return "; ".join(f"{self._id(name, column)}: {share.strip()}" for name, _, share in parts)

    def _id(self, text: str, column: Column) -> str:
        word = text.strip()
        if word.casefold() in WORDS or not word:
            return word.casefold()
        if column.words:
            found = next((each for each in column.words if each.casefold() == word.casefold()), None)
        else:
            found = self.by_name(column.refers_to).get(word.casefold())
        if found is None:
            raise Unfit("cell-not-known")
        return found

    def _by_name(self, kinds: tuple[str, ...]) -> Mapping[str, str]:
        """Ids by themselves and by their names, without «kommune»; own records win."""
        found: dict[str, str] = {}
        for record in (*self.area.records, *self.area.base):
            if record.kind in kinds:
                found.setdefault(record.id.casefold(), record.id)
                for name in _names(record.model):
                    found.setdefault(name.casefold(), record.id)
                    found.setdefault(name.casefold().removesuffix(" kommune"), record.id)
        return found


def _names(model: object) -> tuple[str, ...]:
    if isinstance(model, Concept):
        return tuple(model.names.values())
    name = getattr(model, "name", None) or getattr(model, "title", None)
    return (name,) if isinstance(name, str) else ()
