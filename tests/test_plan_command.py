"""`byvekst plan` on an area whose right answer can be argued by hand (see plan_area.py)."""

import json
from pathlib import Path

import pytest

from byvekst_cli.choice.highs import NoAnswer
from conftest import EXAMPLES, TODAY, put
from plan_area import make, sheet

DAY = ("--as-of", TODAY)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return make(tmp_path / "området")


def told(byvekst: object, here: Path, *more: str) -> dict:
    code, out, err = byvekst("plan", here, "--format", "json", *DAY, *more)  # type: ignore[operator]
    assert (code, err) == (0, "")
    return json.loads(out)


def chosen(answer: dict) -> list[str]:
    return [each["project"] for each in answer["chosen"]]


def test_the_right_answer_by_hand(here: Path, byvekst: object) -> None:
    """A and E whatever the weights, B or C by the weights, D not at all."""
    answer = told(byvekst, here)

    assert {each["id"]: each["place"] for each in answer["projects"]} == {
        "P-A": "core", "P-B": "borderline", "P-C": "borderline", "P-D": "exterior", "P-E": "core",
    }  # fmt: skip
    assert chosen(answer) == ["P-A", "P-B", "P-E"]
    assert (answer["value"], answer["cost"], answer["gap"], answer["unique"]) == (130, 150, 0, False)
    assert answer["robustness"]["weights"] == {"exact": True, "programmes": 2, "draws": 0, "gap": 0}
    by_id = {each["id"]: each for each in answer["projects"]}
    assert by_id["P-B"]["question"] == {"criterion": "klima", "about": "weight", "more_in": True}
    assert by_id["P-B"]["profiles"] == ["klimaet"]
    assert by_id["P-C"]["turned"] == {"in": True, "loss": 0, "comes": [], "goes": ["P-B"]}


def test_the_price_of_the_earmark_by_hand(here: Path, byvekst: object) -> None:
    """Without it C comes and E goes: 140 for 130. It is printed with what it is for."""
    (binding,) = told(byvekst, here)["bindings"]

    assert (binding["kind"], binding["id"]) == ("earmark", "sykkelpotten")
    assert binding["loss"] == pytest.approx(10 / 140)
    assert (binding["comes"], binding["goes"]) == (["P-C"], ["P-E"])
    assert binding["purpose"] == "Sikrer at sykkelnettet blir bygd"
    out = byvekst("plan", here, *DAY)[1]  # type: ignore[operator]
    assert "Sikrer at sykkelnettet blir bygd" in out
    assert "7,1 %" in out


def test_money_and_the_way_to_it(here: Path, byvekst: object) -> None:
    """The grant pays E and the tolls the rest; nothing is left, and all is in whole kroner."""
    assert told(byvekst, here)["money"] == [
        {"source": "belønningsmidler", "comes": 50, "bound": 0, "proposed": 50, "free": 0},
        {"source": "bompenger", "comes": 100, "bound": 0, "proposed": 100, "free": 0},
    ]


def test_with_and_without(here: Path, byvekst: object) -> None:
    """What is asked for is in or out, and the rest follows."""
    assert chosen(told(byvekst, here, "--with", "p-c")) == ["P-A", "P-C", "P-E"]
    assert chosen(told(byvekst, here, "--with", "P-D")) == ["P-B", "P-D", "P-E"]
    assert chosen(told(byvekst, here, "--without", "P-A")) == ["P-B", "P-C", "P-E"]
    assert chosen(told(byvekst, here, "--profile", "tryggheten")) == ["P-A", "P-C", "P-E"]
    assert chosen(told(byvekst, here, "--income", "-20%")) == ["P-A", "P-E"]


def test_what_cannot_be_is_told_in_plain_facts(here: Path, byvekst: object) -> None:
    """Both asked for and not; and more than there is money for, with the kroner that lack."""
    code, out, _ = byvekst("plan", here, "--with", "P-D", "--without", "P-D", *DAY)  # type: ignore[operator]
    assert code == 1
    assert "P-D er både bundet eller tatt inn, og tatt ut." in out

    code, out, _ = byvekst("plan", here, "--with", "P-A", "--with", "P-D", *DAY)  # type: ignore[operator]
    assert code == 1
    assert "Bompenger 2027: det mangler 20 mill. kr." in out


