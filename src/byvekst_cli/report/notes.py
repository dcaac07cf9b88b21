"""Notes that were read one by one: where something stands, and how heavy each is to read."""

from collections.abc import Iterator
from typing import Any

from byvekst_cli.finding import Finding, Term
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.prose.readability import Reading
from byvekst_cli.report.checked import Checked, CheckedArea


def where(area: CheckedArea, path: str, line: int, say: Say) -> str:
    """The number of a line, or for a Word note the paragraph or cell: nothing for one that was not read."""
    spot = area.spot(path, line)
    if spot is None:
        return "" if path in area.spots else str(line)
    return say.spot(spot)


def place_shown(finding: Finding, area: CheckedArea, say: Say) -> str:
    """After the path of a file: a colon and the line, or for a Word note a comma and where it is."""
    place = where(area, finding.path, finding.span.line, say)
    return place and f"{', ' if finding.path in area.spots else ':'}{place}"


def place_told(finding: Finding, area: CheckedArea, say: Say) -> str:
    """Before a message, the paragraph or cell of a Word note, whose lines nobody sees; else nothing."""
    spot = area.spot(finding.path, finding.span.line)
    return f"{say.spot(spot)}: " if spot is not None else ""


def readings_told(checked: Checked, say: Say) -> Iterator[str]:
    """A sentence for each note that has any; one alone needs no name."""
    all = list(_readings(checked))
    for path, reading in all:
        if reading.lix is not None and reading.band is not None:
            band = Term(f"lix-{reading.band.name.lower()}")
            file = safe(path) if len(all) > 1 else None
            yield say("reading", file=file, lix=round(reading.lix), band=band)


def readings_counted(checked: Checked) -> list[dict[str, Any]]:
    """The same for programs, with the counts behind it."""
    return [
        {
            "path": path,
            "lix": None if reading.lix is None else round(reading.lix, 1),
            "band": reading.band and reading.band.name.lower(),
            "words": reading.words,
            "sentences": reading.sentences,
        }
        for path, reading in _readings(checked)
    ]


def _readings(checked: Checked) -> Iterator[tuple[str, Reading]]:
    for area in checked.areas:
        for path, reading in area.readings.items():
            yield area.shown_path(path), reading
