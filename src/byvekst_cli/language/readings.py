"""What was measured, in words: percentages rounded once, intervals, and the official conclusion."""

from decimal import ROUND_HALF_UP, Decimal

from byvekst_cli.finding import Term
from byvekst_cli.goals.reading import Reading
from byvekst_cli.goals.standing import Formal, Judged, Seen
from byvekst_cli.goals.told import OF_CHANGE
from byvekst_cli.language.say import Say, safe
from byvekst_cli.model.evaluation import Verdict
from byvekst_cli.model.indicator import Comparison, Frequency, Unit


def number(value: float, say: Say, places: int = 1) -> str:
    """Rounded once, half up, with as many decimals as such figures are published with."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return say.number(exact + Decimal(0) if exact else abs(exact))


def signed(value: float, say: Say, places: int = 1) -> str:
    """As `number`, with a plus where it is one."""
    shown = number(value, say, places)
    is_zero = not any(digit in shown for digit in "123456789")
    return shown if value < 0 or is_zero else f"+{shown}"


def interval(reading: Reading, say: Say) -> str | None:
    """`−2,2 til 3,8`, as it was published."""
    if reading.low is None or reading.high is None:
        return None
    return say("goal-interval", low=_bound(reading.low, say), high=_bound(reading.high, say))


def _bound(value: float, say: Say) -> str:
    """With more decimals where rounding would make it a zero that it is not: the side of zero decides."""
    shown = (signed(value, say, places) for places in range(1, 7))
    return next((each for each in shown if any(digit in each for digit in "123456789")), signed(value, say))


def aimed(value: float, say: Say) -> str:
    """A target, which is a decision and not a measurement: `0`, `−10`, `+2,5`."""
    shown = number(value, say, 0 if value == int(value) else 1)
    return f"+{shown}" if value > 0 else shown


def amount_of(seen: Seen, say: Say, reading: Reading | None = None) -> str:
    """A value, or the last one, with its unit: `+0,8 %`, `48 %`, `16 500 reiser`; a change has its sign."""
    value = (reading or seen.reading).value
    if seen.series.comparison in OF_CHANGE:
        return say("unit-percent", n=signed(value, say))
    return in_unit(value, seen.indicator.unit, say)


def in_unit(value: float, unit: object, say: Say) -> str:
    """A level with its unit, where that is known."""
    shown = number(value, say, 1 if value % 1 else 0)
    return say(f"unit-of-{unit.value}", amount=shown) if isinstance(unit, Unit) else shown


def in_points(shown: str, unit: object, say: Say) -> str:
    """A difference between two values, in words: of per cent it is percentage points."""
    if unit is Unit.PERCENT:
        return say("unit-points", n=shown)
    return say(f"unit-of-{unit.value}", amount=shown) if isinstance(unit, Unit) else shown


def chance(probability: float, say: Say) -> str:
    """`29 %`; never nothing and never certain."""
    percent = round(probability * 100)
    if percent < 1 or percent > 99:
        return say("percent-least" if percent < 1 else "percent-most")
    return say("unit-percent", n=percent)


def not_said(formal: Formal, say: Say) -> str:
    """What point and interval say each, where the agreement does not tell which decides."""
    point, bounds = (Term(f"goal-is-{state.value}") for state in (formal.by_point, formal.by_interval))
    return say("goal-not-said", point=point, interval=bounds)


def up_to(seen: Seen, say: Say) -> str:
    """`2025`; `til og med april 2026` for a window, and for a year that is not over."""
    reading, frequency = seen.reading, seen.series.frequency
    is_part = frequency is Frequency.YEARLY and reading.period.last.month != 12
    if reading.basis.comparison is Comparison.ROLLING or is_part:
        return say("goal-up-to", period=reading.period)
    return say("goal-in", period=reading.period)


def conclusion(seen: Seen, say: Say) -> str | None:
    """The official rule's words, of traffic for a byindeks; a level says nothing of a change."""
    if seen.series.comparison not in OF_CHANGE:
        return None
    return concluded(seen.reading, "traffic" if seen.indicator.city_index is not None else "value", say)


def concluded(reading: Reading, of: str, say: Say) -> str | None:
    if reading.official is None:
        return None
    return say(f"goal-{of}-{reading.official.conclusion.value}")


def figure(seen: Seen, say: Say) -> str:
    """Series, period, value and interval, with the official conclusion and what it rests on."""
    return f"{safe(seen.series.name)} ({up_to(seen, say)}): {measured(seen, say)}"


def measured(seen: Seen, say: Say) -> str:
    """The same without the series and the period."""
    value = say("goal-figure", value=amount_of(seen, say), interval=bounds(seen, say))
    concluded = conclusion(seen, say)
    is_on_edge = seen.reading.official is not None and seen.reading.official.is_on_edge
    edge = say("goal-edge") if concluded and is_on_edge else None
    return " ".join(filter(None, (value, concluded, edge)))


def bounds(seen: Seen, say: Say) -> str | None:
    """The interval: with signs for a change, without for a level."""
    low, high = seen.reading.low, seen.reading.high
    if seen.series.comparison in OF_CHANGE or low is None or high is None:
        return interval(seen.reading, say)
    return say("goal-interval", low=number(low, say), high=number(high, say))


def verdict(judged: Judged, say: Say) -> str:
    """The parties' own answer."""
    answer = judged.verdict.verdict
    return say(f"verdict-{answer.value}") if isinstance(answer, Verdict) else say("verdict-unknown")
