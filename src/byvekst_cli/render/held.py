"""What must stand on one line: numbers with their units, dates, paragraphs of law, and ids."""

import re
from typing import Final

_SPACE: Final = "\u00a0"
_HYPHEN: Final = "\u2011"
_MONTHS: Final = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "January|February|March|May|June|July|October|December"
)
_UNITS: Final = (
    r"mill\.|mrd\.|millionar|millioner|milliardar|milliarder|million|billion|tusen|kroner|kr|NOK|prosentpoeng|"
    r"prosent|percentage points|per cent|pst\.|km²|km/t|km|meter|m²|m|tonn|CO₂|minutt|minutter|timer|timar|"
    r"dager|dagar|veker|uker|%|‰"
)
_BEFORE: Final = (
    r"§§?|[Nn]r\.|[Nn]o\.|[Kk]ap\.|[Kk]apittel|[Pp]kt\.|[Pp]unkt|[Ss]ak|[Aa]rt\.|[Ss]\.|kl\.|kr|NOK|ca\.|"
    r"[Tt]abell|[Ff]igur|[Tt]able|[Ff]igure|[Vv]edlegg|[Ss]ide|[Dd]el"
)
_JOINED: Final = re.compile(
    rf"(?<=\d) (?=\d{{3}}(?!\d))"
    rf"|(?<=\d) (?=(?:{_UNITS})(?!\w))"
    rf"|(?<=mill\.) (?=kr)|(?<=mrd\.) (?=kr)|(?<=million) (?=NOK|kr)|(?<=billion) (?=NOK|kr)|(?<=tusen) (?=kr)"
    rf"|(?<=\d\.) (?=(?:{_MONTHS})\b)|(?<=\d) (?=(?:{_MONTHS})\b)"
    rf"|(?<=[−+±<>≤≥≈]) (?=\d)"
)
_AFTER_WORD: Final = re.compile(rf"(?<!\w)({_BEFORE}) (?=\d)")
_YEAR: Final = re.compile(rf"\b({_MONTHS}) (?=\d{{4}}\b)")
_ID: Final = re.compile(
    r"(?<![\w/.:@-])(?=[\w-]*\d)(?:[A-ZÆØÅ][A-ZÆØÅ0-9]*|\d{1,4})(?:-[A-ZÆØÅ0-9]{1,8}){1,3}(?![\w/@-])"
)
_MINUS: Final = re.compile(r"(?<![\w)-])-(?=\d)")
_ADDRESS: Final = re.compile(r"https?://|www\.|@")


def held(text: str) -> str:
    """The same words, where spaces and hyphens that must not break are no-break ones.

    `214,9 mill. kr`, `23. november 2026`, `§ 3`, `nr. 12`, `BG-SYK-002` and `-5` are kept whole.
    Addresses are left as they are. Nothing but spaces and hyphens is changed, so that a reader who
    takes no-break signs for ordinary ones has the text as it was.
    """
    if _ADDRESS.search(text):
        return text
    text = _JOINED.sub(_SPACE, text)
    text = _AFTER_WORD.sub(rf"\1{_SPACE}", text)
    text = _YEAR.sub(rf"\1{_SPACE}", text)
    text = _ID.sub(lambda match: match.group().replace("-", _HYPHEN), text)
    return _MINUS.sub(_HYPHEN, text)
