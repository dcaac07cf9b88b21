"""Where goals stand, in sentences: the formal answer, the statistical one and the political, apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from byvekst_cli.finding import Term
from byvekst_cli.goals.ahead import Ahead
from byvekst_cli.goals.effects import Expected
from byvekst_cli.goals.joint import Joint, Together
from byvekst_cli.goals.reading import Reading
from byvekst_cli.goals.standing import Formal, Judged, Seen, Standing, State
from byvekst_cli.goals.told import OF_CHANGE
from byvekst_cli.goals.transition import Transition
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.goal import Span
from byvekst_cli.model.indicator import Comparison
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When

LABEL: Final = 12
"""Columns that a label takes on the screen."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of a goal under one label."""

    label: str
    sentences: tuple[str, ...]


def parts_of(
    standing: Standing,
    together: Together | None,
    way: Ahead | None,
    effects: Sequence[Expected],
    say: Say,
    *,
    odds: bool,
) -> Iterator[Part]:
    """The truths in order; `odds` are for those who work with the figures, not for documents."""
    yield Part(say("goal-formal"), tuple(_formal(standing, say)))
    levels = [each for each in standing.seen if each.series.comparison not in OF_CHANGE]
    if statistical := tuple(_statistical(standing, say, odds=odds)):
        yield Part(say("goal-statistical"), statistical)
    if levels:
        yield Part(say("goal-levels"), tuple(_level(each, say) for each in levels))
    if standing.transition is not None:
        yield Part(say("goal-2027"), tuple(_transition(standing.transition, say)))
    if together is not None:
        yield Part(say("goal-together"), tuple(_together(together, say)))
    if standing.judged:
        yield Part(say("goal-political"), tuple(_judged(each, say) for each in standing.judged))
    if way is not None:
        yield Part(say("goal-ahead"), tuple(_ahead(way, say)))
    names = {each.indicator.id.casefold(): each.indicator.name for each in standing.seen}
    for expected in effects:
        if name := names.get(expected.indicator.casefold()):
            yield Part(say("goal-expected"), tuple(_expected(expected, name, say)))


def print_goal(standing: Standing, parts: Sequence[Part], say: Say, console: Console) -> None:
    """One goal on the screen, labels to the left."""
    console.print(Text.assemble((safe(standing.goal.name), "bold"), f"  ({standing.goal.level.value})"))
    wording = _wording(standing, say)
    if wording:
        console.print(Text(safe(wording), style="dim"))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(width=LABEL, overflow="fold", style="bold")
    table.add_column(overflow="fold")
    for part in parts:
        for number, sentence in enumerate(part.sentences):
            table.add_row("" if number else part.label, safe(sentence))
    console.print(table)
    console.print()


def goal_markdown(standing: Standing, parts: Sequence[Part], say: Say) -> str:
    """One goal for a page or a note."""
    wording = _wording(standing, say)
    lines = [f"## {standing.goal.name}\n", *([f"> {wording}\n"] if wording else [])]
    told = (
        f"**{part.label}**\n\n{''.join(f'- {said}{chr(10)}' for said in part.sentences)}" for part in parts
    )
    return "\n".join([*lines, *told])


def _listed(part: Part) -> str:
    return f"**{part.label}**\n\n" + "".join(f"- {sentence}\n" for sentence in part.sentences)


def number(value: float, say: Say, places: int = 1) -> str:
    """Rounded once, half up, with as many decimals as such figures are published with."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return say.number(exact + Decimal(0) if exact else abs(exact))


def signed(value: float, say: Say) -> str:
    """As `number`, with a plus where it is one."""
    shown = number(value, say)
    return shown if shown.startswith("−") or not float(shown.replace(",", ".")) else f"+{shown}"


def interval(reading: Reading, say: Say) -> str | None:
    """`−2,2 til 3,8`, as it was published."""
    if reading.low is None or reading.high is None:
        return None
    return say("goal-interval", low=_bound(reading.low, say), high=_bound(reading.high, say))


def _bound(value: float, say: Say) -> str:
    """With a decimal more where rounding would make it a zero that it is not: the side of zero decides."""
    return signed(value, say) if not value or abs(value) >= 0.05 else number(value, say, 2)


def conclusion(seen: Seen, say: Say) -> str | None:
    """The official rule's words; of traffic for a byindeks, of the value for anything else."""
    return _official(seen.reading, "traffic" if seen.indicator.city_index is not None else "value", say)


def _official(reading: Reading, of: str, say: Say) -> str | None:
    if reading.official is None:
        return None
    return say(f"goal-{of}-{reading.official.conclusion.value}")


def _wording(standing: Standing, say: Say) -> str | None:
    """The last wording, with the day it has held from."""
    if not standing.goal.wordings:
        return None
    last = standing.goal.wordings[-1]
    since = last.since if isinstance(last.since, When) else None
    return say("goal-wording", text=last.text, since=since)


def _formal(standing: Standing, say: Say) -> Iterator[str]:
    if not standing.formal:
        yield say("goal-no-rule")
    for formal in standing.formal:
        yield from _one_formal(formal, say)


