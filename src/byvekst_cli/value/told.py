"""What the files say of value, ready to reckon with: criteria, weightings and projects."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from byvekst_cli.area import Area, Record
from byvekst_cli.model.assessment import Assessment
from byvekst_cli.model.project import Project
from byvekst_cli.model.value_model import NOT_VALUE, Criterion, ValueModel
from byvekst_cli.model.weighting import Swing, Weighting
from byvekst_cli.value.judged import Judged, State, judged
from byvekst_cli.value.scale import OutOfRange, Scale, scale_of
from byvekst_cli.value.span import Span
from byvekst_cli.value.weights import NoWeights, WeightSet, of_order, of_points, of_ranges


@dataclass(frozen=True, slots=True)
class Measure:
    """A criterion with its scale."""

    id: str
    criterion: Criterion
    scale: Scale


@dataclass(frozen=True, slots=True)
class Scored:
    """A project's values, one for each criterion, in the order of the model."""

    id: str
    project: Project | None
    assessment: Assessment
    judged: tuple[Judged, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(each.span for each in self.judged)

    @property
    def is_whole(self) -> bool:
        """Whether every effect is known."""
        return all(each.state is State.KNOWN for each in self.judged)


@dataclass(frozen=True, slots=True)
class Values:
    """All that is reckoned with. `refused` are profiles whose weights cannot be told from the answers.

    `names` tell the profiles apart: where several have one name, the id stands behind it.
    """

    model: ValueModel
    measures: tuple[Measure, ...]
    profiles: Mapping[str, WeightSet]
    names: Mapping[str, str]
    refused: tuple[str, ...]
    projects: tuple[Scored, ...]


class Unusable(Exception):
    """Nothing can be reckoned: `criteria` have no usable scale, or there is no model."""

    def __init__(self, criteria: tuple[str, ...] = ()) -> None:
        super().__init__(criteria)
        self.criteria = criteria


def values_of(area: Area) -> Values:
    """Criteria, weightings and assessed projects. Raises Unusable."""
    record = model_of(area)
    if record is None:
        raise Unusable
    measures = tuple(measures_of(record.model))
    unusable = tuple(id for id in record.model.criteria if id not in {each.id for each in measures})
    if unusable or not measures:
        raise Unusable(unusable)
    sets = {each.id: weights_of(each.model, measures) for each in _by_id(area.of(Weighting))}
    return Values(
        record.model,
        measures,
        {id: found for id, found in sets.items() if found is not None},
        _names(area),
        tuple(id for id, found in sets.items() if found is None),
        tuple(_scored(area, record.model, measures)),
    )


def _names(area: Area) -> dict[str, str]:
    records = area.of(Weighting)
    seen = Counter(_as_seen(each.model.name) for each in records)
    return {
        each.id: f"{each.model.name} ({each.id})" if seen[_as_seen(each.model.name)] > 1 else each.model.name
        for each in records
    }


def _as_seen(name: str) -> str:
    return " ".join(name.casefold().split())


def model_of(area: Area) -> Record[ValueModel] | None:
    """The area's value model."""
    return next(iter(area.of(ValueModel)), None)


def measures_of(model: ValueModel) -> Iterator[Measure]:
    """The criteria that have a scale and are value, in the order of the file."""
    for id, criterion in model.criteria.items():
        scale = scale_of(criterion)
        if scale is not None and criterion.theme not in NOT_VALUE:
            yield Measure(id, criterion, scale)


class Form(Enum):
    """What the answers of a profile are given as."""

    POINTS = "points"
    PLACES = "places"
    RANGES = "ranges"


def form_of(swings: list[Swing]) -> Form | None:
    """The form that all answers share; None where they differ or one has none."""
    if all(swing.place is not None for swing in swings):
        mixed = any(end is not None for s in swings for end in (s.points, s.low, s.high))
        return None if mixed else Form.PLACES
    if any(swing.place is not None or (swing.low is None) != (swing.high is None) for swing in swings):
        return None
    if all(swing.points is not None and swing.low is None for swing in swings):
        return Form.POINTS
    return Form.RANGES if all(_has_range(swing) for swing in swings) else None


def _has_range(swing: Swing) -> bool:
    """In a profile with ranges, points alone are a range of nothing."""
    if swing.low is None or swing.high is None:
        return swing.points is not None
    return swing.low <= (swing.low if swing.points is None else swing.points) <= swing.high


def weights_of(weighting: Weighting, measures: tuple[Measure, ...]) -> WeightSet | None:
    """The weights that the answers allow; None where a criterion has no answer or a step no levels."""
    answers = {swing.criterion.casefold(): swing for swing in weighting.swings}
    swings = [answers.get(measure.id.casefold()) for measure in measures]
    found = [swing for swing in swings if swing is not None]
    if len(found) < len(measures) or len(weighting.swings) > len(found) or not form_of(found):
        return None
    steps = [step_of(swing, measure.scale) for swing, measure in zip(found, measures, strict=True)]
    known = [step for step in steps if step is not None and step > 0]
    if len(known) < len(steps):
        return None
    try:
        return _set(found, known, Fraction(weighting.least or 0) / 100)
    except NoWeights:
        return None


def step_of(swing: Swing, scale: Scale) -> Fraction | None:
    """How many value points a swing is; None where its levels are not known or not on the scale."""
    if not isinstance(swing.start, Decimal) or not isinstance(swing.end, Decimal):
        return None
    try:
        return scale.at(Fraction(swing.end)) - scale.at(Fraction(swing.start))
    except OutOfRange:
        return None


def _set(swings: list[Swing], steps: list[Fraction], least: Fraction) -> WeightSet:
    form = form_of(swings)
    if form is Form.PLACES:
        return of_order([int(swing.place or 0) for swing in swings], steps, least)
    if form is Form.POINTS:
        return of_points([Fraction(swing.points or 0) for swing in swings], steps)
    low = [Fraction(_first(swing.low, swing.points)) for swing in swings]
    high = [Fraction(_first(swing.high, swing.points)) for swing in swings]
    middle = [(one + other) / 2 for one, other in zip(low, high, strict=True)]
    likely = [middle[at] if s.points is None else Fraction(s.points) for at, s in enumerate(swings)]
    return of_ranges(low, high, steps, likely)


def _first(one: Decimal | None, other: Decimal | None) -> Decimal:
    return one if one is not None else other if other is not None else Decimal(0)


def _by_id(records: tuple[Record[Weighting], ...]) -> list[Record[Weighting]]:
    return sorted(records, key=lambda record: record.id)


def _scored(area: Area, model: ValueModel, measures: tuple[Measure, ...]) -> Iterator[Scored]:
    """By the project's id, so that the order of files on the disk plays no part."""
    for record in sorted(area.of(Assessment), key=lambda each: (each.model.project.casefold(), each.path)):
        scores = {id.casefold(): score for id, score in record.model.scores.items()}
        found = tuple(
            judged(scores.get(each.id.casefold()), each.criterion, each.scale, model) for each in measures
        )
        project = area.one(Project, record.model.project)
        yield Scored(project.id if project else record.model.project, project, record.model, found)
