"""MON026: the latest estimate is above the project's cost frame."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.history import points
from byvekst_cli.rules.rule import Problems, rule


@rule("MON026", about=Project, severity=Severity.WARNING)
def estimate_beyond_frame(project: Record[Project], area: Area) -> Problems:
    """Of the estimates at the frame's own price level, the latest; a span is above when its low end is."""
    funding = project.model.funding
    frame = funding.frame.money if funding and funding.frame else None
    if frame is None or frame.year.is_unknown:
        return
    same = [point for point in points(project.model, None, None) if point.low.year == frame.year]
    if same and same[-1].low.ore > frame.ore:
        low, limit = same[-1].low.in_mnok, frame.in_mnok
        facts = {"estimate": low, "frame": limit, "over": low - limit, "year": str(frame.year)}
        clue = Clue(project.at("funding", "frame"), "the-frame-here")
        yield Problem(project.at("estimates", same[-1].position, "dated"), facts, (clue,))
