"""The picture of how cost estimates have moved: a row an estimate, in the kroner that it stands in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from byvekst_cli.draw.estimate_words import dated, growth, level, span
from byvekst_cli.draw.estimates import PRICES, REAL, estimates
from byvekst_cli.draw.paper import Block, composed, heading, key, notes, paragraph
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.style import INK, TEXT
from byvekst_cli.draw.subject import Subject
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.portfolio.history import Point, Step, points, steps
from byvekst_cli.portfolio.lines import Line


@dataclass(frozen=True, slots=True)
class History:
    """A project's estimates, and what is known of the growth between them."""

    name: str
    points: tuple[Point, ...]
    steps: tuple[Step, ...]


def histories(lines: Iterable[Line], index: PriceIndex | None, year: int | None) -> tuple[History, ...]:
    """Every project with two estimates or more."""
    found = []
    for line in lines:
        own = points(line.project, index, year) if line.project else ()
        if line.project and len(own) > 1:
            found.append(History(safe(f"{line.id} {line.project.name}"), own, steps(own, index)))
    return tuple(found)


def history(subject: Subject, found: Sequence[History], say: Say) -> Picture:
    """The projects below each other, each on its own scale; estimates are joined in one price year only."""
    return of(subject.name, found, subject.closing(say), say)


def of(name: str, found: Sequence[History], closing: list[str], say: Say) -> Picture:
    """The same of what has a name, with the remarks that close it."""
    title, about = say("chart-history-title"), f"{safe(name)}. {say('chart-mnok')}."
    blocks = heading(title, about)
    if found:
        blocks += _key(found, say)
        blocks += [block for each in found for block in _blocks(each, say)]
        marks = [say("chart-joined"), *([say("chart-own-scale")] if len(found) > 1 else [])]
        blocks += notes([*marks, *closing])
    else:
        blocks += [paragraph(say("chart-no-history"), TEXT)]
    return Picture(composed(blocks), title, history_alt(name, found, closing, say))


def history_alt(name: str, found: Sequence[History], closing: list[str], say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    told = [f"{each.name}: {'; '.join(_told(each, say))}." for each in found] or [say("chart-no-history")]
    begins = f"{say('chart-history-title')}. {safe(name)}. {say('chart-mnok')}."
    return " ".join([begins, *told, *closing])


def _told(history: History, say: Say) -> Iterator[str]:
    by_point = {step.after.position: step for step in history.steps}
    for at, point in enumerate(history.points):
        told = f"{dated(point, say)} {span(point, say)} ({level(point.low.year, say)})"
        yield f"{told}, {' '.join(growth(by_point.get(point.position), say))}" if at else told


def _blocks(history: History, say: Say) -> tuple[Block, Block]:
    name = paragraph(history.name, TEXT, colour=INK, bold=True)
    return name, estimates(history.points, history.steps, say)


def _key(found: Sequence[History], say: Say) -> list[Block]:
    """The surfaces that split growth, where any growth is told."""
    told = [step for each in found for step in each.steps]
    fills = [(PRICES, say("chart-prices"))] if any(step.price for step in told) else []
    fills += [(REAL, say("chart-real"))] if any(step.real for step in told) else []
    return [key(fills)] if fills else []
