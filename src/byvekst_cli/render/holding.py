"""Numbers, units and dates that must not be parted at the end of a line."""

import re
from typing import Final

_SPACE: Final = "\u00a0"
_MONTH: Final = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_UNIT: Final = (
    r"%|‰|(?:mill\.|mrd\.|kr|kroner|øre|NOK|MNOK|prosent|prosentpoeng|pst\.|per cent|km/t|km|m|meter|metres|"
    r"dager|dagar|days|veker|uker|million|billion|millioner|millionar|tusen|tonn|minutter|minutt)(?!\w)"
)
_DATE: Final = re.compile(rf"\b(\d{{1,2}}\.?) ({_MONTH})(?: (\d{{4}}))?\b|\b({_MONTH}) (\d{{4}})\b")
_THOUSANDS: Final = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_AMOUNT: Final = re.compile(rf"(?<=\d) (?=(?:{_UNIT}))|(?<=\d\*) (?=(?:{_UNIT}))")
_KRONER: Final = re.compile(r"(?<=mill\.) (?=\S*kr)|(?<=mrd\.) (?=\S*kr)|(?<=NOK) (?=\d)")
_BEFORE: Final = re.compile(
    r"(?<=§) (?=\d)|\b((?:kap|nr|pkt|kl|art|no)\.|sak|punkt|tabell|figur|table|figure) (?=\d)", re.IGNORECASE
)
_WEEKDAY: Final = re.compile(
    r"\b(man|mån|tir|tys|ons|tor|fre|lør|lau|søn|sun|Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\d{1,2}\.?[ \u00a0])"
)
_SIGN: Final = re.compile(r"(?<=[−±<>≤≥≈]) (?=\d)")


def held(text: str) -> str:
    """The same words, with spaces that do not break where a number would be left alone."""
    text = _DATE.sub(lambda match: match[0].replace(" ", _SPACE), text)
    text = _BEFORE.sub(lambda match: match[0].replace(" ", _SPACE), text)
    text = _WEEKDAY.sub(lambda match: match[1] + _SPACE, text)
    for pattern in (_THOUSANDS, _AMOUNT, _KRONER, _SIGN):
        text = pattern.sub(_SPACE, text)
    return text
