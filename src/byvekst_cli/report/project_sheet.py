"""The tables of a project sheet."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from byvekst_cli.area.facts import Span
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount, column
from byvekst_cli.language.values import value_words
from byvekst_cli.model.money import PriceBasis, PriceYear
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.pack.project_sheet import Effected, Funding, Growth, Guess, Reached, Sheet
from byvekst_cli.report.grid import Grid

_ACROSS = 5
"""Years that have room beside each other; more stand below each other."""


def funding(sheet: Sheet, say: Say) -> Grid:
    """Money by source and year (MNOK), with what came before and what is lacking."""
    found = sheet.funding
    if found is None:
        return Grid("", [], [])
    lines = list(_lines(found, say))
    across = len(found.years) <= _ACROSS
    head = [say.doc("sheet-source")]
    if across:
        head += [
            str(year) if year else say.doc("sheet-no-year")
            for year in found.years
            if len(found.years) > 1 or year
        ]
    width = len(head) - 1
    rows = [
        [name, *(_cell(pile, say) for pile in piles[:width]), _cell(whole, say)]
        for name, piles, whole in lines
    ]
    parts = together(whole for _, _, whole in lines)
    whole = "doc-sum" if set(parts.levels) == set(found.total.levels) else "sheet-total-stated"
    rows.append([say.doc(whole), *[""] * width, _cell(found.total, say)])
    every = parts + found.total
    caption = say.doc("sheet-funding-title", kroner=kroner(every, say))
    return Grid(caption, [*head, say.doc("doc-sum")], rows, has_sum=True)


def _lines(found: Funding, say: Say) -> Iterator[tuple[str, tuple[Pile, ...], Pile]]:
    """A name, the amounts by year, and all of it."""
    empty = tuple(Pile() for _ in found.years)
    if found.earlier:
        yield say.doc("sheet-earlier"), empty, found.earlier
    for source in found.sources:
        yield value_words(source.name, say) or say.doc("sheet-no-source"), source.years, source.sum
    if found.remaining:
        yield say.doc("sheet-remaining"), empty, found.remaining


def kroner(pile: Pile, say: Say) -> str:
    """`mill. 2022-kr`, or with a mark where the amounts are of several years."""
    if pile.is_mixed or not pile.levels:
        return say.doc("doc-kroner-mixed")
    return say.doc("doc-kroner", level=level(pile.levels[0][0], say))


def level(year: PriceYear, say: Say) -> str:
    """`2018-kroner`, `løpende kroner`, `prisår ukjent`."""
    if year.basis is PriceBasis.CURRENT:
        return say("chart-level-nominal")
    return say("chart-level-unknown") if year.is_unknown else say("chart-level-year", year=str(year))


def _cell(pile: Pile, say: Say) -> str:
    """An amount by itself, in words where it is not known."""
    if not pile.levels:
        return say("unknown") if pile.has_unknown else "–"
    return column([pile], say)[0].replace("?", say("unknown"))


def estimates(sheet: Sheet, say: Say) -> Grid:
    """The estimates by date, each in its own kroner, with the growth that can be told."""
    head = [say.doc(f"sheet-estimate-{name}") for name in ("date", "stage", "cost", "year", "growth")]
    rows = [_guess(each, say) for each in sheet.guesses]
    return Grid(say.doc("sheet-estimates-title"), head, rows, numbers=(2,)).without_empty()


def _guess(each: Guess, say: Say) -> list[str]:
    low, high = (each.cost.low, each.cost.high) if isinstance(each.cost, Span) else (each.cost, each.cost)
    ends = dict.fromkeys(amount(money.in_mnok, say) for money in (low, high))
    dated = value_words(each.dated, say) or say.doc("sheet-undated")
    growth = _growth(each.growth, say)
    return [dated, value_words(each.stage, say), "–".join(ends), level(low.year, say), growth]


def _growth(growth: Growth | None, say: Say) -> str:
    if growth is None:
        return ""
    if growth.real is None or growth.price is None:
        return say.doc("sheet-growth-nominal", nominal=value_words(growth.nominal, say))
    real, price = (value_words(each, say) for each in (growth.real, growth.price))
    return say.doc("sheet-growth", real=real, price=price, since=growth.since)


def effects(sheet: Sheet, say: Say) -> Grid:
    """The effect on each indicator, low, likely and high, and what was measured afterwards."""
    head = [
        say.doc(f"sheet-effect-{name}")
        for name in ("indicator", "low", "likely", "high", "evidence", "found")
    ]
    rows = [_effect(each, say) for each in sheet.effects]
    return Grid(say.doc("sheet-effects-title"), head, rows, numbers=(1, 2, 3, 5)).without_empty()


def _effect(each: Effected, say: Say) -> list[str]:
    def number(value: Decimal | Unknown | None) -> str:
        return say.signed(value) if isinstance(value, Decimal) else value_words(value, say)

    unit = f" ({value_words(each.unit, say)})" if each.unit else ""
    ends = (number(value) for value in (each.low, each.likely, each.high))
    return [f"{each.indicator}{unit}", *ends, value_words(each.evidence, say), number(each.found)]


def milestones(sheet: Sheet, say: Say) -> Grid:
    """What was planned, what is expected and what happened."""
    head = [say.doc(f"sheet-milestone-{name}") for name in ("event", "planned", "forecast", "actual")]
    rows = [_milestone(each, say) for each in sheet.milestones]
    grid = Grid(say.doc("sheet-milestones-title"), head, rows, numbers=()).without_empty()
    return replace(grid, rows=[[cell or "–" for cell in row] for row in grid.rows])


def _milestone(each: Reached, say: Say) -> list[str]:
    values = (each.event, each.planned, each.forecast, each.actual)
    first, *others = (value_words(value, say) for value in values)
    return [first[:1].upper() + first[1:], *others]
