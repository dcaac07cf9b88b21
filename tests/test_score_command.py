"""`byvekst score`: values beside money, explained, added up, tried, and drawn."""

import json
import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from byvekst_cli.language import LANGUAGES
from conftest import EXAMPLES, TODAY, Answer, put

Command = Callable[..., Answer]
AREAS = ("bergen", "nord-jaeren", "oslo", "trondheim")
MODEL = """navn: Verdimodell
versjon: "2"
illustrasjon: true
usikkerhet:
  målt: {prosent: 0, poeng: 0}
  modell: {prosent: 10, poeng: 0}
  skjønn: {prosent: 50, poeng: 5}
  påstand: {prosent: 100, poeng: 10}
ukjent_regnes_som: {lav: 0, sannsynlig: 20, høy: 100}
kriterier:
  reisetid:
    navn: Kortere reiser
    mål: [nullvekst]
    tema: reisetid
    enhet: persontimer per døgn
    ingen_tiltak: 0
    ankere: [{nivå: 100, verdi: -50}, {nivå: 0, verdi: 0}, {nivå: -100, verdi: 100}]
  bymiljø:
    navn: Bedre byrom
    mål: [nullvekst]
    tema: bymiljø
    ingen_tiltak: 0
    trinn:
      - {nivå: -1, ord: Verre, verdi: -40}
      - {nivå: 0, ord: Ingen, verdi: 0}
      - {nivå: 2, ord: Bedre, verdi: 100}
"""
KLIMA = """navn: Klima
vekter:
  - {kriterium: reisetid, fra: 0, til: -100, poeng: 100}
  - {kriterium: bymiljø, fra: 0, til: 2, poeng: 25}
"""
GOALS = """mål:
  nullvekst: {navn: Nullvekst, nivå: nasjonalt, ordlyd: [{tekst: Veksten tas av andre., fra: 2020}]}
"""


def sheet(id: str, mnok: str | None) -> str:
    money = f"finansiering: {{sum: {{beløp: {mnok}, prisår: 2025}}, illustrasjon: true}}\n" if mnok else ""
    return f"id: {id}\nnavn: Sykkelveg {id}\nkommuner: {{bergen: 100}}\ntiltak: [sykkel]\n{money}"


def assessed(id: str, scores: str) -> str:
    return (
        f"prosjekt: {id}\nillustrasjon: true\n"
        "vurdert: {av: bergen, rolle: fagansvarlig, dato: 2026-09-01}\n"
        f"lest: {{av: bergen, rolle: andreleser}}\nnnb: {{verdi: -0.2, år: 2025}}\nvurderinger: {scores}\n"
    )


A = "{reisetid: {sannsynlig: -50, evidens: målt}, bymiljø: {nivå: 2, evidens: målt}}"
B = "{reisetid: {lav: -90, sannsynlig: -60, høy: -30, evidens: modell}, bymiljø: {nivå: 0, evidens: målt}}"
C = "{reisetid: {sannsynlig: ukjent, grunn: Ikke utredet}, bymiljø: {nivå: -1, evidens: målt}}"


@pytest.fixture
def valued(area: Path) -> Path:
    """Three projects whose values can be worked out by hand: 60, 48, and one that nobody knows."""
    put(area, "maal.yaml", GOALS)
    put(area, "kriterium.yaml", MODEL)
    put(area, "vekting/klima.yaml", KLIMA)
    for id, mnok, scores in (("P-1", "100", A), ("P-2", "40", B), ("P-3", None, C)):
        put(area, f"prosjekt/{id.lower()}.yaml", sheet(id, mnok))
        put(area, f"vurdering/{id.lower()}.yaml", assessed(id, scores))
    return area


def told(byvekst: Command, area: Path, *more: str) -> Any:
    code, out, err = byvekst("score", area, "--format", "json", "--as-of", TODAY, *more)
    assert (code, err) == (0, "")
    return json.loads(out)


