"""Why there is no programme, in plain facts: what is at odds, or the least that would have to change."""

from decimal import Decimal

from byvekst_cli.choice.conflict import Clash, Conflict, Relaxation
from byvekst_cli.choice.rows import Binding
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount
from byvekst_cli.language.bindings import source
from byvekst_cli.pack.planned import NoPlan
from byvekst_cli.report.grid import Grid


def reasons(plan: NoPlan, say: Say) -> list[str]:
    """A sentence each, the conflicts first."""
    if plan.conflicts:
        return [_conflict(each, say) for each in plan.conflicts]
    if not plan.relaxation:
        return [say("choice-no-relaxation")]
    ore = sum(each.amount for each in plan.relaxation if each.is_money)
    total = amount(Decimal(ore) / 100_000_000, say) if ore else None
    return [say("choice-relax-title", total=total), *(_relaxed(plan, each, say) for each in plan.relaxation)]


def refused(plan: NoPlan, say: Say) -> Grid:
    """The same as a table of a document."""
    return Grid(say("choice-refused"), [say("choice-refused")], [[line] for line in reasons(plan, say)])


def _conflict(each: Conflict, say: Say) -> str:
    if each.clash in (Clash.NEEDS_OUT, Clash.BOTH_EXCLUDE):
        one, other = each.about
        return say(f"choice-clash-{each.clash.value}", one=one, other=other)
    return say(f"choice-clash-{each.clash.value}", about=", ".join(each.about))


def _relaxed(plan: NoPlan, each: Relaxation, say: Say) -> str:
    first, *rest = each.about
    name, other = plan.basis.names.get(first) or source(plan.basis, first, say), rest[0] if rest else ""
    shown = amount(Decimal(each.amount) / 100_000_000, say) if each.is_money else str(each.amount)
    if each.binding is Binding.INCOME:
        return say("choice-relax-income", source=name, year=other, amount=shown)
    if each.binding is Binding.CAPACITY:
        return say("choice-relax-capacity", resource=name, year=other, amount=shown)
    if each.binding is Binding.SHARE:
        return say("choice-relax-share", what=name, group=other.partition(":")[2], amount=shown)
    return say(f"choice-relax-{each.binding.value}", what=name, project=other, amount=shown)
