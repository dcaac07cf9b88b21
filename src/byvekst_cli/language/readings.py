"""What was measured, in words: percentages rounded once, intervals, and the official conclusion."""

from decimal import ROUND_HALF_UP, Decimal

from byvekst_cli.goals.reading import Reading
from byvekst_cli.goals.standing import Seen
from byvekst_cli.language.say import Say


def number(value: float, say: Say, places: int = 1) -> str:
    """Rounded once, half up, with as many decimals as such figures are published with."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return say.number(exact + Decimal(0) if exact else abs(exact))


def signed(value: float, say: Say) -> str:
    """As `number`, with a plus where it is one."""
    shown = number(value, say)
    return shown if shown.startswith("−") or not float(shown.replace(",", ".")) else f"+{shown}"


def interval(reading: Reading, say: Say) -> str | None:
    """`−2,2 til 3,8`, as it was published."""
    if reading.low is None or reading.high is None:
        return None
    return say("goal-interval", low=_bound(reading.low, say), high=_bound(reading.high, say))


def _bound(value: float, say: Say) -> str:
    """With a decimal more where rounding would make it a zero that it is not: the side of zero decides."""
    return signed(value, say) if not value or abs(value) >= 0.05 else number(value, say, 2)


def conclusion(seen: Seen, say: Say) -> str | None:
    """The official rule's words; of traffic for a byindeks, of the value for anything else."""
    return concluded(seen.reading, "traffic" if seen.indicator.city_index is not None else "value", say)


def concluded(reading: Reading, of: str, say: Say) -> str | None:
    if reading.official is None:
        return None
    return say(f"goal-{of}-{reading.official.conclusion.value}")