def _one_formal(formal: Formal, say: Say) -> Iterator[str]:
    if formal.seen is None:
        known = isinstance(formal.rule.comparison, Comparison)
        yield say("goal-no-series" if known else "goal-no-rule")
        return
    if formal.seen.target is None:
        yield say("goal-no-target", series=formal.seen.series.name)
        return
    reading = formal.seen.reading
    yield say(
        "goal-measured",
        series=formal.seen.series.name,
        period=reading.period,
        value=signed(reading.value, say),
        target=signed(formal.seen.target, say),
    )
    if formal.state is not State.UNTOLD:
        yield say(f"goal-state-{formal.state.value}")
    else:
        yield say("goal-not-said", point=_term(formal.by_point), interval=_term(formal.by_interval))
    if formal.rule.span is Span.WHOLE_PERIOD and not formal.period_over:
        period = formal.agreement.period if formal.agreement else None
        since, until = (period.since, period.until) if period else (None, None)
        yield say("goal-whole-period", since=_known(since), until=_known(until))


def _term(state: State) -> Term:
    return Term(f"goal-is-{state.value}")


def _known(when: object) -> When | None:
    return when if isinstance(when, When) else None


def _statistical(standing: Standing, say: Say, *, odds: bool) -> Iterator[str]:
    """Each series with an interval; the one that the goal is judged by first, and in full.

    A series without an interval is told of only where there is no other.
    """
    changes = [each for each in standing.seen if each.series.comparison in OF_CHANGE]
    certain = [each for each in changes if each.reading.official is not None] or changes
    tried = {formal.seen.series_id for formal in standing.formal if formal.seen}
    ordered = sorted(certain, key=lambda each: each.series_id not in tried)
    for number, each in enumerate(ordered):
        yield _figure(each, say)
        if number == 0:
            yield from _certainty(each, say, odds=odds)


def _figure(seen: Seen, say: Say) -> str:
    reading = seen.reading
    figure = say(
        "goal-figure",
        series=seen.series.name,
        period=reading.period,
        value=signed(reading.value, say),
        interval=interval(reading, say),
    )
    words = conclusion(seen, say)
    edge = say("goal-edge") if reading.official and reading.official.is_on_edge else ""
    return " ".join(filter(None, (figure, words, edge)))


def _certainty(seen: Seen, say: Say, *, odds: bool) -> Iterator[str]:
    """What the series can show at all, and how likely it is that the goal is held."""
    if seen.estimate is None or seen.detectable is None or seen.probability is None or seen.lean is None:
        return
    yield say("goal-detectable", points=number(seen.detectable, say))
    if odds and seen.target is not None:
        percent = f"{round(seen.probability * 100)}"
        yield say(f"goal-lean-{seen.lean.value}", target=signed(seen.target, say), percent=percent)
    if seen.equivalence is not None:
        yield say("goal-equivalent" if seen.equivalence.holds else "goal-not-equivalent")


def _level(seen: Seen, say: Say) -> str:
    facts = {"series": seen.series.name, "period": seen.reading.period}
    value = number(seen.reading.value, say, 1 if seen.reading.value % 1 else 0)
    return say("goal-level", value=value, unit=str(seen.indicator.unit or ""), **facts)


def _transition(transition: Transition, say: Say) -> Iterator[str]:
    old, new = transition.old, transition.new
    for reading in (old, new):
        yield say(
            "goal-window",
            months=str(reading.basis.window),
            value=signed(reading.value, say),
            interval=interval(reading, say),
            words=_official(reading, "traffic", say),
        )
    if transition.flips:
        yield say("goal-flips", period=old.period)
    yield say("goal-no-line")


def _together(together: Together, say: Say) -> Iterator[str]:
    facts = {"series": together.series.name, "since": together.since, "until": together.until}
    change = together.difference
    if change is None:
        yield say("joint-no-uncertainty", **facts)
    else:
        bounds = say("goal-interval", low=signed(change.low, say), high=signed(change.high, say))
        yield say("joint-survey", value=signed(change.value, say), interval=bounds, **facts)
    yield say(f"joint-{together.joint.value}")
    if together.joint in (Joint.INDEX_ALONE, Joint.SURVEY_ALONE, Joint.UNTOLD):
        yield say("joint-reasons")


def _ahead(way: Ahead, say: Say) -> Iterator[str]:
    target, year, until = signed(way.target, say), str(way.year), str(way.until)
    yield say("ahead-year", target=target, until=until, change=signed(way.for_year, say), year=year)
    if way.for_window is not None:
        first = str(way.until - way.window + 1)
        change = signed(way.for_window, say)
        yield say("ahead-window", target=target, first=first, until=until, change=change)
    courses = ", ".join(
        say(f"course-{course.value}", value=signed(levels[way.until], say))
        for course, levels in way.fan.items()
    )
    yield say("ahead-courses", until=until, courses=courses)


def _judged(judged: Judged, say: Say) -> str:
    verdict = judged.verdict
    answer = say("unknown") if isinstance(verdict.verdict, Unknown) else str(verdict.verdict)
    return say(
        "goal-verdict",
        evaluation=judged.evaluation.name,
        answer=answer,
        published=_known(judged.evaluation.published),
        data=str(verdict.data_year) if isinstance(verdict.data_year, Decimal) else None,
        comment=verdict.comment,
    )


def _expected(expected: Expected, name: str, say: Say) -> Iterator[str]:
    total = expected.sum
    span = {part: signed(getattr(total, part), say) for part in ("likely", "low", "high")}
    yield say("expected-sum", n=expected.projects, indicator=name, **span)
    if total.unknown:
        yield say("expected-unknown", n=total.unknown)
    for each in expected.measured:
        inside = {True: "inside", False: "outside", None: "untold"}[each.inside]
        yield say(f"expected-{inside}", project=each.project.id)
    yield say("expected-no-cause")
