"""Areas side by side: only figures made in one way stand in one table."""

from collections.abc import Sequence
from itertools import combinations

from byvekst_cli.area import Area
from byvekst_cli.goals.compare import Entry, alike
from byvekst_cli.language import Say
from byvekst_cli.language.compared import apart, made, name_of
from byvekst_cli.language.readings import conclusion, interval, signed
from byvekst_cli.report.grid import Grid


def comparison(entries: Sequence[tuple[Area, Entry | None]], say: Say) -> tuple[list[Grid], list[str]]:
    """A table for each way of making figures, and why they are not in one."""
    groups = alike(entry for _, entry in entries if entry is not None)
    grids = [
        Grid(
            made(group.basis, say),
            [say(f"compared-{name}") for name in ("area", "period", "value", "interval", "reading")],
            [_row(entry, say) for entry in group.entries],
            numbers=(2, 3),
        )
        for group in groups
    ]
    notes = [apart(one, other, say) for one, other in combinations(groups, 2)]
    silent = [name_of(area) for area, entry in entries if entry is None]
    return grids, notes + ([say("compared-silent", areas=say.listed(silent, "and"))] if silent else [])


def _row(entry: Entry, say: Say) -> list[str]:
    reading = entry.seen.reading
    value = say("unit-percent", n=signed(reading.value, say))
    period = say("compared-when", period=reading.period)
    return [
        name_of(entry.area),
        period,
        value,
        interval(reading, say) or "",
        conclusion(entry.seen, say) or "",
    ]
