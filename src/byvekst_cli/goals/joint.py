"""The byindeks and the travel survey read together, as Statens vegvesen does."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from byvekst_cli.area import Area
from byvekst_cli.goals.conclusion import Conclusion
from byvekst_cli.goals.estimate import AcrossBreak, Estimate
from byvekst_cli.goals.reading import Reading
from byvekst_cli.goals.standing import OLD_WINDOW, Standing
from byvekst_cli.goals.survey import Wave, difference
from byvekst_cli.goals.told import wave
from byvekst_cli.model.indicator import Comparison, Indicator, Measures, Series, Unit
from byvekst_cli.model.when import When


class Joint(Enum):
    """What the two say together; the words belong to `language`."""

    BOTH_GREW = "both-grew"
    NEITHER_GREW = "neither-grew"
    INDEX_ALONE = "index-alone"
    SURVEY_ALONE = "survey-alone"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Together:
    """The index, the survey's series with its first and last wave, their difference, and the reading.

    `difference` (points) is None where the survey's uncertainty is not known or its method has changed:
    then nothing is read out of the two.
    """

    index: Reading
    survey: Indicator
    series: Series
    since: When
    until: When
    before: Wave
    after: Wave
    difference: Estimate | None
    joint: Joint


def together(standing: Standing, area: Area) -> Together | None:
    """The formal index, or else the headline, beside the car traffic of a survey; None without both.

    Where the index grows and the survey shows no growth, traffic that the goal exempts may be the reason
    (city_report_files/_purpose.Rmd, https://github.com/snohan/byindeks).
    """
    headline = (each for each in standing.seen if each.reading.basis.window == OLD_WINDOW)
    tried = next((each.seen for each in standing.formal if each.seen), None) or next(headline, None)
    survey = next(_surveys(standing, area), None)
    if tried is None or survey is None or tried.series.comparison is not Comparison.ROLLING:
        return None
    indicator, series = survey
    first = tried.reading.basis.reference_year
    is_share = indicator.unit is Unit.PERCENT
    told = ((when, wave(each, series, is_share=is_share)) for when, each in series.in_order)
    waves = [(when, found) for when, found in told if found is not None]
    waves = [(when, found) for when, found in waves if first is None or when.last.year >= first]
    if len(waves) < 2:
        return None
    (since, before), (until, after) = waves[0], waves[-1]
    try:
        change = difference(before, after)
    except AcrossBreak:
        change = None
    return Together(
        tried.reading, indicator, series, since, until, before, after, change, _joint(tried.reading, change)
    )


def _surveys(standing: Standing, area: Area) -> Iterator[tuple[Indicator, Series]]:
    for name in standing.goal.followed_by:
        indicator = area.one(Indicator, str(name))
        for series in indicator.series.values() if indicator else ():
            if series.measures is Measures.CAR and series.comparison in (Comparison.SURVEY, Comparison.LEVEL):
                yield indicator, series  # type: ignore[misc]


def _joint(index: Reading, change: Estimate | None) -> Joint:
    if change is None or index.official is None:
        return Joint.UNTOLD
    index_grew = index.official.conclusion is Conclusion.INCREASED
    survey_grew = change.low > 0
    if index_grew and survey_grew:
        return Joint.BOTH_GREW
    if index_grew:
        return Joint.INDEX_ALONE
    return Joint.SURVEY_ALONE if survey_grew else Joint.NEITHER_GREW
