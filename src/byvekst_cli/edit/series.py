"""What a publication of the byindeks brings, as edits of the indicator's file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from byvekst_cli.edit.insert import Append, Edit, Into, Put, edited
from byvekst_cli.finding.problem import Route
from byvekst_cli.goals.published import Row
from byvekst_cli.goals.renew import FIELDS, VERSIONS, Changed, Renewed
from byvekst_cli.language import Say
from byvekst_cli.model.indicator import Comparison, Value
from byvekst_cli.source.document import Document

_SERIES: Final = "serier"
_VALUES: Final = "verdier"
_REVISED: Final = "revidert"
_KEYS: Final = {name: str(Value.model_fields[field].alias) for name, field in FIELDS.items()}


@dataclass(frozen=True, slots=True)
class Edition:
    """What is said of a publication: its own name, the day it came, its source; None where not told.

    `dated` is the day that revisions are put down to.
    """

    version: str | None
    published: str | None
    source: str | None
    dated: str | None

    @property
    def told(self) -> dict[str, str]:
        facts = {"publisert": self.published, "versjon": self.version, "kilde": self.source}
        return {key: text for key, text in facts.items() if text is not None}


def with_series(document: Document, changes: tuple[Renewed, ...], edition: Edition, say: Say) -> str:
    """The text of the file with new and changed values. Raises CannotEdit.

    `say` speaks the area's language, in which new series are named and revisions explained.
    """
    return edited(document, _edits(document.data, changes, edition, say))


def _edits(data: Any, changes: tuple[Renewed, ...], edition: Edition, say: Say) -> Iterator[Edit]:
    """New series first and changed numbers last, for of two at one place the later comes out first."""
    held = data.get(_SERIES) or {}
    made = _new_series([each for each in changes if each.name is None], set(held), edition, say)
    if made and _SERIES in data:
        yield Into((_SERIES,), made, next(reversed(held), None))
    elif made:
        yield Into((), {_SERIES: made}, next(reversed(data)))
    for each in changes:
        if each.name is not None and (each.new or each.changed):
            series, route = held[each.name], (_SERIES, each.name)
            yield from _head(series, route, edition)
            yield from _rows(series[_VALUES] or {}, (*route, _VALUES), each.new)
            for changed in each.changed:
                row = series[_VALUES][changed.row.end]
                yield from _row(row, (*route, _VALUES, changed.row.end), _facts(changed, edition, say))


def _head(series: Mapping[str, Any], route: Route, edition: Edition) -> Iterator[Edit]:
    """When it was published, and what, told again."""
    keys = list(series)
    before = keys[keys.index(_VALUES) - 1] if keys.index(_VALUES) else _VALUES
    added = {key: text for key, text in edition.told.items() if key not in series}
    if added:
        yield Into(route, added, before)
    for key, text in edition.told.items():
        if key in series and series[key] != text:
            yield Put((*route, key), text)


def _rows(held: Mapping[str, Any], route: Route, new: tuple[Row, ...]) -> Iterator[Edit]:
    """New periods, each after the last one before it."""
    places: dict[str | None, dict[str, Any]] = {}
    for row in new:
        earlier = max((end for end in held if end < row.end), default=None)
        places.setdefault(earlier, {})[row.end] = _numbers(row)
    for earlier, rows in places.items():
        yield Into(route, rows, earlier)


def _row(row: Mapping[str, Any], route: Route, facts: Mapping[str, Any]) -> Iterator[Edit]:
    """Numbers that stand there get their new value, others are added at the end."""
    added = {key: value for key, value in facts.items() if key not in row}
    if added:
        yield Into(route, added, list(row)[-1])
    for key, value in facts.items():
        if key == _REVISED and row.get(key):
            yield Append((*route, key), value[0])
        elif key in row:
            yield Put((*route, key), value)


def _facts(changed: Changed, edition: Edition, say: Say) -> dict[str, Any]:
    numbers = _numbers(changed.row)
    facts: dict[str, Any] = {_KEYS[name]: numbers[_KEYS[name]] for name in changed.fields}
    if changed.is_revised:
        dated = edition.dated or say("unknown")
        note = {"fra": changed.before.value, "dato": dated, "grunn": say("series-revised")}
        facts[_REVISED] = [note]
    return facts


def _numbers(row: Row) -> dict[str, Any]:
    found = {key: getattr(row, name) for name, key in _KEYS.items()}
    return {key: number for key, number in found.items() if number is not None}


def _new_series(changes: list[Renewed], taken: set[str], edition: Edition, say: Say) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for each in changes:
        id = _free(each, taken | set(made), say)
        made[id] = _series(each, edition, say)
    return made


def _free(change: Renewed, taken: set[str], say: Say) -> str:
    """An id that no series has: told apart by reference year, method, or a number."""
    published = change.published
    plain = say(f"series-id-{published.comparison.name.lower()}", window=str(published.window or ""))
    tries = [
        plain,
        f"{plain}-{published.reference_year or 'ny'}",
        f"{plain}-{VERSIONS[published.new_method]}",
    ]
    return next(id for id in [*tries, *(f"{plain}-{n}" for n in range(2, 99))] if id not in taken)


def _series(change: Renewed, edition: Edition, say: Say) -> dict[str, Any]:
    published = change.published
    window, year = published.window, published.reference_year
    comparison = published.comparison
    name = say(
        f"series-{comparison.name.lower()}", window=str(window or ""), year=str(year) if year else None
    )
    facts: dict[str, Any] = {
        "navn": name,
        "måte": comparison.value,
        "metode": say("series-method-new" if published.new_method else "series-method-old"),
        "metodeversjon": VERSIONS[published.new_method],
        "vindu": window,
        "referanseår": year if comparison is not Comparison.DIRECT else None,
        **edition.told,
        _VALUES: {row.end: _numbers(row) for row in change.new},
    }
    return {key: value for key, value in facts.items() if value is not None}
