"""The picture of what each criterion gives of each project's value, with one profile."""

from collections.abc import Sequence

from byvekst_cli.draw.bars import Part, Row, bars
from byvekst_cli.draw.paper import composed, heading, key, notes
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.score_marks import marked, unknown_notes
from byvekst_cli.draw.style import FILLS, OTHERS, Fill
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.language.scored import decimal_of, points
from byvekst_cli.pack.scores import Row as Scored
from byvekst_cli.pack.scores import Scores
from byvekst_cli.value.total import contributions


def score_parts(found: Scores, profile: str, title: str, marks: Sequence[str], say: Say) -> Picture:
    """A bar a project in the model's order: what is above nothing to the right, what is below to the left."""
    rows = [_row(row, found, profile, say) for row in found.rows]
    names = [measure.criterion.name for measure in found.values.measures]
    entries = [(fill, safe(name)) for fill, name in zip(_fills(len(names)), names, strict=True)]
    remarks = [say("score-chart-parts-note"), *unknown_notes(found, say), *marks]
    blocks = [*heading(say("score-chart-parts"), title), key(entries), bars(rows, say), *notes(remarks)]
    alt = score_parts_alt(found, profile, title, marks, say)
    return Picture(composed(blocks), say("score-chart-parts"), alt)


def score_parts_alt(found: Scores, profile: str, title: str, marks: Sequence[str], say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    names = [measure.criterion.name for measure in found.values.measures]
    told = []
    for row in found.rows:
        parts = contributions(row.scored.spans, found.sets[profile].point)
        given = ", ".join(f"{name} {points(p.likely, say, 1)}" for name, p in zip(names, parts, strict=True))
        told.append(f"{row.scored.id}: {marked(points(row.values[profile].likely, say, 1), row)} ({given})")
    return safe(" ".join([f"{say('score-chart-parts')}. {title}.", f"{'; '.join(told)}.", *marks]))


def _fills(n: int) -> list[Fill]:
    """One for each criterion; beyond those that can be told apart they share one."""
    return [FILLS[at] if at < len(FILLS) else OTHERS for at in range(n)]


def _row(row: Scored, found: Scores, profile: str, say: Say) -> Row:
    given = contributions(row.scored.spans, found.sets[profile].point)
    fills = _fills(len(given))
    parts = tuple(
        Part(decimal_of(each.likely), fill) for each, fill in zip(given, fills, strict=True) if each.likely
    )
    project = row.scored.project
    label = f"{row.scored.id} {project.name if project else ''}".strip()
    return Row(safe(label), parts, marked(points(row.values[profile].likely, say), row))
