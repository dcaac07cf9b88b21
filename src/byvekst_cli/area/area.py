"""The whole area: look-ups by kind and by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from byvekst_cli.area.record import Record
from byvekst_cli.model.area_file import AreaFile
from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.citation import Citation
from byvekst_cli.model.near import Words
from byvekst_cli.model.note_text import NoteText
from byvekst_cli.model.organisation import Organisation

M = TypeVar("M", bound=Block)


@dataclass(frozen=True, slots=True)
class Unread:
    """What files that could not be read would have held, so that nothing is called missing for it.

    `kinds` are those of which all may be gone, `some` those of which any is.
    """

    ids: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Area:
    """`name` is the folder's; `id` is the area's own where its file could be read.

    `base` is what ships with the tool. It lies under the area's own records: one of these takes the
    place of a base record of the same kind and id. `partial` are files with faults, without the fields
    that are at fault: nothing can be concluded from them but what each of their values is. `notes` are
    the texts of notes by path; each is read when it is first asked for. `files` are the paths of all files
    there are, also those that are only attached.
    """

    name: str
    as_of: date
    records: tuple[Record[Block], ...] = ()
    base: tuple[Record[Block], ...] = ()
    unread: Unread = field(default_factory=Unread)
    partial: tuple[Record[Block], ...] = ()
    notes: Mapping[str, NoteText] = field(default_factory=dict)
    files: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        return self.file.id if self.file else self.name

    @property
    def language(self) -> str | None:
        return self.file.language if self.file else None

    @cached_property
    def file(self) -> AreaFile | None:
        found = self.of(AreaFile)
        return found[0].model if found else None

    def of(self, about: type[M]) -> tuple[Record[M], ...]:
        """The area's own records of one type; `Block` means every file once, `Sheet` every file and row."""
        return self._by_model.get(about, ())  # type: ignore[return-value]

    def named(self, id: str) -> tuple[Record[Block], ...]:
        """All records with an id, however it is written in upper and lower case; own ones first."""
        return self._by_id.get(id.casefold(), ())

    def one(self, about: type[M], id: str | None) -> M | None:
        """The record of a type with an id, or None."""
        models = (record.model for record in self.named(id or ""))
        return next((model for model in models if isinstance(model, about)), None)

    def all_of(self, about: type[M]) -> Mapping[str, M]:
        """Every record of one type by its id, with those of the base that the area has not replaced."""
        return self._with_base.get(about, {})  # type: ignore[return-value]

    def near(self, id: str, kinds: tuple[str, ...]) -> str | None:
        """The id of a record of these kinds that was probably meant."""
        found = (self._words[kind].near(id) for kind in kinds if kind in self._words)
        return next(filter(None, found), None)

    def text_of(self, record: Record[Block]) -> NoteText:
        """The text of a note, or one without blocks where the record is no note."""
        return self.notes.get(record.path, NoteText(()))

    def title(self, citation: str | None) -> str | None:
        """The title of a source, or its id where the source is not known."""
        found = self.one(Citation, citation)
        return found.title if found else citation

    def name_of(self, organisation: str) -> str:
        """The name of an organisation, or its id where it is not known."""
        found = self.one(Organisation, organisation)
        return found.name if found else organisation

    @cached_property
    def _base(self) -> tuple[Record[Block], ...]:
        own = {(record.kind, record.id.casefold()) for record in self.records}
        return tuple(record for record in self.base if (record.kind, record.id.casefold()) not in own)

    @cached_property
    def _with_base(self) -> Mapping[type[Block], Mapping[str, Block]]:
        found: dict[type[Block], dict[str, Block]] = {}
        for record in (*self.records, *self._base):
            found.setdefault(type(record.model), {})[record.id] = record.model
        return found

    @cached_property
    def _words(self) -> Mapping[str, Words]:
        ids: dict[str, list[str]] = {}
        for record in (*self.records, *self._base):
            ids.setdefault(record.kind, []).append(record.id)
        return {kind: Words(known) for kind, known in ids.items()}

    @cached_property
    def _by_model(self) -> Mapping[type[Block], tuple[Record[Block], ...]]:
        found: dict[type[Block], list[Record[Block]]] = {Block: [], Sheet: []}
        for record in self.records:
            found[Sheet].append(record)
            found.setdefault(type(record.model), []).append(record)
            if not record.route:
                found[Block].append(record)
        return {model: tuple(records) for model, records in found.items()}

    @cached_property
    def _by_id(self) -> Mapping[str, tuple[Record[Block], ...]]:
        found: dict[str, list[Record[Block]]] = {}
        for record in (*self.records, *self._base):
            found.setdefault(record.id.casefold(), []).append(record)
        return {id: tuple(records) for id, records in found.items()}
