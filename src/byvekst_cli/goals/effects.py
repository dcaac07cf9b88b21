"""What projects are expected to do to the indicators, and what was found after they opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from byvekst_cli.goals.contribution import Contribution, Effect, contribution
from byvekst_cli.model import effect as stated
from byvekst_cli.model.effect import Found
from byvekst_cli.model.project import Project


@dataclass(frozen=True, slots=True)
class Backtest:
    """One project's expected effect beside the one that was measured after its opening."""

    project: Project
    expected: stated.Effect
    found: Found

    @property
    def inside(self) -> bool | None:
        """Whether what was measured lies in the expected span; None where either is not known."""
        low, high, value = self.expected.low, self.expected.high, self.found.value
        if isinstance(low, Decimal) and isinstance(high, Decimal) and isinstance(value, Decimal):
            return low <= value <= high
        return None


@dataclass(frozen=True, slots=True)
class Expected:
    """All projects on one indicator: how many, the known effects and their sum, and what is measured."""

    indicator: str
    projects: int
    known: int
    sum: Contribution
    measured: tuple[Backtest, ...]


def expected(projects: Iterable[Project]) -> tuple[Expected, ...]:
    """By indicator, in the order in which the projects name them."""
    found: dict[str, list[tuple[Project, stated.Effect]]] = {}
    for project in projects:
        for effect in project.effects:
            found.setdefault(effect.indicator.casefold(), []).append((project, effect))
    return tuple(
        Expected(
            rows[0][1].indicator,
            len({project.id for project, _ in rows}),
            sum(1 for _, effect in rows if _known(effect)),
            contribution(_known(effect) for _, effect in rows),
            tuple(Backtest(p, effect, effect.found) for p, effect in rows if isinstance(effect.found, Found)),
        )
        for rows in found.values()
    )


def _known(effect: stated.Effect) -> Effect | None:
    """None where the effect is not known; a likely value alone has no span."""
    if not isinstance(effect.likely, Decimal):
        return None
    likely = float(effect.likely)
    low, high = (
        float(bound) if isinstance(bound, Decimal) else likely for bound in (effect.low, effect.high)
    )
    return Effect(low, likely, high, effect.driver) if low <= likely <= high else None
