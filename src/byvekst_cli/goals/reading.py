"""A figure as it was published, with what it was made by: without that it is no figure."""

from dataclasses import dataclass

from byvekst_cli.goals.conclusion import Official, official
from byvekst_cli.goals.estimate import Estimate
from byvekst_cli.goals.printed import recovered
from byvekst_cli.model.indicator import Comparison
from byvekst_cli.model.when import When


@dataclass(frozen=True, slots=True)
class Basis:
    """How a figure was made; only figures with the same may stand in one line.

    `window` is months of a rolling index, and None for others; `reference_year` is None for a level.
    """

    comparison: Comparison
    window: int | None
    method: str
    reference_year: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A change (per cent) by the period it was published for, with what was published beside it.

    `decimals` is how the interval was printed. Raises ValueError for an interval that does not hold its
    value and for a negative standard error.
    """

    period: When
    value: float
    basis: Basis
    low: float | None = None
    high: float | None = None
    se: float | None = None
    points: int | None = None
    effective: float | None = None
    decimals: int = 1

    def __post_init__(self) -> None:
        low, high = (self.value if bound is None else bound for bound in (self.low, self.high))
        if not low <= self.value <= high or (self.se is not None and self.se < 0):
            raise ValueError(self)

    @property
    def official(self) -> Official | None:
        """What the rule concludes from the printed interval; None without one."""
        if self.low is None or self.high is None:
            return None
        return official(self.value, self.low, self.high)

    @property
    def estimate(self) -> Estimate | None:
        """The value with its standard error, published or recovered; None where it cannot be told.

        A rolling index has Student's t of points - 1, so without the points nothing can be told.
        """
        is_rolling = self.basis.comparison is Comparison.ROLLING
        if is_rolling and (self.points is None or self.points < 2):
            return None
        freedom = self.points - 1 if is_rolling and self.points else None
        if self.se is not None:
            return Estimate(self.value, self.se, freedom)
        if self.low is None or self.high is None:
            return None
        return Estimate(self.value, recovered(self.low, self.high, freedom, self.decimals).se, freedom)
