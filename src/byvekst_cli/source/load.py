"""A tree of files → an area, its documents and everything wrong with how they are written."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

from byvekst_cli.area import Area, Record, Unread
from byvekst_cli.finding import Hint, Place
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.finding.finding import Finding
from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.kinds import KINDS, Kind, kind_at, name_at
from byvekst_cli.model.near import near
from byvekst_cli.model.text import file_stem
from byvekst_cli.source.decode import decode, invisible
from byvekst_cli.source.document import Document
from byvekst_cli.source.flaw import Flaw, Flawed
from byvekst_cli.source.markdown import read_markdown
from byvekst_cli.source.note_text import Notes
from byvekst_cli.source.records import MOST, Misfit, build
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.tree import Entry, Folder, Tree

_PARTIAL: Final = frozenset({"empty-value", "duplicate-key"})
"""Flaws that leave data which is worth looking at for more faults, though no record is made of it."""
CATALOGUE: Final = Path(__file__).parent.parent / "catalogue"
"""An area of its own, with the same kinds of file as any other."""
FOLDERS: Final = frozenset(kind.pattern.split("/")[0] for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a tree held. Findings and documents name files relative to the area's folder."""

    area: Area
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]


def load(tree: Tree, as_of: date) -> Loaded:
    """Read all files of an area; what is wrong with one never hides the others."""
    with _no_collection():
        base = shipped()
        reading = _read(tree)
    return reading.done(as_of, base)


@cache
def shipped() -> tuple[Record[Block], ...]:
    """The records that ship with the tool and lie under those of every area."""
    return tuple(_read(Folder(CATALOGUE)).records)


def _read(tree: Tree) -> "_Reading":
    reading = _Reading(tree)
    for entry in tree.entries():
        reading.take(entry)
    return reading


@contextmanager
def _no_collection() -> Iterator[None]:
    """Reading makes many objects and no garbage, and they live as long as the area: nobody looks for any."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


class _Reading:
    """What has been read so far."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.documents: dict[str, Document] = {}
        self.records: list[Record[Block]] = []
        self.misfits: list[tuple[Document, str, Misfit]] = []
        self.unread: set[tuple[str, str]] = set()
        self.lost: set[str] = set()
        self.partial: list[Record[Block]] = []
        self.files: set[str] = set()

    def take(self, entry: Entry) -> None:
        self.files.add(entry.path)
        kind = kind_at(entry.path)
        if kind is not None:
            document = self._document(entry)
            self.documents[entry.path] = document
            self._record(kind, document)
        elif flaw := _stray(entry):
            self.documents[entry.path] = Document(entry.path, flaws=(flaw,))
            self._lose(entry)

    def _lose(self, entry: Entry) -> None:
        """What lies in a folder that cannot be read is unread, all of it."""
        if entry.flaw is not None:
            lost = [k for k in KINDS if k.pattern.startswith(f"{entry.path}/")]
            self.lost.update(name for kind in lost for name in kind.defines)

    def _document(self, entry: Entry) -> Document:
        data = b""
        try:
            data = self.tree.read(entry)
            text = decode(data)
        except Flawed as stop:
            shown = data.decode("utf-8-sig", "replace") if stop.flaw.end else ""
            return Document(entry.path, shown, flaws=(stop.flaw,))
        if unseen := invisible(text):
            return Document(entry.path, text, flaws=tuple(unseen))
        if entry.path.endswith(".md"):
            return read_markdown(entry.path, text)
        small = read(text)
        return Document(entry.path, text, small.data, small.spans, tuple(small.flaws))

    def _record(self, kind: Kind, document: Document) -> None:
        made = _build(kind, document)
        promised = name_at(kind, document.path)
        id = _stated_id(document) or promised
        if isinstance(made, list):
            names = (id, promised)
            self.unread.update((defined, name) for defined in kind.defines for name in names)
            self.misfits.extend((document, id, misfit) for misfit in made)
            self.partial.extend(_partial(kind, document, id, made))
        else:
            self.records.extend(_records(kind, document, id, made))

    def done(self, as_of: date, base: tuple[Record[Block], ...]) -> Loaded:
        many = {kind.name for kind in KINDS if "*" in kind.pattern}
        unread = Unread(
            frozenset(id.casefold() for _, id in self.unread),
            frozenset(kind for kind, _ in self.unread if kind not in many) | self.lost,
            frozenset(kind for kind, _ in self.unread) | self.lost,
        )
        notes = Notes(self.documents)
        records, partial = tuple(self.records), tuple(self.partial)
        area = Area(self.tree.name, as_of, records, base, unread, partial, notes, frozenset(self.files))
        findings = [finding_of(area, document, flaw) for document, flaw in self._flaws()]
        findings += [finding_of_misfit(area, *found) for found in self.misfits]
        return Loaded(area, self.documents, tuple(findings))

    def _flaws(self) -> Iterator[tuple[Document, Flaw]]:
        for document in self.documents.values():
            for flaw in document.flaws[:MOST]:
                yield document, flaw


