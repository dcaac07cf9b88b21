"""`byvekst goals`: where each goal stands, with its uncertainty; areas side by side where that is fair."""

import sys
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.area import Area
from byvekst_cli.cli.charting import chart_file, save_goal_chart
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.options import argument, console, maker
from byvekst_cli.cli.status import print_tables
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.goals.ahead import ahead
from byvekst_cli.goals.compare import main_figure
from byvekst_cli.goals.effects import Expected, expected
from byvekst_cli.goals.joint import together
from byvekst_cli.goals.standing import Standing, standings
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.lines import lines
from byvekst_cli.report.goals import Part, goal_markdown, parts_of, print_goal
from byvekst_cli.report.goals_compared import comparison
from byvekst_cli.report.goals_json import goals_json

FORMATS: Final = ("text", "markdown", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("goals", cls=command, help=words("goals"), epilog=words("goals-examples"))
    def goals(
        areas: Annotated[list[str] | None, argument(words, "areas", "AREA …")] = None,
        goal: Annotated[str | None, option("goal", "GOAL")] = None,
        chart: Annotated[str | None, option("chart", "FILE", says="goal-chart")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        picture = chart_file(chart, words) if chart is not None else None
        found = [opened(each, format, FORMATS, as_of, language, words) for each in areas or (None,)]
        chosen = [(each, _standings(each.loaded.area, goal, words)) for each in found]
        say = found[0].say if len(found) == 1 else Say(language or words.say.language)
        if picture is not None:
            save_goal_chart(picture, chosen, goal is not None, say, words)
        if format == "json":
            told = [(each.loaded.area, own, _effects(each.loaded.area)) for each, own in chosen]
            sys.stdout.write(goals_json(told))
            return CLEAN
        written = [say("chart-written", file=chart)] if chart and format == "text" else []
        if len(found) > 1:
            _compare([(each.loaded.area, own) for each, own in chosen], written, format, say)
        else:
            _tell(*chosen[0], written, format)
        return CLEAN


def _standings(area: Area, goal: str | None, words: Words) -> list[Standing]:
    found = standings(area)
    own = [each for each in found if goal is None or each.id.casefold() == goal.casefold()]
    if goal is not None and not own:
        raise WrongUse(words("no-goal", id=goal, near=area.near(goal, ("goal",))))
    return own


def _effects(area: Area) -> tuple[Expected, ...]:
    """Of the projects in the programme, or of all where there is none."""
    record = programme_of(area, None)
    own = lines(area, record.model if record else None)
    return expected(line.project for line in own if line.project is not None)


def _tell(found: Opened, chosen: list[Standing], written: list[str], format: str) -> None:
    area, say = found.loaded.area, found.say
    effects = _effects(area)
    title = say("goals-title", area=area.file.name if area.file else area.name, day=area.as_of)
    told = [(each, _parts(each, area, effects, say, format)) for each in chosen]
    if format == "markdown":
        sections = [goal_markdown(standing, parts, say) for standing, parts in told]
        sys.stdout.write("\n".join([f"# {title}\n", *(sections or [f"{say('no-goals')}\n"])]))
        return
    screen = console()
    screen.print(title, style="bold")
    screen.print()
    for standing, parts in told:
        print_goal(standing, parts, say, screen)
    for line in written if told else [say("no-goals"), *written]:
        screen.print(line, style="dim", markup=False)


def _parts(
    standing: Standing, area: Area, effects: tuple[Expected, ...], say: Say, format: str
) -> list[Part]:
    """Chances are for those who work with the figures, and stand on the screen and in JSON alone."""
    joint = together(standing, area)
    return list(parts_of(standing, joint, ahead(standing), effects, say, odds=format == "text"))


def _compare(areas: list[tuple[Area, list[Standing]]], written: list[str], format: str, say: Say) -> None:
    grids, notes = comparison([(area, main_figure(area, own)) for area, own in areas], say)
    print_tables(say("compared-title"), grids, notes + written, format)
