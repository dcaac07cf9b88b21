"""The annual wheel: its days, its order, and the table and the picture of it."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.deadlines.wheel_breaks import Break, broken
from byvekst_cli.deadlines.wheel_links import Order, ties
from byvekst_cli.deadlines.wheel_year import step, steps
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.language.yearly import time_of
from byvekst_cli.model.wheel import Activity, Yearly
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
AREAS = ("oslo", "bergen", "trondheim", "nord-jaeren")
HEAD = "illustrasjon: true\naktiviteter:\n"


def wheel(*rows: str) -> str:
    """Activities `a`, `b`, … each with what is written of it."""
    return HEAD + "".join(
        f"  {chr(97 + at)}: {{navn: Steg {chr(65 + at)}, spor: handlingsprogram, {row}}}\n"
        for at, row in enumerate(rows)
    )


def told(byvekst: Command, area: Path, *arguments: object) -> Any:
    code, out, _ = byvekst("wheel", area, "--as-of", TODAY, "--format", "json", *arguments)
    assert code == 0
    return json.loads(out)


def activity(since: str | None, until: str | None = None) -> Activity:
    times = {"fra": since if since is not None else "ukjent", **({"til": until} if until else {})}
    return Activity.model_validate({"navn": "N", "spor": "handlingsprogram", **times})


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("05", None, "2027-05-01", "2027-05-31"),
        ("05-10", None, "2027-05-10", "2027-05-10"),
        ("05", "06-15", "2027-05-01", "2027-06-15"),
        ("12", "01", "2027-12-01", "2028-01-31"),
        ("høst", None, "2027-09-01", "2027-11-30"),
        (None, "06", None, "2027-06-30"),
        ("06", "ukjent", "2027-06-01", None),
        (None, None, None, None),
    ],
)
def test_an_activity_takes_its_days_of_a_year(
    since: str | None, until: str | None, first: str | None, last: str | None
) -> None:
    """One that ends earlier in the year than it begins goes on into the next."""
    found = step("a", activity(since, until), 2027).stretch

    assert (found.first and found.first.isoformat(), found.last and found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("05", None, {"nb": "mai", "nn": "mai", "en": "May"}),
        ("05", "06", {"nb": "mai–juni", "nn": "mai–juni", "en": "May–June"}),
        ("06-01", "06-15", {"nb": "1.–15. juni", "nn": "1.–15. juni", "en": "1–15 June"}),
        ("06", "06-30", {"nb": "juni", "nn": "juni", "en": "June"}),
        ("05-20", "06-01", {"nb": "20. mai – 1. juni", "nn": "20. mai – 1. juni", "en": "20 May – 1 June"}),
        (None, "12-31", {"nb": "innen 31. desember", "nn": "innan 31. desember", "en": "by 31 December"}),
        ("02-29", None, {"nb": "29. februar", "nn": "29. februar", "en": "29 February"}),
        ("T1", None, {"nb": "1. tertial", "nn": "1. tertial", "en": "first four months"}),
        ("høst", None, {"nb": "høsten", "nn": "hausten", "en": "autumn"}),
        ("06", "ukjent", {"nb": "fra juni", "nn": "frå juni", "en": "from June"}),
        (None, None, {"nb": "ukjent", "nn": "ukjend", "en": "unknown"}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_times_are_said_as_people_say_them(
    since: str | None, until: str | None, words: dict[str, str], language: str
) -> None:
    """Without the year, in each language."""
    assert time_of(activity(since, until), Say(language)) == words[language]


@given(st.dates(date(2001, 1, 1), date(2001, 12, 31)), st.integers(1950, 2100))
def test_a_day_is_itself_in_every_year(day: date, year: int) -> None:
    """First and last are the same day, and of that year."""
    own = Yearly.read(f"{day.month:02}-{day.day:02}")

    assert own.is_day
    assert own.first_day(year) == own.last_day(year) == day.replace(year=year)


def test_the_state_is_on_every_wheel(area: Path, byvekst: Command) -> None:
    """From what ships with the tool, also where the area has no wheel of its own."""
    found = told(byvekst, area)

    assert {each["track"] for each in found["activities"]} == {"stat"}
    assert len(found["activities"]) == 12
    first = next(each for each in found["activities"] if each["id"] == "stat-foerste-budsjettskriv")
    assert (first["first"], first["concerns"]) == ("2026-11-20", 2028)


def test_an_own_step_takes_the_place_of_the_states(byvekst: Command) -> None:
    """Oslo says what Prop. 1 S holds for Oslo, and it stands once."""
    found = told(byvekst, EXAMPLES / "oslo")
    names = [each["name"] for each in found["activities"] if "Prop. 1 S" in each["name"]]

    assert names == ["Prop. 1 S med statlige midler og bompenger neste år"]


def test_what_holds_is_not_told(area: Path, byvekst: Command) -> None:
    """Quiet where every day is open, and steps come in order."""
    put(area, "aarshjul.yaml", wheel("fra: 05-10", "fra: 06-10, krever: [{aktivitet: a}]"))

    assert told(byvekst, area, "--year", "2027")["broken"] == []
    assert "Alt i årshjulet går opp i 2027" in byvekst("wheel", area, "--year", "2027", "--as-of", TODAY)[1]


def test_a_fixed_day_on_a_weekend_is_told_with_the_day_before(area: Path, byvekst: Command) -> None:
    """15 May 2027 is a Saturday; the same day in 2026 was a Friday."""
    put(area, "aarshjul.yaml", wheel("fra: 05-15", "fra: 02-29", "fra: 05"))

    found = {
        (each["what"], each["day"], each["instead"])
        for each in told(byvekst, area, "--year", "2027")["broken"]
    }
    assert found == {("closed-day", "2027-05-15", "2027-05-14"), ("no-such-day", "2027-02-28", None)}
    out = byvekst("wheel", area, "--year", "2027", "--as-of", TODAY)[1]
    assert "Nærmeste arbeidsdag før er 14. mai 2027" in re.sub(r"\s+", " ", out)


def test_holidays_and_own_closed_days_are_closed(area: Path) -> None:
    """17 May 2027 is also the second day of Whitsun; the last open day before the long rest is found."""
    put(area, "aarshjul.yaml", wheel("fra: 05-17"))
    loaded = load(Folder(area), date(2026, 11, 23)).area

    (found,) = broken(loaded, 2027)

    assert (found.what, found.instead) == (Break.CLOSED_DAY, date(2027, 5, 14))


@pytest.mark.parametrize(("day", "told_of"), [("05-20", 0), ("06-20", 1)])
def test_a_step_of_a_body_needs_a_meeting(area: Path, byvekst: Command, day: str, told_of: int) -> None:
    """Where the body meets in the year at all, and cancelled meetings are none."""
    put(area, "aarshjul.yaml", wheel("fra: '05', organ: ku"))
    assert told(byvekst, area, "--year", "2027")["broken"] == []

    meeting = "id: 2027-{0}-ku\norgan: ku\ndato: 2027-{0}\ntilstand: {1}\n"
    put(area, f"moete/2027-{day}-ku/moete.yaml", meeting.format(day, "planlagt"))
    put(area, "moete/2027-05-03-ku/moete.yaml", meeting.format("05-03", "avlyst"))

    found = told(byvekst, area, "--year", "2027")
    assert [each["what"] for each in found["broken"]] == ["no-meeting"] * told_of
    assert [each["date"] for each in found["meetings"]] == [f"2027-{day}"]


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("fra: '05'", "fra: '06'", Order.IN_ORDER),
        ("fra: '05'", "fra: '05'", Order.OVERLAPS),
        ("fra: '07'", "fra: '06'", Order.TOO_LATE),
        ("fra: ukjent", "fra: '06'", Order.UNTOLD),
        ("fra: ukjent, til: '05'", "fra: '06'", Order.IN_ORDER),
        ("fra: '12', forskyvning: -1", "fra: '01', forskyvning: 0", Order.IN_ORDER),
        ("fra: '12', forskyvning: -1", "fra: '01'", Order.UNTOLD),
    ],
)
def test_order_is_told_where_it_can_be(area: Path, first: str, second: str, order: Order) -> None:
    """By the year that each concerns where both say so, else within the calendar year."""
    put(area, "aarshjul.yaml", wheel(first, f"{second}, krever: [{{aktivitet: a}}]"))
    needs = list(ties(load(Folder(area), date(2026, 11, 23)).area, 2027))
    put(area, "aarshjul.yaml", wheel(f"{first}, før: [{{aktivitet: b}}]", second))
    before = list(ties(load(Folder(area), date(2026, 11, 23)).area, 2027))

    assert [tie.order for tie in (*needs, *before)] == [order, order]


def test_a_circle_of_needs_is_found_however_long(area: Path, byvekst: Command) -> None:
    """Five hundred steps in a ring are one finding, and no trace."""
    row = "  s-{}: {{navn: S, spor: handlingsprogram, fra: ukjent, krever: [{{aktivitet: s-{}}}]}}\n"
    rows = "".join(row.format(at, (at + 1) % 500) for at in range(500))
    put(area, "aarshjul.yaml", HEAD + rows)

    code, out, _ = byvekst("check", area, "--format", "json", "--as-of", TODAY)
    assert code == 1
    assert [each["code"] for each in json.loads(out)["findings"]] == ["WHE006"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", AREAS)
@pytest.mark.parametrize("columns", [80, 160])
def test_the_table_fits_the_window(
    name: str, language: str, columns: int, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In all languages; a wide window has a column for each track."""
    monkeypatch.setenv("COLUMNS", str(columns))
    code, out, _ = byvekst(
        "wheel", EXAMPLES / name, "--year", "2027", "--harmony", "--language", language, "--as-of", TODAY
    )

    assert code == 0
    assert max(map(len, out.splitlines())) <= columns
    heading = {"nb": "Stat", "nn": "Stat", "en": "State"}[language]
    assert any(
        line.startswith(("Måned", "Månad", "Month")) and heading in line for line in out.splitlines()
    ) is (columns == 160)


