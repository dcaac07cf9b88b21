"""A calculated choice of programme for programs, version 1: MNOK exact, values in points, parts as ratios."""

import json
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.choice.instance import TICKS
from byvekst_cli.choice.prices import Price, Swap
from byvekst_cli.choice.robust import Robust
from byvekst_cli.choice.solve import Best
from byvekst_cli.model.money import ORE_PER_MNOK
from byvekst_cli.pack.plan_frame import Basis
from byvekst_cli.pack.planned import METHOD, Gain, NoPlan, Plan, Project

VERSION: Final = 1


def plan_json(area: str, as_of: str, plan: Plan | NoPlan) -> str:
    """Of an answer, or of why there is none."""
    told: dict[str, Any] = {"version": VERSION, "as_of": as_of, "area": area, "method": METHOD}
    told |= _basis(plan.basis) | (_none(plan) if isinstance(plan, NoPlan) else _answer(plan))
    return json.dumps(told, ensure_ascii=False, indent=2, default=_number) + "\n"


def _number(value: object) -> float | int:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value))


def _basis(basis: Basis) -> dict[str, Any]:
    return {
        "programme": basis.programme.id if basis.programme else None,
        "years": [basis.first, basis.last],
        "price_year": str(basis.price_year),
        "invented": basis.invented,
        "assumptions": [{"note": each.note.value, "about": list(each.about)} for each in basis.notes],
    }


def _none(plan: NoPlan) -> dict[str, Any]:
    found = plan.relaxation
    return {
        "possible": False,
        "conflicts": [{"clash": each.clash.value, "about": list(each.about)} for each in plan.conflicts],
        "relaxation": None
        if found is None
        else [
            {
                "binding": each.binding.value,
                "about": list(each.about),
                "amount": _mnok(each.amount) if each.is_money else each.amount,
                "unit": "MNOK" if each.is_money else "count",
            }
            for each in found
        ],
    }


def _answer(plan: Plan) -> dict[str, Any]:
    return {
        "possible": True,
        "profile": plan.asked.profile,
        "income_change": plan.asked.income,
        "seed": plan.asked.seed,
        "gap": plan.best.gap,
        "unique": plan.is_alone,
        "compared_gap": plan.widest,
        "value": _points(plan.best.value),
        "cost": _mnok(plan.best.cost),
        "chosen": [{"project": id, "start": start} for id, start in sorted(plan.best.programme.starts)],
        "near": [_near(each) for each in plan.near or ()],
        "robustness": {"weights": _robust(plan.weights), "weights_and_effects": _robust(plan.effects)},
        "projects": [_project(plan, each) for each in plan.projects],
        "profiles": [
            {
                "profile": each.profile,
                "distance": each.part,
                "comes": list(each.comes),
                "goes": list(each.goes),
            }
            for each in plan.distances
        ],
        "bindings": [_price(plan, each) for each in plan.prices],
        "frontier": [
            {"income": each.percent, "value": None if each.value is None else _points(each.value)}
            for each in plan.frontier
        ],
        "money": [
            {"source": each.source}
            | {name: _mnok(getattr(each, name)) for name in ("comes", "bound", "proposed", "free")}
            for each in plan.money
        ],
        "commitments": [
            {"source": each.source, "year": each.year, "bound": _mnok(each.bound), "comes": _mnok(each.comes)}
            for each in plan.commitments
        ],
        "effects": [_gain(each) for each in plan.gains],
    }


def _gain(gain: Gain) -> dict[str, Any]:
    return {
        "criterion": gain.criterion,
        "unit": gain.unit,
        "low": gain.sum.low,
        "likely": gain.sum.likely,
        "high": gain.sum.high,
        "unknown": gain.sum.unknown,
        "indicator": gain.indicator,
        "now": gain.now,
        "interval": [gain.low, gain.high],
        "target": gain.target,
    }


def _near(found: Best) -> dict[str, Any]:
    return {"value": _points(found.value), "chosen": sorted(found.programme.chosen)}


def _robust(robust: Robust) -> dict[str, Any]:
    return {
        "exact": robust.is_exact,
        "programmes": robust.programmes,
        "draws": robust.draws,
        "gap": robust.gap,
    }


def _project(plan: Plan, project: Project) -> dict[str, Any]:
    question = project.question
    return {
        "id": project.id,
        "in": project.id in plan.best.programme.chosen,
        "place": project.place.value,
        "part": project.part,
        "place_with_effects": plan.effects.place(project.id).value,
        "bound": project.is_bound,
        "cost": _mnok(project.cost),
        "profiles": list(project.profiles_with),
        "question": None
        if question is None
        else {
            "criterion": plan.basis.criteria[question.criterion],
            "about": "weight" if question.is_weight else "effect",
            "more_in": question.more_in if question.is_weight else None,
        },
        "turned": None if project.swap is None else _swap(project.swap),
    }


def _swap(swap: Swap) -> dict[str, Any]:
    return {
        "in": swap.goes_in,
        "loss": swap.part,
        "comes": list(swap.comes),
        "goes": list(swap.goes),
    }


def _price(plan: Plan, price: Price) -> dict[str, Any]:
    return {
        "kind": price.kind.value,
        "id": price.id,
        "loss": price.part(""),
        "loss_by_profile": {name: price.part(name) for name in price.free if name},
        "comes": list(price.comes),
        "goes": list(price.goes),
        "purpose": plan.basis.purposes.get(price.id),
    }


def _points(ticks: int) -> Decimal:
    return Decimal(ticks) / TICKS


def _mnok(ore: int) -> Decimal:
    return Decimal(ore) / ORE_PER_MNOK
