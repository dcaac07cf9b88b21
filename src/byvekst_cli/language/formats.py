"""Dates, numbers and lists as people of a language write them."""

from datetime import date
from decimal import Decimal
from typing import Final

from byvekst_cli.model.when import When

LOCALES: Final = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


def number(value: int | Decimal, language: str) -> str:
    """With decimal comma and hard spaces from 10 000 up, and a true minus; all decimals are kept."""
    from babel.numbers import format_decimal  # 30 ms, and few findings hold a number

    decimals = max(0, -int(Decimal(value).as_tuple().exponent))
    grouped = not -10_000 < value < 10_000
    pattern = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=LOCALES[language]).replace("-", "−")


def day(value: date, language: str) -> str:
    """`15. juni 2021`, `15 June 2021`."""
    from babel.dates import format_date

    return format_date(value, "d MMMM y" if language == "en" else "d. MMMM y", LOCALES[language])


def short_day(value: date, language: str) -> str:
    """`15.06.21`, `15 Jun 21`: always of one width, for columns."""
    from babel.dates import format_date

    return format_date(value, "dd MMM yy" if language == "en" else "dd.MM.yy", LOCALES[language])


def day_of_year(value: date, language: str) -> str:
    """`15.6.`, `15 Jun`, where the year is plain."""
    from babel.dates import format_date

    return format_date(value, "d MMM" if language == "en" else "d.M.", LOCALES[language])


def weekday(value: date, language: str) -> str:
    """`tirsdag`, `tysdag`, `Tuesday`."""
    from babel.dates import format_date

    return format_date(value, "EEEE", LOCALES[language])


def month(value: date, language: str) -> str:
    """`juni 2021`."""
    from babel.dates import format_date

    return format_date(value, "MMMM y", LOCALES[language])


def when(value: When, language: str, season: str) -> str:
    """A date as it was meant: a day, a month, a part of a year (`season` names it), or a year."""
    year, _, part = value.text.partition("-")
    if not part:
        return year
    if part[0].isdigit():
        return day(value.first, language) if "-" in part else month(value.first, language)
    return f"{season} {year}"
