"""The section on earlier treatment: as text to read, as Markdown to paste into a note, and as data."""

import json
import re
from textwrap import fill
from typing import Any, Final

from byvekst_cli.area.facts import Span
from byvekst_cli.language import Say
from byvekst_cli.language.facts import fact_words
from byvekst_cli.language.say import safe
from byvekst_cli.model.money import Money
from byvekst_cli.model.treatment import PointOutcome
from byvekst_cli.pack.history import Cost, Earlier, History, Position
from byvekst_cli.portfolio.history import Point, Step

VERSION: Final = 1
Line = tuple[int, str]
"""How far in a line stands, and what it says."""


def history_lines(found: History, say: Say) -> list[Line]:
    """One line for each treatment and each project's cost, with what belongs to it further in."""
    lines = [line for each in found.treatments for line in _treatment(each, found, say)]
    lines += [(0, say("earlier-none"))] if not found.treatments else []
    return [*lines, *(line for cost in found.costs for line in _cost(cost, say))]


def history_markdown(found: History, say: Say) -> str:
    """A heading and a list, as it can stand in a note."""
    items = "".join(f"{'  ' * depth}- {_plain(text)}\n" for depth, text in history_lines(found, say))
    return f"## {say('earlier-title')}\n\n{items}"


def history_text(found: History, say: Say, width: int) -> str:
    """The same for a screen of some columns."""
    lines = [_wrapped(depth, safe(text), width) for depth, text in history_lines(found, say)]
    return "\n".join([safe(f"{found.case.id}  {found.case.title}"), say("earlier-title"), "", *lines]) + "\n"


def history_json(found: History, area: str, as_of: str) -> str:
    """Version 1."""
    report = {
        "version": VERSION,
        "as_of": as_of,
        "area": area,
        "case": found.case.id,
        "treatments": [_treatment_json(each) for each in found.treatments],
        "costs": [_cost_json(each) for each in found.costs],
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=float) + "\n"


def _wrapped(depth: int, text: str, width: int) -> str:
    indent = "  " * depth
    return fill(text, width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)


def _treatment(each: Earlier, found: History, say: Say) -> list[Line]:
    line = say(
        "earlier-treated",
        date=each.dated or say("earlier-undated"),
        body=each.body,
        behalf=each.on_behalf_of,
        number=each.number,
        case=each.title if each.case != found.case.id else None,
        handling=say(f"earlier-{each.handling.value}") if each.handling else None,
        outcome=say(f"outcome-{each.outcome.value}") if each.outcome else None,
    )
    kind = "earlier-addition" if each.is_local else "earlier-decision"
    inside = [_council_point(point, say) for point in each.points]
    inside += [say(kind, text=text) for text in each.decision]
    inside += [_position(position, say) for position in each.positions]
    inside += [say("earlier-not-approved")] if each.positions and not each.approved else []
    return [(0, line), *((1, text) for text in inside)]


def _position(position: Position, say: Say) -> str:
    kind = "earlier-dissent" if position.is_dissent else "earlier-position"
    return say(kind, party=position.organisation, text=position.text)


def _council_point(point: PointOutcome, say: Say) -> str:
    outcome = say(f"outcome-{point.outcome.value}")
    return say("earlier-point", point=point.point, outcome=outcome, text=point.text)


def _cost(cost: Cost, say: Say) -> list[Line]:
    by_point = {step.after.position: step for step in cost.steps}
    lines = [(0, say("earlier-cost", id=cost.project, project=cost.name))]
    return [*lines, *((1, _point(each, by_point.get(each.position), say)) for each in cost.points)]


def _point(point: Point, step: Step | None, say: Say) -> str:
    amount = fact_words(point.low if point.is_exact else Span(point.low, point.high), say)
    real = say.number(round(step.real * 100, 1)) if step and step.real is not None else None
    return say("earlier-estimate", date=point.dated or say("earlier-undated"), amount=amount, real=real)


def _plain(text: str) -> str:
    """Text that Markdown reads as it stands."""
    marked = "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in safe(text))
    return re.sub(r"^(\d+)\.", r"\1\.", marked)


def _treatment_json(each: Earlier) -> dict[str, Any]:
    return {
        "case": each.case,
        "body": each.body,
        "date": str(each.dated) if each.dated else None,
        "number": each.number,
        "handling": each.handling.value if each.handling else None,
        "outcome": each.outcome.value if each.outcome else None,
        "decision": list(each.decision),
        "positions": [
            {"party": p.organisation, "text": p.text, "dissent": p.is_dissent} for p in each.positions
        ],
        "local": each.is_local,
        "on_behalf_of": each.on_behalf_of,
        "points": [{"point": p.point, "outcome": p.outcome.value, "text": p.text} for p in each.points],
        "approved": each.approved,
    }


def _cost_json(cost: Cost) -> dict[str, Any]:
    real = {step.after.position: step.real for step in cost.steps}
    estimates = [
        {
            "date": str(each.dated) if each.dated else None,
            "low": _money(each.low),
            "high": _money(each.high),
            "real_growth": real.get(each.position),
        }
        for each in cost.points
    ]
    return {"project": cost.project, "estimates": estimates}


def _money(money: Money) -> dict[str, Any]:
    return {"mnok": money.in_mnok, "price_year": str(money.year)}
