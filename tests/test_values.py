"""Dates, money and numbers."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from byvekst_cli.language import formats
from byvekst_cli.language.say import Say, safe
from byvekst_cli.language.values import value_words
from byvekst_cli.model.funding import Estimate
from byvekst_cli.model.money import MixedPriceYears, Money, PriceBasis, PriceYear, price_years
from byvekst_cli.model.near import Words, near
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.rounding import agree
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.model.when import When

D = date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", D(2021, 1, 1), D(2021, 12, 31)),
        ("2021-06", D(2021, 6, 1), D(2021, 6, 30)),
        ("2024-02", D(2024, 2, 1), D(2024, 2, 29)),
        ("2021-06-15", D(2021, 6, 15), D(2021, 6, 15)),
        ("2021-Q3", D(2021, 7, 1), D(2021, 9, 30)),
        ("2026-T1", D(2026, 1, 1), D(2026, 4, 30)),
        ("2026-H2", D(2026, 7, 1), D(2026, 12, 31)),
        ("2021-høst", D(2021, 9, 1), D(2021, 11, 30)),
        ("2021-haust", D(2021, 9, 1), D(2021, 11, 30)),
        ("2021-vår", D(2021, 3, 1), D(2021, 5, 31)),
    ],
)
def test_a_date_is_a_stretch_of_days(text: str, first: date, last: date) -> None:
    """From the first day to the last, both included; passed when the last day is over."""
    when = When.parse(text)

    assert (when.first, when.last, str(when)) == (first, last, text)
    assert not when.has_passed(last)
    assert when.has_passed(last + timedelta(days=1))


@pytest.mark.parametrize(
    "text", ["", "21", "2021-13", "2021-02-29", "2021-6", "2021-Q5", "15.06.2021", "1821", "2021 "]
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    """A date that the calendar lacks is no date."""
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the whole story
        When.parse(text)


@given(st.dates(D(1900, 1, 1), D(2199, 12, 31)), st.dates(D(1900, 1, 1), D(2199, 12, 31)))
def test_days_come_in_one_order(one: date, other: date) -> None:
    """`is_before` agrees with the calendar, and is never true both ways."""
    a, b = When.parse(one.isoformat()), When.parse(other.isoformat())

    assert a.is_before(b) == (one < other)
    assert not (a.is_before(b) and b.is_before(a))


AMOUNTS = st.decimals(-100_000, 100_000, places=6)
YEAR = PriceYear(2022)


@given(AMOUNTS, AMOUNTS)
def test_money_adds_up_exactly(one: Decimal, other: Decimal) -> None:
    """Sums of money are sums of øre; nothing is rounded."""
    total = Money.mnok(one, YEAR) + Money.mnok(other, YEAR)

    assert total.in_mnok == one + other
    assert total.ore == (one + other) * 100_000_000


@pytest.mark.parametrize("basis", [2021, PriceBasis.CURRENT, PriceBasis.UNKNOWN])
def test_different_price_years_are_never_added(basis: int | PriceBasis) -> None:
    """A krone of one year is not a krone of another."""
    with pytest.raises(MixedPriceYears):
        Money.mnok(Decimal(1), YEAR) + Money.mnok(Decimal(1), PriceYear(basis))


def test_unknown_price_years_are_not_added_to_each_other() -> None:
    """Two amounts of unknown price years may be of different ones."""
    unknown = Money.mnok(Decimal(1), PriceYear(PriceBasis.UNKNOWN))

    with pytest.raises(MixedPriceYears):
        unknown + unknown
    assert price_years([unknown, unknown]) == (PriceYear(PriceBasis.UNKNOWN),)


def test_money_finer_than_an_ore_is_refused() -> None:
    """There is no half øre."""
    with pytest.raises(ValueError, match="whole øre"):
        Money.mnok(Decimal("0.000000005"), YEAR)


def test_unknown_is_not_zero_and_not_absent() -> None:
    """`ukjent` and `ukjend` are one value of their own."""
    estimate = {"dato": 2020, "prisår": 2020, "p50": "ukjent", "p85": "ukjend"}

    read = Estimate.model_validate(estimate)

    assert read.p50 is UNKNOWN
    assert read.p85 is UNKNOWN
    assert read.low is None


@pytest.mark.parametrize("value", [True, 1.5, "1", None, Decimal("1.1234567")])
def test_an_amount_is_an_exact_number(value: object) -> None:
    """No float, no text, no yes, and at most six decimals."""
    with pytest.raises(ValidationError):
        Estimate.model_validate({"dato": 2020, "prisår": 2020, "p50": value})


@pytest.mark.parametrize(
    ("value", "nb", "en"),
    [
        (Decimal("12345.5"), "12\u00a0345,5", "12,345.5"),
        (Decimal("-2.0"), "−2,0", "−2.0"),
        (7508, "7508", "7508"),
        (0, "0", "0"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: Decimal | int, nb: str, en: str) -> None:
    """Decimal comma and hard spaces in Norwegian; no decimal is lost."""
    assert formats.number(value, "nb") == nb
    assert formats.number(value, "nn") == nb
    assert formats.number(value, "en") == en


@pytest.mark.parametrize(
    ("text", "nb", "nn", "en"),
    [
        ("2021", "2021", "2021", "2021"),
        ("2021-06", "juni 2021", "juni 2021", "June 2021"),
        ("2021-06-01", "1. juni 2021", "1. juni 2021", "1 June 2021"),
        ("2021-høst", "høsten 2021", "hausten 2021", "autumn 2021"),
        ("2021-Q3", "3. kvartal 2021", "3. kvartal 2021", "Q3 2021"),
    ],
)
def test_dates_are_written_as_they_were_meant(text: str, nb: str, nn: str, en: str) -> None:
    """As exactly as they are known, and no more."""
    when = When.parse(text)

    assert [Say(language)._show(when) for language in ("nb", "nn", "en")] == [nb, nn, en]


def test_text_of_others_cannot_steer_the_terminal() -> None:
    """Control characters and hidden marks are replaced; a line break is a space."""
    assert safe("a\x1b[31mb\u202ec\nd") == "a\ufffd[31mb\ufffdc d"


@pytest.mark.parametrize(
    ("word", "meant"),
    [("naven", "navn"), ("prisar", "prisår"), ("belop", "beløp"), ("xyz", None), ("n" * 10_000, None)],
)
def test_the_word_that_was_meant(word: str, meant: str | None) -> None:
    """Letters left out, swapped or without their rings; nothing for what is like nothing."""
    known = ["navn", "prisår", "beløp", "tiltak"]

    assert near(word, known) == meant
    assert near(word, [*known, *(f"P-{n:05}" for n in range(1000))]) == meant


def test_a_thousand_mistyped_ids_among_a_thousand_take_no_time() -> None:
    """Suggestions cost no more in a large area: each word is compared with few."""
    words = Words(f"P-{n:05}" for n in range(20_000))

    assert words.near("P-00017x") == "P-00017"
    assert len(list(words._candidates("p-00017x"))) <= 200


@pytest.mark.parametrize(
    ("parts", "stated", "fits"),
    [
        (["425.7", "35.4"], "461", True),
        (["425.7", "35.4"], "461.1", True),
        (["425.7", "35.4"], "462", False),
        (["7", "5.6", "1.9", "0.6", "0.25", "0.2", "0.1"], "15.6", True),
        (["7", "5.6", "1.9", "0.6", "0.25", "0.2", "0.1"], "15.4", False),
        (["391", "5", "962", "174"], "1532", True),
        (["7000", "5600", "1900", "600", "250", "200", "100"], "15600", True),
        (["7000", "5600", "1900", "600", "250", "200", "100"], "15400", False),
        (["100", "200"], "310", False),
        (["10", "20.4", "5"], "36.4", False),
    ],
)
def test_rounding_never_alarms_and_a_slip_does(parts: list[str], stated: str, fits: bool) -> None:
    """Real sums: Øygarden's money, Miljøpakken's frame of 2017, the state's 50/50 grants of 2019."""
    numbers = [Decimal(part) for part in parts]

    assert agree(sum(numbers, Decimal(0)), Decimal(stated), numbers) is fits