def _stated_id(document: Document) -> str | None:
    stated = document.data.get("id") if isinstance(document.data, dict) else None
    return stated if isinstance(stated, str) else None


def _build(kind: Kind, document: Document) -> Sheet | list[Misfit]:
    """The record in a file, or what else is wrong with it as far as that can be seen."""
    if document.data is None or any(flaw.slug not in _PARTIAL for flaw in document.flaws):
        return []
    made = build(kind.model, document.data)
    return [] if document.flaws and not isinstance(made, list) else made


def _partial(kind: Kind, document: Document, id: str, misfits: list[Misfit]) -> Iterator[Record[Block]]:
    """What a file with faults says besides, where the rest of it still makes a record."""
    faulty = {misfit.route[0] for misfit in misfits if misfit.route}
    if document.flaws or not faulty:
        return
    rest = {key: value for key, value in document.data.items() if key not in faulty}
    made = build(kind.model, rest)
    if not isinstance(made, list):
        yield Record(kind.name, id, document.path, made, rest)


def _records(kind: Kind, document: Document, id: str, made: Sheet) -> Iterator[Record[Block]]:
    """The record of a file, and those of its rows that are records of their own."""
    yield Record(kind.name, id, document.path, made, document.data)
    for rows in kind.rows:
        key = str(kind.model.model_fields[rows.field].alias)
        for name, row in getattr(made, rows.field).items():
            yield Record(rows.kind, name, document.path, row, document.data[key][name], (key, name))


def _stray(entry: Entry) -> Flaw | None:
    """A flaw for a file that somebody may think is read, or for a link in place of a folder."""
    path = PurePosixPath(entry.path)
    top, *rest = path.parts
    if entry.flaw is not None and (entry.flaw.slug != "linked-file" or top in FOLDERS):
        return entry.flaw
    if path.suffix.lower() not in (".yaml", ".yml", ".json", ".md"):
        return None
    likely = _likely(path)
    belongs = likely is not None or (top in FOLDERS and rest and path.suffix.lower() != ".md")
    return Flaw("unknown-file", facts={"near": Hint(likely)}) if belongs else None


def _likely(path: PurePosixPath) -> str | None:
    """The path that was meant, where a folder, a name or an ending is mistyped."""
    top, *rest = path.parts
    stems = [name.removesuffix(".yaml") for name in FOLDERS]
    meant = near(file_stem(top if rest else path.stem), stems)
    ending = ".md" if path.suffix.lower() == ".md" else ".yaml"
    tail = PurePosixPath(*rest).with_suffix(ending).as_posix() if rest else ""
    tries = [f"{meant}/{file_stem(tail)}"] if rest else [f"{meant}{ending}"]
    return next((each for each in tries if kind_at(each)), None)


def finding_of(area: Area, document: Document, flaw: Flaw) -> Finding:
    """What is told of a flaw in a file."""
    fault = FAULTS[flaw.slug]
    span = document.span(flaw.start, flaw.end)
    return Finding(fault.code, fault.slug, fault.severity, area.id, document.path, span, facts=flaw.facts)


def finding_of_misfit(area: Area, document: Document, id: str, misfit: Misfit) -> Finding:
    """What is told of a value that does not fit its field."""
    fault = FAULTS[misfit.slug]
    return Finding(
        fault.code,
        fault.slug,
        fault.severity,
        area.id,
        document.path,
        document.locate(Place(document.path, misfit.route, misfit.on)),
        id,
        document.natural_key(misfit.route),
        misfit.facts,
    )
