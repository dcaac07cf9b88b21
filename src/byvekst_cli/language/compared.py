"""Areas side by side, in words: how their figures were made, and why some stand apart."""

from byvekst_cli.area import Area
from byvekst_cli.finding import Term
from byvekst_cli.goals.compare import Alike, differences
from byvekst_cli.goals.reading import Basis
from byvekst_cli.language.say import Say, safe


def made(basis: Basis, say: Say) -> str:
    """`Glidende vindu, 36 måneder, mot 2018`."""
    year = str(basis.reference_year) if basis.reference_year else None
    months = str(basis.window) if basis.window else None
    return say("compared-made", way=say(f"way-{basis.comparison.value}"), months=months, year=year)


def apart(one: Alike, other: Alike, say: Say) -> str:
    """Which areas cannot be compared with which, and what differs."""
    reasons = tuple(Term(f"differs-{name.replace('_', '-')}") for name in differences(one.basis, other.basis))
    first, second = (say.listed((name_of(e.area) for e in group.entries), "and") for group in (one, other))
    return say("compared-not", first=first, second=second, reasons=reasons)


def name_of(area: Area) -> str:
    """What the area calls itself."""
    return safe(area.file.name if area.file else area.name)
