"""What a document was made from: a mark of each record that was looked at, and one of them all."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from byvekst_cli import __version__
from byvekst_cli.area import Area, Record
from byvekst_cli.area.area import M
from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.render.tree import Made

_EVERYTHING = (Block, Sheet)
"""Asked for by those who look for a path among all files, and read of none."""


@dataclass(frozen=True, eq=False)
class Watched(Area):
    """An area that remembers which of its own records were asked for, by kind or by id."""

    seen: dict[str, Record[Block]] = field(default_factory=dict)

    def of(self, about: type[M]) -> tuple[Record[M], ...]:
        found = super().of(about)
        if about not in _EVERYTHING:
            self._saw(found)
        return found

    def named(self, id: str) -> tuple[Record[Block], ...]:
        found = super().named(id)
        self._saw(found)
        return found

    def all_of(self, about: type[M]) -> Mapping[str, M]:
        self._saw(super().of(about))
        return super().all_of(about)

    def _saw(self, records: tuple[Record[Any], ...]) -> None:
        own = self._own
        self.seen.update({key_of(each): each for each in records if id(each) in own})

    @property
    def _own(self) -> frozenset[int]:
        found: frozenset[int] | None = self.__dict__.get("_ids")
        if found is None:
            found = frozenset(map(id, self.records))
            self.__dict__["_ids"] = found
        return found


def watched(area: Area) -> Watched:
    """The same area, with an eye on what is asked for."""
    return Watched(
        area.name, area.as_of, area.records, area.base, area.unread, area.partial, area.notes, area.files
    )


def key_of(record: Record[Any]) -> str:
    """The path of its file, and for a row its id: unique in an area, and what people look for."""
    return f"{record.path}#{record.id}" if record.route else record.path


def hash_of(record: Record[Any], area: Area) -> str:
    """A mark of everything a record says, whatever the order of its keys; a note's text is part of it."""
    text = area.notes[record.path].markdown if record.path in area.notes else ""
    return mark_of([_data(record.data), text])


def hashes_of(area: Area) -> dict[str, str]:
    """Of every record that the area has now."""
    return {key_of(each): hash_of(each, area) for each in area.records}


def made(area: Watched, asked: Mapping[str, str], revision: str | None) -> Made:
    """Of what has been asked for so far."""
    hashes = {key: hash_of(record, area) for key, record in sorted(area.seen.items())}
    return Made(area.id, area.as_of.isoformat(), mark_of(hashes), __version__, revision, hashes, dict(asked))


def _data(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _data(item) for key, item in value.items()}
    return [_data(item) for item in value] if isinstance(value, list) else str(value)


def mark_of(value: Any) -> str:
    """Sixteen letters that any change of a value changes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
