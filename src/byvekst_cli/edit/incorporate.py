"""What a workbook asks for, put into the texts of the files. Nothing is written to disk here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from byvekst_cli.area.incoming import Added, Change, Merged, Note, Removed
from byvekst_cli.edit.cells import value_of
from byvekst_cli.edit.new_file import new_file, path_of
from byvekst_cli.edit.ordered import in_order, keys_at
from byvekst_cli.edit.patch import GONE, CannotPatch, Put, patched
from byvekst_cli.edit.yaml_text import flow
from byvekst_cli.finding import Finding, Route, Severity
from byvekst_cli.language import Say
from byvekst_cli.lint import Selection, lint
from byvekst_cli.model.kinds import KINDS, Kind, kind_at
from byvekst_cli.model.tables import EACH, Rows, Sort, Table, id_key
from byvekst_cli.source.load import Loaded, load
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.tree import Patched, Tree
from byvekst_cli.source.workbook import place


@dataclass(slots=True)
class Texts:
    """The texts of an area's files on their way to what is asked for; `made` are the paths of new ones."""

    loaded: Loaded
    say: Say
    now: dict[str, str] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    faults: list[Note] = field(default_factory=list)

    def of(self, path: str) -> str:
        return self.now[path] if path in self.now else self.loaded.documents[path].text

    @property
    def changed(self) -> dict[str, str]:
        """The text of each file that is not as it was."""
        old = self.loaded.documents
        return {path: text for path, text in self.now.items() if path not in old or old[path].text != text}

    def put(self, path: str, route: Route, value: Any) -> None:
        """Put a value in, with the mappings that are missing on the way to it. Raises CannotPatch."""
        text = self.of(path)
        data = read(text).data
        at = _there(data, route)
        if at < len(route) - 1:
            if value is GONE:
                return
            for key in reversed(route[at + 1 :]):
                value = [value] if key == 0 else {key: value}
            route = route[: at + 1]
        order = keys_at(path, route[:-1])
        self.now[path] = patched(text, [Put(route, value, order)])


def incorporated(loaded: Loaded, asked: Merged, say: Say, made: Mapping[str, str] | None = None) -> Texts:
    """The texts with every change in place; what could not be done is in `faults`.

    `made` are new files that the changes are to be put in.
    """
    texts = Texts(loaded, say, dict(made or {}), list(made or {}))
    for change in sorted(asked.changed, key=lambda each: not each.after):
        try:
            _change(texts, change)
        except CannotPatch:
            texts.faults.append(Note("cell-cannot", change.sheet, change.cell, {"path": change.row.path}))
    for added in sorted(asked.added, key=lambda each: each.table.rows is not Rows.FILE):
        note = _add(texts, added)
        if note is not None:
            texts.faults.append(note)
    for removed in sorted(asked.removed, key=_from_the_end):
        try:
            texts.put(removed.row.path, removed.row.route, GONE)
        except CannotPatch:
            texts.faults.append(Note("row-cannot", "", "", {"path": removed.row.path}))
    return texts


def new_errors(tree: Tree, texts: Texts) -> tuple[Loaded, list[Finding]]:
    """The area as it would be, and the errors that it has not today."""
    after = load(
        Patched(tree, {path: text.encode() for path, text in texts.changed.items()}), texts.loaded.area.as_of
    )
    before = Counter(each.fingerprint for each in _errors(lint(texts.loaded, Selection.of())))
    found = []
    for finding in _errors(lint(after, Selection.of())):
        before[finding.fingerprint] -= 1
        if before[finding.fingerprint] < 0:
            found.append(finding)
    return after, found


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [each for each in findings if each.severity is Severity.ERROR and each.is_open]


def _from_the_end(removed: Removed) -> tuple[str, ...]:
    """The last row of a list first, so that the places of the others hold."""
    return tuple(f"{10**6 - step:07}" if isinstance(step, int) else step for step in removed.row.route)


def _change(texts: Texts, change: Change) -> None:
    column = change.table.find(change.column)
    if column is None:
        raise CannotPatch
    route = (*change.row.route, *column.keys)
    if change.after:
        texts.put(change.row.path, route, value_of(change.after, column))
        return
    held = next((c for c in change.table.columns if c.wide and column.name.startswith(f"{c.name}.")), column)
    whole = (*change.row.route, *held.keys)
    data = _at(read(texts.of(change.row.path)).data, whole)
    if held.needed and (held.sort is Sort.SHARES or (held.wide and len(data or {}) == 1)):
        texts.put(change.row.path, whole, {})
    else:
        texts.put(change.row.path, route, GONE)


