"""What is told of a choice of programme that was worked out."""

from dataclasses import dataclass
from typing import Final

from byvekst_cli.choice.conflict import Conflict, Relaxation
from byvekst_cli.choice.instance import Instance
from byvekst_cli.choice.prices import Point, Price, Swap
from byvekst_cli.choice.question import Question
from byvekst_cli.choice.robust import Place, Robust
from byvekst_cli.choice.solve import Best
from byvekst_cli.goals.contribution import Contribution
from byvekst_cli.pack.plan_frame import Basis

METHOD: Final = "programvalg-1"
"""Changed whenever the same files could give another programme."""
NEAR: Final = 0.01
"""Programmes less than this part below the highest value are called about as good."""
MOST_NEAR: Final = 5
DRAWS: Final = 100
SAMPLED_GAP: Final = 0.005
MANY: Final = 25
"""More candidates than this with several starts, and `SAMPLED_GAP` is the gap unless one is asked for,
and what is compared with the programme is begun in one way."""
MOST_SWAPS: Final = 12
"""Exchanges worked out without being asked for: each is a calculation of its own."""
MIDDLE: Final = ""
"""The name of the mean of the profiles, which has no name of its own."""


def has_many_starts(instance: Instance) -> bool:
    """Whether so many may be begun in several ways that comparing all of them would take minutes."""
    return sum(len(each.starts) > 1 for each in instance.candidates) > MANY


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line; `income` is per cent that all income is changed by."""

    profile: str | None = None
    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    income: int = 0
    gap: float | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Money:
    """A source over the years (øre): what comes in, what bound projects and the others use, what is left."""

    source: str
    comes: int
    bound: int
    proposed: int

    @property
    def free(self) -> int:
        return self.comes - self.bound - self.proposed


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a source is bound to pay after the period (øre), of what comes in as it is reckoned."""

    source: str
    year: int
    bound: int
    comes: int


@dataclass(frozen=True, slots=True)
class Project:
    """A candidate in the answer. `sure_effects` says whether its place holds whatever the effects are."""

    id: str
    name: str
    start: str | None
    cost: int
    place: Place
    part: float
    sure_effects: bool
    is_bound: bool
    question: Question | None
    swap: Swap | None
    profiles_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far the programme is from the one that a profile alone would give, and what differs."""

    profile: str
    part: float
    comes: tuple[str, ...]
    goes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gain:
    """What the programme is expected to do on one criterion, beside where its indicator stands.

    `unit` is the criterion's; `now` and `target` are per cent of change, with the interval of the former.
    """

    criterion: str
    unit: str
    sum: Contribution
    projects: int
    indicator: str | None = None
    now: float | None = None
    low: float | None = None
    high: float | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is told of a choice of programme; money is øre and value ticks."""

    basis: Basis
    asked: Asked
    instance: Instance
    best: Best
    near: tuple[Best, ...] | None
    weights: Robust
    effects: Robust
    projects: tuple[Project, ...]
    distances: tuple[Distance, ...]
    prices: tuple[Price, ...]
    frontier: tuple[Point, ...]
    money: tuple[Money, ...]
    commitments: tuple[Commitment, ...]
    gains: tuple[Gain, ...]

    @property
    def is_alone(self) -> bool | None:
        """Whether no other set of projects has the same value; None where that is not known."""
        if self.near is None or self.best.gap or self.asked.gap or any(each.gap for each in self.near[:1]):
            return None
        return all(each.value < self.best.value for each in self.near)

    @property
    def widest(self) -> float:
        """The widest gap of all that is compared with the programme (a ratio)."""
        gaps = [each.gap for each in self.prices]
        gaps += [each.swap.gap for each in self.projects if each.swap]
        gaps += [each.gap for each in self.frontier]
        return max([*gaps, *(each.gap for each in self.near or ())], default=0.0)

    @property
    def unswapped(self) -> int:
        """How many that weights or effects decide have no exchange worked out."""
        return sum(each.question is not None and each.swap is None for each in self.projects)

    def placed(self, place: Place) -> tuple[Project, ...]:
        return tuple(each for each in self.projects if each.place is place)


def equals(plan: Plan) -> tuple[str, ...]:
    """What can be said of other choices of the same or nearly the same value, by the name of the words."""
    if plan.near is None:
        return ("choice-near-unknown",)
    first = plan.best.is_first or not plan.near
    same = {None: (), True: ("choice-alone",), False: ("choice-equals" if first else "choice-equals-some",)}
    near = ("choice-near" if len(plan.near) < MOST_NEAR else "choice-near-many",) if plan.near else ()
    return (*same[plan.is_alone], *near)


@dataclass(frozen=True, slots=True)
class NoPlan:
    """No programme keeps all bindings: what is at odds, or the smallest relaxation, None without one."""

    basis: Basis
    conflicts: tuple[Conflict, ...]
    relaxation: tuple[Relaxation, ...] | None
