"""Student's t and the normal distribution: probabilities and quantiles, to eleven figures or better."""

import math
from functools import lru_cache
from itertools import count
from statistics import NormalDist
from typing import Final

NORMAL: Final = NormalDist()
Z95: Final = 1.96
"""What Statens vegvesen multiplies by where it does not use Student's t; the exact figure is 1.95996."""


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), for positive a and b and x from 0 to 1.

    By the continued fraction of DLMF 8.17.22, https://dlmf.nist.gov/8.17#v.
    """
    if a <= 0 or b <= 0 or not 0 <= x <= 1:
        raise ValueError((a, b, x))
    return _beta(a, b, x, 1 - x)


def probability_below(t: float, freedom: float | None) -> float:
    """The probability of a value below t; None for `freedom` is the normal distribution.

    By the incomplete beta function (Abramowitz & Stegun 26.7.1).
    """
    return 1 - _tail(t, freedom) if t > 0 else _tail(-t, freedom)


@lru_cache(maxsize=1024)
def quantile(p: float, freedom: float | None) -> float:
    """The value that is exceeded with probability 1 - p."""
    if not 0 < p < 1:
        raise ValueError(p)
    if freedom is None:
        return NORMAL.inv_cdf(p)
    t = _exceeded(min(p, 1 - p), freedom)
    return t if p > 0.5 else -t


def multiplier(freedom: float | None) -> float:
    """How many standard errors a 95 per cent interval reaches to each side, as Statens vegvesen does it."""
    return Z95 if freedom is None else quantile(0.975, freedom)


def _tail(t: float, freedom: float | None) -> float:
    """The probability of a value above t, which is not negative; exact also where it is tiny."""
    if freedom is None:
        return math.erfc(t / math.sqrt(2)) / 2
    if freedom <= 0:
        raise ValueError(freedom)
    whole = freedom + t * t
    return _beta(freedom / 2, 0.5, freedom / whole, t * t / whole if whole < math.inf else 1.0) / 2


def _exceeded(tail: float, freedom: float) -> float:
    """Where the tail has this probability: it falls all the way, so halving finds it to the last digit."""
    low, high = 0.0, 1.0
    while _tail(high, freedom) > tail:
        low, high = high, high * 2
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if _tail(middle, freedom) > tail else (low, middle)
    return high


def _beta(a: float, b: float, x: float, rest: float) -> float:
    """I_x(a, b), where `rest` is 1 - x, known better than by subtraction."""
    if x == 0 or rest == 0:
        return 0.0 if x == 0 else 1.0
    if x > (a + 1) / (a + b + 2):  # the fraction converges slowly there: DLMF 8.17.4
        return 1 - _beta(b, a, rest, x)
    size = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)
    return math.exp(size) / a / _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """1 + d1/(1 + d2/(1 + …)) by Lentz's method (Thompson & Barnett 1986, J. Comput. Phys. 64, 490)."""
    value = above = 1.0
    below = 0.0
    for m in count():
        for step in (
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
            (m + 1) * (b - m - 1) * x / ((a + 2 * m + 1) * (a + 2 * m + 2)),
        ):
            below = 1 / (1 + step * below)
            above = 1 + step / above
            value *= above * below
        if abs(above * below - 1) < 1e-15:
            break
    return value