def test_a_project_without_cost_or_assessment_is_left_out_and_said_so(here: Path, byvekst: object) -> None:
    """By name, in the notes; what is unknown is never 0."""
    put(here, "prosjekt/p-f.yaml", sheet("P-F", 1, "sykkel").replace("2027: 1}", "2027: ukjent}"))
    put(here, "vurdering/p-f.yaml", (here / "vurdering/p-e.yaml").read_text("utf-8").replace("P-E", "P-F"))
    put(here, "prosjekt/p-g.yaml", sheet("P-G", 1, "sykkel"))
    notes = {each["note"]: each["about"] for each in told(byvekst, here)["assumptions"]}

    assert notes["unknown-cost"] == ["P-F"]
    assert notes["no-assessment"] == ["P-G"]
    out = byvekst("plan", here, *DAY)[1]  # type: ignore[operator]
    assert "et beløp er ukjent: P-F Prosjekt P-F." in " ".join(out.split())


def test_a_bound_project_is_in_and_its_price_is_told(here: Path, byvekst: object) -> None:
    """D is bound: A cannot be paid, and without the tie it could."""
    tie = "  binding: {grunn: Kontrakt er inngått, formål: Anlegget er i gang}\n"
    put(here, "prosjekt/p-d.yaml", sheet("P-D", 60, "kollektiv", tie))
    answer = told(byvekst, here)

    assert chosen(answer) == ["P-B", "P-D", "P-E"]
    price = next(each for each in answer["bindings"] if each["kind"] == "bound")
    assert price["loss"] == pytest.approx(60 / 130)
    assert (price["comes"], price["goes"], price["purpose"]) == (["P-A"], ["P-D"], "Anlegget er i gang")
    out = byvekst("plan", here, *DAY)[1]  # type: ignore[operator]
    assert "Kontrakt er inngått" in " ".join(out.split())


def test_a_split_divides_what_comes_in(here: Path, byvekst: object) -> None:
    """Bergen may use 90 of the tolls, so A (60) leaves 30, and neither B nor C fits."""
    funding = here / "finansiering.yaml"
    text = funding.read_text("utf-8") + (
        "fordelinger:\n  delt:\n    navn: 90/10\n    midler: bompenger\n"
        "    andeler: {bergen: 90, askøy: 10}\n    over: hele-perioden\n    formål: Forutsigbare rammer\n"
    )
    funding.write_text(text, encoding="utf-8")
    answer = told(byvekst, here)

    assert chosen(answer) == ["P-A", "P-E"]
    price = next(each for each in answer["bindings"] if each["kind"] == "share")
    assert (price["comes"], price["purpose"]) == (["P-B"], "Forutsigbare rammer")
    assert price["loss"] == pytest.approx(30 / 130)


def test_a_choice_is_frozen_with_its_inputs(here: Path, byvekst: object) -> None:
    """The file checks clean; when a cost changes, the check says which file."""
    code, out, err = byvekst("plan", here, "--adopt", "valg-1", *DAY)  # type: ignore[operator]
    assert (code, err) == (0, "")
    assert "programvalg/valg-1.yaml" in out
    frozen = (here / "programvalg/valg-1.yaml").read_text("utf-8")
    assert "metode: programvalg-1" in frozen
    assert "frø: 1" in frozen
    assert "PLN001" not in byvekst("check", here, *DAY)[1]  # type: ignore[operator]

    put(here, "prosjekt/p-c.yaml", sheet("P-C", 41, "gange"))
    out = byvekst("check", here, *DAY)[1]  # type: ignore[operator]
    assert "PLN001" in out
    assert "prosjekt/p-c.yaml" in out


