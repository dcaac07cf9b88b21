"""The pictures of programme, portfolio and goal report, and the same in words."""

from byvekst_cli.draw.by_group import by_group, by_group_alt
from byvekst_cli.draw.by_year import by_year, by_year_alt
from byvekst_cli.draw.goal_overview import goal_overview, goal_overview_alt
from byvekst_cli.draw.goal_series import goal_series, goal_series_alt
from byvekst_cli.draw.organisation import organisation, organisation_alt
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.subject import Subject
from byvekst_cli.goals.standing import Standing
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.pack.goal_report import GoalPart, GoalReport
from byvekst_cli.pack.money import Finances
from byvekst_cli.pack.roles_booklet import RolesBooklet


def years(money: Finances, say: Say) -> Picture:
    """What comes in and goes out each year."""
    return by_year(_subject(money), money.flows, say)


def years_alt(money: Finances, say: Say) -> str:
    return by_year_alt(_subject(money), money.flows, say)


def measures(money: Finances, say: Say) -> Picture:
    """What kinds of measure the money goes to."""
    return by_group(_subject(money), money.groups["measure"], "measure", say)


def measures_alt(money: Finances, say: Say) -> str:
    return by_group_alt(_subject(money), money.groups["measure"], "measure", say)


def municipalities(money: Finances, say: Say) -> Picture:
    """Which municipalities the money goes to."""
    return by_group(_subject(money), money.groups["municipality"], "municipality", say)


def municipalities_alt(money: Finances, say: Say) -> str:
    return by_group_alt(_subject(money), money.groups["municipality"], "municipality", say)


def _subject(money: Finances) -> Subject:
    return Subject(money.names, money.subject, money.invented)


def overview(report: GoalReport, say: Say) -> Picture:
    """All goals, with the three answers beside each other."""
    return goal_overview(report.area, report.day, _standings(report), _marks(report, say), say)


def overview_alt(report: GoalReport, say: Say) -> str:
    return goal_overview_alt(report.area, report.day, _standings(report), _marks(report, say), say)


def _standings(report: GoalReport) -> list[Standing]:
    return [each.standing for each in report.goals]


def course(part: GoalPart, say: Say) -> Picture:
    """The course of one goal."""
    return goal_series(safe(part.area), part.standing, _marks(part, say), say)


def course_alt(part: GoalPart, say: Say) -> str:
    return goal_series_alt(safe(part.area), part.standing, _marks(part, say), say)


def _marks(found: GoalReport | GoalPart, say: Say) -> list[str]:
    return [say("chart-invented")] if found.invented else []


def chart(booklet: RolesBooklet, say: Say) -> Picture:
    """The organisation chart."""
    return organisation(booklet.organisation, say)


def chart_alt(booklet: RolesBooklet, say: Say) -> str:
    return organisation_alt(booklet.organisation, say)
