"""A new status report with what is known already, so that people write only what has changed."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.edit.new_file import new_file, path_of
from byvekst_cli.edit.yaml_text import flow, scalar
from byvekst_cli.finding import Term
from byvekst_cli.language import Say
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.kinds import KINDS
from byvekst_cli.model.money import Money
from byvekst_cli.model.programme import PlanState, Programme
from byvekst_cli.model.project import Event, PortfolioState, Project
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.model.unknown import WORDS
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.budget import Row, rows
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.plans import last_estimate
from byvekst_cli.portfolio.remainders import budget_of
from byvekst_cli.portfolio.reported import (
    against_no_change,
    before,
    last_cost,
    last_forecast,
    last_report,
    open_deviations,
    sheet_of,
)
from byvekst_cli.portfolio.status import is_over, to_report

_WIDTH: Final = 96
Known = tuple[str, Any, str]
"""A field, a value as a file has it, and where it is from."""
_ASKED: Final = ("hva", "plan", "prognose")
"""What a report says of a milestone that has not happened."""


def name_of(period: When, say: Say) -> str:
    """`Tertialrapport 1, 2026`: what papers call the report of a period."""
    year, _, part = period.text.partition("-")
    if not part:
        return say("report-name-year", year=year)
    if part[0] in "HT":
        return say(f"report-name-{part[0]}", n=part[1:], year=year)
    return say("report-name-other", period=str(period))


def report_file(area: Area, period: When, source: str | None, say: Say) -> tuple[str, str]:
    """The path of the report of a period, and its text when nobody has written in it."""
    named = {"periode": flow(period.text), "navn": scalar(name_of(period, say), flow=False)}
    named |= {"kilde": flow(source)} if source else {}
    kind = next(kind for kind in KINDS if kind.model is StatusReport)
    values = prefilled(area, period, None, say) | named
    return path_of(kind, values, None), new_file(kind, values, say)


def prefilled(area: Area, period: When, programme: str | None, say: Say) -> dict[str, str]:
    """YAML by field: the frame of the report, and a row for each project that is to be told of."""
    found = programme_of(replace(area, as_of=period.last), programme)
    chosen = found if found and (programme is not None or found.model.lines) else None
    budget = budget_of(area, period.last.year)
    report = _draft(period, chosen, budget)
    shell = Record("report", str(period), "", report, {})
    frame = {
        "program": chosen.id if chosen else None,
        "avtale": report.agreement,
        "budsjett": int(budget.model.year) if budget else None,
        "status_per": period.last.isoformat(),
        "status": PlanState.DRAFT.value,
    }
    values = {key: flow(value) for key, value in frame.items() if value is not None}
    last = last_report(area, shell)
    also = [line.project for line in last.model.lines] if last else []
    projects = _projects(area, chosen, budget, also)
    lines = [line for project in projects for line in _row(area, shell, project, say)]
    if lines:
        comment = _comment(say("report-row-help"), "  ")
        values["prosjekter"] = "\n" + "\n".join([*comment, *lines])
    return values


def _draft(period: When, programme: Record[Programme] | None, budget: Record[Budget] | None) -> StatusReport:
    """The report as it will be before anybody has written in it."""
    owners = [owner.model.agreement for owner in (programme, budget) if owner is not None]
    return StatusReport.model_construct(
        period=period,
        agreement=next(filter(None, owners), None),
        budget=budget.model.year if budget else None,
        status_date=When.parse(period.last.isoformat()),
        lines=[],
    )


def _projects(
    area: Area, programme: Record[Programme] | None, budget: Record[Budget] | None, also: list[str]
) -> tuple[str, ...]:
    """Those of the programme, else of the year's budget, else those whose sheets say that they are in one.

    `also` are those of the report before; one that is over needs no row.
    """
    told = to_report(area, programme.model) if programme else ()
    posts = tuple(dict.fromkeys(post.project for post in budget.model.posts)) if budget else ()
    inside = tuple(record.id for record in area.of(Project) if _is_inside(record.model))
    found = {id.casefold(): id for id in (*(told or posts or inside), *also)}
    return tuple(id for id in found.values() if not is_over(area.one(Project, id)))


def _is_inside(project: Project) -> bool:
    return project.portfolio is not None and project.portfolio.state is PortfolioState.PROGRAMME


def _row(area: Area, report: Record[StatusReport], project: str, say: Say) -> Iterator[str]:
    """`endring: ingen` where nothing speaks against it; what is known stands behind `#`."""
    sheet, year = sheet_of(area, project), report.model.budget_year
    against = [word for word, _ in against_no_change(area, report, project)]
    yield ""
    yield from _comment(sheet.model.name if sheet else project, "  ")
    yield f"  - prosjekt: {flow(project)}"
    if not against:
        yield "    endring: ingen"
    if new := tuple(Term(word) for word in against if word != "open-deviation"):
        yield f"    # {say('report-look', what=new)}"
    told = [
        {"gjelder": each.concerns.value, "budsjett": year} for each, _ in open_deviations(area, year, project)
    ]
    if told:
        yield f"    {'' if 'open-deviation' in against else '# '}avvik: {flow(told)}"
    for key, value, remark in known(area, report, project, say):
        yield f"    # {key}: {flow(value)}  # {remark}"


def known(area: Area, report: Record[StatusReport], project: str, say: Say) -> Iterator[Known]:
    """What the sheet, the report before and the budget say of a project."""
    year = report.model.budget_year
    yield from _of_sheet(area, report, project, sheet_of(area, project), say)
    yield from _spent(_budgeted(area, year).get(project.casefold()), year, say)


@lru_cache(maxsize=1)
def _budgeted(area: Area, year: int) -> Mapping[str, Row]:
    budget = budget_of(area, year)
    return {row.name.casefold(): row for row in rows(budget.model)} if budget else {}


def _of_sheet(
    area: Area, report: Record[StatusReport], project: str, sheet: Record[Project] | None, say: Say
) -> Iterator[Known]:
    """Phase and milestones as the sheet has them, and the cost as it was told last."""
    earlier = before(area, report, project)
    project_sheet = sheet.model if sheet else None
    if project_sheet and project_sheet.phase:
        yield "fase", {"status": project_sheet.phase.phase}, say("report-estimate")
    told = {event.value: str(when) for event in Event if (when := last_forecast(earlier, event))}
    rows = sheet.data.get("milepæler", []) if sheet else []
    asked = [{key: row[key] for key in _ASKED if key in row} for row in rows if "faktisk" not in row]
    named = {row["hva"] for row in rows}
    asked += [{"hva": event, "prognose": when} for event, when in told.items() if event not in named]
    if asked:
        last = ", ".join(f"{event} {when}" for event, when in told.items())
        yield "milepæler", asked, f"{say('report-last')}: {last}" if last else say("report-estimate")
    estimate = last_estimate(project_sheet) if project_sheet else None
    if (cost := last_cost(earlier)) is not None:
        yield "sluttkostnad", _amount(cost), say("report-last")
    elif estimate is not None:
        yield "sluttkostnad", _amount(estimate.low), say("report-estimate")


def _spent(row: Row | None, year: int, say: Say) -> Iterator[Known]:
    """What the budget's posts say is spent, beside what there is to spend."""
    moneys = row.regulated.moneys if row else ()
    if row is None or len(moneys) != 1:
        return
    spent = row.spent.moneys[0].in_mnok if len(row.spent.moneys) == 1 else WORDS[0]
    remark = say("report-budget", year=str(year), amount=moneys[0].in_mnok)
    yield "forbruk", {"prisår": moneys[0].year.written, "hittil_i_år": spent}, remark


def _amount(money: Money) -> dict[str, Any]:
    return {"beløp": money.in_mnok, "prisår": money.year.written}


def _comment(text: str, indent: str) -> list[str]:
    lines = textwrap.wrap(" ".join(text.split()), _WIDTH - len(indent))
    return [f"{indent}# {line}" for line in lines]
