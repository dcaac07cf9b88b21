"""Areas side by side: only figures made in one way stand in one table."""

from collections.abc import Sequence
from itertools import combinations

from byvekst_cli.area import Area
from byvekst_cli.finding import Term
from byvekst_cli.goals.compare import Entry, alike, differences
from byvekst_cli.goals.reading import Basis
from byvekst_cli.language import Say
from byvekst_cli.language.readings import conclusion, interval, signed
from byvekst_cli.report.grid import Grid


def comparison(entries: Sequence[tuple[Area, Entry | None]], say: Say) -> tuple[list[Grid], list[str]]:
    """A table for each way of making figures, and why they are not in one."""
    groups = alike(entry for _, entry in entries if entry is not None)
    grids = [
        Grid(
            _made(group.basis, say),
            [say(f"compared-{name}") for name in ("area", "period", "value", "interval", "reading")],
            [_row(entry, say) for entry in group.entries],
        )
        for group in groups
    ]
    notes = [
        _why(one.basis, other.basis, one.entries, other.entries, say)
        for one, other in combinations(groups, 2)
    ]
    silent = [_name(area) for area, entry in entries if entry is None]
    return grids, notes + ([say("compared-silent", areas=say.listed(silent, "and"))] if silent else [])


def _row(entry: Entry, say: Say) -> list[str]:
    reading = entry.seen.reading
    value = say("unit-percent", n=signed(reading.value, say))
    period = say("compared-when", period=reading.period)
    return [_name(entry.area), period, value, interval(reading, say) or "", conclusion(entry.seen, say) or ""]


def _made(basis: Basis, say: Say) -> str:
    year = str(basis.reference_year) if basis.reference_year else None
    months = str(basis.window) if basis.window else None
    return say("compared-made", way=basis.comparison.value, months=months, year=year)


def _why(one: Basis, other: Basis, first: Sequence[Entry], second: Sequence[Entry], say: Say) -> str:
    reasons = tuple(Term(f"differs-{name.replace('_', '-')}") for name in differences(one, other))
    return say(
        "compared-not",
        first=say.listed((_name(each.area) for each in first), "and"),
        second=say.listed((_name(each.area) for each in second), "and"),
        reasons=reasons,
    )


def _name(area: Area) -> str:
    return area.file.name if area.file else area.name
