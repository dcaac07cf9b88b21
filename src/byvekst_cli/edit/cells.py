"""What somebody wrote in a cell, as the text that the file's value would be shown with, and back."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.area.tables import TRUE
from byvekst_cli.lint.repair import meant_date
from byvekst_cli.model.column import Column, Sort
from byvekst_cli.model.unknown import WORDS
from byvekst_cli.model.when import When
from byvekst_cli.source.decode import UNSEEN
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.workbook import Cell

_NUMERIC: Final = (Sort.NUMBER, Sort.YEAR, Sort.PRICE_YEAR)
_NORWEGIAN: Final = re.compile(r"-?(?:\d+|\d{1,3}(?:[ .]\d{3})+)(?:,\d+)?")
_POINTED: Final = re.compile(r"-?(?:\d+|\d{1,3}(?:[ ,]\d{3})+)(?:\.\d+)?")
_THOUSANDS: Final = re.compile(r"-?\d{1,3}\.\d{3}")
_SHARE: Final = re.compile(r"\s*([^:;,]+?)\s*:?\s+(-?\d+(?:[.,]\d+)?)\s*%?\s*")
_YES: Final = frozenset({"ja", "yes", "x", "true", "sann", "1"})
_NO: Final = frozenset({"nei", "no", "false", "usann", "0"})


class Unfit(Exception):
    """A cell that cannot be understood; `why` names the sentence that says so."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def meant(cell: Cell, column: Column) -> str:
    """The text of a cell in the form that `told` gives it. Raises Unfit."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        if column.sort is not Sort.YES:
            raise Unfit("cell-true")
        return TRUE if cell else ""
    if isinstance(cell, int | float):
        return _numeral(Decimal(f"{cell:.15g}"))
    if isinstance(cell, date):
        if column.sort in _NUMERIC:
            raise Unfit("cell-date")
        return cell.isoformat()
    return _text(unicodedata.normalize("NFC", cell), column)


def _text(text: str, column: Column) -> str:
    if UNSEEN.search(text):
        raise Unfit("cell-unseen")
    text = text.strip()
    if text.casefold() in WORDS and column.sort is not Sort.TEXT:
        return text.casefold()
    if column.sort in _NUMERIC:
        return _number(text)
    if column.sort is Sort.WHEN:
        return text if When.fits(text) else meant_date(text) or text
    if column.sort is Sort.YES:
        return _yes(text)
    if column.sort is Sort.LIST:
        return ", ".join(part.strip() for part in re.split(r"[,;\n]", text) if part.strip())
    if column.sort is Sort.SHARES:
        return _shares(text)
    if column.words:
        return next((word for word in column.words if word.casefold() == text.casefold()), text)
    return text


def _number(text: str) -> str:
    """`8,1`, `1 250,5` and `-3`; what may be thousands or thousandths is asked about."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2212", "-")
    if _THOUSANDS.fullmatch(plain):
        raise Unfit("cell-thousands")
    for pattern, thousands, point in ((_NORWEGIAN, ".", ","), (_POINTED, ",", ".")):
        if pattern.fullmatch(plain):
            return _numeral(Decimal(plain.replace(" ", "").replace(thousands, "").replace(point, ".")))
    return text


def _numeral(number: Decimal) -> str:
    """As files have it: a point, and no final zeros."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _yes(text: str) -> str:
    word = text.casefold()
    if word in _YES:
        return TRUE
    if word in _NO or not word:
        return ""
    raise Unfit("cell-yes")


def _shares(text: str) -> str:
    if not text:
        return ""
    parts = [part for part in re.split(r"[;\n]|,(?!\d)", text) if part.strip()]
    found = [_SHARE.fullmatch(part.replace(":", ": ")) for part in parts]
    if not all(found):
        raise Unfit("cell-shares")
    return "; ".join(f"{m[1]}: {_numeral(Decimal(m[2].replace(',', '.')))}" for m in found if m)


def value_of(text: str, column: Column) -> Any:
    """The value that a file would hold; text that is not a number stays text. Not for empty cells."""
    if column.sort is Sort.YES:
        return True
    if column.sort is Sort.LIST and not (column.may_be_unknown and text in WORDS):
        return text.split(", ")
    if column.sort is Sort.SHARES:
        return {key: plain(share) for key, _, share in (each.partition(": ") for each in text.split("; "))}
    if column.sort in (*_NUMERIC, Sort.WHEN, Sort.SCALAR):
        return plain(text)
    return text


def plain(text: str) -> Any:
    """A number where the text is one as files have them, else the text."""
    if not re.fullmatch(r"-?[0-9.]+", text):
        return text
    value = read(f"x: {text}\n").data["x"]
    return value if isinstance(value, int | Decimal) and not isinstance(value, bool) else text
