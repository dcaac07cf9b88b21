"""MON031: money is left of a project when the year is over, and the round does not have it."""

from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.money import ORE_PER_MNOK
from byvekst_cli.portfolio.remainders import in_round, is_over, left
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """The least that is told of, in thousand kroner."""

    tusen: int = 50


@rule("MON031", about=Budget, severity=Severity.WARNING, options=Options)
def remainder_not_treated(budget: Record[Budget], area: Area, options: Options) -> Problems:
    """Only when the accounts are ready or the round has begun; before that the year is still running."""
    if not is_over(budget.model):
        return
    first = {post.project.casefold(): at for at, post in reversed([*enumerate(budget.model.posts)])}
    for project, money in left(budget.model):
        at = first.get(project.casefold())
        is_much = money.ore >= options.tusen * ORE_PER_MNOK // 1000 and money.ore > 0
        if is_much and not in_round(budget.model, project):
            place = budget.at("posts", at, "spent") if at is not None else budget.at("remainders", on=On.KEY)
            yield Problem(place, {"project": project, "left": money.in_mnok})
