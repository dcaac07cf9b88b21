"""Values for programs, version 1: exact where they are exact, with what was drawn and how."""

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.weighting import Weighting
from byvekst_cli.pack.scores import Group, Row, Scores
from byvekst_cli.report.grid import pile_json
from byvekst_cli.report.score_sensitive import Sensitivity
from byvekst_cli.value.crossover import Crossing, nearest
from byvekst_cli.value.first_turn import first_turns
from byvekst_cli.value.ranks import Rank
from byvekst_cli.value.smaa import error
from byvekst_cli.value.span import Span
from byvekst_cli.value.total import contributions

VERSION: Final = 1


def scores_json(
    area: Area,
    found: Scores,
    why: Row | None = None,
    groups: Sequence[Group] = (),
    told: Sensitivity | None = None,
) -> str:
    """Value points are floats made from exact fractions; weights too. What is not known is null."""
    criteria = [measure.id for measure in found.values.measures]
    names = {each.id: each.model.name for each in area.of(Weighting)}
    report: dict[str, Any] = {
        "version": VERSION,
        "as_of": area.as_of.isoformat(),
        "area": area.id,
        "model": {"name": found.values.model.name, "version": found.values.model.version},
        "criteria": criteria,
        "profiles": {
            name: {
                "name": names[name],
                "weights": dict(zip(criteria, map(float, each.point), strict=True)),
                "extreme_points": [list(map(float, weights)) for weights in each.extremes],
            }
            for name, each in found.sets.items()
        },
        "refused": list(found.values.refused),
        "not_assessed": list(found.not_assessed),
        "unread": list(found.unread),
        "prices": {
            "year": found.priced.year,
            "index": found.priced.index,
            "moved": list(found.priced.moved),
        },
        "projects": [_row(row, found) for row in found.rows if why is None or row is why],
        "groups": [_group(group, found) for group in groups],
        "crossings": _crossings(found, why) if why is not None else None,
        "over": [each.scored.id for each in found.over(why)] if why is not None else None,
        "under": [each.scored.id for each in found.under(why)] if why is not None else None,
        "sensitivity": _sensitivity(told) if told is not None else None,
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=_number) + "\n"


def _row(row: Row, found: Scores) -> dict[str, Any]:
    benefit = row.scored.assessment.net_benefit
    nnb = benefit.value if benefit and not isinstance(benefit.value, Unknown) else None
    criteria = [measure.id for measure in found.values.measures]
    return {
        "id": row.scored.id,
        "scores": {
            id: {"state": each.state.value, **_span(each.span)}
            for id, each in zip(criteria, row.scored.judged, strict=True)
        },
        "values": {
            name: {
                **_span(row.values[name]),
                "per_100_mnok": row.per_krone(name),
                "contributions": dict(
                    zip(
                        criteria,
                        (each.likely for each in contributions(row.scored.spans, chosen.point)),
                        strict=True,
                    )
                ),
            }
            for name, chosen in found.sets.items()
        },
        "reach": {"low": row.reach[0], "high": row.reach[1]},
        "places": row.place,
        "places_per_krone": row.krone_place,
        "rank": _rank(row.rank),
        "rank_per_krone": _rank(row.krone_rank),
        "charged": pile_json(row.paid.charged),
        "charged_is_cost": row.paid.by_cost,
        "cost": pile_json(row.paid.cost),
        "net_benefit_per_krone": nnb,
    }


def _group(group: Group, found: Scores) -> dict[str, Any]:
    return {
        "name": group.name,
        "projects": group.projects,
        "likely": dict(group.likely),
        "charged": pile_json(group.charged),
        "per_100_mnok": {name: group.per_krone(name) for name in found.sets},
    }


def _crossings(found: Scores, row: Row) -> list[dict[str, Any]]:
    at, rows = found.rows.index(row), []
    for name, chosen in found.sets.items():
        turns = nearest(found.likely, at, chosen.point)
        for measure, weight, (below, above) in zip(found.values.measures, chosen.point, turns, strict=True):
            rows.append(
                {
                    "profile": name,
                    "criterion": measure.id,
                    "weight": weight,
                    "below": _crossing(below, found),
                    "above": _crossing(above, found),
                }
            )
    return rows


def _crossing(crossing: Crossing | None, found: Scores) -> dict[str, Any] | None:
    if crossing is None:
        return None
    return {"weight": crossing.weight, "project": found.rows[crossing.other].scored.id}


def _sensitivity(told: Sensitivity) -> dict[str, Any]:
    drawn, found = told.drawn, told.found
    ids = [row.scored.id for row in found.rows]
    turns = {name: first_turns(found.likely, each.point) for name, each in found.sets.items()}
    return {
        "draws": drawn.draws,
        "seed": drawn.seed,
        "largest_error": error(drawn.draws),
        "rank_acceptability": dict(zip(ids, drawn.places, strict=True)),
        "central_weights": dict(zip(ids, drawn.central, strict=True)),
        "ahead": {id: dict(zip(ids, row, strict=True)) for id, row in zip(ids, told.ahead, strict=True)},
        "confidence": dict(zip(ids, drawn.confidence, strict=True)),
        "first_turns": {
            name: [
                {"weight": turn.weight, "projects": [ids[turn.one], ids[turn.other]]} if turn else None
                for turn in each
            ]
            for name, each in turns.items()
        },
        "portfolio": [row.scored.id for row in told.portfolio],
        "tornado": {
            name: [
                {
                    "driver": bar.source[1] if not bar.source[0] else None,
                    "project": bar.source[0] or None,
                    "criterion": bar.source[1] if bar.source[0] else None,
                    "weak": bar.weak,
                    "strong": bar.strong,
                    "effects": bar.effects,
                }
                for bar in bars
            ]
            for name, bars in told.bars.items()
        },
    }


def _span(span: Span) -> dict[str, Fraction]:
    return {"low": span.low, "likely": span.likely, "high": span.high}


def _rank(rank: Rank | None) -> dict[str, Any] | None:
    return None if rank is None else {"best": rank.best, "worst": rank.worst, "reached": rank.is_reached}


def _number(value: object) -> float:
    if isinstance(value, Decimal | Fraction):
        return float(value)
    raise TypeError(type(value).__name__)
