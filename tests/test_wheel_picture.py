"""The picture of the wheel: no words meet, the same bytes, and a text for those who do not see it."""

import re
from collections.abc import Callable
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from byvekst_cli.draw.paper import width_of
from byvekst_cli.draw.sheet import WIDE
from byvekst_cli.draw.spread import around, spread
from byvekst_cli.draw.wheel_layout import MOST, RIM, Entry, Label, Layout, layout, lead, pin_radius
from byvekst_cli.draw.wheel_rings import FILL_OF, lanes
from conftest import EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
SVG = "{http://www.w3.org/2000/svg}"
AREAS = ("oslo", "bergen", "trondheim", "nord-jaeren")
BOTTOM, TOP = 6.5, 26.5
WORDS = [
    "lokal",
    "politisk",
    "behandling",
    "av",
    "handlingsprogrammet",
    "i",
    "kommunestyrene",
    "og",
    "fylkestinget",
    "tverrprioriteringsmøte",
]


@st.composite
def entries(draw: st.DrawFn, most: int = 40) -> list[Entry]:
    found = []
    for _ in range(draw(st.integers(0, most))):
        since = draw(st.floats(-0.01, 0.99))
        until = since + draw(st.floats(0.018, 0.5))
        name = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)))
        when = draw(st.sampled_from(["mai", "1.–15. juni", "20. september – 15. oktober"]))
        found.append(Entry(draw(st.sampled_from(sorted(FILL_OF))), since, until, when, name))
    return found