def nested(table: Table, cells: Mapping[str, str]) -> dict[str, Any]:
    """The cells of a row as the mapping that a file would hold, in the order of the model."""
    made: dict[str, Any] = {}
    for name, text in cells.items():
        column = table.find(name)
        if column is None or not text:
            continue
        holder = made
        for key in column.keys[:-1]:
            holder = holder.setdefault(key, {})
        holder[column.keys[-1]] = value_of(text, column)
    ordered: dict[str, Any] = in_order(made, table.model)
    return ordered


def _add(texts: Texts, added: Added) -> Note | None:
    """Put a new row in its file, or make its file; what keeps it from that is answered."""
    table, line = added.table, added.line
    where = place(line.row, 1)
    if table.rows is Rows.FILE:
        return _make(texts, added)
    paths = _files(texts, table, line.leads)
    if len(paths) != 1:
        return Note("row-whose", line.sheet, where, {"table": table.name, "lead": next(iter(line.leads), "")})
    route = _container(read(texts.of(paths[0])).data, table, line.leads)
    if route is None:
        return Note(
            "row-whose",
            line.sheet,
            where,
            {"table": table.name, "lead": line.leads[-1] if line.leads else ""},
        )
    data = _at(read(texts.of(paths[0])).data, route)
    if table.has_own_key:
        own = line.leads[-1].strip() if len(line.leads) == len(table.leads) else ""
        if not own or (table.key_words and own not in table.key_words):
            return Note("row-key", line.sheet, where, {"words": table.key_words})
        if isinstance(data, Mapping) and own in data:
            return Note("row-there", line.sheet, where, {"key": own})
        route = (*route, own)
    else:
        route = (*route, len(data) if isinstance(data, list) else 0)
    try:
        texts.put(paths[0], route, nested(table, line.cells))
    except CannotPatch:
        return Note("cell-cannot", line.sheet, where, {"path": paths[0]})
    return None


def _make(texts: Texts, added: Added) -> Note | None:
    table, line = added.table, added.line
    kind = _kind(table.kind)
    data = nested(table, line.cells)
    key = id_key(table.kind)
    if key not in data:
        return Note("row-no-id", line.sheet, place(line.row, 1))
    values = {name: flow(value) for name, value in data.items()}
    path = path_of(kind, values, None)
    if kind_at(path) is not kind:
        return Note("row-bad-id", line.sheet, place(line.row, 1), {"id": str(data[key])})
    if path in texts.loaded.documents or path in texts.now:
        return Note("row-file-there", line.sheet, place(line.row, 1), {"path": path})
    texts.now[path] = new_file(kind, values, texts.say)
    texts.made.append(path)
    return None


def _files(texts: Texts, table: Table, leads: tuple[str, ...]) -> list[str]:
    """The files that a new row may belong to: by what its first column says, or the only one."""
    kind = _kind(table.kind)
    paths = [path for path in (*texts.loaded.documents, *texts.made) if kind_at(path) is kind]
    if "*" not in kind.pattern:
        return paths
    wanted = leads[0].casefold() if leads else ""
    return [path for path in paths if _name(read(texts.of(path)).data, table) == wanted]


def _name(data: Any, table: Table) -> str:
    return str(data.get(id_key(table.kind), "")).casefold() if isinstance(data, Mapping) else ""


def _container(data: Any, table: Table, leads: tuple[str, ...]) -> Route | None:
    """The route to the list or mapping that a new row belongs in; None where its owner is not found."""
    route: Route = ()
    for step in table.route:
        if step != EACH:
            route = (*route, step)
            continue
        holder, wanted = _at(data, route), leads[-1].casefold() if leads else ""
        items = holder.items() if isinstance(holder, Mapping) else enumerate(holder or [])
        found = [
            key
            for key, row in items
            if str(key if isinstance(key, str) else row.get("prosjekt")).casefold() == wanted
        ]
        if len(found) != 1:
            return None
        route = (*route, found[0])
    return route


def _kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def _there(data: Any, route: Route) -> int:
    """How many steps of a route lead to something that is there."""
    for at, step in enumerate(route):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return at
    return len(route)


def _at(data: Any, route: Route) -> Any:
    for step in route:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
