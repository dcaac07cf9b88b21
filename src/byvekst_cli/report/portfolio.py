"""The money of an area: lines by year, each source against its frame, groups, history and shocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.language import Say
from byvekst_cli.language.amounts import amount, column, single
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import NOTHING, Pile, together
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.rounding import rounded_parts
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.balance import Year
from byvekst_cli.portfolio.groups import grouped
from byvekst_cli.portfolio.history import Point, Step, points, steps
from byvekst_cli.portfolio.lines import Line, reserve
from byvekst_cli.portfolio.prices import years_covered
from byvekst_cli.portfolio.shocks import Broken
from byvekst_cli.report.grid import Grid

_NARROW: Final = 9
"""Columns that a year takes on the screen."""


@dataclass(frozen=True, slots=True)
class View:
    """What is to be shown of an area's money."""

    area: Area
    programme: Programme | None
    lines: tuple[Line, ...]
    years: tuple[Year, ...]
    index: PriceIndex | None
    price_year: int | None
    by: str | None
    with_history: bool
    broken: tuple[Broken, ...] | None
    untold: tuple[Year, ...] = ()

    @property
    def has_money(self) -> bool:
        return bool(self.years) or any(line.total for line in self.lines)

    def grids(self, say: Say, width: int | None) -> list[Grid]:
        """The tables to print; `width` is how wide the screen is, None where nothing has to fold."""
        if self.broken is not None:
            return [_broken_grid(self, say)]
        if self.with_history:
            return [grid for line in self.lines if (grid := _history_grid(line, self, say))]
        if self.by is not None:
            return [_group_grid(self, self.by, say)]
        if not self.has_money:
            return []
        return [_line_grid(self, say, width), *([_balance_grid(self, say)] if self.years else [])]

    def notes(self, say: Say) -> list[str]:
        """What the marks in the tables mean, and at which price level they stand."""
        if self.broken is not None:
            return []
        if self.with_history:
            return _history_notes(self, say)
        if not self.has_money:
            return [say("no-money"), *_stated_note(self, say)]
        everything = together(line.total for line in self.lines)
        notes = _stated_note(self, say) if self.programme else [say("every-project-note")]
        notes += [say("mixed-note")] if everything.is_mixed else []
        notes += [say("unknown-note")] if everything.has_unknown else []
        count, pile = reserve(self.lines)
        if count:
            notes.append(say("reserve-note", n=count, amount=single(pile, say)))
        return notes + self.level_notes(say)

    def level_notes(self, say: Say) -> list[str]:
        """Which kroner were asked for, and that some amounts could not be put in them."""
        if self.price_year is None:
            return []
        year, notes = str(self.price_year), []
        if self.index is not None:
            notes.append(say("level-note", year=year, index=self.index.name))
        everything = together(line.total for line in self.lines)
        if any(money.year.basis != self.price_year for money in everything.moneys):
            notes.append(say("not-converted-note", year=year))
        return notes


def title_of(view: View) -> str:
    name = view.area.file.name if view.area.file else view.area.name
    return f"{name}: {view.programme.name}" if view.programme else name


def _stated_note(view: View, say: Say) -> list[str]:
    """The programme's own total, which need not be the sum of the lines that are listed."""
    total = view.programme.total.money if view.programme and view.programme.total else None
    if total is None:
        return []
    level = _level(total, say)
    return [say("stated-note", amount=amount(total.in_mnok, say), level=level)]


def _line_grid(view: View, say: Say, width: int | None) -> Grid:
    """A row a line, its money before, in each year and after, and the sum of each column."""
    shown = [line for line in view.lines if line.total or view.programme]
    years = sorted({year for line in shown for _, year in line.cells if year is not None})
    names = max((len(line.id) for line in shown), default=0)
    fits = width is None or width >= names + _NARROW * (len(years) + 3)
    undated = any(line.in_year(None) for line in shown)
    if fits:
        columns = [("before", [line.earlier for line in shown])]
        columns += [(str(year), [line.in_year(year) for line in shown]) for year in years]
        columns += [("no-year", [line.in_year(None) for line in shown])] if undated else []
        columns += [("later", [line.remaining for line in shown])]
    else:
        folded = [_folded(line, view.programme) for line in shown]
        columns = [(name, [each[name] for each in folded]) for name in ("before", "programme", "later")]
    columns += [("sum", [line.total for line in shown])]
    kept = [column for column in columns if any(column[1]) or column[0] == "sum"]
    cells = [column(piles, say) for _, piles in kept]
    rows = [[line.id, *(column[at] for column in cells)] for at, line in enumerate(shown)]
    rows.append([say("in-all"), *(column[-1] for column in cells)])
    head = [say("project"), *(name if name.isdigit() else say(f"money-{name}") for name, _ in kept)]
    return Grid(say("lines-title"), head, rows, has_sum=True)


