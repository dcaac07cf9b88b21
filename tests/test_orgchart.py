"""The organisation chart: every body once, nothing over anything else, and no line that nobody has said."""

import re
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from byvekst_cli.area import Area, Record
from byvekst_cli.draw.organisation import Words, laid
from byvekst_cli.draw.paper import MARGIN
from byvekst_cli.draw.style import WIDTH
from byvekst_cli.draw.tree import Laid
from byvekst_cli.governance.bodies import bodies
from byvekst_cli.governance.chart import Node, Receiver, chart, shared
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
DAY: Final = date.fromisoformat(TODAY)
SVG: Final = "{http://www.w3.org/2000/svg}"
AREAS: Final = ("bergen", "nord-jaeren", "oslo", "trondheim")
ROLES: Final = ("styringsgruppe", "koordineringsgruppe", "faggruppe", "arbeidsgruppe", "sekretariat")
each_area = pytest.mark.parametrize("name", AREAS)


def loaded(root: Path) -> Area:
    return load(Folder(root), DAY).area


def body(root: Path, id: str, rest: str = "", role: str = "faggruppe") -> None:
    put(root, f"mandat/{id}.yaml", f"id: {id}\nnavn: {id.title()}\nrolle: {role}\nformål: Samordner\n{rest}")


def draw(byvekst: Command, area: Path, file: Path, *options: str) -> bytes:
    code, out, err = byvekst("roles", area, "--chart", file, "--as-of", TODAY, *options)
    assert (code, err) == (0, "")
    assert out
    return file.read_bytes()


def words_of(svg: bytes) -> str:
    return "\n".join(re.findall(r"<!-- (.*?) -->", svg.decode())).replace("\xa0", " ")


def told(svg: bytes) -> str:
    desc = ET.fromstring(svg).find(f"{SVG}desc")
    assert desc is not None
    return str(desc.text).replace("\xa0", " ")


def crossed(found: Laid) -> list[tuple[str, tuple[float, float]]]:
    """Boxes that a line runs through, rather than ends at."""
    slack = 1e-6
    return [
        (id, start)
        for start, end in found.lines
        for id, box in found.boxes.items()
        if min(start[0], end[0]) < box.left + box.width - slack
        and max(start[0], end[0]) > box.left + slack
        and min(start[1], end[1]) < box.top + box.height - slack
        and max(start[1], end[1]) > box.top + slack
    ]


def overlapping(found: Laid) -> list[tuple[str, str]]:
    return [
        (one, other)
        for (one, a), (other, b) in combinations(found.boxes.items(), 2)
        if a.left < b.left + b.width - 1e-6
        and b.left < a.left + a.width - 1e-6
        and a.top < b.top + b.height - 1e-6
        and b.top < a.top + a.height - 1e-6
    ]


def must_be_tidy(found: Laid, nodes: tuple[Node, ...]) -> None:
    assert set(found.boxes) == {node.id for node in nodes}
    assert overlapping(found) == []
    assert crossed(found) == []
    for box in found.boxes.values():
        assert box.left >= MARGIN - 1e-6
        assert box.left + box.width <= WIDTH - MARGIN + 1e-6
        assert box.top >= 0
        assert box.top + box.height <= found.height + 1e-6
    for node in nodes:
        if node.above is not None:
            above = found.boxes[node.above]
            assert found.boxes[node.id].top >= above.top + above.height


@each_area
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_body_is_drawn_and_told(name: str, language: str, byvekst: Command, tmp_path: Path) -> None:
    """By its own name, and in the text for those who do not see it."""
    svg = draw(byvekst, EXAMPLES / name, tmp_path / "a.svg", "--language", language)

    drawn = words_of(svg).split()
    for each in bodies(loaded(EXAMPLES / name)):
        assert each.name in told(svg)
        assert set(each.name.split()) <= set(drawn)


@each_area
@pytest.mark.parametrize("ending", ["svg", "png"])
def test_the_same_area_gives_the_same_bytes(name: str, ending: str, byvekst: Command, tmp_path: Path) -> None:
    """As all pictures do."""
    one, other = (draw(byvekst, EXAMPLES / name, tmp_path / f"{at}.{ending}") for at in "ab")

    assert one == other