def meet(one: Label, other: Label) -> bool:
    """Whether two boxes have more than an edge in common."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    up = min(one.bottom + one.height, other.bottom + other.height) - max(one.bottom, other.bottom)
    return across > 1e-6 and up > 1e-6


def crosses(one: tuple[tuple[float, float], ...], other: tuple[tuple[float, float], ...]) -> bool:
    """Whether two straight lines cut each other."""

    def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) < -1e-6 and side(c, d, a) * side(c, d, b) < -1e-6


def check(found: Layout) -> None:
    """Boxes apart, on the paper, beside the wheel and as wide as their words; pins apart."""
    dial = found.dial
    for one, other in combinations(found.labels, 2):
        assert not meet(one, other)
    for label in found.labels:
        assert label.left >= 0
        assert label.left + label.width <= WIDE
        assert label.bottom >= BOTTOM - 1e-6
        assert label.bottom + label.height <= TOP + 1e-6
        inner = label.left if label.on_right else label.left + label.width
        assert abs(inner - dial.centre[0]) > dial.radius + 1.3
        for at, line in enumerate(label.lines):
            shift = lead(label.entry.when, found.size) if at == 0 else 0
            assert shift + width_of(line, found.size) <= label.width + 1e-6
        assert " ".join(label.lines).replace("-", "").split() != [""]
    spots = [dial.spot(turn, dial.radius + 1.0) for turn in found.pins]
    for one, other in combinations(spots, 2):
        assert dist(one, other) >= 2 * pin_radius(found.size) - 0.02
    if not found.pins:
        lines = [(dial.spot(each.entry.middle, dial.radius + RIM), each.joint) for each in found.labels]
        assert not any(crosses(one, other) for one, other in combinations(lines, 2))
    own = lanes([label.entry for label in found.labels], dial)
    for one, other in combinations(own, 2):
        a, b = found.labels[one].entry, found.labels[other].entry
        together = any(a.since < b.until + year and b.since + year < a.until for year in (-1, 0, 1))
        apart = own[one].inner >= own[other].outer or own[other].inner >= own[one].outer
        assert apart or not together


@settings(deadline=None, max_examples=25)
@given(entries())
def test_no_words_meet_on_any_wheel(given_entries: list[Entry]) -> None:
    """Up to 40 activities with long names, wherever in the year they are."""
    found = layout(given_entries, BOTTOM, TOP)

    assert sorted(each.entry.name for each in found.labels) == sorted(each.name for each in given_entries)
    check(found)


def test_forty_long_names_can_be_read() -> None:
    """Spread over the year or all in June: not smaller than 8 points on A3, and all of them there."""
    name = "Lokal politisk behandling av handlingsprogrammet i kommunestyrene og fylkestinget"
    for since in ([at / 40 for at in range(40)], [0.42] * 40):
        own = [Entry("handlingsprogram", at, at + 0.08, "1.–15. juni", name) for at in since]
        found = layout(own, BOTTOM, TOP)
        check(found)
        assert len(found.labels) == 40
        assert found.size >= 8


def test_few_names_are_large_and_joined_to_the_rim() -> None:
    """What is read from afar has no numbers to look up."""
    own = [
        Entry("rapportering", at / 8, at / 8 + 0.08, "mai", "Halvårsrapport til kontaktutvalget")
        for at in range(8)
    ]
    found = layout(own, BOTTOM, TOP)

    check(found)
    assert not found.pins
    assert found.size >= 14


def test_more_than_anyone_could_read_is_cut_and_not_upset() -> None:
    """Hundreds of activities make a picture all the same."""
    own = [
        Entry("rapportering", at / 300, at / 300 + 0.02, "mai", "Halvårsrapport " * 9) for at in range(300)
    ]
    found = layout(own, BOTTOM, TOP)

    check(found)
    assert 30 < len(found.labels) <= MOST


@given(st.lists(st.floats(0, 10), max_size=12).map(sorted))
def test_things_on_a_line_are_moved_only_as_needed(wished: list[float]) -> None:
    """Apart, in order, within the ends; and what had room stays."""
    found = spread(wished, [1.0] * len(wished), -3, 15)

    assert found is not None
    assert all(after - before >= 1 - 1e-9 for before, after in pairwise(found))
    assert all(-2.5 - 1e-9 <= each <= 14.5 + 1e-9 for each in found)
    if all(after - before >= 1 for before, after in pairwise(wished)):
        assert found == pytest.approx(wished)
    assert spread([0.0] * 4, [1.0] * 4, 0, 3) is None


@given(st.lists(st.floats(0, 0.999), max_size=20).map(sorted))
def test_things_around_a_circle_keep_apart_over_new_year_too(wished: list[float]) -> None:
    """The last and the first as well."""
    found = around(wished, 0.05)

    assert found is not None
    ends = [*found, found[0] + 1] if found else []
    if len(found) > 1:
        assert all(after - before >= 0.05 - 1e-9 for before, after in pairwise(ends))


@pytest.mark.parametrize("paper", ["a3", "a4"])
@pytest.mark.parametrize("name", AREAS)
def test_a_picture_is_the_same_twice_and_says_what_it_shows(
    name: str, paper: str, tmp_path: Path, byvekst: Command
) -> None:
    """SVG with title and description first, letters as outlines, PNG with the same words, landscape."""
    files = [tmp_path / each for each in ("a.svg", "b.svg", "a.png", "b.png")]
    for svg, png in (files[::2], files[1::2]):
        code, out, _ = byvekst(
            "wheel", EXAMPLES / name, "--svg", svg, "--png", png, "--paper", paper, "--as-of", TODAY
        )
        assert code == 0
        assert all(each.name in re.sub(r"\s", "", out) for each in (svg, png))

    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[2].read_bytes() == files[3].read_bytes()
    root = ET.fromstring(files[0].read_bytes())
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert not list(root.iter(f"{SVG}text"))
    with Image.open(files[2]) as image:
        text = image.info["Description"]
        long, short = {"a3": (420, 297), "a4": (297, 210)}[paper]
        assert [round(each / 200 * 25.4) for each in image.size] == [long, short]
    assert text == root[1].text
    assert "15. mai: Revidert nasjonalbudsjett" in text


def test_what_is_written_in_files_cannot_break_a_picture(
    area: Path, tmp_path: Path, byvekst: Command
) -> None:
    """Angle brackets, formulas, letters that the font lacks, one endless word, and the end of a leap year."""
    names = ["'<b>&'", "'$x^2$ \\frac'", "漢字 ☃", "Tverrsektoriell" * 30]
    row = "  a-{}: {{navn: {}, spor: {}, fra: 12-31, til: 01-01}}\n"
    rows = "".join(row.format(at, name, ("stat", "måloppnåelse")[at % 2]) for at, name in enumerate(names))
    rows += "  b: {navn: '<b>&', spor: rapportering, fra: 02-29}\n"
    put(area, "aarshjul.yaml", f"illustrasjon: true\naktiviteter:\n{rows}")
    file = tmp_path / "hjul.svg"

    code, _, err = byvekst("wheel", area, "--svg", file, "--year", "2028", "--as-of", TODAY)
    assert (code, err) == (0, "")
    assert "funnet på" in str(ET.fromstring(file.read_bytes())[1].text)
    assert "<b>&" in str(ET.fromstring(file.read_bytes())[1].text)