@pytest.mark.parametrize("name", AREAS)
def test_every_activity_is_in_every_form(name: str, byvekst: Command) -> None:
    """Table, Markdown and JSON tell of the same."""
    names = {each["name"] for each in told(byvekst, EXAMPLES / name)["activities"]}
    text = re.sub(r"\s+", "", byvekst("wheel", EXAMPLES / name, "--as-of", TODAY, "--format", "markdown")[1])

    assert all(re.sub(r"\s+", "", each) in text for each in names)


@pytest.mark.parametrize(
    "wrong",
    [
        ["--year", "neste"],
        ["--year", "9999"],
        ["--svg", "hjul.png"],
        ["--png", "hjul"],
        ["--paper", "a5"],
        ["--yaer", "1"],
    ],
)
def test_wrong_options_are_explained(wrong: list[str], area: Path, byvekst: Command) -> None:
    """Nothing is read, and nothing has a trace."""
    code, out, err = byvekst("wheel", area, *wrong)

    assert (code, out) == (2, "")
    assert err
    assert "Traceback" not in err


def test_a_picture_is_never_written_over_a_file_of_the_area(area: Path, byvekst: Command) -> None:
    """Nor where it cannot be."""
    before = (area / "byvekst.yaml").read_bytes()
    (area / "hjul.svg").symlink_to(area / "byvekst.yaml")

    assert byvekst("wheel", area, "--svg", area / "hjul.svg", "--as-of", TODAY)[0] == 2
    assert byvekst("wheel", area, "--svg", area / "nei/hjul.svg", "--as-of", TODAY)[0] == 2
    assert (area / "byvekst.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("budgets", "codes"), [((2024,), ["WHE005"]), ((2024, 2026), []), ((), []), ((2027,), [])]
)
def test_a_document_is_missed_where_the_area_has_had_such(
    budgets: tuple[int, ...], codes: list[str], area: Path, byvekst: Command
) -> None:
    """The budget of 2026, due in January; not where there has never been any, or only later ones."""
    put(area, "aarshjul.yaml", wheel("fra: '01', forskyvning: 0, gir: årsbudsjett"))
    for year in budgets:
        put(area, f"budsjett/{year}.yaml", f"år: {year}\nnavn: B\nstatus: vedtatt\nposter: []\n")

    out = byvekst("check", area, "--format", "json", "--as-of", TODAY)[1]
    assert [each["code"] for each in json.loads(out)["findings"]] == codes


def test_steps_come_in_time_and_the_unknown_last(area: Path) -> None:
    """Whatever the order in the file."""
    put(area, "aarshjul.yaml", wheel("fra: ukjent", "fra: '09'", "fra: 01-02", "fra: ukjent, til: '03'"))
    found = [
        each.id for each in steps(load(Folder(area), date(2026, 11, 23)).area, 2027) if not each.is_national
    ]

    assert found == ["c", "d", "b", "a"]
