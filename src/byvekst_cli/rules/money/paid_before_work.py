"""MON023: more is paid out than is spent, of money that is paid as the work goes on."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.funding_plan import Payment, Scheme
from byvekst_cli.rules.rule import Problems, rule


@rule("MON023", about=Budget, severity=Severity.WARNING)
def paid_before_work(budget: Record[Budget], area: Area) -> Problems:
    """Only for a source whose every scheme is paid by progress; a note on the post explains an advance."""
    for index, post in enumerate(budget.model.posts):
        paid, spent = post.paid, post.spent
        if not isinstance(paid, Decimal) or not isinstance(spent, Decimal) or post.note is not None:
            continue
        if paid > spent and _by_progress(post.means, area):
            yield Problem(budget.at("posts", index, "paid"), {"paid": paid, "spent": spent})


def _by_progress(means: object, area: Area) -> bool:
    own = [scheme.model.payment for scheme in area.of(Scheme) if scheme.model.means == means]
    return bool(own) and all(payment is Payment.BY_PROGRESS for payment in own)