def _folded(line: Line, programme: Programme | None) -> dict[str, Pile]:
    """A line in three columns: years outside the programme's own are before it or after it."""
    piles = {"before": line.earlier, "programme": NOTHING, "later": line.remaining}
    period = programme.period if programme else None
    for (_, year), pile in line.cells.items():
        inside = period is None or year is None or period.has_year(year)
        since = period.since if period else None
        early = isinstance(since, When) and year is not None and year < since.first.year
        piles["programme" if inside else "before" if early else "later"] += pile
    return piles


def _balance_grid(view: View, say: Say) -> Grid:
    """Each source and year: what comes in, is borrowed, was carried, is used, and is left."""
    rows = []
    for row in view.years:
        left = row.left
        shown = say("cannot-tell") if left is None else amount(left.in_mnok, say)
        piles = (row.income, row.loans, row.carried, row.use)
        rows.append([row.means, str(row.year), *(single(pile, say) for pile in piles), shown])
    names = ("means", "year", "income", "loans", "carried", "use", "left")
    return Grid(say("balance-title"), [say(f"money-{name}") for name in names], rows)


def _group_grid(view: View, by: str, say: Say) -> Grid:
    found = grouped(view.lines, by)
    cells = column(list(found.values()), say)
    names = [view.area.name_of(name) if name else say("not-known") for name in found]
    rows = [[name, cells[at]] for at, name in enumerate(names)]
    rows.append([say("in-all"), cells[-1]])
    return Grid(say(f"by-{by}"), [say(f"by-{by}"), say("money-sum")], rows, has_sum=True)


def _history_grid(line: Line, view: View, say: Say) -> Grid | None:
    """The estimates of a project, and what prices and the project itself did between them."""
    found = points(line.project, view.index, view.price_year) if line.project else ()
    if len(found) < 2:
        return None
    growth = {step.after.position: step for step in steps(found, view.index)}
    rows = [
        [_dated(point), _span(point, say), _level(point.low, say), *_growth(growth, point, say)]
        for point in found
    ]
    names = ("dated", "amount", "level", "nominal", "real", "price", "since")
    head = [say(f"history-{name}") for name in names]
    return Grid(f"{line.id} {line.project.name if line.project else ''}", head, rows)


def _history_notes(view: View, say: Say) -> list[str]:
    """What a change is counted from, and how far prices are known."""
    found = [points(line.project, view.index, None) for line in view.lines if line.project]
    if not any(len(each) > 1 for each in found):
        return [say("no-history")]
    untold = any(step.real is None for each in found for step in steps(each, view.index))
    notes = [say("history-note"), *([say("untold-note")] if untold else [])]
    covered = years_covered(view.index) if view.index else ()
    if view.index is None or not covered:
        return [*notes, say("no-index-note")]
    first, last = str(covered[0]), str(covered[-1])
    return [*notes, say("index-note", index=view.index.name, first=first, last=last)]


def _growth(growth: dict[int, Step], point: Point, say: Say) -> list[str]:
    step = growth.get(point.position)
    if step is None:
        return ["", "", "", ""]
    since = _dated(step.since) if step.since else ""
    return [*(_percent(share, say) for share in (step.nominal, step.real, step.price)), since]


def _broken_grid(view: View, say: Say) -> Grid:
    """What no longer holds, and the lines that have money there, the last in the programme first."""
    rows = []
    for each in view.broken or ():
        lines = ", ".join(f"{line.id} ({single(pile, say)})" for line, pile in each.lines)
        lacks = [amount(money.in_mnok, say) if money else "" for money in (each.lacks, each.lacked)]
        rows.append([each.year.means, str(each.year.year), *lacks, lines or say("only-bound")])
    rows += [[row.means, str(row.year), say("cannot-tell"), "", ""] for row in view.untold]
    if not rows:
        rows = [[say("nothing-breaks"), "", "", "", ""]]
    head = [say(f"money-{name}") for name in ("means", "year", "lacks", "lacked", "between")]
    return Grid(say("shock-title"), head, rows)


def _percent(share: Decimal | None, say: Say) -> str:
    if share is None:
        return "?"
    percent = rounded_parts([share * 100], 1)[0]
    return say("unit-percent", n=f"{'+' if percent > 0 else ''}{say.number(percent)}")


def _dated(point: Point) -> str:
    return str(point.dated or "")


def _span(point: Point, say: Say) -> str:
    ends: Iterable[Decimal] = dict.fromkeys((point.low.in_mnok, point.high.in_mnok))
    return "–".join(amount(end, say) for end in ends)


def _level(money: Money, say: Say) -> str:
    return say("unknown") if money.year.is_unknown else str(money.year)
