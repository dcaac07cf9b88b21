"""The picture of how money is shared between phases, municipalities or other groups."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from byvekst_cli.draw.bars import Part, Row, bars
from byvekst_cli.draw.names import name_of
from byvekst_cli.draw.paper import composed, heading, notes, paragraph
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.style import FILLS, TEXT, UNSAID
from byvekst_cli.draw.subject import Subject
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import column
from byvekst_cli.model.money import ORE_PER_MNOK
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.rounding import rounded_parts

Groups = Mapping[str | None, Pile]


def by_group(subject: Subject, groups: Groups, by: str, say: Say) -> Picture:
    """A bar a group, the longest first and last what the files do not say; never a pie."""
    title, everything = _title(by, say), together(groups.values())
    about = subject.about(everything, say)
    if not everything:
        blocks = [*heading(title, about), paragraph(say("no-money"), TEXT)]
        return Picture(composed(blocks), title, by_group_alt(subject, groups, by, say))
    rows = _rows(subject, groups, by, say)
    total = [say("chart-total", sum=column([everything], say)[0])]
    marks = [*total, *_remarks(groups, say), *subject.marks(everything, say)]
    blocks = [*heading(title, about), bars(rows, say), *notes(marks)]
    return Picture(composed(blocks), title, by_group_alt(subject, groups, by, say))


def by_group_alt(subject: Subject, groups: Groups, by: str, say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    everything = together(groups.values())
    begins = f"{_title(by, say)}. {subject.about(everything, say)}"
    if not everything:
        return f"{begins} {say('no-money')}"
    told = "; ".join(f"{row.label}: {row.end}" for row in _rows(subject, groups, by, say))
    marks = [*_remarks(groups, say), *subject.marks(everything, say)]
    return " ".join([f"{begins} {told}.", *marks])


def _title(by: str, say: Say) -> str:
    group = say(f"by-{by}")
    return say("chart-group-title", group=group[:1].lower() + group[1:])


def _rows(subject: Subject, groups: Groups, by: str, say: Say) -> list[Row]:
    """Amounts and per cents are each rounded so that they add up."""
    having = {name: pile for name, pile in groups.items() if pile}
    order = sorted(having, key=lambda name: (name is None, -having[name].ore, name or ""))
    piles = [having[name] for name in order]
    rows = []
    for name, pile, text, share in zip(order, piles, column(piles, say), _shares(piles, say), strict=False):
        fill = UNSAID if name is None else FILLS[0]
        parts = (Part(Decimal(pile.ore) / ORE_PER_MNOK, fill),) if pile.ore else ()
        end = text if pile.levels else say("unknown")
        end = f"{end} ({share})" if share and pile.levels else end
        rows.append(Row(name_of(subject.names, by, name, say), parts, end, pile.has_unknown))
    return rows


def _shares(piles: Sequence[Pile], say: Say) -> list[str]:
    """Of what is known; where an amount is below zero there is no whole to be a part of."""
    whole = sum(pile.ore for pile in piles)
    if whole <= 0 or any(pile.ore < 0 for pile in piles):
        return ["" for _ in piles]
    exact = [Decimal(pile.ore) * 100 / whole for pile in piles]
    return [say("unit-percent", n=share) for share in rounded_parts(exact, 1)]


def _remarks(groups: Groups, say: Say) -> list[str]:
    if any(pile.ore < 0 for pile in groups.values()):
        return [say("chart-below-zero")]
    return [say("chart-share-of-known")] if any(pile.has_unknown for pile in groups.values()) else []
