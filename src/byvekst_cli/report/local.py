"""Local treatment of a case as tables, and for programs: the tracker, and the points side by side."""

import json
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.governance.local import Answer, PointRow, Treated, coordination, missing, tracker
from byvekst_cli.language import Say
from byvekst_cli.language.values import value_words
from byvekst_cli.model.case import Case
from byvekst_cli.model.treatment import Outcome
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.report.grid import Grid

VERSION: Final = 1
_COLUMNS: Final = ("party", "council", "day", "due", "outcome")
_MARKS: Final = {True: "≠", False: "=", None: "?"}
_MARK_WORDS: Final = {False: "as-proposed", True: "differs", None: "untold"}


def local_grids(area: Area, case: Case, say: Say) -> list[Grid]:
    """How far each party has come; the points with marks; what differs; the text to agree on."""
    rows = tracker(area, case)
    if not rows:
        return []
    grids = [tracker_grid(area, rows, say), *_remarks(rows, area, say)]
    points = coordination(area, case)
    if points:
        grids.append(_points(points, area, say))
        grids += _deviations(points, area, say)
        grids.append(_agreed(points, say))
    return grids


def tracker_grid(area: Area, rows: tuple[Treated, ...], say: Say) -> Grid:
    """How far each party has come."""
    lines = [[_cell(row, name, area, say) for name in _COLUMNS] for row in rows]
    head = [say(f"local-{name}") for name in _COLUMNS]
    return Grid(say("local-title"), head, lines, numbers=()).without_empty()


def local_notes(area: Area, case: Case, say: Say) -> list[str]:
    """What is missing, what the marks mean, and what the files note of a party's row."""
    rows = tracker(area, case)
    if not rows:
        return [say("local-none")]
    lacking = ", ".join(_late(row, area, say) for row in missing(area, case))
    told = say("local-missing" if lacking else "local-complete", day=area.as_of, parties=lacking)
    due = [say("local-deadline", due=case.local_by)] if case.local_by else []
    noted = [
        say("local-note", party=_short(area.name_of(row.organisation)), note=row.treatment.note)
        for row in rows
        if row.treatment and row.treatment.note
    ]
    return [*due, told, _legend(coordination(area, case), say), *noted]


def _legend(points: tuple[PointRow, ...], say: Say) -> str:
    """The marks that are used."""
    used = {answer.deviates for row in points for answer in row.answers.values()}
    marks = [
        f"{_MARKS[each]} {say(f'local-mark-{name}')}" for each, name in _MARK_WORDS.items() if each in used
    ]
    return " · ".join(marks) if points else say("local-no-points")


def _late(row: Treated, area: Area, say: Say) -> str:
    name = area.name_of(row.organisation)
    return say("local-not-by", party=name, due=row.due) if row.due else name


def _cell(row: Treated, name: str, area: Area, say: Say) -> str:
    if name == "party":
        return _short(area.name_of(row.organisation))
    if name == "due":
        return value_words(row.treatment.due, say) if row.treatment else ""
    treatment = row.treatment
    if name == "outcome":
        if not row.is_registered:
            return say("local-not-registered")
        return _outcome(treatment.outcome if treatment else None, say)
    if treatment is None:
        return ""
    if name == "council":
        return _council(treatment.council, treatment.on_behalf_of, say)
    return _known(treatment.dated, say)


def _remarks(rows: tuple[Treated, ...], area: Area, say: Say) -> list[Grid]:
    """What the parties added, in their own words."""
    texts = [
        [_short(area.name_of(row.organisation)), row.treatment.additions]
        for row in rows
        if row.treatment is not None and row.treatment.additions
    ]
    head = [say("local-party"), say("local-text")]
    return [Grid(say("local-remarks"), head, texts, numbers=())] if texts else []


def _council(council: str | Unknown | None, other: str | None, say: Say) -> str:
    name = _known(council, say)
    return say("local-behalf", council=name, other=other) if other else name


def _known(value: str | When | Unknown | None, say: Say) -> str:
    return value_words(value, say)


def _outcome(outcome: Outcome | Unknown | None, say: Say) -> str:
    return say(f"outcome-{outcome.value}") if isinstance(outcome, Outcome) else say("unknown")


def _points(points: tuple[PointRow, ...], area: Area, say: Say) -> Grid:
    """A column for each party, with a mark for each point."""
    parties = list(points[0].answers)
    head = [say("local-point"), *(_short(area.name_of(each)) for each in parties)]
    rows = [[row.point, *(_MARKS[row.answers[each].deviates] for each in parties)] for row in points]
    return Grid(say("local-points"), head, rows, numbers=())


def _short(name: str) -> str:
    """`Bergen kommune` is Bergen here, and a county its own name."""
    return name.removesuffix(" kommune").removesuffix(" fylkeskommune")


def _deviations(points: tuple[PointRow, ...], area: Area, say: Say) -> list[Grid]:
    rows = [
        [row.point, row.proposal or "", _short(area.name_of(party)), _said(answer, say)]
        for row in points
        for party, answer in row.answers.items()
        if answer.deviates
    ]
    head = [say(f"local-{name}") for name in ("point", "proposal", "party", "text")]
    return [Grid(say("local-deviations"), head, rows, numbers=())] if rows else []


def _said(answer: Answer, say: Say) -> str:
    outcome = _outcome(answer.outcome, say)
    return f"{outcome}: {answer.text}" if answer.text else outcome


def _agreed(points: tuple[PointRow, ...], say: Say) -> Grid:
    rows = [[row.point, row.agreed or say("local-to-agree")] for row in points]
    return Grid(say("local-agreed-title"), [say("local-point"), say("local-text")], rows, numbers=())


def local_json(area: Area, case: Case) -> str:
    """Version 1."""
    report: dict[str, Any] = {
        "version": VERSION,
        "as_of": area.as_of.isoformat(),
        "area": area.id,
        "case": case.id,
    }
    report["parties"] = [_treated_json(row) for row in tracker(area, case)]
    report["missing"] = [row.organisation for row in missing(area, case)]
    report["points"] = [
        {
            "point": row.point,
            "proposal": row.proposal,
            "agreed": row.agreed,
            "answers": {
                party: {
                    "outcome": answer.outcome and answer.outcome.value,
                    "text": answer.text,
                    "deviates": answer.deviates,
                }
                for party, answer in row.answers.items()
            },
        }
        for row in coordination(area, case)
    ]
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _treated_json(row: Treated) -> dict[str, Any]:
    found: dict[str, Any] = {"organisation": row.organisation, "registered": row.is_registered}
    found["due"] = str(row.due) if row.due else None
    each = row.treatment
    known = each is not None and isinstance(each.outcome, Outcome)
    return found | {
        "council": each.council if each and isinstance(each.council, str) else None,
        "on_behalf_of": each.on_behalf_of if each else None,
        "date": str(each.dated) if each and isinstance(each.dated, When) else None,
        "outcome": str(each.outcome) if each and known else None,
        "additions": each.additions if each else None,
    }
