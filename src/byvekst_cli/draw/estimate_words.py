"""What is written beside an estimate: its date, its kroner, and how much of its growth is prices."""

from decimal import Decimal

from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount
from byvekst_cli.model.money import PriceBasis, PriceYear
from byvekst_cli.model.rounding import rounded_parts
from byvekst_cli.portfolio.history import Point, Step


def dated(point: Point, say: Say) -> str:
    return say("chart-dated", when=point.dated) if point.dated else say("chart-no-date")


def level(year: PriceYear, say: Say) -> str:
    """`2018-kroner`, `løpende kroner`, `prisår ukjent`."""
    if year.basis is PriceBasis.CURRENT:
        return say("chart-level-nominal")
    return say("chart-level-unknown") if year.is_unknown else say("chart-level-year", year=str(year))


def span(point: Point, say: Say) -> str:
    """The amount or its low and high end, and the same in the kroner asked for where that is other."""
    ends = dict.fromkeys((point.low, point.high))
    written = "–".join(amount(money.in_mnok, say) for money in ends)
    if point.common_low is None or point.common_high is None or point.common_low.year == point.low.year:
        return written
    common = dict.fromkeys((point.common_low, point.common_high))
    return say(
        "chart-common",
        own=written,
        common="–".join(amount(money.in_mnok, say) for money in common),
        year=str(point.common_low.year),
    )


def growth(step: Step | None, say: Say) -> list[str]:
    """One line or two: real growth and prices since an estimate, or that it cannot be told."""
    if step is None or step.since is None or step.real is None or step.price is None:
        return [say("chart-cannot-tell")]
    real, price = (_percent(share, say) for share in (step.real, step.price))
    return [say("chart-growth", real=real, price=price), say("chart-since", since=dated(step.since, say))]


def _percent(share: Decimal, say: Say) -> str:
    percent = rounded_parts([share * 100], 1)[0]
    return f"{'+' if percent > 0 else ''}{say('unit-percent', n=percent)}"
