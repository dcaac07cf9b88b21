"""What is said of a goal under each label, in sentences that never blend one truth with another."""

from collections.abc import Iterator
from decimal import Decimal

from byvekst_cli.finding import Term
from byvekst_cli.goals.ahead import Ahead
from byvekst_cli.goals.effects import Expected
from byvekst_cli.goals.joint import Joint, Together
from byvekst_cli.goals.runs import certain_first
from byvekst_cli.goals.standing import Formal, Judged, Seen, Standing, State
from byvekst_cli.goals.transition import Transition
from byvekst_cli.language import Say
from byvekst_cli.language.readings import concluded, figure, interval, number, signed, verdict
from byvekst_cli.model.goal import Span
from byvekst_cli.model.when import When


def formal(standing: Standing, say: Say) -> Iterator[str]:
    if not standing.formal:
        yield say("goal-no-rule")
    for formal in standing.formal:
        yield from _one_formal(formal, say)


def _one_formal(formal: Formal, say: Say) -> Iterator[str]:
    if formal.seen is None:
        yield say("goal-no-rule" if formal.is_unstated else "goal-no-series")
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


def statistical(standing: Standing, say: Say, *, odds: bool) -> Iterator[str]:
    """Each series with an interval; the one that the goal is judged by first, and in full.

    A series without an interval is told of only where there is no other.
    """
    for at, each in enumerate(certain_first(standing)):
        yield figure(each, say)
        if at == 0:
            yield from _certainty(each, say, odds=odds)


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


def transition(transition: Transition, say: Say) -> Iterator[str]:
    old, new = transition.old, transition.new
    for reading in (old, new):
        yield say(
            "goal-window",
            months=str(reading.basis.window),
            value=signed(reading.value, say),
            interval=interval(reading, say),
            words=concluded(reading, "traffic", say),
        )
    if transition.flips:
        yield say("goal-flips", period=old.period)
    yield say("goal-no-line")


def together(together: Together, say: Say) -> Iterator[str]:
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


def ahead(way: Ahead, say: Say) -> Iterator[str]:
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


def judged(judged: Judged, say: Say) -> str:
    return say(
        "goal-verdict",
        evaluation=judged.evaluation.name,
        answer=verdict(judged, say),
        published=_known(judged.evaluation.published),
        data=str(judged.verdict.data_year) if isinstance(judged.verdict.data_year, Decimal) else None,
        comment=judged.verdict.comment,
    )


def expected(expected: Expected, name: str, say: Say) -> Iterator[str]:
    total = expected.sum
    yield say(
        "expected-sum",
        n=expected.projects,
        indicator=name,
        likely=signed(total.likely, say),
        low=signed(total.low, say),
        high=signed(total.high, say),
    )
    if total.unknown:
        yield say("expected-unknown", n=total.unknown)
    for each in expected.measured:
        inside = {True: "inside", False: "outside", None: "untold"}[each.inside]
        yield say(f"expected-{inside}", project=each.project.id)
    yield say("expected-no-cause")
