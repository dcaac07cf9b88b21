"""Deadlines: holidays, counting, moving off closed days, and planning backwards."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byvekst_cli.area import Area
from byvekst_cli.deadlines.calendar import BACK, ON, Calendar, calendar_of
from byvekst_cli.deadlines.due import due as due_by
from byvekst_cli.deadlines.due import latest, rules_for
from byvekst_cli.deadlines.items import all_items
from byvekst_cli.deadlines.plan import plan
from byvekst_cli.model.closed_days import ClosedDay, ClosedDays
from byvekst_cli.model.mandate import ClosedDay as Moves
from byvekst_cli.model.mandate import DayCount, DeadlineKind
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import AREA, EXAMPLES, ROOT, TODAY, Answer, put

Command = Callable[..., Answer]
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
BODY = "styringsgruppa"


@cache
def bergen() -> Area:
    return load(Folder(EXAMPLES / "bergen"), date.fromisoformat(TODAY)).area


def calendar() -> Calendar:
    return calendar_of(bergen())


def with_rule(root: Path, rule: str, day: str = "2027-05-18") -> Area:
    """A small area with one rule and one planned meeting."""
    put(root, "byvekst.yaml", AREA)
    head = f"id: {BODY}\nnavn: Gruppa\nrolle: styringsgruppe\nillustrasjon: true\nformål: ukjent\n"
    put(root, f"mandat/{BODY}.yaml", f"{head}frister:\n  - {{{rule}}}\n")
    put(root, "moete/m/moete.yaml", f"id: m\norgan: {BODY}\ndato: {day}\ntilstand: planlagt\n")
    return load(Folder(root), date.fromisoformat(TODAY)).area


def only_day(area: Area) -> date:
    """The day of the one deadline that is not the meeting itself."""
    (item,) = [item for item in all_items(area) if item.kind != "meets"]
    return item.day


def open_days(one: date, other: date) -> list[date]:
    """Working days from one day up to another, whichever comes first; the other is not counted."""
    step = timedelta(days=1 if other > one else -1)
    days = [one + n * step for n in range(abs((other - one).days))]
    return [day for day in days if not calendar().is_closed(day)]


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def by_law(year: int) -> Counter[date]:
    """The days of helligdagsfredloven § 2 and the law on 1 and 17 May, each as often as it has a name."""
    fixed = [date(year, *each) for each in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))]
    moving = [easter(year) + timedelta(days=n) for n in (-3, -2, 0, 1, 39, 49, 50)]
    return Counter([*fixed, *moving])


def test_easter_is_where_the_almanac_has_it() -> None:
    """Published dates of Easter Sunday, so that the second method is itself right."""
    known = {2019: (4, 21), 2020: (4, 12), 2024: (3, 31), 2025: (4, 20), 2038: (4, 25)}

    assert {year: (easter(year).month, easter(year).day) for year in known} == known


def test_the_holidays_that_ship_are_those_of_the_law() -> None:
    """2015–2040, worked out a second way, without the library; 24 and 31 December are working days."""
    closed = calendar().closed

    for year in range(2015, 2041):
        ships = {day: len(names) for day, names in closed.items() if day.year == year}
        assert ships == by_law(year), year
        assert date(year, 12, 24) not in closed
        assert calendar().knows(date(year, 1, 1))
    assert not calendar().knows(date(2041, 1, 1))


def test_the_table_is_what_the_library_says() -> None:
    """The file in the catalogue is made by a tool, and is made again here."""
    import runpy

    tool = runpy.run_path(str(ROOT / "tools/closed_days.py"))

    assert tool["TABLE"].read_text(encoding="utf-8") == tool["table"]()
    assert sum(len(dates) for dates in tool["found"]().values()) == 26 * 12


def test_a_day_may_be_two_holidays() -> None:
    """17 May 2027 is Whit Monday too, and the two names are both told."""
    names = [each.names["nb"] for each in calendar().named(date(2027, 5, 17))]

    assert sorted(names) == ["17. mai", "andre pinsedag"]


@settings(deadline=None)
@given(DAYS, st.integers(0, 80), st.sampled_from([BACK, ON]))
def test_working_days_agree_with_counting_one_by_one(day: date, count: int, step: int) -> None:
    """By the law's holidays and the days of the week, without the room's calendar."""
    free = {each for year in range(day.year - 1, day.year + 2) for each in by_law(year)}
    there = day
    left = count
    while left:
        there += timedelta(days=step)
        left -= there.weekday() < 5 and there not in free

    if date(2015, 1, 1) <= there <= date(2040, 12, 31):
        assert calendar().working(day, count, step) == there


@settings(deadline=None)
@given(DAYS)
def test_every_deadline_obeys_its_rule(meeting: date) -> None:
    """So many days from the meeting, and moved only off closed days, to the nearest open one."""
    for rule in rules_for(bergen(), BODY, max(meeting, date(2026, 1, 1))):
        found = due_by(rule, meeting, calendar())
        assert found is not None
        assert found.counted is not None
        days = int(rule.rule.days)  # type: ignore[call-overload]
        if rule.rule.count is DayCount.WORKING:
            assert len(open_days(found.counted, meeting)) == days
        else:
            assert abs((meeting - found.counted).days) == days
        assert (found.counted > meeting) is rule.rule.is_after
        if found.was_moved:
            assert calendar().is_closed(found.counted)
        if rule.rule.closed_day in (Moves.EARLIER, Moves.LATER):
            assert not calendar().is_closed(found.day)
            assert open_days(found.counted, found.day) == []
        assert latest(found, calendar()) >= found.day


@settings(deadline=None)
@given(st.dates(date(2026, 3, 1), date(2040, 6, 30)))
def test_a_plan_has_no_closed_day_and_keeps_each_rule(meeting: date) -> None:
    """No mandate in Bergen lets a date stand on a closed day; no step is later than its rule allows."""
    made = plan(bergen(), BODY, meeting)

    for step in made.steps:
        if (step.kind, step.day) != ("meets", meeting):
            assert not calendar().is_closed(step.day) or step.due is None or step.due.is_after
        if step.due is not None and not step.due.is_after:
            assert step.day <= step.latest
    assert [step.day for step in made.steps] == sorted(step.day for step in made.steps)
    assert made.untold == (DeadlineKind.DRAFT,)


@settings(deadline=None)
@given(st.dates(date(2028, 1, 1), date(2039, 12, 1)), st.integers(1, 60))
def test_moving_a_meeting_moves_its_chain(meeting: date, days: int) -> None:
    """Every step comes as late or later, none is lost, and in whole weeks without holidays all move alike."""
    before = plan(bergen(), BODY, meeting).steps
    after = plan(bergen(), BODY, meeting + timedelta(days=days)).steps

    def ordered(steps: object) -> dict[tuple[str, str], date]:
        return {(step.kind, step.body): step.day for step in steps}  # type: ignore[attr-defined]

    assert ordered(before).keys() == ordered(after).keys()
    assert all(ordered(after)[key] >= day for key, day in ordered(before).items())


def test_a_whole_week_in_a_quiet_season_moves_all_alike() -> None:
    """September has no holidays, and neither has what comes two months before."""
    first, second = (plan(bergen(), BODY, date(2027, 9, day)).steps for day in (10, 17))

    assert [step.day + timedelta(days=7) for step in first] == [step.day for step in second]


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("hva: innkalling, dager: 8, regn: kalenderdager, fridag: tidligere", "2027-05-10"),
        ("hva: innkalling, dager: 1, regn: kalenderdager, fridag: tidligere", "2027-05-14"),
        ("hva: innkalling, dager: 1, regn: kalenderdager, fridag: senere", "2027-05-18"),
        ("hva: innkalling, dager: 1, regn: kalenderdager, fridag: står", "2027-05-17"),
        ("hva: innkalling, dager: 1, regn: kalenderdager, fridag: ukjent", "2027-05-17"),
        ("hva: innkalling, dager: 1, regn: virkedager", "2027-05-14"),
        ("hva: innkalling, dager: 7, regn: virkedager", "2027-05-05"),
        ("hva: innlevering, dager: 10, regn: ukjent", "2027-05-08"),
        ("hva: referat, dager: 5, regn: virkedager", "2027-05-25"),
        ("hva: referat, dager: 4, regn: kalenderdager, fridag: senere", "2027-05-24"),
        ("hva: innkalling, dager: 0", "2027-05-18"),
    ],
)
def test_days_around_17_may_2027(rule: str, day: str, tmp_path: Path) -> None:
    """Counted on a wall calendar: the meeting is on Tuesday 18 May, after a Monday that is two holidays."""
    assert only_day(with_rule(tmp_path, rule)) == date.fromisoformat(day)


def test_an_unknown_number_of_days_gives_no_deadline(tmp_path: Path) -> None:
    """Nothing is invented."""
    area = with_rule(tmp_path, "hva: innkalling, dager: ukjent")

    assert [item.kind for item in all_items(area)] == ["meets"]


def test_an_area_closes_on_days_of_its_own(tmp_path: Path) -> None:
    """A table of the same kind is enough."""
    own = "  julaften: {navn: {nb: julaften}, hvert_år: [12-24]}\n"
    own += "  stengt: {navn: {nb: stengt}, datoer: [2026-12-28]}\n"
    put(tmp_path, "fridager/egne.yaml", f"id: egne\nnavn: Egne\nfridager:\n{own}")

    area = with_rule(tmp_path, "hva: innkalling, dager: 1, regn: virkedager", "2026-12-29")

    assert only_day(area) == date(2026, 12, 23)
    assert calendar_of(area).is_closed(date(2030, 12, 24))


def test_closed_days_without_end_stop_nothing(tmp_path: Path) -> None:
    """An area that closes every day has no deadline, and no run that never ends."""
    year = "alt: {navn: {nb: alt}, hvert_år: [Q1, Q2, Q3, Q4]}"
    put(tmp_path, "fridager/egne.yaml", f"id: egne\nnavn: Egne\nfridager:\n  {year}\n")

    area = with_rule(tmp_path, "hva: innkalling, dager: 366, regn: virkedager", "2090-01-02")

    assert [item.kind for item in all_items(area)] == ["meets"]


def test_a_leap_day_closes_in_leap_years_only() -> None:
    """What comes back every year falls out where the year does not have the day."""
    day = ClosedDay.model_validate({"navn": {"nb": "skuddårsdagen"}, "hvert_år": ["02-29"]})

    assert {each.year % 4 for each in day.days()} == {0}


def test_years_beyond_the_table_are_said_to_be_unsure(tmp_path: Path) -> None:
    """17 May 2050 is a working day to a table that ends in 2040, so nothing is judged by it."""
    area = with_rule(tmp_path, "hva: innkalling, dager: 8, regn: virkedager", "2050-05-20")
    (item,) = [item for item in all_items(area) if item.kind == "call"]

    assert not item.due.is_sure


def test_a_table_says_which_years_it_covers() -> None:
    """The one that ships does."""
    (table,) = bergen().all_of(ClosedDays).values()

    assert table.covers is not None
    assert (str(table.covers.since), str(table.covers.until)) == ("2015", "2040")


def test_bodies_that_prepare_each_other_end_somewhere(area: Path, byvekst: Command) -> None:
    """Two mandates that each come before the other give a plan, not a program that hangs."""
    for one, other in (("a", "b"), ("b", "a")):
        rule = f"hva: møte, dager: 7, før: {other}"
        text = f"id: {one}\nnavn: {one}\nrolle: arbeidsutvalg\nillustrasjon: true\nformål: ukjent\n"
        put(area, f"mandat/{one}.yaml", f"{text}frister:\n  - {{{rule}}}\n")

    code, out, err = byvekst("deadlines", area, "--plan", "a:2027-06-18", "--as-of", TODAY)

    assert (code, err) == (0, "")
    assert "11.06.27" in out
