"""A reader who knows neither area can say who decides what, who sits where, and which bodies correspond."""

import json
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.area import Area, Record
from byvekst_cli.governance.bodies import bodies, chain, goes_round
from byvekst_cli.governance.chart import chart
from byvekst_cli.governance.tasks import councils, matrix, path
from byvekst_cli.governance.words import word_list
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.mandate import Mandate, TaskPart
from byvekst_cli.report.matrix import abbreviations
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
DAY = date.fromisoformat(TODAY)
AREAS = ("bergen", "nord-jaeren", "oslo", "trondheim")
each_area = pytest.mark.parametrize("name", AREAS)
each_language = pytest.mark.parametrize("language", LANGUAGES)
BODY = "id: {id}\nnavn: {id}\nrolle: {role}\nformål: Samordner\n{rest}"


def example(name: str) -> Area:
    return load(Folder(EXAMPLES / name), DAY).area


def body(root: Path, id: str, rest: str = "", role: str = "koordineringsgruppe") -> None:
    put(root, f"mandat/{id}.yaml", BODY.format(id=id, role=role, rest=rest))


def loaded(root: Path) -> Area:
    return load(Folder(root), DAY).area


def test_an_area_without_mandates_says_so(area: Path, byvekst: Command) -> None:
    """Nothing to show is an answer too."""
    code, out, _ = byvekst("roles", area)

    assert code == 0
    assert "Ingen mandater i området sier hvem som gjør hva." in out


