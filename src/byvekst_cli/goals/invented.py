"""Whether any of the values that are shown is invented, so that the reader is told."""

from collections.abc import Iterable

from byvekst_cli.area import Area
from byvekst_cli.area.figures import figures_in
from byvekst_cli.goals.standing import Seen
from byvekst_cli.model.indicator import Indicator


def has_invented_values(area: Area, shown: Iterable[Seen]) -> bool:
    """In any of the series that are shown."""
    files = {record.id.casefold(): record for record in area.of(Indicator)}
    return any(
        figure.illustration
        for seen in shown
        if (file := files.get(seen.indicator.id.casefold()))
        for figure in figures_in(file, "series", seen.series_id)
    )