def test_a_choice_is_never_written_over_and_a_new_input_makes_it_stale(here: Path, byvekst: object) -> None:
    """The second time it is refused; a project that comes later is told too."""
    byvekst("plan", here, "--adopt", "valg-1", *DAY)  # type: ignore[operator]
    before = (here / "programvalg/valg-1.yaml").read_bytes()
    code, _, err = byvekst("plan", here, "--adopt", "valg-1", *DAY)  # type: ignore[operator]
    assert code == 2
    assert "valg-1" in err
    assert (here / "programvalg/valg-1.yaml").read_bytes() == before

    put(here, "prosjekt/p-h.yaml", sheet("P-H", 1, "sykkel"))
    assert "prosjekt/p-h.yaml" in byvekst("check", here, *DAY)[1]  # type: ignore[operator]


def test_another_priority_needs_its_reason(here: Path, byvekst: object) -> None:
    """And is then written as prioritised otherwise, never as a deviation."""
    code, _, err = byvekst("plan", here, "--with", "P-D", "--adopt", "valg-1", *DAY)  # type: ignore[operator]
    assert code == 2
    assert "P-D er prioritert annerledes" in err
    assert not (here / "programvalg").exists()

    reason = "P-D=Skoleveg: «viktig»"
    code = byvekst("plan", here, "--with", "P-D", "--adopt", "valg-1", "--reason", reason, *DAY)[0]  # type: ignore[operator]
    assert code == 0
    frozen = (here / "programvalg/valg-1.yaml").read_text("utf-8")
    assert '{prosjekt: "P-D", plassert: med, grunn: "Skoleveg: «viktig»"}' in frozen
    assert "0 feil" in byvekst("check", here, *DAY)[1]  # type: ignore[operator]


def test_what_would_be_chosen_anyway_needs_no_reason(here: Path, byvekst: object) -> None:
    """Asked in where it is in already, or out where it is out: nothing is prioritised otherwise."""
    asked = ("--with", "P-A", "--without", "P-D")
    assert byvekst("plan", here, *asked, "--adopt", "valg-1", *DAY)[0] == 0  # type: ignore[operator]
    assert "prioritert_annerledes" not in (here / "programvalg/valg-1.yaml").read_text("utf-8")


def test_a_profile_without_weights_is_left_out_and_said(here: Path, byvekst: object) -> None:
    """“In all profiles” is then not all that there are."""
    whole = (here / "vekting/klimaet.yaml").read_text("utf-8")
    put(here, "vekting/halv.yaml", whole[: whole.rstrip().rindex("\n")] + "\n")
    left_out = {"note": "refused-profile", "about": ["halv"]}
    assert left_out in told(byvekst, here)["assumptions"]
    assert "Vektprofiler som ikke er med" in byvekst("plan", here, *DAY)[1]  # type: ignore[operator]


def test_reading_never_writes(here: Path, byvekst: object) -> None:
    """Nothing but `--adopt` changes the area."""
    before = {path: path.read_bytes() for path in sorted(here.rglob("*")) if path.is_file()}
    byvekst("plan", here, *DAY)  # type: ignore[operator]
    byvekst("plan", here, "--why", "P-B", *DAY)  # type: ignore[operator]
    assert {path: path.read_bytes() for path in sorted(here.rglob("*")) if path.is_file()} == before


def test_why_one_project(here: Path, byvekst: object) -> None:
    """Its place, its profiles, what pays for it, and what follows from turning it."""
    out = byvekst("plan", here, "--why", "p-b", *DAY)[1]  # type: ignore[operator]
    for words in ("Avhenger av vektingen", "Klimaet", "bompenger 40", "Mer vekt", "inn: P-C"):
        assert words in out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--profile", "klima"), "klimaet"),
        (("--with", "P-Æ"), "P-Æ"),
        (("--why", "P-Z"), "P-Z"),
        (("--income", "mye"), "mye"),
        (("--gap", "-1%"), "-1%"),
        (("--seed", "x"), "x"),
        (("--horizon", "2030-2027"), "2030-2027"),
        (("--horizon", "2040-2043"), "inntekter"),
        (("--programme", "2030-33"), "2030-33"),
        (("--reason", "P-A=x"), "--adopt"),
        (("--adopt", "../ute"), "../ute"),
        (("--chart", "x.gif"), ".svg"),
        (("--wit", "P-A"), "--with"),
    ],
)
def test_wrong_use_is_said_plainly(options: tuple[str, ...], says: str, here: Path, byvekst: object) -> None:
    """With what was wrong and what there is."""
    code, out, err = byvekst("plan", here, *options, *DAY)  # type: ignore[operator]
    assert (code, out) == (2, "")
    assert says in err


