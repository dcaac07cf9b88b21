"""The picture of money by year and source, with what has no year shown apart."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from byvekst_cli.draw.bars import Part, Row, bars
from byvekst_cli.draw.names import name_of
from byvekst_cli.draw.paper import Block, composed, heading, key, notes, paragraph
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.style import FILLS, INK, OTHERS, TEXT, UNSAID, Fill
from byvekst_cli.draw.subject import Subject
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import column, single
from byvekst_cli.model.money import ORE_PER_MNOK
from byvekst_cli.model.pile import NOTHING, Pile, together
from byvekst_cli.portfolio.flows import BySource, Flows

_FARTHEST: Final = 4
"""What has no year stands on the years' scale until it is so many times longer."""
_OTHERS: Final = ""
"""Stands for the sources that are too many to be told apart."""


def by_year(subject: Subject, flows: Flows, say: Say) -> Picture:
    """A bar for what comes in and one for what goes out where both are known, else one a year."""
    title, everything = say("chart-year-title"), flows.everything
    about = subject.about(everything, say)
    if not everything:
        blocks = [*heading(title, about), paragraph(say("no-money"), TEXT)]
        return Picture(composed(blocks), title, by_year_alt(subject, flows, say))
    fills = _fills(flows.sources)
    dated, apart = _dated(flows, fills, say), _apart(flows, fills, say)
    blocks = [*heading(title, about), *_key(subject, flows, fills, say), *_panels(dated, apart, say)]
    blocks += notes([*_remarks(subject, flows, say), *subject.marks(everything, say)])
    return Picture(composed(blocks), title, by_year_alt(subject, flows, say))


def by_year_alt(subject: Subject, flows: Flows, say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    begins = f"{say('chart-year-title')}. {subject.about(flows.everything, say)}"
    if not flows.everything:
        return f"{begins} {say('no-money')}"
    told = []
    for year in flows.years:
        ways = {"out": flows.use.get(year), "in": flows.income.get(year)}
        sums = {way: single(together(found.values()), say) for way, found in ways.items() if found}
        told.append(say("chart-year-alt", year=str(year), into=sums.get("in"), out=sums.get("out")))
    told += [f"{row.label}: {row.end}" for row in _apart(flows, _fills(flows.sources), say)]
    return " ".join([begins, f"{'; '.join(told)}.", *subject.marks(flows.everything, say)])


def _fills(sources: tuple[str | None, ...]) -> Mapping[str | None, Fill]:
    """A surface for each source; the smallest share one where there are more than can be told apart."""
    named = [means for means in sources if means is not None]
    shown = named if len(named) <= len(FILLS) else named[: len(FILLS) - 1]
    fills: dict[str | None, Fill] = dict(zip(shown, FILLS, strict=False))
    fills |= {_OTHERS: OTHERS} if len(shown) < len(named) else {}
    return fills | ({None: UNSAID} if None in sources else {})


def _key(subject: Subject, flows: Flows, fills: Mapping[str | None, Fill], say: Say) -> list[Block]:
    entries = []
    for means, fill in fills.items():
        count = sum(1 for source in flows.sources if source is not None and source not in fills)
        others = say("chart-others", n=count) if means == _OTHERS else None
        entries.append((fill, others or name_of(subject.names, "means", means, say)))
    return [key(entries)] if entries else []


def _panels(dated: list[Row], apart: list[Row], say: Say) -> Iterable[Block]:
    """The years, and below them what has none: on the same scale as long as the years can be seen."""
    longest = [max((max(map(abs, row.reach)) for row in rows), default=Decimal(0)) for rows in (dated, apart)]
    same = bool(dated) and longest[1] <= _FARTHEST * longest[0]
    if dated:
        yield bars(dated, say, apart if same else ())
    if apart:
        name = "chart-apart" if same or not dated else "chart-apart-scale"
        yield paragraph(say(name), TEXT, colour=INK, bold=True)
        yield bars(apart, say, dated if same else ())


def _dated(flows: Flows, fills: Mapping[str | None, Fill], say: Say) -> list[Row]:
    rows = []
    for year in flows.years:
        head = str(year)
        for way, found in (("in", flows.income.get(year)), ("out", flows.use.get(year))):
            if found:
                rows.append(_row(say(f"chart-{way}"), found, fills, say, head))
                head = ""
    return rows


def _apart(flows: Flows, fills: Mapping[str | None, Fill], say: Say) -> list[Row]:
    parts: tuple[tuple[str, BySource], ...] = (
        ("earlier", {None: flows.earlier}),
        ("undated", flows.undated),
        ("remaining", {None: flows.remaining}),
        ("undivided", {None: flows.undivided}),
    )
    return [
        _row(say(f"chart-{name}"), found, {**fills, None: UNSAID}, say)
        for name, found in parts
        if any(found.values())
    ]


def _row(label: str, found: BySource, fills: Mapping[str | None, Fill], say: Say, head: str = "") -> Row:
    """The parts in the order of the key, rounded so that they add up to what stands at the end."""
    piles = {means: found.get(means, NOTHING) for means in fills}
    if _OTHERS in fills:
        piles[_OTHERS] = together(pile for means, pile in found.items() if means not in fills)
    cells = column(list(piles.values()), say)
    several = sum(1 for pile in piles.values() if pile.ore) > 1
    parts = tuple(
        Part(Decimal(pile.ore) / ORE_PER_MNOK, fills[means], text if several else "")
        for (means, pile), text in zip(piles.items(), cells, strict=False)
        if pile.ore
    )
    whole: Pile = together(piles.values())
    end = cells[-1] if whole.levels else say("unknown")
    return Row(label, parts, end, whole.has_unknown, head)


def _remarks(subject: Subject, flows: Flows, say: Say) -> list[str]:
    remarks = [say("chart-loans")] if flows.has_loans else []
    if flows.has_negative:
        remarks.append(say("chart-left-of-zero"))
    if flows.without_income:
        names = tuple(name_of(subject.names, "means", means, say) for means in flows.without_income)
        remarks.append(say("chart-without-income", names=names))
    remarks += [say("chart-untold", n=flows.untold)] if flows.untold else []
    return remarks + ([say("chart-unknown-total", n=flows.unknown_totals)] if flows.unknown_totals else [])
