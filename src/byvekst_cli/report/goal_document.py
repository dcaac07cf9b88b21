"""The goal report in sentences and tables; chances are for those who work with the figures, and not here."""

from byvekst_cli.goals.standing import Seen
from byvekst_cli.goals.told import OF_CHANGE
from byvekst_cli.language import Say
from byvekst_cli.language.readings import amount_of, figure, interval, up_to
from byvekst_cli.model.indicator import Comparison, Indicator
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.pack.goal_report import GoalPart, Wanted
from byvekst_cli.report import goal_sentences as told
from byvekst_cli.report.cells import capital, filled, said
from byvekst_cli.report.grid import Grid


def formal(part: GoalPart, say: Say) -> list[str]:
    """What the agreement's own rule says."""
    return list(told.formal(part.standing, say))


def statistical(part: GoalPart, say: Say) -> list[str]:
    """What uncertainty allows to be said."""
    return list(told.statistical(part.standing, say, odds=False))


def levels(part: GoalPart, say: Say) -> list[str]:
    """Series of levels, which are no changes and are not judged."""
    return [figure(each, say) for each in part.standing.seen if each.series.comparison not in OF_CHANGE]


def political(part: GoalPart, say: Say) -> list[str]:
    """The parties' own judgement."""
    return [told.judged(each, say) for each in part.standing.judged]


def joint(part: GoalPart, say: Say) -> list[str]:
    """Index and travel survey read together, and the way of measuring from 2027."""
    found = list(told.together(part.together, say)) if part.together else []
    change = part.standing.transition
    return [*found, *(told.transition(change, say) if change else [])]


def ahead(part: GoalPart, say: Say) -> list[str]:
    """What it takes, and what the projects are expected to give."""
    found = list(told.ahead(part.ahead, say)) if part.ahead else []
    indicators = {each.indicator.id.casefold(): each.indicator for each in part.standing.seen}
    for each in part.effects:
        indicator: Indicator | None = indicators.get(each.indicator.casefold())
        found += list(told.expected(each, indicator, say)) if indicator else []
    return found


def series(part: GoalPart, say: Say) -> Grid:
    """Each series as it was last told, and how it was made."""
    head = [say.doc(f"goals-{name}") for name in ("series", "period", "value", "interval", "made", "since")]
    rows = [_series(each, say) for each in part.standing.seen]
    return filled(Grid(say.doc("goals-series-title"), head, rows, numbers=(2,)), say)


def _series(seen: Seen, say: Say) -> list[str]:
    own = seen.series
    year = own.reference_year
    return [
        own.name,
        up_to(seen, say),
        amount_of(seen, say),
        interval(seen.reading, say) or "",
        _made(seen, say),
        "" if year is None else say("unknown") if isinstance(year, Unknown) else str(year),
    ]


def _made(seen: Seen, say: Say) -> str:
    """How the series compares, and over how many months."""
    own = seen.series
    if (
        own.comparison is Comparison.ROLLING
        and own.window is not None
        and not isinstance(own.window, Unknown)
    ):
        return say.doc("goals-rolling", months=str(own.window))
    return capital(said(own.comparison, say))


def wanted(answers: tuple[Wanted, ...], say: Say) -> Grid:
    """What the evaluation wants, and what the programme does about it."""
    head = [say.doc(f"goals-{name}") for name in ("goal", "wanted", "answer")]
    rows = [
        [
            each.goal,
            each.text,
            ", ".join(each.projects)
            or (said(each.reason, say) if each.is_answered else say.doc("goals-not-answered")),
        ]
        for each in answers
    ]
    return Grid(say.doc("goals-wanted-title"), head, rows, numbers=())
