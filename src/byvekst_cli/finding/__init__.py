"""What every other room can say that it found; imports no other room."""

from byvekst_cli.finding.finding import Allowed, Finding, Related, Repair, Severity, Span
from byvekst_cli.finding.problem import Clue, Hint, On, Place, Problem, Route, Term

__all__ = [
    "Allowed",
    "Clue",
    "Finding",
    "Hint",
    "On",
    "Place",
    "Problem",
    "Related",
    "Repair",
    "Route",
    "Severity",
    "Span",
    "Term",
]