@each_language
@each_area
@pytest.mark.parametrize("width", ["80", "160"])
def test_the_matrix_fits_the_screen(
    name: str, language: str, width: str, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Marks with a legend where words do not fit; no word of a task is broken."""
    monkeypatch.setenv("COLUMNS", width)
    code, out, _ = byvekst("roller", EXAMPLES / name, "--language", language, "--as-of", TODAY)

    assert code == 0
    assert all(len(line) <= int(width) for line in out.splitlines())
    assert {"nb": "Årsbudsjett ", "nn": "Årsbudsjett ", "en": "Annual budget "}[language] in out


def test_words_take_the_place_of_marks_where_there_is_room(
    byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same table, with the same answers."""
    narrow = byvekst("roles", EXAMPLES / "trondheim")[1]
    monkeypatch.setenv("COLUMNS", "170")
    wide = byvekst("roles", EXAMPLES / "trondheim")[1]

    assert "B beslutter" in narrow
    assert "B beslutter" not in wide
    assert "innstiller" in wide


def test_who_decides_is_told(area: Path) -> None:
    """What a mandate says, and authority that it gives without saying more."""
    body(area, "sg", "oppgaver: {årsbudsjett: beslutter}\n", "styringsgruppe")
    body(area, "pr", "fullmakt:\n  - {hva: omdisponering, beløp: 2, prisår: 2020}\n")
    rows = {row.id: row for row in matrix(loaded(area))}

    assert {id: cell.part for id, cell in rows["årsbudsjett"].cells.items()} == {"sg": TaskPart.DECIDES}
    assert [cell.authority[0].kind for cell in rows["omdisponering"].cells.values()] == ["omdisponering"]
    assert rows["avvik"].cells == {}


def test_a_task_goes_from_proposal_through_councils_to_decision() -> None:
    """In Trondheim: secretariat, groups, Programrådet, Kontaktutvalget, the councils, the ministries."""
    steps = path(example("trondheim"), "handlingsprogram")

    assert [step.body.id if step.body else "lokalt" for step in steps] == [
        "sekretariatet",
        "temagruppene",
        "programrådet",
        "kontaktutvalget",
        "kontaktutvalget",
        "lokalt",
        "politisk-styringsgruppe",
    ]


def test_the_councils_stand_before_the_last_word(area: Path) -> None:
    """Delegated authority is not the last word."""
    body(area, "sg", "oppgaver: {årsbudsjett: beslutter}\n", "styringsgruppe")
    body(area, "pr", "rapporterer_til: sg\noppgaver: {årsbudsjett: innstiller}\n")
    steps = path(loaded(area), "årsbudsjett")

    assert [step.body.id if step.body else "lokalt" for step in steps] == ["pr", "lokalt", "sg"]


def test_the_state_has_no_council() -> None:
    """The parties with councils of their own are counties and municipalities, each once."""
    found = councils(example("oslo"))

    assert sorted(found) == ["akershus", "bærum", "lillestrøm", "nordre-follo", "oslo"]


def test_who_sits_there_depends_on_the_day(byvekst: Command) -> None:
    """Akershus, then Viken, then Akershus again in Oslopakke 3."""

    def sitting(day: str) -> set[str]:
        arguments = ("--body", "styringsgruppe-o3", "--format", "json", "--as-of", day)
        seats = json.loads(byvekst("roles", EXAMPLES / "oslo", *arguments)[1])["seats"]
        return {seat["organisation"] for seat in seats}

    everyone = {"statens-vegvesen", "jernbanedirektoratet", "oslo", "statsforvalteren"}
    assert sitting("2019-06-01") - everyone == {"akershus-til-2019"}
    assert sitting("2022-06-01") - everyone == {"viken"}
    assert sitting("2025-06-01") - everyone == {"akershus"}


@each_language
def test_one_body_is_shown_on_a_page(language: str, byvekst: Command) -> None:
    """Purpose, limits and whom it tells, in 80 columns."""
    arguments = ("--body", "Prioriteringsrådet", "--language", language)
    code, out, _ = byvekst("roles", EXAMPLES / "bergen", *arguments)

    assert code == 0
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "Styringsgruppa" in out
    assert {"nb": "inntil 2 mill. kr", "nn": "inntil 2 mill. kr", "en": "up to MNOK 2"}[language] in " ".join(
        out.split()
    )


def test_bodies_of_two_areas_correspond_by_role(byvekst: Command) -> None:
    """Kontaktutvalget in Trondheim is Styringsgruppa in Bergen; Programrådet is Prioriteringsrådet."""
    arguments = (EXAMPLES / "trondheim", EXAMPLES / "bergen", "--format", "json")
    roles = json.loads(byvekst("roles", *arguments)[1])["roles"]

    assert roles["koordineringsgruppe"] == {
        "miljøpakken": ["programrådet"],
        "miljøløftet": ["prioriteringsrådet"],
    }
    assert roles["styringsgruppe"]["miljøpakken"] == ["kontaktutvalget"]
    assert "styringsgruppa" in roles["styringsgruppe"]["miljøløftet"]
    assert roles["arbeidsutvalg"] == {"miljøpakken": ["arbeidsutvalget"], "miljøløftet": []}


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_areas_side_by_side_for_people(format: str, byvekst: Command) -> None:
    """The two names of one role stand on one line."""
    out = byvekst("roles", EXAMPLES / "trondheim", EXAMPLES / "bergen", "--format", format)[1]

    assert any("Programrådet" in line and "Prioriteringsrådet" in line for line in out.splitlines())


PAIRS = [*combinations(AREAS, 2), AREAS]


@each_language
@pytest.mark.parametrize("names", PAIRS, ids="-".join)
@pytest.mark.parametrize("width", ["80", "160"])
def test_no_name_is_broken_where_areas_are_compared(
    names: tuple[str, ...], width: str, language: str, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each word of each body stands whole, however narrow the screen is."""
    monkeypatch.setenv("COLUMNS", width)
    folders = [EXAMPLES / name for name in names]
    code, out, _ = byvekst("roles", *folders, "--language", language, "--as-of", TODAY)

    words = set(out.replace(",", " ").split())
    assert code == 0
    assert all(len(line) <= int(width) for line in out.splitlines())
    assert {word for name in names for each in bodies(example(name)) for word in each.name.split()} <= words


def test_tasks_that_the_same_bodies_decide_stand_together(
    byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line tells that Programrådet and Prioriteringsrådet both decide on deviations."""
    monkeypatch.setenv("COLUMNS", "160")
    out = byvekst("roles", EXAMPLES / "trondheim", EXAMPLES / "bergen", "--language", "nb")[1]

    decided = out[out.index("Hvem som avgjør") :]
    assert any(
        line.split() == ["Avvik", "Programrådet", "Prioriteringsrådet"] for line in decided.splitlines()
    )
    assert "er helt eller delvis en illustrasjon i: Miljøpakken, Miljøløftet" in out


def test_a_star_is_explained_only_where_one_stands(area: Path, byvekst: Command, tmp_path: Path) -> None:
    """Two areas without any delegated authority need no word of it."""
    body(area, "sg", "oppgaver: {årsbudsjett: beslutter}\n", "styringsgruppe")
    other = tmp_path / "other"
    copytree(area, other)
    assert "fullmakt" not in byvekst("roles", area, other)[1]

    body(area, "pr", "fullmakt:\n  - {hva: omdisponering, beløp: 2, prisår: 2020}\n")
    assert "* avgjør selv innenfor en fullmakt" in byvekst("roles", area, other)[1]


def test_the_word_list_has_both_standards() -> None:
    """Every shipped word has its name in both, and local words keep theirs."""
    words = word_list([example("bergen"), example("trondheim")])
    names = {entry.id: entry for entry in words["terms"]}

    assert all({"nb", "nn"} <= set(entry.concept.names) for entries in words.values() for entry in entries)
    assert [(each.word, each.standard and each.standard.value) for each in names["bevilgning"].local] == [
        ("Løyving", "nn"),
        ("Bevilgning", "nb"),
    ]
    steering = next(entry for entry in words["roles"] if entry.id == "styringsgruppe")
    assert {("Styringsgruppen", "miljøløftet"), ("KU", "miljøpakken")} <= {
        (each.word, each.user) for each in steering.local
    }


@each_language
def test_the_word_list_is_printed(language: str, byvekst: Command) -> None:
    """In 80 columns."""
    code, out, _ = byvekst("roles", EXAMPLES / "bergen", "--words", "--language", language)

    assert code == 0
    assert "Kontaktutvalget" in out
    assert all(len(line) <= 80 for line in out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--body", "styringsgrupa"], "«styringsgruppa»"),
        (["--task", "arsbudsjett"], "«årsbudsjett»"),
        (["--task", "x", "--words"], "Bruk berre eitt av vala"),
    ],
)
def test_wrong_use_is_explained(arguments: list[str], word: str, byvekst: Command) -> None:
    """Exit code 2, and what was probably meant."""
    code, _, err = byvekst("roles", EXAMPLES / "bergen", *arguments, "--language", "nn")

    assert code == 2
    assert word in err


def test_each_body_has_a_short_name_of_its_own() -> None:
    """Also where initials are the same."""
    for name in AREAS:
        there = bodies(example(name))
        assert len(set(abbreviations(there).values())) == len(there)


def test_the_chart_has_a_node_a_body() -> None:
    """Ready to be drawn: the highest first, and each edge between bodies that are there."""
    for name in AREAS:
        area = example(name)
        drawn = chart(area)
        ids = [node.id for node in drawn.nodes]
        assert sorted(ids) == sorted(each.id for each in bodies(area))
        assert [node.level for node in drawn.nodes] == sorted(node.level for node in drawn.nodes)
        assert all(below in ids and above in ids for below, above in drawn.edges)


@given(st.lists(st.integers(0, 7), min_size=1, max_size=8))
def test_reporting_ends_however_it_is_entered(above: list[int]) -> None:
    """No chain holds a body twice, and a ring is found from each body that is in it, and from no other."""
    mandates = [
        Mandate.model_validate(
            {"id": f"b{at}", "navn": "B", "rolle": "faggruppe", "formål": "X", "rapporterer_til": f"b{to}"}
        )
        for at, to in enumerate(above)
    ]
    area = Area("a", DAY, tuple(Record("mandate", m.id, f"mandat/{m.id}.yaml", m, {}) for m in mandates))
    for at, mandate in enumerate(mandates):
        ids = [each.id for each in chain(area, mandate)]
        assert len(set(ids)) == len(ids)
        assert mandate.id not in ids
        assert bool(goes_round(area, mandate)) == _comes_back(above, at)


def _comes_back(above: list[int], start: int) -> bool:
    """A second way to tell: walk as many steps as there are bodies."""
    at = start
    for _ in above:
        if above[at] >= len(above):
            return False
        at = above[at]
        if at == start:
            return True
    return False


def test_every_task_that_ships_can_be_asked_for(byvekst: Command) -> None:
    """In every area, also those that no mandate has."""
    say = Say("nb")
    for row in matrix(example("oslo")):
        code, out, _ = byvekst("roles", EXAMPLES / "oslo", "--task", row.id)
        assert code == 0
        assert row.cells or say("path-empty") in out
