"""What an import of the byindeks brought: series, revisions, and whether the points give the figures."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.goals.published import Book, Published, Row
from byvekst_cli.goals.renew import Changed, Recomputed, Renewed
from byvekst_cli.language import Say
from byvekst_cli.model.indicator import Indicator, Value
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.report.grid import Grid

VERSION: Final = 1
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read, what it changes in which file, and whether that was written."""

    record: Record[Indicator]
    path: str
    book: Book
    changes: tuple[Renewed, ...]
    recomputed: Recomputed
    written: bool

    @property
    def brings_something(self) -> bool:
        return any(each.new or each.changed for each in self.changes)


def imported_grids(imported: Imported, say: Say) -> list[Grid]:
    """The series, and each period whose value is another now."""
    head = [say(f"import-{name}") for name in ("series", "new", "changed", "revised", "last", "value")]
    rows = [_series(each, imported, say) for each in imported.changes]
    grids = [Grid(say("import-series-title"), head, rows)]
    revised = [(each, changed) for each, changed in _revised(imported)]
    if revised:
        columns = [say(f"import-{name}") for name in ("series", "period", "before", "now")]
        lines = [[*_cells(each, changed, imported, say)] for each, changed in revised]
        grids.append(Grid(say("import-revised-title"), columns, lines))
    return grids


def imported_notes(imported: Imported, say: Say) -> list[str]:
    """Whether anything was written, what the points say, and what the workbook holds besides."""
    if not imported.brings_something:
        first = say("import-nothing-new", file=imported.path)
    else:
        first = say("import-written" if imported.written else "import-not-written", file=imported.path)
    return [
        first,
        *_checked(imported.recomputed, say),
        *(say(f"import-{each}") for each in imported.book.left_out),
    ]


def imported_json(imported: Imported, area: Area) -> str:
    """Version 1: every number of the changes, exact."""
    report: dict[str, Any] = {
        "version": VERSION,
        "area": area.id,
        "indicator": imported.record.id,
        "file": imported.path,
        "written": imported.written,
        "series": [_series_json(each) for each in imported.changes],
        "recomputed": {
            "windows": imported.recomputed.windows,
            "differing": [
                {
                    "window": each.window,
                    "end": row.end,
                    "published": row.value,
                    "computed": round(found.change, 4),
                }
                for each, row, found in imported.recomputed.differing
            ],
            "without_heaviest_point": _without_heaviest(imported.recomputed),
        },
        "left_out": list(imported.book.left_out),
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=float) + "\n"


def _series(change: Renewed, imported: Imported, say: Say) -> list[str]:
    last = change.published.rows[-1]
    revised = sum(changed.is_revised for changed in change.changed)
    counts = (len(change.new), len(change.changed) - revised, revised)
    return [_name(change, imported, say), *map(str, counts), last.end, _shown(last, say)]


def _cells(change: Renewed, changed: Changed, imported: Imported, say: Say) -> list[str]:
    name = _name(change, imported, say)
    return [name, changed.row.end, _shown(changed.before, say), _shown(changed.row, say)]


def _name(change: Renewed, imported: Imported, say: Say) -> str:
    """The series' own name, or one made of how it was computed."""
    if change.name is not None:
        return imported.record.model.series[change.name].name
    published = change.published
    window, year = str(published.window or ""), str(published.reference_year or "") or None
    return say(f"series-{published.comparison.name.lower()}", window=window, year=year)


def _revised(imported: Imported) -> Iterator[tuple[Renewed, Changed]]:
    for each in imported.changes:
        for changed in each.changed:
            if changed.is_revised:
                yield each, changed


def _shown(row: Row | Value, say: Say) -> str:
    """`0,71 (−1,8 til 3,2)`."""
    value = row.value
    if isinstance(value, Unknown | None):
        return say("unknown")
    if row.low is None or row.high is None:
        return say.number(value.normalize())
    low, high = say.number(row.low.normalize()), say.number(row.high.normalize())
    return say("import-interval", value=say.number(value.normalize()), low=low, high=high)


def _checked(found: Recomputed, say: Say) -> Iterator[str]:
    if found.heaviest is None:
        yield say("import-no-points")
        return
    if not found.differing:
        yield say("import-agrees", n=found.windows)
    else:
        yield say("import-differs", all=found.windows, n=len(found.differing))
        for published, row, computed in found.differing[:_SHOWN]:
            facts = _window(published, row, computed.change, say)
            yield say("import-differing", published=say.number(row.value), **facts)
    yield say(
        "import-heaviest", published=say.number(found.heaviest[1].value), **_window(*found.heaviest, say)
    )


def _without_heaviest(found: Recomputed) -> dict[str, Any] | None:
    if found.heaviest is None:
        return None
    published, row, computed = found.heaviest
    return {
        "window": published.window, "end": row.end, "published": row.value, "computed": round(computed, 4)
    }  # fmt: skip


def _window(published: Published, row: Row, computed: float, say: Say) -> dict[str, Any]:
    value = say.number(round(Decimal(computed), 2))
    return {"end": When.parse(row.end), "window": str(published.window), "computed": value}


def _series_json(change: Renewed) -> dict[str, Any]:
    published = change.published
    return {
        "id": change.name,
        "kind": published.comparison.value,
        "window": published.window,
        "reference_year": published.reference_year,
        "new": [{"end": row.end, "value": row.value} for row in change.new],
        "changed": [
            {
                "end": changed.row.end,
                "before": None if isinstance(changed.before.value, Unknown) else changed.before.value,
                "value": changed.row.value,
                "revised": changed.is_revised,
            }
            for changed in change.changed
        ],
    }
