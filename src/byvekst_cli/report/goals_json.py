"""`byvekst goals` for programs, version 1; changes are per cent, and nothing is rounded."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.goals.ahead import Ahead, ahead
from byvekst_cli.goals.effects import Expected
from byvekst_cli.goals.joint import Together, together
from byvekst_cli.goals.reading import Reading
from byvekst_cli.goals.standing import Formal, Judged, Seen, Standing
from byvekst_cli.model.when import When

VERSION: Final = 1


def goals_json(areas: Sequence[tuple[Area, Sequence[Standing], Sequence[Expected]]]) -> str:
    """Each area with its goals."""
    report = {
        "version": VERSION,
        "areas": [
            {
                "id": area.id,
                "as_of": area.as_of.isoformat(),
                "goals": [_goal(standing, area) for standing in found],
                "expected": [_expected(each) for each in effects],
            }
            for area, found, effects in areas
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _goal(standing: Standing, area: Area) -> dict[str, Any]:
    change, joint, way = standing.transition, together(standing, area), ahead(standing)
    return {
        "id": standing.id,
        "name": standing.goal.name,
        "level": standing.goal.level.value,
        "formal": [_formal(each) for each in standing.formal],
        "statistical": [_seen(each) for each in standing.seen],
        "transition": change
        and {"old": _reading(change.old), "new": _reading(change.new), "flips": change.flips},
        "together": joint and _together(joint),
        "ahead": way and _ahead(way),
        "political": [_judged(each) for each in standing.judged],
    }


def _formal(formal: Formal) -> dict[str, Any]:
    return {
        "agreement": formal.rule.agreement,
        "series": formal.seen and formal.seen.series_id,
        "state": formal.state.value,
        "by_point": formal.by_point.value,
        "by_interval": formal.by_interval.value,
        "period_over": formal.period_over,
    }


def _seen(seen: Seen) -> dict[str, Any]:
    found = {"indicator": seen.indicator.id, "series": seen.series_id, **_reading(seen.reading)}
    told = {
        "target": seen.target,
        "standard_error": seen.estimate and seen.estimate.se,
        "probability_at_most_target": seen.probability,
        "attainment": seen.attainment,
        "lean": seen.lean,
        "detectable": seen.detectable,
        "equivalence": seen.equivalence and asdict(seen.equivalence),
    }
    return found | told


def _reading(reading: Reading) -> dict[str, Any]:
    official = reading.official
    return {
        "period": reading.period,
        "value": reading.value,
        "low": reading.low,
        "high": reading.high,
        "points": reading.points,
        "comparison": reading.basis.comparison,
        "window": reading.basis.window,
        "method": reading.basis.method,
        "reference_year": reading.basis.reference_year,
        "official": official and official.conclusion,
        "on_edge": official and official.is_on_edge,
    }


def _together(joint: Together) -> dict[str, Any]:
    change = joint.difference
    return {
        "survey": joint.survey.id,
        "since": joint.since,
        "until": joint.until,
        "difference": change and {"value": change.value, "low": change.low, "high": change.high},
        "joint": joint.joint,
    }


def _ahead(way: Ahead) -> dict[str, Any]:
    courses = {
        course.value: {str(year): value for year, value in levels.items()}
        for course, levels in way.fan.items()
    }
    return {
        "from": way.year,
        "until": way.until,
        "target": way.target,
        "required_for_year": way.for_year,
        "required_for_window": way.for_window,
        "window_years": way.window,
        "courses": courses,
    }


def _judged(judged: Judged) -> dict[str, Any]:
    return {
        "evaluation": int(judged.evaluation.year),
        "verdict": judged.verdict.verdict,
        "data_year": judged.verdict.data_year,
        "published": judged.evaluation.published,
        "comment": judged.verdict.comment,
    }


def _expected(expected: Expected) -> dict[str, Any]:
    measured = [{"project": each.project.id, "inside": each.inside} for each in expected.measured]
    return {
        "indicator": expected.indicator,
        "projects": expected.projects,
        **asdict(expected.sum),
        "measured": measured,
    }


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case Decimal():
            return float(value)
        case When():
            return value.text
    raise TypeError(value)
