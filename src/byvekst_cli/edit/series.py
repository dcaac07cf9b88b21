"""What a publication of the byindeks brings, as values to be put into the indicator's file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from byvekst_cli.edit.patch import Put, patched
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
    """The text of the file with new and changed values. Raises CannotPatch.

    `say` speaks the area's language, in which new series are named and revisions explained.
    """
    return patched(document.text, _puts(document.data, changes, edition, say))


def _puts(data: Any, changes: tuple[Renewed, ...], edition: Edition, say: Say) -> Iterator[Put]:
    held = data.get(_SERIES) or {}
    for each in changes:
        if each.name is not None and (each.new or each.changed):
            series, route = held[each.name], (_SERIES, each.name)
            yield from _head(series, route, edition)
            yield from _rows(series[_VALUES] or {}, (*route, _VALUES), each.new)
            for changed in each.changed:
                row = series[_VALUES][changed.row.end]
                yield from _row(row, (*route, _VALUES, changed.row.end), _facts(changed, edition, say))
    made = _new_series([each for each in changes if each.name is None], set(held), edition, say)
    if made and _SERIES not in data:
        yield Put((_SERIES,), made)
    else:
        yield from (Put((_SERIES, id), series) for id, series in made.items())


def _head(series: Mapping[str, Any], route: Route, edition: Edition) -> Iterator[Put]:
    """When it was published, and what, told again before the values."""
    keys = list(series)
    before = keys[: keys.index(_VALUES)] or [_VALUES]
    order = (*before, *(key for key in edition.told if key not in series))
    for key, text in edition.told.items():
        yield Put((*route, key), text, () if key in series else order)


def _rows(held: Mapping[str, Any], route: Route, new: tuple[Row, ...]) -> Iterator[Put]:
    """New periods, each after the last one before it."""
    order = tuple(sorted({*held, *(row.end for row in new)}))
    return (Put((*route, row.end), _numbers(row), order) for row in new)


def _row(row: Mapping[str, Any], route: Route, facts: Mapping[str, Any]) -> Iterator[Put]:
    """Numbers that stand there get their new value, others are added at the end."""
    for key, value in facts.items():
        if key == _REVISED and row.get(key):
            yield Put((*route, key, len(row[key])), value[0])
        else:
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
