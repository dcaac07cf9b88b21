"""Why a project has the value it has: contributions that add up, what they rest on, and what turns it."""

from byvekst_cli.area import Area
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.language.scored import parts, percent, points, reach
from byvekst_cli.model.assessment import Reading, Score
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.value_model import Criterion
from byvekst_cli.model.when import When
from byvekst_cli.pack.scores import Row, Scores
from byvekst_cli.report.grid import Grid
from byvekst_cli.value.crossover import Crossing, nearest
from byvekst_cli.value.judged import Judged, State
from byvekst_cli.value.total import contributions


def why_grids(area: Area, found: Scores, row: Row, say: Say) -> list[Grid]:
    """What each criterion gives, the scales and sources, and the weights at which the order changes."""
    return [_gives(found, row, say), _rests_on(area, found, row, say), _turns(found, row, say)]


def why_notes(found: Scores, row: Row, say: Say) -> list[str]:
    """Who judged and who read it again, by role, and what holds whatever the weights and effects."""
    assessment = row.scored.assessment
    again = assessment.read_again
    notes = [say("score-assessed", who=_who(assessment.assessed, say))]
    notes.append(say("score-read-again", who=_who(again, say)) if again else say("score-not-read-again"))
    for name, others in (("score-under", found.under(row)), ("score-over", found.over(row))):
        if others:
            notes.append(say(name, projects=say.listed(sorted(each.scored.id for each in others), "and")))
    notes.append(say("score-turns-note"))
    if not row.scored.is_whole:
        notes.append(say("score-unknown-note"))
    return notes


def _gives(found: Scores, row: Row, say: Say) -> Grid:
    """Likely contributions, a column a profile; each column adds up as printed."""
    columns = [
        parts([each.likely for each in contributions(row.scored.spans, chosen.point)], say)
        for chosen in found.sets.values()
    ]
    rows = []
    for at, (measure, judged) in enumerate(zip(found.values.measures, row.scored.judged, strict=True)):
        score = _score(row, measure.id)
        cells = [column[at] for column in columns]
        rows.append([measure.criterion.name, effect_of(score, judged, measure.criterion, say), *cells])
    rows.append([say("in-all"), "", *(column[-1] for column in columns)])
    names = [found.values.names[each] for each in found.sets]
    head = [say("score-criterion"), say("score-effect"), *names]
    numbers = tuple(range(2, len(head)))
    return Grid(say("score-gives"), head, rows, has_sum=True, numbers=numbers)


def _rests_on(area: Area, found: Scores, row: Row, say: Say) -> Grid:
    """The value points before weights with their span, the scale, and where the effect is from."""
    rows = []
    for measure, judged in zip(found.values.measures, row.scored.judged, strict=True):
        score = _score(row, measure.id)
        value = f"{points(judged.span.likely, say)} ({reach((judged.span.low, judged.span.high), say)})"
        rows.append([
            measure.criterion.name, value, scale_words(measure.criterion, score, say),
            _evidence(score, say), _source(area, row, score, say),
        ])  # fmt: skip
    names = ("criterion", "points", "scale", "evidence", "source")
    return Grid(say("score-rests-on"), [say(f"score-{name}") for name in names], rows, numbers=(1,))


def _turns(found: Scores, row: Row, say: Say) -> Grid:
    """By profile and criterion: the weight, and where another project comes past or is passed."""
    at, rows = found.rows.index(row), []
    for name, chosen in found.sets.items():
        for crossing, measure in zip(
            nearest(found.likely, at, chosen.point), found.values.measures, strict=True
        ):
            weight = chosen.point[found.values.measures.index(measure)]
            cells = [_crossing(each, found, say) for each in crossing]
            rows.append([found.values.names[name], measure.criterion.name, percent(weight, say, 1), *cells])
    names = ("profile", "criterion", "weight", "below", "above")
    head = [say(f"score-{each}") for each in names]
    return Grid(say("score-turns"), head, rows, numbers=(2,))


def _crossing(found: Crossing | None, scores: Scores, say: Say) -> str:
    if found is None:
        return say("score-never")
    other = scores.rows[found.other].scored.id
    return say("score-crossing", weight=percent(found.weight, say, 1), other=other)


def effect_of(score: Score | None, judged: Judged, criterion: Criterion, say: Say) -> str:
    """As it was written, with its unit or its words; why there is none where there is none."""
    if score is None or judged.state is State.MISSING:
        return say("score-missing")
    if judged.state is State.UNKNOWN:
        return say("score-unknown-why", reason=safe(score.reason)) if score.reason else say("unknown")
    likely, around = score.stated, [end for end in (score.low, score.high) if end is not None]
    shown = "" if likely is None else say.number(likely)
    if around:
        low, high = score.low, score.high
        ends = [say.number(end) if end is not None else shown for end in (low, high)]
        shown = f"{shown} ({say('score-from-to', low=ends[0], high=ends[1])})"
    if judged.state is State.UNUSABLE:
        return say("score-unusable", effect=shown)
    grades = criterion.grades if score.level is not None else []
    grade = next((each.words for each in grades if each.level == likely), None)
    return f"{shown} {grade or criterion.unit or ''}".strip()


def scale_words(criterion: Criterion, score: Score | None, say: Say) -> str:
    """`−6 000 → 100; 0 → 0`: the scale that the score is given on, from its lowest level."""
    is_worded = score is not None and score.level is not None
    steps = criterion.worded_steps if is_worded else criterion.steps
    return "; ".join(f"{say.number(level)} → {say.number(value)}" for level, value in steps)


def _evidence(score: Score | None, say: Say) -> str:
    if score is None or score.evidence is None or isinstance(score.evidence, Unknown):
        return say("score-unsaid")
    return str(score.evidence)


def _source(area: Area, row: Row, score: Score | None, say: Say) -> str:
    """The nearest word on where the effect is from, and what it hangs on."""
    said = [each for each in (score, row.scored.assessment) if each and each.has_provenance]
    source = area.title(said[0].source) if said and said[0].source else None
    shown = source or (say("score-illustration") if said else say("score-unsaid"))
    return f"{shown}; {say('score-driver', driver=score.driver)}" if score and score.driver else shown


def _score(row: Row, criterion: str) -> Score | None:
    scores = row.scored.assessment.scores
    return next((score for id, score in scores.items() if id.casefold() == criterion.casefold()), None)


def _who(reading: Reading, say: Say) -> str:
    by = say("unknown") if reading.by is None or isinstance(reading.by, Unknown) else reading.by
    dated = reading.dated if isinstance(reading.dated, When) else None
    return say("score-who", by=by, role=reading.role, dated=dated)
