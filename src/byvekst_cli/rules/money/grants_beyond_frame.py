"""MON011: a project has been granted more than its cost frame."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.funding import Funding
from byvekst_cli.model.money import Money
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.posts import PostAt, posts_of
from byvekst_cli.rules.rule import Problems, rule


@rule("MON011", about=Project, severity=Severity.WARNING)
def grants_beyond_frame(project: Record[Project], area: Area) -> Problems:
    """Only what stands at the frame's own price level is counted; that alone may be too much."""
    funding = project.model.funding
    frame = funding.frame.money if funding and funding.frame else None
    if funding is None or frame is None or frame.year.is_unknown:
        return
    posts = posts_of(project, current(area).posts)
    granted = [money for money in _granted(funding, posts) if money.year == frame.year]
    total = sum((money.ore for money in granted), 0)
    if total > frame.ore:
        facts = {"granted": Money(total, frame.year).in_mnok, "frame": frame.in_mnok, "year": str(frame.year)}
        clue = Clue(project.at("funding", "frame"), "the-frame-here")
        place = posts[0].at() if posts else project.at("funding", "granted_before")
        yield Problem(place, facts, (clue,))


def _granted(funding: Funding, posts: tuple[PostAt, ...]) -> list[Money]:
    """Earlier grants, and the posts or the programme's sum; not what remains to be granted."""
    sums = (funding.granted_before, None if posts else funding.in_programme)
    known = [part.money for part in sums if part is not None]
    return [money for money in known if money] + [money for each in posts for money in each.post.amounts]
