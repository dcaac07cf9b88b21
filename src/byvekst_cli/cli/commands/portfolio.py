"""`byvekst portfolio`: projects, years and money; each source against its frame; what gives way."""

import sys
from dataclasses import dataclass, replace
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.area import Area
from byvekst_cli.cli.charting import chart_file, save_chart
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import opened
from byvekst_cli.cli.options import argument, console, flags, maker, one_of
from byvekst_cli.cli.status import print_status, print_tables
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.funding_plan import FundingPlan
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.portfolio.balance import Year, at_year_level, carried_over, gathered
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.groups import GROUPS
from byvekst_cli.portfolio.lines import Line, at_price_level, lines
from byvekst_cli.portfolio.shocks import BadShock, Shock, broken, shocked_income, shocked_lines, touched
from byvekst_cli.report.budget import budget_grids, budget_json, budget_notes
from byvekst_cli.report.portfolio import View, title_of
from byvekst_cli.report.portfolio_json import portfolio_json

FORMATS: Final = ("text", "markdown", "json")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was written on the command line of `portfolio`."""

    programme: str | None
    by: str | None
    history: bool
    price_year: str | None
    index: str | None
    shocks: list[str]


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("portfolio", cls=command, help=words("portfolio"), epilog=words("portfolio-examples"))
    def portfolio(
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        programme: Annotated[str | None, option("programme", "PROGRAMME")] = None,
        by: Annotated[str | None, option("by", "GROUP", tuple(GROUPS))] = None,
        history: Annotated[bool, flag("history")] = False,
        budget: Annotated[str | None, option("budget", "YEAR")] = None,
        status: Annotated[bool, flag("status")] = False,
        period: Annotated[str | None, option("period", "PERIOD", says="status-period")] = None,
        price_year: Annotated[str | None, option("price-year", "YEAR")] = None,
        index: Annotated[str | None, option("index", "INDEX")] = None,
        shock: Annotated[list[str] | None, option("shock", "SHOCK")] = None,
        chart: Annotated[str | None, option("chart", "FILE")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--by", by or next(iter(GROUPS)), tuple(GROUPS), words)
        if chart is not None and (shock or budget):
            raise WrongUse(words("no-chart-of"))
        picture = chart_file(chart, words) if chart is not None else None
        found = opened(area, format, FORMATS, as_of, language, words)
        loaded, say = found.loaded.area, found.say
        is_status = status or period is not None
        views = [bool(given) for given in (by, history, shock, budget, is_status)]
        if sum(views) > 1:
            raise WrongUse(words("not-together"))
        if budget is not None:
            return _print_budget(loaded, _budget(budget, loaded, words), format, say)
        if is_status:
            return print_status(loaded, period, format, say, words)
        view = _view(loaded, Asked(programme, by, history, price_year, index, shock or []), words)
        if picture is not None:
            save_chart(picture, view, found, words)
        if format == "json":
            sys.stdout.write(portfolio_json(view))
        else:
            width = console().width if format == "text" else None
            written = [say("chart-written", file=chart)] if chart and format == "text" else []
            print_tables(title_of(view), view.grids(say, width), view.notes(say) + written, format)
        return CLEAN


def _budget(text: str, area: Area, words: Words) -> Budget:
    found = next((record.model for record in area.of(Budget) if str(record.model.year) == text), None)
    if found is None:
        known = tuple(str(record.model.year) for record in area.of(Budget))
        raise WrongUse(words("no-budget", year=text, known=known))
    return found


def _print_budget(area: Area, budget: Budget, format: str, say: Say) -> int:
    if format == "json":
        sys.stdout.write(budget_json(area, budget))
    else:
        name = area.file.name if area.file else area.name
        print_tables(
            f"{name}: {budget.name}", budget_grids(area, budget, say), budget_notes(budget, say), format
        )
    return CLEAN


def _view(area: Area, asked: Asked, words: Words) -> View:
    record = programme_of(area, asked.programme)
    if record is None and asked.programme is not None:
        raise WrongUse(
            words("no-programme", id=asked.programme, near=area.near(asked.programme, ("programme",)))
        )
    programme = record.model if record else None
    index, year = _index(area, asked.index, words), _year(asked.price_year, words)
    found = lines(area, programme)
    if year is not None:
        found = tuple(at_price_level(line, index, year) for line in found)
    rows = gathered(area, programme, found)
    if year is not None:
        rows = tuple(at_year_level(row, index, year) for row in rows)
    years = tuple(carried_over(rows, area))
    view = View(area, programme, found, years, index, year, asked.by, asked.history, None)
    return _shocked(view, rows, asked.shocks, words) if asked.shocks else view


def _shocked(view: View, rows: tuple[Year, ...], texts: list[str], words: Words) -> View:
    """The same with what no longer holds, and what cannot be told of all that the shocks change."""
    shocks = [_shock(text, view.lines, view.years, words) for text in texts]
    dearer = shocked_lines(view.lines, shocks)
    use = {(row.means, row.year): row.use for row in gathered(view.area, view.programme, dearer)}
    hit = shocked_income([replace(row, use=use[row.means, row.year]) for row in rows], shocks)
    changed = {(row.means, row.year) for row in touched(rows, hit)}
    if not changed:
        raise WrongUse(words("shock-hits-nothing"))
    after = tuple(carried_over(hit, view.area))
    untold = tuple(row for row in after if (row.means, row.year) in changed and row.left is None)
    return replace(view, lines=dearer, broken=broken(view.years, after, dearer), untold=untold)


def _shock(text: str, found: tuple[Line, ...], years: tuple[Year, ...], words: Words) -> Shock:
    try:
        shock = Shock.parse(text)
    except BadShock:
        raise WrongUse(words("bad-shock", value=text)) from None
    known = {line.id.casefold() for line in found} | {row.means.casefold() for row in years}
    if shock.target.casefold() not in known:
        raise WrongUse(words("no-shock-target", target=shock.target))
    return shock


def _index(area: Area, asked: str | None, words: Words) -> PriceIndex | None:
    """The index asked for, else the one that the area has chosen."""
    plan = next((record.model for record in area.of(FundingPlan)), None)
    name = asked or (plan.price_index if plan else None)
    found = area.one(PriceIndex, name)
    if asked is not None and found is None:
        raise WrongUse(words("no-index", id=asked, near=area.near(asked, ("price-index",))))
    return found


def _year(text: str | None, words: Words) -> int | None:
    if text is None:
        return None
    if not text.isdecimal() or not 1950 <= int(text) <= 2100:
        raise WrongUse(words("bad-year", value=text))
    return int(text)
