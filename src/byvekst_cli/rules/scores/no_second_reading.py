"""SCO002: nobody else has read an assessment again."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity, Term
from byvekst_cli.model.assessment import Assessment, Reading
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("SCO002", about=Assessment, severity=Severity.WARNING)
def no_second_reading(assessment: Record[Assessment], area: Area) -> Problems:
    """Owners may judge their own projects, but others should read it; one body may have two roles.

    Where no effect is told yet there is nothing to read again.
    """
    if not any(score.stated is not None for score in assessment.model.scores.values()):
        return
    first, second = assessment.model.assessed, assessment.model.read_again
    if second is None:
        yield Problem(assessment.at("assessed", on=On.KEY), {"what": Term("reading-none")})
    elif _id(second.by) is None and second.role is None:
        yield Problem(assessment.at("read_again", on=On.KEY), {"what": Term("reading-unsaid")})
    elif _is_same(first, second):
        yield Problem(assessment.at("read_again", "by"), {"what": Term("reading-same")})
    elif (owner := _owner(assessment.model, area)) and _id(second.by) == owner:
        yield Problem(assessment.at("read_again", "by"), {"what": Term("reading-owner")})


def _is_same(one: Reading, other: Reading) -> bool:
    same_role = one.role is None or other.role is None or one.role.casefold() == other.role.casefold()
    return _id(one.by) is not None and _id(one.by) == _id(other.by) and same_role


def _owner(assessment: Assessment, area: Area) -> str | None:
    project = area.one(Project, assessment.project)
    return _id(project.responsibility.owner) if project and project.responsibility else None


def _id(by: object) -> str | None:
    return by.casefold() if isinstance(by, str) else None
