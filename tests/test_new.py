"""New files and areas: they teach, they check clean, and they never overwrite."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from byvekst_cli.cli.app import ALIASES
from byvekst_cli.cli.commands.new import NAMES
from byvekst_cli.edit.new_file import fitting
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.kinds import KINDS
from byvekst_cli.source.records import Misfit
from byvekst_cli.source.small_yaml import read
from conftest import TODAY, Answer, put

Command = Callable[..., Answer]
KIND = {kind.name: kind for kind in KINDS}
WIDE = (
    "{målt: {prosent: 10, poeng: 0}, modell: {prosent: 25, poeng: 2}, "
    "skjønn: {prosent: 50, poeng: 5}, påstand: {prosent: 100, poeng: 10}}"
)
UNSAID = "{lav: 0, sannsynlig: 20, høy: 100}"
NEEDED = {
    "citations": ["kilder={}"],
    "mandate": ["id=ku", "navn=Kontaktutvalget", "rolle=styringsgruppe"],
    "project": ["id=P-2", "navn=Fv5: veg", "kommuner=bergen"],
    "goals": ["mål={}"],
    "indicator": ["id=byindeks", "navn=Byindeksen"],
    "funding": [],
    "closed-days": ["id=egne", "navn=Egne fridager", "fridager={}"],
    "wheel": ["aktiviteter={}"],
    "programme": ["id=2027-30", "navn=Handlingsprogram 2027–2030", "periode={fra: 2027, til: 2030}"],
    "budget": ["år=2027", "navn=Årsbudsjett 2027"],
    "programme-choice": [
        "id=valg-1",
        "navn=Programvalg",
        "status=forslag",
        "dato=2026-11-23",
        "med=[]",
        "beregning={metode: programvalg-1, avstand: 0}",
        "grunnlag={}",
    ],
    "report": ["periode=2026-T1", "navn=Tertialrapport 1"],
    "evaluation": ["år=2023", "navn=Evaluering 2023", "mål={}"],
    "vocabulary": [],
    "wording": [],
    "note-templates": [],
    "price-index": ["id=kpi", "navn=KPI", "verdier={2020: 112.2}"],
    "case": ["id=s-1", "tittel=Budsjett 2027", "slag=årsbudsjett", "tilstand=meldt-inn"],
    "paper": ["sak=s-1", "tittel=Budsjett 2027", "behandling=vedtak"],
    "follow-ups": ["oppfølging={}"],
    "duties": ["avtalepunkter={}"],
    "value-model": [
        "navn=Modell",
        "versjon=1",
        f"usikkerhet={WIDE}",
        f"ukjent_regnes_som={UNSAID}",
        "kriterier={}",
    ],
    "weighting": ["navn=Klima", "vekter=[{kriterium: reisetid, fra: 0, til: -10, poeng: 100}]"],
    "assessment": ["prosjekt=P-2", "vurdert={av: ukjent}", "vurderinger={}"],
    "stamps": ["stempler=[]"],
    "meeting": ["id=2027-01-29-ku", "organ=ku", "dato=2027-01-29", "tilstand=planlagt"],
}


def settings(kind: str) -> list[str]:
    return [word for setting in NEEDED[kind] for word in ("--set", setting)]


def findings(byvekst: Command, area: Path) -> list[tuple[str, str]]:
    out = byvekst("check", area, "--format", "json", "--as-of", TODAY)[1]
    return [(finding["code"], Path(finding["path"]).name) for finding in json.loads(out)["findings"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(NEEDED))
def test_a_new_file_is_sound(kind: str, language: str, area: Path, byvekst: Command) -> None:
    """Only what it refers to and cites may be missing; every field is there, or stands as a suggestion."""
    code, out, err = byvekst("new", kind, *settings(kind), "--area", area, "--language", language)

    assert (code, err) == (0, "")
    assert {code for code, _ in findings(byvekst, area)} <= {"REF001", "SRC001"}
    made = next(path for path in area.rglob("*") if path.name in out and path.suffix in (".yaml", ".md"))
    text = made.read_text(encoding="utf-8")
    for info in KIND[kind].model.model_fields.values():
        assert re.search(rf"(?m)^(# )?{info.alias}: ", text), info.alias
    assert all(len(line) <= 100 for line in text.splitlines() if line.startswith("# ") and ":" not in line)


@pytest.mark.parametrize("kind", [kind for kind in NEEDED if kind != "paper"])
def test_every_suggestion_in_a_new_file_fits(kind: str, area: Path, byvekst: Command) -> None:
    """With all of them switched on the file still has the form of its kind."""
    out = byvekst("new", kind, *settings(kind), "--area", area)[1]
    made = next(path for path in area.rglob("*.yaml") if path.name in out)
    keys = "|".join(str(info.alias) for info in KIND[kind].model.model_fields.values())
    given = {setting.partition("=")[0] for setting in NEEDED[kind]}

    text = re.sub(rf"(?m)^# ((?:{keys}): )", r"\1", made.read_text(encoding="utf-8"))
    made.write_text(text, encoding="utf-8")

    assert given < {line.partition(":")[0] for line in text.splitlines()} or not given
    codes = {code for code, name in findings(byvekst, area) if name == made.name}
    assert not {code for code in codes if code[:3] in ("SCH", "YML", "FIL", "MDN") or code == "MON001"}


def test_every_kind_can_be_named_in_norwegian() -> None:
    """Each kind of file but the area's own has a Norwegian name."""
    assert set(NAMES.values()) == set(KIND) - {"area"}
    assert ALIASES["ny"] == "new"


