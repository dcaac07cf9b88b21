"""The one question that decides a borderline candidate: a weight, or how sure an effect is."""

from collections.abc import Mapping
from dataclasses import dataclass

from byvekst_cli.choice.instance import Candidate, Weights


@dataclass(frozen=True, slots=True)
class Question:
    """The position of a criterion, and what of it decides.

    Where it is the weight, more of it takes the candidate in (`more_in`) or out; else it is the effect
    of the candidate there that is least known.
    """

    criterion: int
    is_weight: bool
    more_in: bool = True


def question(candidate: Candidate, weightings: Mapping[str, Weights], has_it: Mapping[str, bool]) -> Question:
    """By which weightings choose the candidate; where all agree, by its widest effect.

    The criterion whose weight differs most between those that do and those that do not.
    """
    inside = [weightings[name] for name in weightings if has_it[name]]
    outside = [weightings[name] for name in weightings if not has_it[name]]
    if inside and outside:
        gaps = [_mean(inside, at) - _mean(outside, at) for at in range(len(candidate.effects))]
        at = max(range(len(gaps)), key=lambda at: abs(gaps[at]))
        return Question(at, is_weight=True, more_in=gaps[at] > 0)
    every = list(weightings.values())
    widths = [_mean(every, at) * (span.high - span.low) for at, span in enumerate(candidate.effects)]
    return Question(max(range(len(widths)), key=lambda at: widths[at]), is_weight=False)


def _mean(weightings: list[Weights], at: int) -> float:
    return sum(each[at] for each in weightings) / len(weightings)