def test_an_area_without_what_it_takes_says_what_lacks(area: Path, byvekst: object) -> None:
    """In each language, and never a trace."""
    for language, words in (("nb", "kriterium.yaml"), ("nn", "manglar"), ("en", "missing")):
        code, _, err = byvekst("plan", area, "--language", language, *DAY)  # type: ignore[operator]
        assert code == 2
        assert words in err or "kriterium.yaml" in err


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_language_and_format(language: str, here: Path, byvekst: object) -> None:
    """No line is wider than the screen, and Markdown has the same tables."""
    code, out, err = byvekst("plan", here, "--language", language, *DAY)  # type: ignore[operator]
    assert (code, err) == (0, "")
    assert all(len(line) <= 80 for line in out.splitlines())
    code, out, _ = byvekst("plan", here, "--language", language, "--format", "markdown", *DAY)  # type: ignore[operator]
    assert code == 0
    assert out.startswith("# ")


def test_the_words_keep_the_peace(here: Path, byvekst: object) -> None:
    """No winners, no optimum, nobody outside."""
    for language in ("nb", "nn"):
        out = byvekst("plan", here, "--language", language, *DAY)[1].casefold()  # type: ignore[operator]
        for word in ("taper", "vinner", "optim", "utenfor", "utanfor", "best ", "avvik", "brutt"):
            assert word not in out


def test_the_chart_is_drawn_and_told_in_words(here: Path, byvekst: object, tmp_path: Path) -> None:
    """As SVG with a description."""
    file = tmp_path / "bindinger.svg"
    assert byvekst("plan", here, "--chart", file, *DAY)[0] == 0  # type: ignore[operator]
    drawn = file.read_text("utf-8")
    assert "Sykkelpotten: 7,1 %" in drawn


@pytest.mark.parametrize("format", ["md", "html", "docx"])
def test_the_document(format: str, here: Path, byvekst: object, tmp_path: Path) -> None:
    """In each format, twice the same."""
    files = [tmp_path / name / f"valg.{format}" for name in "ab"]
    for file in files:
        file.parent.mkdir()
        code, _, err = byvekst("document", "programvalg", here, "--output", file, *DAY)  # type: ignore[operator]
        assert (code, err) == (0, "")
    assert files[0].read_bytes() == files[1].read_bytes()
    if format == "md":
        text = files[0].read_text("utf-8")
        assert "Med i alle vektprofiler" in text
        assert "Sikrer at sykkelnettet blir bygd" in text


def test_the_document_says_when_nothing_adds_up(here: Path, byvekst: object) -> None:
    """With the kroner that lack."""
    tie = "  binding: {grunn: Kontrakt, formål: Anlegg}\n"
    for id in ("P-A", "P-D"):
        put(here, f"prosjekt/{id.lower()}.yaml", sheet(id, 60, "kollektiv", tie))
    code, out, err = byvekst("document", "plan", here, *DAY)  # type: ignore[operator]
    assert (code, err) == (0, "")
    assert "Bompenger 2027: det mangler 20 mill. kr." in out


@pytest.mark.parametrize("name", ["bergen", "oslo", "trondheim", "nord-jaeren"])
def test_the_examples_are_worth_reading(name: str, byvekst: object) -> None:
    """Something is sure, something is not, some binding costs, and all of it is marked as invented."""
    answer = told(byvekst, EXAMPLES / name)

    assert {"core", "exterior"} <= {each["place"] for each in answer["projects"]}
    assert "borderline" in {each["place_with_effects"] for each in answer["projects"]}
    assert any(each["loss"] > 0.01 for each in answer["bindings"])
    assert all(each["purpose"] for each in answer["bindings"] if each["kind"] == "bound")
    assert answer["invented"] is True
    assert answer["robustness"]["weights"]["exact"] is True


