"""What stands above and below the tables of a calculated programme."""

from decimal import Decimal

from byvekst_cli.choice.sampled import at_least
from byvekst_cli.language import Say
from byvekst_cli.language.bindings import source_within
from byvekst_cli.language.values import listed
from byvekst_cli.model.rounding import rounded_parts
from byvekst_cli.pack.plan_frame import OF_MEANS, Assumed, told_about
from byvekst_cli.pack.planned import Plan, equals, has_many_starts


def opening(plan: Plan, say: Say) -> list[str]:
    """What a reader must know first: that it is a working paper, and what was asked for."""
    asked = plan.asked
    told = [say("choice-working-paper")]
    if plan.basis.invented:
        told.append(say("choice-invented"))
    if asked.profile is not None:
        told.append(say("choice-with-profile", profile=plan.basis.names.get(asked.profile, asked.profile)))
    if asked.income:
        told.append(say("choice-with-income", percent=say.signed(asked.income)))
    for name, ids in (("inside", asked.inside), ("outside", asked.outside)):
        if ids:
            told.append(say(f"choice-with-{name}", ids=", ".join(sorted(ids))))
    return told


def notes(plan: Plan, say: Say) -> list[str]:
    """How the answer was found, how sure it is, and what it takes for given."""
    gap = _number(plan.best.gap)
    found = [say("choice-what"), say("choice-gap", gap=gap) if plan.best.gap else say("choice-proven")]
    found += [say(each, n=len(plan.near or ())) for each in equals(plan)]
    if plan.widest:
        found.append(say("choice-side-gap", gap=_number(plan.widest)))
    found.append(_robust_note(plan, say))
    if has_many_starts(plan.instance):
        found.append(say("choice-one-start"))
    if plan.unswapped:
        found.append(say("choice-unswapped", n=plan.unswapped))
    found += [
        say(f"choice-note-{each.note.value}", n=len(each.about), about=_about(each, plan, say))
        for each in plan.basis.notes
    ]
    return [*found, say("choice-method", method="Liesiö, Mild & Salo 2007")]


def _about(assumed: Assumed, plan: Plan, say: Say) -> str:
    if assumed.note not in OF_MEANS:
        return told_about(assumed, plan.basis)
    return listed([source_within(plan.basis, each, say) for each in assumed.about], say)


def _robust_note(plan: Plan, say: Say) -> str:
    robust = plan.weights
    if robust.is_exact:
        return say("choice-exact", n=robust.programmes)
    surely = at_least(robust.draws, robust.draws)
    return say(
        "choice-sampled",
        draws=str(robust.draws),
        seed=str(plan.asked.seed),
        least=_number(surely),
        gap=_number(robust.gap),
    )


def _number(part: float) -> Decimal:
    shown = rounded_parts([Decimal(repr(part)) * 100], 1)[0]
    return shown if shown % 1 else shown.quantize(Decimal(1))
