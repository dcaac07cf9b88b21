"""The pictures of programme, portfolio and goal report, of what those documents hold."""

from byvekst_cli.draw.by_group import by_group
from byvekst_cli.draw.by_year import by_year
from byvekst_cli.draw.goal_overview import goal_overview
from byvekst_cli.draw.goal_series import goal_series
from byvekst_cli.draw.organisation import organisation
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.subject import Subject
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.pack.goal_report import GoalPart, GoalReport
from byvekst_cli.pack.money import Finances
from byvekst_cli.pack.roles_booklet import RolesBooklet


def years(money: Finances, say: Say) -> Picture:
    """What comes in and goes out each year."""
    return by_year(_subject(money), money.flows, say)


def measures(money: Finances, say: Say) -> Picture:
    """What kinds of measure the money goes to."""
    return by_group(_subject(money), money.groups["measure"], "measure", say)


def municipalities(money: Finances, say: Say) -> Picture:
    """Which municipalities the money goes to."""
    return by_group(_subject(money), money.groups["municipality"], "municipality", say)


def _subject(money: Finances) -> Subject:
    return Subject(money.names, money.subject, money.invented)


def overview(report: GoalReport, say: Say) -> Picture:
    """All goals, with the three answers beside each other."""
    marks = [say("chart-invented")] if report.invented else []
    return goal_overview(report.area, report.day, [each.standing for each in report.goals], marks, say)


def course(part: GoalPart, say: Say) -> Picture:
    """The course of one goal."""
    marks = [say("chart-invented")] if part.invented else []
    return goal_series(safe(part.area), part.standing, marks, say)


def chart(booklet: RolesBooklet, say: Say) -> Picture:
    """The organisation chart."""
    return organisation(booklet.organisation, say)