def test_nothing_is_overwritten(area: Path, byvekst: Command) -> None:
    """Neither a file nor an id that somebody else has."""
    before = (area / "prosjekt/p-1.yaml").read_bytes()
    given = ["--set", "navn=X", "--set", "kommuner=bergen", "--area", area]

    code, _, err = byvekst("new", "prosjekt", "P-1", *given)
    assert code == 2
    assert "prosjekt/p-1.yaml" in err

    put(area, "prosjekt/p-9.yaml", "ødelagt: [\n")
    code, _, err = byvekst("new", "prosjekt", "p-9", *given)
    assert code == 2
    assert (area / "prosjekt/p-1.yaml").read_bytes() == before
    assert (area / "prosjekt/p-9.yaml").read_text(encoding="utf-8") == "ødelagt: [\n"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["prosjekt"], "--set id="),
        (["prosjket", "x"], "«prosjekt»"),
        (["prosjekt", "x", "--set", "navm=X"], "«navn»"),
        (["prosjekt", "x", "--set", "navn"], "FELT=VERDI"),
        (["prosjekt", "a b", "--set", "navn=X", "--set", "kommuner=bergen"], "bindestreker"),
        (["sak", "s-2", "--set", "tittel=X", "--set", "slag=tull", "--set", "tilstand=utkast"], "tull"),
        (["prosjekt", "../../x", "--set", "navn=X", "--set", "kommuner=bergen"], "bindestreker"),
    ],
)
def test_wrong_use_is_explained(arguments: list[str], word: str, area: Path, byvekst: Command) -> None:
    """What is missing or does not fit, in a script, is told with the option that mends it."""
    before = sorted(area.rglob("*"))

    code, _, err = byvekst("new", *arguments, "--area", area)

    assert code == 2
    assert word in err
    assert sorted(area.rglob("*")) == before


