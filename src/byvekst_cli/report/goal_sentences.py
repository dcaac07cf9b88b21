"""What is said of a goal under each label, in sentences that never blend one truth with another."""

from collections.abc import Iterator
from decimal import Decimal

from byvekst_cli.goals.ahead import Ahead
from byvekst_cli.goals.effects import Expected
from byvekst_cli.goals.joint import Joint, Together
from byvekst_cli.goals.runs import certain_first
from byvekst_cli.goals.standing import Formal, Judged, Seen, Standing, State
from byvekst_cli.goals.transition import Transition
from byvekst_cli.language import Say
from byvekst_cli.language.readings import (
    aimed,
    amount_of,
    chance,
    concluded,
    figure,
    in_points,
    in_unit,
    interval,
    not_said,
    number,
    signed,
    up_to,
    verdict,
)
from byvekst_cli.model.goal import Span
from byvekst_cli.model.indicator import Indicator, Unit
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
    yield say(
        "goal-measured",
        series=formal.seen.series.name,
        period=up_to(formal.seen, say),
        value=amount_of(formal.seen, say),
        target=aimed(formal.seen.target, say),
    )
    if formal.margin is not None:
        yield say("goal-margin", points=number(float(formal.margin.points), say))
    if formal.state is not State.UNTOLD:
        yield say(f"goal-{'ended' if formal.period_over else 'state'}-{formal.state.value}")
    else:
        yield not_said(formal, say)
    if formal.rule.span is Span.WHOLE_PERIOD and not formal.period_over:
        period = formal.agreement.period if formal.agreement else None
        since, until = (period.since, period.until) if period else (None, None)
        yield say("goal-whole-period", since=_known(since), until=_known(until))


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
        percent = chance(seen.probability, say)
        yield say(f"goal-lean-{seen.lean.value}", target=aimed(seen.target, say), percent=percent)
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
    yield _survey(together, say)
    yield say(f"joint-{together.joint.value}")
    year = together.index.basis.reference_year
    if year is not None and together.since.first.year != year:
        yield say("joint-other-time", year=str(year), since=together.since)
    if together.survey.unit is Unit.PERCENT:
        yield say("joint-share")
    if together.joint in (Joint.INDEX_ALONE, Joint.SURVEY_ALONE, Joint.UNTOLD):
        yield say("joint-reasons")


def _survey(together: Together, say: Say) -> str:
    """The change with its interval, or else why there is none."""
    facts = {"series": together.series.name, "since": together.since, "until": together.until}
    change, unit = together.difference, together.survey.unit
    if change is not None:
        bounds = say("goal-interval", low=signed(change.low, say), high=signed(change.high, say))
        value = in_points(signed(change.value, say), unit, say)
        return say("joint-survey", value=value, interval=bounds, **facts)
    if together.before.method != together.after.method:
        return say("joint-across-break", **facts)
    before, after = (in_unit(each.value, unit, say) for each in (together.before, together.after))
    return say("joint-no-uncertainty", before=before, after=after, **facts)


def ahead(way: Ahead, say: Say) -> Iterator[str]:
    target, year, until = aimed(way.target, say), str(way.year), str(way.until)
    level = say("unit-percent", n=signed(way.level, say))
    change = signed(way.for_year, say)
    series = say.listed([way.series.name])
    yield say("ahead-year", series=series, level=level, target=target, until=until, change=change, year=year)
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


def expected(expected: Expected, indicator: Indicator, say: Say) -> Iterator[str]:
    """The sum in the indicator's unit, what is not in it, and what was measured afterwards."""
    total = expected.sum
    facts = {"n": expected.projects, "indicator": indicator.name}
    if expected.known:
        places = 1 if max(abs(total.low), abs(total.high)) >= 1 else 2
        low, likely, high = (signed(each, say, places) for each in (total.low, total.likely, total.high))
        span = say("goal-interval", low=low, high=high)
        yield say("expected-sum", likely=in_points(likely, indicator.unit, say), span=span, **facts)
        if total.unknown:
            yield say("expected-unknown", n=total.unknown)
    else:
        yield say("expected-none", **facts)
    for each in expected.measured:
        inside = {True: "inside", False: "outside", None: "untold"}[each.inside]
        yield say(f"expected-{inside}", project=each.project.id)
    if expected.known:
        yield say("expected-no-cause")
