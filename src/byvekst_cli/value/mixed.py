"""Whether some mix of extreme points makes several claims hold at once.

A claim is linear in the weights, so it is told by its number in each extreme point. Which mix makes the
least of them largest is a game between the claims and the points; playing the best answer to what has
been played so far comes to its value (Robinson, An iterative method of solving a game, Annals of
Mathematics 54 (1951)). A mix that is found is exact, and so is a sum of claims that holds nowhere; where
neither is found in time, nothing is said to be reached.
"""

from collections.abc import Sequence
from operator import add
from typing import Final

MOST_PLAYS: Final = 50


def can_hold_together(claims: Sequence[Sequence[int]], least: int) -> bool:
    """Whether a mix was found in which all claims are at least `least`, 0 or 1: whole numbers, any scale.

    It begins with all points alike, which is inside the set.
    """
    sums, against = [sum(claim) for claim in claims], [0] * len(claims[0])
    for _ in range(MOST_PLAYS):
        lowest = min(range(len(sums)), key=sums.__getitem__)
        if sums[lowest] >= least:
            return True
        claim = claims[lowest]
        against = list(map(add, against, claim))
        point = max(range(len(against)), key=against.__getitem__)
        if against[point] < least:
            return False
        sums = [sum + other[point] for sum, other in zip(sums, claims, strict=True)]
    return False
