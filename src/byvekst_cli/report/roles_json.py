"""Who does what for programs, version 1."""

import json
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import bodies, corresponding, seats
from byvekst_cli.governance.chart import chart
from byvekst_cli.governance.tasks import Cell, Row, matrix, path
from byvekst_cli.governance.words import word_list
from byvekst_cli.model.mandate import Authority, Mandate, Seat

VERSION: Final = 1


def roles_json(areas: list[Area]) -> str:
    """Bodies, tasks and the organisation chart of each area; which bodies have the same role, of several."""
    report: dict[str, Any] = {"version": VERSION, "as_of": areas[0].as_of.isoformat()}
    report["areas"] = [_area(area) for area in areas]
    report["roles"] = {
        role: {area.id: [body.id for body in there] for area, there in zip(areas, each, strict=True)}
        for role, each in corresponding(areas).items()
    }
    return _dumped(report)


def body_json(area: Area, body: Mandate) -> str:
    """One body with its tasks and the seats held on the day."""
    return _dumped({"version": VERSION, "as_of": area.as_of.isoformat(), "area": area.id} | _body(area, body))


def path_json(area: Area, row: Row) -> str:
    """The way of a task, step by step."""
    steps = [
        {"task": step.task, "body": step.body.id, **_cell(step.cell)}
        if step.body and step.cell
        else {"task": step.task, "body": None, "part": "local-treatment", "councils": list(step.councils)}
        for step in path(area, row.id)
    ]
    found = {"version": VERSION, "as_of": area.as_of.isoformat(), "area": area.id, "task": row.id}
    return _dumped(found | {"steps": steps})


def words_json(areas: list[Area]) -> str:
    """The word list, by sort."""
    words = {
        sort: [
            {
                "id": entry.id,
                "names": entry.concept.names,
                "local": [
                    {"word": each.word, "user": each.user, "standard": each.standard and each.standard.value}
                    for each in entry.local
                ],
            }
            for entry in entries
        ]
        for sort, entries in word_list(areas).items()
    }
    return _dumped({"version": VERSION, "words": words})


def _area(area: Area) -> dict[str, Any]:
    drawn = chart(area)
    return {
        "id": area.id,
        "bodies": [_body(area, body) for body in bodies(area)],
        "tasks": [
            {"id": row.id, "bodies": {id: _cell(cell) for id, cell in row.cells.items()}}
            for row in matrix(area)
        ],
        "chart": {
            "nodes": [{"id": n.id, "name": n.name, "role": n.role, "level": n.level} for n in drawn.nodes],
            "edges": [{"from": below, "to": above} for below, above in drawn.edges],
        },
    }


def _body(area: Area, body: Mandate) -> dict[str, Any]:
    return {
        "id": body.id,
        "name": body.name,
        "role": body.role,
        "agreement": body.agreement,
        "purpose": body.purpose if isinstance(body.purpose, str) else None,
        "decides_by": body.deciding.way.value if body.deciding else None,
        "reports_to": body.reports_to if isinstance(body.reports_to, str) else None,
        "tasks": {id: part.value for id, part in body.tasks.items()},
        "tasks_are_illustration": bool(body.tasks_from and body.tasks_from.illustration),
        "authority": [_authority(each) for each in body.authority],
        "seats": [_seat(seat) for seat in seats(area, body)],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"part": cell.part.value, "authority": [_authority(each) for each in cell.authority]}


def _authority(each: Authority) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "task": each.task,
        "mnok": each.limit if isinstance(each.limit, Decimal) else None,
        "price_year": str(each.price_year) if each.price_year else None,
        "condition": each.condition,
        "reports_to": each.reports_to,
    }


def _seat(seat: Seat) -> dict[str, Any]:
    return {
        "organisation": seat.organisation,
        "function": seat.function if isinstance(seat.function, str) else None,
        "part": seat.part.value,
        "since": str(seat.since) if seat.since else None,
        "until": str(seat.until) if seat.until else None,
    }


def _dumped(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2, default=float) + "\n"
