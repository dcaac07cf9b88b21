"""Values beside money and plans: the table, one project explained, groups, and what the order hangs on."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import column, single
from byvekst_cli.language.scored import decimal_of, for_money, money, places, points, reach
from byvekst_cli.language.values import value_words
from byvekst_cli.model.project import Project
from byvekst_cli.model.rounding import rounded_parts
from byvekst_cli.model.unknown import UNKNOWN, Unknown
from byvekst_cli.pack.scores import PER, Group, Row, Scores
from byvekst_cli.report.grid import Grid

_WIDE: Final = 110
"""Columns from which the cost and the name have room."""
_FEW: Final = 2
"""Profiles that leave room for value per krone on a narrow screen."""


def title_of(area: Area, found: Scores, say: Say) -> str:
    """The area, and which profiles the values are seen with."""
    name = area.file.name if area.file else area.name
    profiles = ", ".join(found.values.names[each] for each in found.sets)
    return say("score-title", area=name, profiles=profiles)


def score_grid(found: Scores, say: Say, width: int | None) -> Grid:
    """A row a project, in the model's order; `width` is the screen's, None where nothing has to fold."""
    rows = [_row(row, found, say) for row in found.rows]
    names = ("project", "name", "value", "rank", "charged", "per", "krone-rank", "nnb", "cost", "plan")
    head = [say(f"score-{name}", per=str(PER)) for name in names]
    kept = range(len(names)) if width is None or width >= _WIDE else (0, 2, 3, 4, 5, 6, 7, 9)
    numbers = tuple(new for new, at in enumerate(kept) if at not in (0, 1, 9))
    grid = Grid(
        say("score-table"),
        [head[at] for at in kept],
        [[row[at] for at in kept] for row in rows],
        numbers=numbers,
    )
    return grid.without_empty()


def score_notes(found: Scores, say: Say) -> list[str]:
    """What stands in the table and what does not."""
    rows, notes = found.rows, [say("score-value-note")]
    if len(found.sets) > 1:
        notes.append(say("score-profiles-note", n=len(found.sets)))
    notes.append(say("score-rank-note"))
    if any(rank and not rank.is_reached for row in rows for rank in (row.rank, row.krone_rank)):
        notes.append(say("score-bound-note"))
    if any(not row.scored.is_whole for row in rows):
        notes.append(say("score-unknown-note"))
    if any(row.paid.by_cost for row in rows):
        notes.append(say("score-cost-note"))
    notes += price_notes(found, say)
    return notes + common_notes(found, say)


def price_notes(found: Scores, say: Say) -> list[str]:
    """Which amounts were moved to which year's kroner, and that some could not be."""
    priced, notes = found.priced, []
    if priced.moved:
        listed = say.listed(priced.moved, "and")
        notes.append(say("score-moved-note", year=str(priced.year), index=priced.index, projects=listed))
    if not all(priced.has(row.paid.charged) for row in found.rows):
        notes.append(say("score-levels-note"))
    return notes


def common_notes(found: Scores, say: Say) -> list[str]:
    """On every page: what was left out, which method, and that figures are invented where they are."""
    notes = left_out_notes(found, say)
    if found.not_assessed:
        notes.append(say("score-not-assessed-note", n=len(found.not_assessed)))
    notes.append(say("score-method-note", model=found.values.model.name, version=found.values.model.version))
    if found.values.model.independence in (None, UNKNOWN):
        notes.append(say("score-independence-note"))
    if is_invented(found):
        notes.append(say("chart-invented"))
    return notes


def left_out_notes(found: Scores, say: Say) -> list[str]:
    """Profiles without weights, and files with faults."""
    notes = []
    if found.values.refused:
        notes.append(say("score-refused-note", profiles=say.listed(found.values.refused, "and")))
    if found.unread:
        notes.append(say("score-unread-note", files=say.listed(found.unread, "and")))
    return notes


def is_invented(found: Scores) -> bool:
    """Whether the model or a score is marked as illustration."""
    sheets = [found.values.model, *(row.scored.assessment for row in found.rows)]
    scores = [score for row in found.rows for score in row.scored.assessment.scores.values()]
    return any(each.illustration for each in (*sheets, *scores))


def group_grid(
    area: Area, found: Scores, groups: Sequence[Group], by: str, say: Say, width: int | None
) -> Grid:
    """Likely values added up, a column a profile; they add because nothing done is worth nothing.

    On a narrow screen with many profiles there is no room for value per krone.
    """
    values = [rounded_parts([decimal_of(group.likely[each]) for group in groups], 0) for each in found.sets]
    cells = column([group.charged for group in groups], say)
    rows = []
    for at, group in enumerate(groups):
        name = area.name_of(group.name) if group.name else say("not-known")
        per = for_money([group.per_krone(each) for each in found.sets], say)
        rows.append([name, str(group.projects), *(say.number(own[at]) for own in values), cells[at], per])
    sums = [say.number(sum(own, Decimal(0))) for own in values]
    rows.append([say("in-all"), str(len(found.rows)), *sums, cells[-1], ""])
    profiles = [found.values.names[each] for each in found.sets]
    money = [say("score-charged"), say("score-per", per=str(PER))]
    head = [say(f"score-by-{by}"), say("score-projects"), *profiles, *money]
    if width is not None and width < _WIDE and len(profiles) > _FEW:
        head, rows = head[:-1], [row[:-1] for row in rows]
    return Grid(say(f"score-by-{by}"), head, rows, has_sum=True)


def plan_of(project: Project | None, phases: Mapping[str, Named], say: Say) -> str:
    """The most detailed plan and how far it has come, or else the phase."""
    if project is None:
        return ""
    plan, words = project.plan, []
    if plan is not None:
        told = [each for each in (plan.level, plan.status) if each and not isinstance(each, Unknown)]
        words = [value_words(each, say) for each in told]
    if words or project.phase is None:
        return ", ".join(words)
    phase = project.phase.phase
    return value_words(phases.get(phase.casefold(), phase), say).lower()


def _row(row: Row, found: Scores, say: Say) -> list[str]:
    project, benefit, paid = row.scored.project, row.scored.assessment.net_benefit, row.paid
    likely = [each.likely for each in row.values.values()]
    low, high = (min(likely), max(likely)) if len(likely) > 1 else row.reach
    value = reach((low, high), say) if len(likely) > 1 else _with_reach(likely[0], (low, high), say)
    nnb = benefit.value if benefit else None
    return [
        row.scored.id,
        project.name if project else "",
        value if row.scored.is_whole else f"{value} ?",
        places(row.place, row.rank, say),
        money(paid.charged, paid.by_cost, found.priced.has(paid.charged), say) or say("score-unsaid"),
        for_money([row.per_krone(each) for each in row.values], say),
        places(row.krone_place, row.krone_rank, say),
        "" if nnb is None else say("unknown") if isinstance(nnb, Unknown) else say.number(nnb),
        single(paid.cost, say) if paid.cost else "",
        plan_of(project, found.phases, say),
    ]


def _with_reach(likely: Fraction, ends: tuple[Fraction, Fraction], say: Say) -> str:
    shown, around = points(likely, say), reach(ends, say)
    return shown if shown == around else f"{shown} ({around})"