@each_area
def test_the_chart_is_as_wide_as_the_text_of_a_page(name: str, byvekst: Command, tmp_path: Path) -> None:
    """16 cm, and no taller than a page."""
    draw(byvekst, EXAMPLES / name, tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as image:
        width, height = image.size

    assert abs(width / 200 * 2.54 - WIDTH) < 0.1
    assert height / 200 * 2.54 < 24


def test_two_roles_with_the_same_people_are_joined(byvekst: Command, tmp_path: Path) -> None:
    """Oslo has one steering group for the agreement and one for the toll package."""
    (pair,) = shared(loaded(EXAMPLES / "oslo"))
    svg = draw(byvekst, EXAMPLES / "oslo", tmp_path / "a.svg", "--language", "nb")

    assert {pair.one, pair.other} == {"styringsgruppe-byvekst", "styringsgruppe-o3"}
    assert {"oslo", "statens-vegvesen", "akershus"} <= set(pair.organisations)
    assert "viken" not in pair.organisations
    assert "prikkede streken" in words_of(svg)
    assert "Oslopakke 3" in words_of(svg)


def test_an_area_without_bodies_says_so(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """In the picture too."""
    svg = draw(byvekst, area, tmp_path / "a.svg", "--language", "nn")

    assert "Ingen organ er førte opp" in words_of(svg)
    assert "Ingen organ er førte opp" in told(svg)


def test_a_ring_is_drawn_from_the_highest_role(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """Nobody is left out, and the line that closes the ring is said in words."""
    body(area, "a", "rapporterer_til: b\n", "styringsgruppe")
    body(area, "b", "rapporterer_til: c\n", "koordineringsgruppe")
    body(area, "c", "rapporterer_til: a\n")
    nodes = {node.id: node for node in chart(loaded(area)).nodes}
    svg = draw(byvekst, area, tmp_path / "a.svg", "--language", "en")

    assert {id: (node.above, node.receiver) for id, node in nodes.items()} == {
        "a": (None, Receiver.ROUND),
        "b": ("c", Receiver.DRAWN),
        "c": ("a", Receiver.DRAWN),
    }
    assert "reports to B" in words_of(svg)
    assert "in a ring" in told(svg)


@pytest.mark.parametrize(
    ("rest", "receiver", "said"),
    [
        ("", Receiver.UNSAID, "rapporterer til: ikke oppgitt"),
        ("rapporterer_til: ukjent\n", Receiver.UNKNOWN, "rapporterer til: ukjent"),
        ("rapporterer_til: gammel\n", Receiver.ABSENT, "rapporterer til Gammel, som ikke er ført opp"),
        ("rapporterer_til: a\n", Receiver.ROUND, "rapporterer til A"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    rest: str, receiver: Receiver, said: str, area: Path, byvekst: Command, tmp_path: Path
) -> None:
    """An unknown receiver is not the same as none."""
    body(area, "a", rest)
    body(area, "gammel", "til: 2019\n", "styringsgruppe")
    (node,) = chart(loaded(area)).nodes
    svg = draw(byvekst, area, tmp_path / "a.svg", "--language", "nb")

    assert (node.above, node.receiver) == (None, receiver)
    assert said in told(svg)


def test_who_helps_a_body_stands_beside_its_line(area: Path) -> None:
    """A secretariat that others report to is a level of its own."""
    body(area, "sg", role="styringsgruppe")
    body(area, "sek", "rapporterer_til: sg\n", "sekretariat")
    assert {node.id: node.is_beside for node in chart(loaded(area)).nodes} == {"sg": False, "sek": True}

    body(area, "fag", "rapporterer_til: sek\n")
    assert {node.id: node.row for node in chart(loaded(area)).nodes} == {"sg": 0, "sek": 1, "fag": 2}


WORDS: Final = [
    "Sty",
    "Administrativ koordineringsgruppe",
    "Samordningsfunksjonen",
    "Gruppe for gange og sykkel",
]
FORESTS: Final = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(ROLES), st.sampled_from(WORDS)), min_size=1, max_size=14
)


@settings(max_examples=150, deadline=None)
@given(FORESTS, st.sampled_from(["", "Å" * 60]))
def test_nothing_stands_over_anything_else(forest: list[tuple[int, str, str]], first: str) -> None:
    """However bodies report: no boxes meet, no line runs through one, and all is on the page."""
    area = Area("a", DAY, tuple(_record(at, above, role) for at, (above, role, _) in enumerate(forest)))
    nodes = chart(area).nodes
    words = {f"b{at}": Words(name, (role,)) for at, (_, role, name) in enumerate(forest)}
    words["b0"] = Words(first or words["b0"].name, ())

    must_be_tidy(laid(nodes, words), nodes)


def _record(at: int, above: int, role: str) -> Record[Mandate]:
    data = {"id": f"b{at}", "navn": "B", "rolle": role, "formål": "X", "rapporterer_til": f"b{above}"}
    mandate = Mandate.model_validate(data)
    return Record("mandate", mandate.id, f"mandat/{mandate.id}.yaml", mandate, {})


@pytest.mark.parametrize("above", [lambda _: 0, lambda at: max(at - 1, 0)], ids=["wide", "deep"])
def test_many_bodies_have_room(above: Callable[[int], int]) -> None:
    """Sixty under one, and sixty under each other."""
    area = Area("a", DAY, tuple(_record(at, above(at), ROLES[at % 4]) for at in range(60)))
    nodes = chart(area).nodes
    words = {node.id: Words(f"Arbeidsgruppe {node.id}", (node.role,)) for node in nodes}

    must_be_tidy(laid(nodes, words), nodes)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--body", "styringsgruppa"], "--chart teiknar alle organa"),
        (["--task", "årsbudsjett"], "--chart teiknar alle organa"),
        (["--words"], "--chart teiknar alle organa"),
        ([EXAMPLES / "oslo"], "--chart teiknar alle organa"),
    ],
)
def test_a_chart_of_something_else_is_refused(
    arguments: list[str], said: str, byvekst: Command, tmp_path: Path
) -> None:
    """Rather than drawn of something that was not asked for."""
    file = tmp_path / "a.svg"
    code, _, err = byvekst("roles", EXAMPLES / "bergen", *arguments, "--chart", file, "--language", "nn")

    assert (code, file.exists()) == (2, False)
    assert said in err


@pytest.mark.parametrize(
    ("file", "said"), [("a.pdf", ".svg"), ("mandat/a.yaml", ".svg"), ("no/a.svg", "no/a.svg")]
)
def test_a_file_that_cannot_be_drawn_is_refused(file: str, said: str, area: Path, byvekst: Command) -> None:
    """With a reason, and nothing of the area touched."""
    body(area, "a")
    before = (area / "mandat/a.yaml").read_bytes()
    code, _, err = byvekst("roles", area, "--chart", area / file, "--language", "en")

    assert code == 2
    assert said in err
    assert (area / "mandat/a.yaml").read_bytes() == before