def test_values_are_those_worked_out_by_hand(valued: Path, byvekst: Command) -> None:
    """0.8·50 + 0.2·100 = 60, and 60 per 100 MNOK; 0.8·60 = 48, 120 per 100 MNOK, so it comes first."""
    found = told(byvekst, valued)

    assert found["profiles"]["klima"]["weights"] == {"reisetid": 0.8, "bymiljø": 0.2}
    assert [each["id"] for each in found["projects"]] == ["P-2", "P-1", "P-3"]
    second, first, third = (each["values"]["klima"] for each in found["projects"])
    assert (first["low"], first["likely"], first["high"], first["per_100_mnok"]) == (60, 60, 60, 60)
    assert (second["low"], second["likely"], second["high"], second["per_100_mnok"]) == (24, 48, 72, 120)
    assert (third["low"], third["likely"], third["high"], third["per_100_mnok"]) == (-8, 8, 72, None)
    assert found["projects"][0]["net_benefit_per_krone"] == -0.2
    assert found["projects"][2]["scores"]["reisetid"]["state"] == "unknown"


def test_the_table_sets_value_beside_money_and_plans(
    valued: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The unknown is marked, the invented is called so; P-2 at its lowest equals P-1 for each krone."""
    monkeypatch.setenv("COLUMNS", "120")
    code, out, err = byvekst("poeng", valued, "--as-of", TODAY)

    assert (code, err) == (0, "")
    assert re.search(r"P-2 +Sykkelveg P-2 +48 \(24–72\) +2 \(1–3\) +40 +120 +1 +−0,2", out)
    assert re.search(r"P-3 +Sykkelveg P-3 +8 \(−8 til 72\) \? +3 \(1–3\) +ikke oppgitt", out)
    assert "Illustrasjon" in out
    assert not re.search(r"best|optim|taper|vinner", out, re.IGNORECASE)


def test_other_projects_change_no_value(valued: Path, byvekst: Command) -> None:
    """A newcomer that is worst in all, or that one leaves: every other value stays to the last digit."""
    before = {each["id"]: each["values"] for each in told(byvekst, valued)["projects"]}
    put(valued, "prosjekt/p-4.yaml", sheet("P-4", "5"))
    worst = "{reisetid: {sannsynlig: 100, evidens: målt}, bymiljø: {nivå: -1, evidens: målt}}"
    put(valued, "vurdering/p-4.yaml", assessed("P-4", worst))
    (valued / "vurdering/p-2.yaml").unlink()

    after = {each["id"]: each["values"] for each in told(byvekst, valued)["projects"]}

    assert {id: after[id] for id in ("P-1", "P-3")} == {id: before[id] for id in ("P-1", "P-3")}
    assert after["P-4"]["klima"]["likely"] == -48


@pytest.mark.parametrize("area", AREAS)
def test_printed_contributions_add_up(area: str, byvekst: Command) -> None:
    """For every project and profile of the examples, as printed."""
    for project in told(byvekst, EXAMPLES / area)["projects"]:
        asked = ("--why", project["id"], "--format", "markdown", "--language", "en", "--as-of", TODAY)
        out = byvekst("score", EXAMPLES / area, *asked)[1]
        table = out.split("## ")[1].splitlines()
        rows = [line.strip("|").split("|") for line in table if line.startswith("|")][2:]
        assert len(rows) > 1
        for column in zip(*([_number(cell) for cell in row[2:]] for row in rows), strict=True):
            assert sum(column[:-1]) == column[-1]


def _number(cell: str) -> Decimal:
    return Decimal(cell.strip().replace("−", "-").replace(",", "."))


def test_why_names_sources_roles_and_the_turning_weight(valued: Path, byvekst: Command) -> None:
    """P-1 and P-2 are worth the same where 50w + 100(1−w) = 60w: at 100/110 = 90.9 % for travel time."""
    code, out, _ = byvekst("score", valued, "--why", "p-1", "--as-of", TODAY)

    assert code == 0
    assert re.search(r"Kortere reiser +80,0 % +aldri +90,9 %: P-2", out)
    assert "bergen, fagansvarlig, 1. september 2026" in out
    assert "bergen, andreleser" in out
    assert "illustrasjon" in out
    assert "2 Bedre" in out


def test_why_tells_what_holds_whatever_the_weights(valued: Path, byvekst: Command) -> None:
    """P-4 is sure to be below nothing, which all others are sure to be above."""
    put(valued, "prosjekt/p-4.yaml", sheet("P-4", "5"))
    worst = "{reisetid: {sannsynlig: 100, evidens: målt}, bymiljø: {nivå: -1, evidens: målt}}"
    put(valued, "vurdering/p-4.yaml", assessed("P-4", worst))

    assert set(told(byvekst, valued, "--why", "P-4")["over"]) == {"P-1", "P-2", "P-3"}
    assert told(byvekst, valued, "--why", "P-1")["under"] == ["P-4"]
    assert "minst like mye som «P-4»" in " ".join(byvekst("score", valued, "--why", "P-1")[1].split())


def test_why_tells_what_is_unknown_and_why(valued: Path, byvekst: Command) -> None:
    """With the reason that the file gives."""
    assert "ukjent: Ikke utredet" in byvekst("score", valued, "--why", "P-3")[1]


def test_groups_add_up(valued: Path, byvekst: Command) -> None:
    """Likely values by municipality: 60 + 48 + 8; value for money only where all money is known."""
    for by in ("municipality", "type", "programme"):
        groups = told(byvekst, valued, "--by", by)["groups"]
        assert sum(group["likely"]["klima"] for group in groups) == 116
        assert sum(group["projects"] for group in groups) == 3
        assert groups[0]["per_100_mnok"]["klima"] is None


def test_printed_groups_add_up(valued: Path, byvekst: Command) -> None:
    """A column a profile; whole numbers that add up to the sum below them, as printed."""
    put(valued, "vekting/trygg.yaml", KLIMA.replace("Klima", "Trygg").replace("poeng: 25", "poeng: 33"))
    for id in ("P-1", "P-2", "P-3"):
        type = f"tiltak: [{id.lower()}]"
        put(valued, f"prosjekt/{id.lower()}.yaml", sheet(id, "10").replace("tiltak: [sykkel]", type))

    out = byvekst("score", valued, "--by", "type", "--format", "markdown")[1]
    rows = [re.split(r" *\| *", line)[1:-1] for line in out.splitlines() if line.startswith("| ")]
    head, *groups, last = [row for row in rows if row[0] != "---"]

    for at in (head.index("Klima"), head.index("Trygg")):
        assert sum(int(row[at].replace("−", "-")) for row in groups) == int(last[at])
    assert len(groups) == 3


def test_values_are_set_against_kroner_of_one_year(valued: Path, byvekst: Command) -> None:
    """Index 100 and 125: 40 million of 2020 are 50 of 2025, so P-2 gives 48 for 50, or 96 per 100.

    What the index does not cover stays, and is marked.
    """
    index = (
        "id: pris\nnavn: Pris\nreferanse: 2020 = 100\nillustrasjon: true\nverdier: {2020: 100, 2025: 125}\n"
    )
    put(valued, "prisindeks/pris.yaml", index)
    put(valued, "finansiering.yaml", "prisindeks: pris\nordninger: {}\n")
    for id, mnok, year in (("P-2", 40, 2020), ("P-3", 30, 2019)):
        put(valued, f"prosjekt/{id.lower()}.yaml", sheet(id, str(mnok)).replace("2025", str(year)))

    report = told(byvekst, valued)
    rows = {row["id"]: row for row in report["projects"]}
    out = " ".join(byvekst("score", valued)[1].split())

    assert report["prices"] == {"year": 2025, "index": "pris", "moved": ["P-2"]}
    assert rows["P-2"]["charged"]["amounts"] == [{"price_year": "2025", "mnok": 50.0}]
    assert rows["P-2"]["values"]["klima"]["per_100_mnok"] == 96
    assert "Regnet om til 2025-kroner med prisindeksen pris: «P-2»." in out
    assert " 30* " in out
    assert " 50 " in out


def test_files_with_faults_are_named(valued: Path, byvekst: Command) -> None:
    """An assessment or profile that cannot be read is not just gone, and a broken model is not missing."""
    put(valued, "vurdering/p-2.yaml", assessed("P-2", "{reisetid: {sannsynlig: mye}}"))
    put(valued, "vekting/trygg.yaml", "navn: [\n")

    assert told(byvekst, valued)["unread"] == ["vekting/trygg.yaml", "vurdering/p-2.yaml"]
    assert "«vurdering/p-2.yaml»" in " ".join(byvekst("score", valued)[1].split())

    put(valued, "kriterium.yaml", "navn: [\n")
    code, out, err = byvekst("score", valued)
    assert (code, out) == (1, "")
    assert "kriterium.yaml" in err
    assert "byvekst sjekk" in err


def test_draws_are_seeded_and_say_so(valued: Path, byvekst: Command) -> None:
    """The same twice, other with another seed, and the number, the seed and the error are printed."""
    asked = ("--sensitivity", "--draws", "500", "--seed", "3")
    first, again = (told(byvekst, valued, *asked)["sensitivity"] for _ in range(2))
    other = told(byvekst, valued, "--sensitivity", "--draws", "500", "--seed", "4")["sensitivity"]

    assert first == again
    assert first["rank_acceptability"] != other["rank_acceptability"]
    out = " ".join(byvekst("score", valued, *asked, "--profile", "klima")[1].split())
    assert "500 trekninger med startverdi 3" in out
    assert "±4,4 prosentpoeng" in out
    assert "«Klima»" in out


def test_shares_are_not_rounded_to_never_or_always(valued: Path, byvekst: Command) -> None:
    """P-2 leads where good places have less than 10 points, which is 0.3 of the 190.3 that they can have."""
    rare = KLIMA.replace("poeng: 25", "lav: 9.7, høy: 200")
    put(valued, "vekting/klima.yaml", rare)
    put(valued, "vurdering/p-2.yaml", assessed("P-2", B.replace("lav: -90, ", "").replace("høy: -30, ", "")))
    put(valued, "kriterium.yaml", MODEL.replace("prosent: 10,", "prosent: 0,"))
    asked = ("--sensitivity", "--profile", "klima", "--draws", "10000", "--seed", "1")
    found = told(byvekst, valued, *asked)["sensitivity"]["rank_acceptability"]
    out = byvekst("score", valued, *asked)[1]
    shown = {row.split()[0]: row.split("  ")[1:] for row in out.splitlines() if row.startswith("P-")}

    assert found["P-2"][0] == pytest.approx(0.3 / 190.3, abs=0.002)
    assert found["P-2"][0] > 0
    assert any("<1 %" in cell for cell in shown["P-2"])
    assert any(">99 %" in cell for cell in shown["P-1"])
    assert "Porteføljen er 3 prosjekter." in " ".join(out.split())


def test_a_portfolio_is_named_by_its_programme(valued: Path, byvekst: Command) -> None:
    """So that nobody takes the uncertainty of one programme for that of all projects."""
    programme = "id: hp\nnavn: Programmet\nperiode: {fra: 2026, til: 2029}\nstatus: vedtatt\n"
    put(
        valued,
        "handlingsprogram/hp.yaml",
        f"{programme}linjer: [{{prosjekt: P-1, sum: {{beløp: ukjent, prisår: ukjent}}}}]\n",
    )

    out = " ".join(byvekst("score", valued, "--sensitivity", "--draws", "100")[1].split())

    assert "Porteføljen er 1 prosjekt i Programmet." in out


def test_a_sum_of_dependent_criteria_is_warned_of(valued: Path, byvekst: Command) -> None:
    """Until somebody has said in the model that the criteria are independent."""
    assert "forutsetter at kriteriene er uavhengige" in " ".join(byvekst("score", valued)[1].split())

    put(valued, "kriterium.yaml", MODEL.replace("usikkerhet:", "uavhengighet: Drøftet\nusikkerhet:", 1))
    assert "forutsetter at" not in " ".join(byvekst("score", valued)[1].split())


def test_order_of_files_changes_nothing(valued: Path, byvekst: Command, tmp_path: Path) -> None:
    """The same files written in another order give the same bytes."""
    other = tmp_path / "andre" / valued.name
    for path in sorted(valued.rglob("*.yaml"), reverse=True):
        put(other, path.relative_to(valued).as_posix(), path.read_bytes())
    asked = ("--sensitivity", "--draws", "200", "--as-of", TODAY)

    assert byvekst("score", valued, *asked)[1] == byvekst("score", other, *asked)[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_every_view_of_the_examples_speaks(area: str, language: str, byvekst: Command) -> None:
    """In three languages, within 80 columns, and with nothing left open."""
    first = told(byvekst, EXAMPLES / area)["projects"][0]["id"]
    for more in (
        [],
        ["--profile", "klima"],
        ["--why", first],
        ["--by", "type"],
        ["--sensitivity", "--draws", "200"],
    ):
        code, out, err = byvekst("score", EXAMPLES / area, *more, "--language", language, "--as-of", TODAY)
        assert (code, err) == (0, "")
        assert max(map(len, out.splitlines())) <= 80
        assert not re.search(r"\{\w*\}|\[\[|None|Fraction|Decimal", out)


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (["--profile", "klma"], "«klima»"),
        (["--why", "P-9"], "P-9"),
        (["--why", "P-1", "--by", "type"], "Bruk bare ett"),
        (["--draws", "500"], "--sensitivity"),
        (["--sensitivity", "--draws", "5"], "100"),
        (["--sensitivity", "--seed", "x"], "«x»"),
        (["--by", "farge"], "municipality"),
        (["--chart", "x.gif"], ".svg"),
        (["--chart", "x.svg", "--why", "P-1"], "--why"),
    ],
)
def test_wrong_use_is_told(more: list[str], word: str, valued: Path, byvekst: Command) -> None:
    """On one line, with what would do."""
    code, out, err = byvekst("score", valued, *more, "--language", "nb")

    assert (code, out) == (2, "")
    assert word in err


def test_a_project_without_an_assessment_is_told_apart(valued: Path, byvekst: Command) -> None:
    """It exists, but nobody has assessed it."""
    put(valued, "prosjekt/p-5.yaml", sheet("P-5", None))

    assert "byvekst new vurdering P-5" in byvekst("score", valued, "--why", "P-5")[2]


@pytest.mark.parametrize("missing", ["kriterium.yaml", "vekting", "vurdering"])
def test_what_is_not_there_yet_is_told(missing: str, valued: Path, byvekst: Command) -> None:
    """An area without model, profiles or assessments is not faulty; the answer says what to make."""
    path = valued / missing
    shutil.rmtree(path) if path.is_dir() else path.unlink()

    code, out, err = byvekst("score", valued)

    assert (code, err) == (0, "")
    assert "byvekst new" in " ".join(out.split())
    assert json.loads(byvekst("score", valued, "--format", "json")[1])["projects"] == []


def test_new_files_begin_with_the_criteria_of_the_area(valued: Path, byvekst: Command) -> None:
    """A profile asks about each step, an assessment begins as unknown, and a model has a policy."""
    put(valued, "prosjekt/p-5.yaml", sheet("P-5", None))
    assert byvekst("new", "vurdering", "P-5", "--area", valued)[0] == 0
    assert byvekst("new", "vekting", "parti", "--set", "navn=Parti", "--area", valued)[0] == 0

    profile = (valued / "vekting/parti.yaml").read_text(encoding="utf-8")
    assert "{kriterium: reisetid, fra: 0, til: -100}" in profile
    assert "{kriterium: bymiljø, fra: 0, til: 2}" in profile
    newcomer = next(each for each in told(byvekst, valued)["projects"] if each["id"] == "P-5")
    assert {each["state"] for each in newcomer["scores"].values()} == {"unknown"}

    (valued / "kriterium.yaml").unlink()
    assert byvekst("new", "kriterium", "--set", "navn=M", "--set", "versjon=1", "--area", valued)[0] == 0
    code, out, _ = byvekst("score", valued)
    assert (code, "ingen kriterier ennå" in out) == (0, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_criteria_that_a_new_model_suggests_can_be_used(
    language: str, valued: Path, byvekst: Command
) -> None:
    """Without the signs before them they are criteria of the area's own goal, in units and in points."""
    for path in ("kriterium.yaml", "vekting/klima.yaml", *(f"vurdering/p-{at}.yaml" for at in (1, 2, 3))):
        (valued / path).unlink()
    asked = ("--set", "navn=M", "--set", "versjon=1", "--area", valued, "--language", language)
    assert byvekst("new", "value-model", *asked)[0] == 0
    before, _, after = (valued / "kriterium.yaml").read_text(encoding="utf-8").partition("kriterier: {}")
    rows = [row.removeprefix("# ") if row.startswith("#   ") else row for row in after.splitlines()]
    put(valued, "kriterium.yaml", "\n".join([f"{before}illustrasjon: true\nkriterier:", *rows[:20]]) + "\n")
    assert byvekst("new", "weighting", "klima", "--set", "navn=Klima", "--area", valued)[0] == 0
    profile = valued / "vekting/klima.yaml"
    answered = re.sub(r"(til: -?\d+)}", r"\1, poeng: 100}", profile.read_text(encoding="utf-8"))
    put(valued, "vekting/klima.yaml", answered)
    assert byvekst("new", "assessment", "P-1", "--area", valued)[0] == 0

    assert byvekst("check", valued, "--as-of", TODAY)[0] == 0
    report = told(byvekst, valued)
    assert len(report["criteria"]) == 2
    assert [row["id"] for row in report["projects"]] == ["P-1"]


def test_examples_of_texts_are_shown_as_they_are_given(valued: Path, byvekst: Command) -> None:
    """What is told to be added can be added as it stands: no quotes that the file alone needs."""
    (valued / "kriterium.yaml").unlink()
    err = byvekst("new", "value-model", "--area", valued)[2]

    assert "--set versjon='1'" in err


def test_a_small_project_can_have_a_grade_on_a_measured_criterion(valued: Path, byvekst: Command) -> None:
    """Grade 1 is worth 10 beside anchors where −100 is worth 100: 0.8·10 + 0.2·0 = 8; by judgement 5 to 15.

    A level in the unit is still that, a grade that is not there is an error, and nobody has to have grades.
    """
    grades = "trinn: [{nivå: 0, ord: Ingen, verdi: 0}, {nivå: 1, ord: Litt kortere, verdi: 10}]"
    put(
        valued,
        "kriterium.yaml",
        MODEL.replace("{nivå: -100, verdi: 100}]", f"{{nivå: -100, verdi: 100}}]\n    {grades}", 1),
    )
    small = "{reisetid: {nivå: 1, evidens: skjønn, driver: vane}, bymiljø: {nivå: 0, evidens: målt}}"
    put(valued, "vurdering/p-3.yaml", assessed("P-3", small))

    rows = {row["id"]: row for row in told(byvekst, valued)["projects"]}
    assert (rows["P-1"]["values"]["klima"]["likely"], rows["P-2"]["values"]["klima"]["likely"]) == (60, 48)
    assert rows["P-3"]["scores"]["reisetid"] == {"state": "known", "low": 5, "likely": 10, "high": 15}
    assert rows["P-3"]["values"]["klima"]["likely"] == 8
    why = " ".join(byvekst("score", valued, "--why", "P-3")[1].split())
    assert "1 Litt kortere" in why
    assert "0 → 0; 1 → 10" in why
    assert byvekst("check", valued, "--select", "SCO", "--as-of", TODAY)[0] == 0

    put(valued, "vurdering/p-3.yaml", assessed("P-3", small.replace("nivå: 1", "nivå: 2")))
    assert "SCO009" in byvekst("check", valued, "--as-of", TODAY)[1]


def test_a_faulty_model_is_not_reckoned_with(valued: Path, byvekst: Command) -> None:
    """The command says which criterion, and leaves the reason to `check`."""
    put(valued, "kriterium.yaml", MODEL.replace("{nivå: 0, verdi: 0}", "{nivå: 0, verdi: 5}"))

    code, out, err = byvekst("score", valued)

    assert (code, out) == (1, "")
    assert "«reisetid»" in err or "reisetid" in err


def test_a_profile_without_swings_is_refused(valued: Path, byvekst: Command) -> None:
    """It is left out and named, and cannot be asked for."""
    put(valued, "vekting/raskt.yaml", KLIMA.replace("fra: 0, til: -100, ", "").replace("Klima", "Raskt"))

    assert "raskt" in byvekst("score", valued)[1]
    code, _, err = byvekst("score", valued, "--profile", "raskt")
    assert code == 2
    assert "raskt" in err


def test_values_need_no_numpy(valued: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only draws do, and then the command says how to get it."""
    monkeypatch.setattr("byvekst_cli.cli.commands.score.find_spec", lambda _: None)

    assert byvekst("score", valued)[0] == 0
    code, _, err = byvekst("score", valued, "--sensitivity")
    assert code == 2
    assert "byvekst[plan]" in err


@pytest.mark.parametrize("more", [[], ["--profile", "klima"]])
@pytest.mark.parametrize("ending", ["svg", "png"])
def test_pictures_are_drawn_with_words_for_them(
    more: list[str], ending: str, valued: Path, byvekst: Command, tmp_path: Path
) -> None:
    """The same bytes twice, and a text that names each project and its numbers."""
    pytest.importorskip("matplotlib")
    files = [tmp_path / f"{n}.{ending}" for n in (1, 2)]
    for file in files:
        assert byvekst("score", valued, "--chart", file, "--as-of", TODAY, *more)[0] == 0

    assert files[0].read_bytes() == files[1].read_bytes()
    if ending == "svg":
        text = files[0].read_text(encoding="utf-8")
        desc = re.search(r"<desc>(.*?)</desc>", text, re.DOTALL)
        assert desc
        assert all(id in desc.group(1) for id in ("P-1", "P-2", "P-3"))
        assert ("60,0" if more else "1–3") in desc.group(1)


@pytest.mark.parametrize("more", [(), ("--by", "type"), ("--why", "P-1"), ("--sensitivity",)], ids=str)
def test_profiles_of_one_name_are_told_apart(more: tuple[str, ...], valued: Path, byvekst: Command) -> None:
    """By their ids, which are not shown where the names differ; programs get the name as it is written."""
    assert "(klima)" not in byvekst("score", valued, "--as-of", TODAY, *more)[1]

    put(valued, "vekting/parti.yaml", KLIMA.replace("Klima", "klima "))
    out = " ".join(byvekst("score", valued, "--as-of", TODAY, *more)[1].split())
    assert "Klima (klima)" in out
    assert "klima (parti)" in out
    found = json.loads(byvekst("score", valued, "--as-of", TODAY, "--format", "json")[1])["profiles"]
    assert found["klima"]["name"] == "Klima"


def test_phases_and_plans_are_in_the_readers_language(byvekst: Command) -> None:
    """The files say `åpnet` and `pågår` whatever the language; people read their own."""
    out = byvekst("score", EXAMPLES / "bergen", "--as-of", TODAY, "--format", "markdown")[1]

    assert "| opna |" in out
    assert "reguleringsplan, går føre seg" in out
    assert not re.search(r"åpnet|pågår", out)
