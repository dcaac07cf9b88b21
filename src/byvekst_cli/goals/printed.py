"""What rounded, published figures still tell: standard errors from intervals, and fair comparison."""

from dataclasses import dataclass

from byvekst_cli.goals.student import multiplier


@dataclass(frozen=True, slots=True)
class Recovered:
    """A standard error from a printed interval, and the least and most it can have been before rounding."""

    se: float
    least: float
    most: float


def recovered(low: float, high: float, freedom: float | None, decimals: int) -> Recovered:
    """The standard error behind an interval whose bounds are printed with so many decimals.

    Each bound is off by half a unit at most, and so is half their distance. `freedom` is the number of
    points less one for rolling indices and None, for 1.96, for yearly and chained ones. Raises
    ValueError for an interval that is upside down.
    """
    if low > high:
        raise ValueError((low, high))
    reach, half = (high - low) / 2, 0.5 * 10**-decimals
    size = multiplier(freedom)
    return Recovered(reach / size, max(0.0, reach - half) / size, (reach + half) / size)


def allowance(decimals: int) -> float:
    """How far a bound in print may lie from the one computed from printed figures: 0.11 at one decimal.

    Statens vegvesen builds intervals on a centre that is rounded already (city_index_yearly_chain.R in
    https://github.com/snohan/byindeks): half a unit from the centre, half from the bound itself, and a
    tenth of a unit for a standard error that is rounded too.
    """
    return 1.1 * 10.0**-decimals


def may_be_same(printed: float, computed: float, decimals: int) -> bool:
    """Whether a printed bound can be the computed one, after the rounding that Statens vegvesen does."""
    return abs(printed - computed) <= allowance(decimals) + 1e-9