def test_what_was_asked_for_stands_among_the_bindings(here: Path, byvekst: object) -> None:
    """D taken in costs 30 of 130, and turning it back brings A; bound to nothing but the question."""
    answer = told(byvekst, here, "--with", "P-D")

    price = next(each for each in answer["bindings"] if each["kind"] == "forced")
    assert (price["id"], price["comes"], price["goes"]) == ("P-D", ["P-A"], ["P-D"])
    assert price["loss"] == pytest.approx(60 / 130)
    out = byvekst("plan", here, "--with", "P-D", "--why", "P-D", *DAY)[1]  # type: ignore[operator]
    assert "inn: P-A" in out
    assert "går ikke" not in out


def test_the_document_lists_what_is_about_as_good(here: Path, byvekst: object) -> None:
    """B and C are worth the same in the middle; names stand for ids, and the cost of what is shown beside."""
    out = byvekst("document", "plan", here, *DAY)[1]  # type: ignore[operator]

    assert "| Utvalget som er vist |  | 150 |  |" in out
    assert "| Prosjekt P-C | Prosjekt P-B | 150 | 0 % |" in out
    assert "Ett annet utvalg er om lag likeverdig" in out


def test_what_was_drawn_is_never_called_sure(tmp_path: Path, byvekst: object) -> None:
    """With more than twenty undecided the places are of draws, in the table, the box and for one project."""
    here = make(tmp_path / "mange")
    for at in range(20):
        id = f"Q-{at:02}"
        put(here, f"prosjekt/{id.lower()}.yaml", sheet(id, 30 + at, "gange"))
        scored = (here / "vurdering/p-d.yaml").read_text("utf-8").replace("P-D", id)
        put(here, f"vurdering/{id.lower()}.yaml", scored)

    out = byvekst("plan", here, *DAY)[1]  # type: ignore[operator]
    assert "Med i alle 100 trekninger av vekter" in out
    assert "Med i alle vektprofiler" not in out
    paper = byvekst("document", "plan", here, *DAY)[1]  # type: ignore[operator]
    assert "Med i alle 100 trekninger av vekter" in paper
    assert "Med i alle vektprofiler" not in paper


def test_a_calculation_that_takes_too_long_says_so(
    here: Path, byvekst: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In plain words, for the page and the paper alike."""

    def slow(*_: object) -> None:
        raise NoAnswer("Time limit reached")

    monkeypatch.setattr("byvekst_cli.choice.solve.optimum", slow)
    for command in (("plan",), ("document", "plan")):
        code, out, err = byvekst(*command, here, *DAY)  # type: ignore[operator]
        assert (code, out) == (2, "")
        assert "før tiden var ute" in err


def test_a_start_that_cannot_be_told_apart_is_said(here: Path, byvekst: object) -> None:
    """A tie to a start that is not there, and two starts of one name: noted, and never a trace."""
    tie = "  binding: {grunn: Kontrakt, formål: Anlegg, oppstart: '2072'}\n"
    put(here, "prosjekt/p-d.yaml", sheet("P-D", 60, "kollektiv", tie))
    start = "    - {navn: '2027', år: {2027: 40}}\n"
    put(here, "prosjekt/p-c.yaml", sheet("P-C", 40, "gange").replace(start, start + start))
    answer = told(byvekst, here)

    assert {"note": "unclear-start", "about": ["P-C", "P-D"]} in answer["assumptions"]
    assert chosen(answer) == ["P-B", "P-D", "P-E"]


def test_what_two_are_worth_together_counts_once(here: Path, byvekst: object) -> None:
    """Told on both sheets: 12 on one and 10 on the other is 10 and a note, and never 22."""
    for id, other, cost, measure, points in (
        ("P-A", "P-B", 60, "kollektiv", 12), ("P-B", "P-A", 40, "kollektiv", 10),
    ):  # fmt: skip
        pair = f"  samspill: [{{med: {other}, verdi: {points}, grunn: Samme trasé}}]\n"
        put(here, f"prosjekt/{id.lower()}.yaml", sheet(id, cost, measure, pair))
    answer = told(byvekst, here)

    assert answer["value"] == 140
    assert {"note": "two-pairs", "about": ["P-A–P-B"]} in answer["assumptions"]
