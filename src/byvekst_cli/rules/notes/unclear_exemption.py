"""NOT010: an exemption from public access names no paragraph of law, or not what it covers."""

import re

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.rules.rule import Problems, rule

_PARAGRAPH = re.compile(r"§\s*\d+")
_INTERNAL = re.compile(r"§\s*14\b")


@rule("NOT010", about=Paper, severity=Severity.WARNING)
def unclear_exemption(note: Record[Paper], area: Area) -> Problems:
    """Whether the law is followed is for people to judge; § 14 is for papers inside one body."""
    withheld = note.model.withheld
    if withheld is None:
        return
    if not _PARAGRAPH.search(withheld.basis):
        yield Problem(
            note.at("withheld", "basis"), {"basis": withheld.basis, "reason": Term("basis-no-paragraph")}
        )
    elif _INTERNAL.search(withheld.basis):
        yield Problem(
            note.at("withheld", "basis"), {"basis": withheld.basis, "reason": Term("basis-internal")}
        )
    if withheld.covers is None or isinstance(withheld.covers, Unknown):
        yield Problem(note.at("withheld"), {"basis": withheld.basis, "reason": Term("basis-covers")})
