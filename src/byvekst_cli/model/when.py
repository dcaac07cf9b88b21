"""Dates as people know them: a day, a month, a quarter, a season or a year, as a stretch of days."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from byvekst_cli.model.reads import Reads

SEASONS: Final = {
    "vår": (3, 5), "sommer": (6, 8), "sommar": (6, 8), "høst": (9, 11), "haust": (9, 11),
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12),
    "T1": (1, 4), "T2": (5, 8), "T3": (9, 12), "H1": (1, 6), "H2": (7, 12),
}  # fmt: skip
"""First and last month of each named part of a year; the seasons are the meteorologists'."""
YEAR: Final = r"(?:19|20|21)[0-9]{2}"
PATTERN: Final = rf"^{YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-({'|'.join(SEASONS)}))?$"
_SHAPE: Final = re.compile(PATTERN)


@dataclass(frozen=True, slots=True)
class Ends:
    """Marks a date that ends what another field of the same block, `start`, begins."""

    start: str


@dataclass(frozen=True, slots=True)
class When(Reads):
    """From `first` to `last`, both included; `text` is how it was written."""

    text: str
    first: date
    last: date

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2021`, `2021-06`, `2021-06-15`, `2021-Q3`, `2026-T1`, `2021-høst`.

        Raises ValueError for anything else, also for days that the calendar does not have.
        """
        if len(text) > 12 or not _SHAPE.fullmatch(text):
            raise ValueError(text)
        year, _, rest = text.partition("-")
        if "-" in rest:
            day = date.fromisoformat(text)
            return cls(text, day, day)
        start, end = SEASONS.get(rest) or ((int(rest),) * 2 if rest else (1, 12))
        last = monthrange(int(year), end)[1]
        return cls(text, date(int(year), start, 1), date(int(year), end, last))

    @classmethod
    def fits(cls, text: str) -> bool:
        """Whether `parse` can read a text."""
        try:
            return bool(cls.parse(text))
        except ValueError:
            return False

    def is_before(self, other: "When") -> bool:
        """True when every day of this one is before every day of the other."""
        return self.last < other.first

    def overlaps(self, other: "When") -> bool:
        """True when some day is in both: a month agrees with its year."""
        return not (self.is_before(other) or other.is_before(self))

    def has_passed(self, day: date) -> bool:
        """True when the last day is over."""
        return self.last < day

    @classmethod
    def read(cls, value: object) -> Self:
        """Read a value as it stands in a file, where a bare year is a number."""
        if isinstance(value, int | str) and not isinstance(value, bool):
            try:
                return cls.parse(str(value))
            except ValueError:
                pass
        raise PydanticCustomError("when", "not a date")

    @classmethod
    def schema(cls) -> JsonSchemaValue:
        year = {"type": "integer", "minimum": 1900, "maximum": 2199}
        return {"anyOf": [year, {"type": "string", "pattern": PATTERN}]}
