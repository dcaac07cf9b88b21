"""The money of an area for programs, version 1: exact, with each amount at its own price level."""

import json
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import NOTHING
from byvekst_cli.portfolio.groups import grouped
from byvekst_cli.portfolio.history import Point, points, steps
from byvekst_cli.portfolio.lines import Line, reserve
from byvekst_cli.report.grid import pile_json
from byvekst_cli.report.portfolio import View

VERSION: Final = 1


def portfolio_json(view: View) -> str:
    """Amounts are MNOK; a pile lists them by price level, and says when one is unknown."""
    stated = view.programme.total if view.programme else None
    report: dict[str, Any] = {
        "version": VERSION,
        "as_of": view.area.as_of.isoformat(),
        "area": view.area.id,
        "programme": view.programme.id if view.programme else None,
        "stated": pile_json(stated.pile if stated else NOTHING),
        "price_year": view.price_year,
        "index": view.index.id if view.index else None,
        "reserve": pile_json(reserve(view.lines)[1]),
        "lines": [_line(line, view) for line in view.lines],
        "balance": [
            {
                "means": row.means,
                "year": row.year,
                **{name: pile_json(getattr(row, name)) for name in ("income", "loans", "carried", "use")},
                "left": _money(row.left),
            }
            for row in view.years
        ],
    }
    if view.by is not None:
        groups = grouped(view.lines, view.by)
        report["groups"] = [{"name": name, "total": pile_json(pile)} for name, pile in groups.items()]
    if view.broken is not None:
        report["broken"] = [
            {
                "means": each.year.means,
                "year": each.year.year,
                "lacks": _money(each.lacks),
                "lacked": _money(each.lacked),
                "between": [{"id": line.id, "amount": pile_json(pile)} for line, pile in each.lines],
            }
            for each in view.broken
        ]
        report["untold"] = [{"means": row.means, "year": row.year} for row in view.untold]
    return json.dumps(report, ensure_ascii=False, indent=2, default=_number) + "\n"


def _line(line: Line, view: View) -> dict[str, Any]:
    return {
        "id": line.id,
        "name": line.project.name if line.project else None,
        "binding": line.binding.value if line.binding else None,
        "before": pile_json(line.earlier),
        "cells": [
            {"means": means, "year": year, **pile_json(pile)} for (means, year), pile in line.cells.items()
        ],
        "later": pile_json(line.remaining),
        "total": pile_json(line.total),
        "planning": pile_json(line.planning),
        "building": pile_json(line.building),
        "history": _history(line, view),
    }


def _history(line: Line, view: View) -> list[dict[str, Any]]:
    found = points(line.project, view.index, view.price_year) if line.project else ()
    growth = {step.after.position: step for step in steps(found, view.index)}
    return [_point(point) | _growth(growth.get(point.position)) for point in found]


def _point(point: Point) -> dict[str, Any]:
    return {
        "date": str(point.dated) if point.dated else None,
        "low": _money(point.low),
        "high": _money(point.high),
        "common_low": _money(point.common_low),
        "common_high": _money(point.common_high),
    }


def _growth(step: Any) -> dict[str, Any]:
    since = str(step.since.dated) if step and step.since and step.since.dated else None
    return {name: getattr(step, name) if step else None for name in ("nominal", "price", "real")} | {
        "since": since
    }


def _money(money: Money | None) -> dict[str, Any] | None:
    return None if money is None else {"price_year": str(money.year), "mnok": money.in_mnok}


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)