UNKNOWN_YEAR = PriceYear(PriceBasis.UNKNOWN)


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        ([("75", YEAR)], "75\u00a0mill. 2022-kr"),
        ([("75", UNKNOWN_YEAR), ("12.25", UNKNOWN_YEAR)], "87,3\u00a0mill. kr*"),
        ([("75", YEAR), ("10", UNKNOWN_YEAR)], "75\u00a0mill. 2022-kr og 10\u00a0mill. kr*"),
    ],
)
def test_sums_of_an_unknown_price_year_are_marked(amounts: list[tuple[str, PriceYear]], shown: str) -> None:
    """As in the tables; kroner of a known year are not."""
    pile = Pile.of(Money.mnok(Decimal(number), year) for number, year in amounts)

    assert value_words(pile, Say("nb")).replace(" mill", "\u00a0mill") == shown


@pytest.mark.parametrize(
    ("number", "shown"), [("505.030744", "505"), ("22.342", "22,3"), ("1.98", "1,98"), ("0.001", "0,001")]
)
def test_an_amount_is_rounded_once_where_it_is_read(number: str, shown: str) -> None:
    """To one decimal, two where it is small, and never to nothing."""
    assert value_words(Money.mnok(Decimal(number), YEAR), Say("nb")).split()[0] == shown
