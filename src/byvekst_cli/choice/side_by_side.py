"""Questions that do not hang together, asked at once: the solver leaves the interpreter to others."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import TypeVar

Asked = TypeVar("Asked")
Answered = TypeVar("Answered")


def each(answer: Callable[[Asked], Answered], questions: Iterable[Asked]) -> list[Answered]:
    """The answers in the order of the questions, whichever is ready first."""
    with ThreadPoolExecutor(max(1, cpu_count() or 1)) as pool:
        return list(pool.map(answer, questions))
