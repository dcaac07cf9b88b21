"""The picture of what each binding costs, and of what more or less money would give."""

from decimal import Decimal

from byvekst_cli.draw.bars import Part, Row, bars
from byvekst_cli.draw.paper import composed, heading, notes, paragraph
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.style import FILLS, TEXT
from byvekst_cli.language import Say
from byvekst_cli.language.bindings import difference, named, ordered, percent
from byvekst_cli.pack.planned import MIDDLE, Plan


def programme_plan(name: str, plan: Plan, say: Say) -> Picture:
    """Bars of per cent of modelled goal attainment, without each binding and along the frontier."""
    title, about = _words(name, plan, say)
    blocks = [*heading(title, about)]
    if plan.prices:
        blocks += [paragraph(say("choice-prices"), TEXT), bars(_prices(plan, say), say)]
    blocks += [
        paragraph(say("choice-frontier"), TEXT),
        bars(_frontier(plan, say), say),
        *notes(_marks(plan, say)),
    ]
    return Picture(composed(blocks), title, programme_plan_alt(name, plan, say))


def bindings(plan: Plan, say: Say) -> Picture:
    """The same in a document, whose title says which area it is."""
    return programme_plan("", plan, say)


def bindings_alt(plan: Plan, say: Say) -> str:
    """The same in words."""
    return programme_plan_alt("", plan, say)


def programme_plan_alt(name: str, plan: Plan, say: Say) -> str:
    """The same in words."""
    title, about = _words(name, plan, say)
    told = [f"{title}. {about}"]
    for heads, rows in (
        (say("choice-prices"), _prices(plan, say)),
        (say("choice-frontier"), _frontier(plan, say)),
    ):
        told.append(f"{heads}: {'; '.join(f'{row.label}: {row.end}' for row in rows)}." if rows else "")
    return " ".join([*filter(None, told), *_marks(plan, say)])


def _words(name: str, plan: Plan, say: Say) -> tuple[str, str]:
    years = {"first": str(plan.basis.first), "last": str(plan.basis.last)}
    return say("choice-picture"), say("choice-title", area=name, **years) if name else ""


def _prices(plan: Plan, say: Say) -> list[Row]:
    return [
        Row(named(plan, each, say), _bar(each.part(MIDDLE), 0), difference(each, say))
        for each in ordered(plan)
    ]


def _frontier(plan: Plan, say: Say) -> list[Row]:
    rows, now = [], plan.best.value
    for point in plan.frontier:
        label = say("unit-percent", n=say.signed(point.percent))
        if point.value is None or now <= 0:
            rows.append(Row(label, (), say("choice-not-possible")))
        else:
            part = point.value / now - 1
            rows.append(Row(label, _bar(part, 1), percent(part, say, signed=True)))
    return rows


def _bar(part: float, fill: int) -> tuple[Part, ...]:
    share = Decimal(repr(part)) * 100
    return (Part(share, FILLS[fill]),) if share else ()


def _marks(plan: Plan, say: Say) -> list[str]:
    invented = [say("choice-invented")] if plan.basis.invented else []
    return [say("choice-working-paper"), say("choice-bars"), *invented]
