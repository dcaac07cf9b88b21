"""`byvekst plan`: which projects fit together within the money, how firm that is, and what bindings cost."""

import sys
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.area import Area
from byvekst_cli.cli.charting import chart_file
from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.options import argument, maker
from byvekst_cli.cli.planning import Wish, adopted, asked_of, draw, reckoned
from byvekst_cli.cli.status import print_tables
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.pack.plan import why
from byvekst_cli.pack.planned import NoPlan, Plan
from byvekst_cli.report import programme_plan as told
from byvekst_cli.report.programme_plan_json import plan_json
from byvekst_cli.report.programme_plan_none import reasons
from byvekst_cli.report.programme_plan_notes import notes, opening
from byvekst_cli.report.programme_plan_why import why_grid

FORMATS: Final = ("text", "markdown", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("plan", cls=command, help=words("choose"), epilog=words("plan-examples"))
    def plan(
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        programme: Annotated[str | None, option("programme", "PROGRAMME", says="plan-programme")] = None,
        profile: Annotated[str | None, option("profile", "PROFILE", says="plan-profile")] = None,
        inside: Annotated[list[str] | None, option("with", "ID", says="plan-with")] = None,
        outside: Annotated[list[str] | None, option("without", "ID", says="plan-without")] = None,
        income: Annotated[str | None, option("income", "PERCENT", says="plan-income")] = None,
        horizon: Annotated[str | None, option("horizon", "YEARS", says="plan-horizon")] = None,
        gap: Annotated[str | None, option("gap", "PERCENT", says="plan-gap")] = None,
        seed: Annotated[str | None, option("seed", "NUMBER", says="plan-seed")] = None,
        project: Annotated[str | None, typer.Option("--why", help=words("plan-why"), metavar="ID")] = None,
        adopt: Annotated[str | None, option("adopt", "ID", says="plan-adopt")] = None,
        reason: Annotated[list[str] | None, option("reason", "ID=TEXT", says="plan-reason")] = None,
        chart: Annotated[str | None, option("chart", "FILE", says="plan-chart")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        picture = chart_file(chart, words) if chart is not None else None
        found = opened(area, format, FORMATS, as_of, language, words)
        wish = Wish(programme, profile, inside or [], outside or [], income, horizon, gap, seed)
        answer = reckoned(found.loaded.area, asked_of(wish, found.loaded.area, words), words)
        if isinstance(answer, NoPlan):
            return _print_none(answer, found, format)
        if picture is not None:
            draw(picture, answer, found, words)
        written = [found.say("chart-written", file=chart)] if chart and format == "text" else []
        if adopt is not None:
            written.append(adopted(answer, adopt, reason or [], found, words))
        elif reason:
            raise WrongUse(words("plan-reason-alone"))
        _print(answer, project, written, found, format, words)
        return CLEAN


def _print(
    answer: Plan, asked: str | None, written: list[str], found: Opened, format: str, words: Words
) -> None:
    say, area = found.say, found.loaded.area
    title, lead = _title(answer, area, say), opening(answer, say)
    if format == "json":
        sys.stdout.write(plan_json(area.id, area.as_of.isoformat(), answer))
    elif asked is not None:
        project = next((each for each in answer.projects if each.id.casefold() == asked.casefold()), None)
        if project is None:
            raise WrongUse(words("plan-not-in", id=asked, near=area.near(asked, ("project",))))
        turned = project.swap or why(answer, project.id)
        print_tables(title, [why_grid(answer, project, turned, say)], written, format, lead)
    else:
        print_tables(title, told.grids(answer, say), [*notes(answer, say), *written], format, lead)


def _title(answer: Plan, area: Area, say: Say) -> str:
    name = area.file.name if area.file else area.name
    return say("choice-title", area=name, first=str(answer.basis.first), last=str(answer.basis.last))


def _print_none(answer: NoPlan, found: Opened, format: str) -> int:
    say, area = found.say, found.loaded.area
    if format == "json":
        sys.stdout.write(plan_json(area.id, area.as_of.isoformat(), answer))
        return FOUND
    name = area.file.name if area.file else area.name
    years = {"first": str(answer.basis.first), "last": str(answer.basis.last)}
    print_tables(say("choice-none-title", area=name, **years), [], reasons(answer, say), format)
    return FOUND