def test_a_terminal_is_asked_until_the_answer_fits(
    area: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Help stands above each question, and a wrong answer is explained."""
    answers = iter(["", "p 2", "p-2", "Ny veg", "bergen"])
    asked = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(answers))

    code, out, _ = byvekst("ny", "prosjekt", "--area", area)

    assert code == 0
    assert len(asked) == 5
    assert "bindestreker" in out
    assert "navn: Ny veg\n" in (area / "prosjekt/p-2.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "answer", "yaml"),
    [
        ("navn", "Fv5: veg", '"Fv5: veg"'),
        ("navn", "12", '"12"'),
        ("navn", "Veg", "Veg"),
        ("kommuner", "bergen", "{bergen: 100}"),
        ("kommuner", "{bergen: 50, os: 50}", "{bergen: 50, os: 50}"),
        ("tiltak", "sykkel, gange", "[sykkel, gange]"),
        ("lengde", "1.5", "1.5"),
    ],
)
def test_answers_are_taken_as_people_write_them(key: str, answer: str, yaml: str) -> None:
    """Quotes, lists and shares are put in where only they can be meant."""
    assert fitting(KIND["project"], key, answer) == yaml


def test_an_answer_that_cannot_fit_says_why() -> None:
    """As the check would."""
    assert isinstance(fitting(KIND["project"], "lengde", "langt"), Misfit)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_area_checks_clean(language: str, tmp_path: Path, byvekst: Command) -> None:
    """In the chosen language, with nothing left to mend."""
    root = tmp_path / "nytt"
    given = ["--name", "Nytt byområde", "--region", "Byen: og omegn", "--language", language]

    code, out, _ = byvekst("init", root, *given)

    assert code == 0
    assert "README.md" in out
    assert findings(byvekst, root) == []
    assert (root / "README.md").read_text(encoding="utf-8").startswith("# Nytt byområde\n")
    assert "id: nytt-byområde\n" in (root / "byvekst.yaml").read_text(encoding="utf-8")


def test_a_new_area_is_wired_to_editor_and_ci(tmp_path: Path, byvekst: Command) -> None:
    """Each schema that the editor is told of is there, holds for the files it is for, and CI runs."""
    byvekst("init", tmp_path, "--name", "Nytt", "--region", "Byen")
    wired = json.loads((tmp_path / ".vscode/settings.json").read_text())["yaml.schemas"]

    assert set(wired.values()) == {kind.pattern for kind in KINDS if kind.pattern.endswith(".yaml")}
    for schema, pattern in wired.items():
        validator = Draft202012Validator(json.loads((tmp_path / schema).read_text(encoding="utf-8")))
        for path in tmp_path.glob(pattern):
            assert list(validator.iter_errors(read(path.read_text(encoding="utf-8")).data)) == []
    workflow = tmp_path / ".github/workflows/byvekst.yml"
    check = [
        Path(sys.executable).parent / "check-jsonschema",
        "--builtin-schema",
        "vendor.github-workflows",
        workflow,
    ]
    assert subprocess.run(check, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("there", ["byvekst.yaml", "README.md", ".vscode/settings.json"])
def test_an_area_is_made_whole_or_not_at_all(there: str, tmp_path: Path, byvekst: Command) -> None:
    """One file in the way, and nothing is written."""
    put(tmp_path, there, "mitt\n")

    code, _, err = byvekst("init", tmp_path, "--name", "Nytt", "--region", "Byen")

    assert code == 2
    assert there in err
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / there]


def test_a_newcomer_finds_the_way(tmp_path: Path) -> None:
    """init, three mistakes, check, explain, repair, check clean: as the installed program, from nothing."""
    program = Path(sys.executable).parent / "byvekst"

    def byvekst(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [program, *arguments],
            cwd=root if root.exists() else tmp_path,
            env={"PATH": "/usr/bin:/bin", "BYVEKST_LANGUAGE": "nb", "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout + done.stderr

    root = tmp_path / "område"
    assert byvekst("init", "område", "--name", "Nytt byområde", "--region", "Byen")[0] == 0
    area = (root / "byvekst.yaml").read_text(encoding="utf-8")
    put(
        root,
        "byvekst.yaml",
        area.replace("organisasjoner: {}", "organisasjoner:\n  byen: {navn: Byen kommune, type: kommune}"),
    )
    assert (
        byvekst("ny", "prosjekt", "by-syk-001", "--set", "navn=Sykkelveg", "--set", "kommuner=byen")[0] == 0
    )
    sheet = (root / "prosjekt/by-syk-001.yaml").read_text(encoding="utf-8")
    spoilt = sheet.replace(
        "tiltak: ukjent", "tiltak: [sykel]\nillustrasjon: true\nlengde: 1,5\nstatus_per: 15.6.2026"
    )
    put(root, "prosjekt/by-syk-001.yaml", spoilt)

    code, found = byvekst("sjekk")
    assert code == 1
    codes = dict.fromkeys(re.findall(r"\b[A-Z]{3}\d{3}\b", found))
    assert set(codes) == {"REF001", "SCH007", "SCH008"}
    assert all(byvekst("forklar", each)[0] == 0 for each in codes)
    assert byvekst("rett")[0] == 0
    code, found = byvekst("sjekk")
    assert code == 1
    assert "Mente du «sykkel»?" in found
    assert byvekst("rett", "--unsafe")[0] == 0
    assert byvekst("sjekk") == (0, "Ingen funn i 5 filer.\n")
