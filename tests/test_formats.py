"""What other programs read: each format holds to its own standard."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from jsonschema import Draft7Validator, Draft202012Validator

from byvekst_cli.language import LANGUAGES
from byvekst_cli.report.formats import FORMATS
from conftest import EXAMPLES, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
SCHEMAS = Path(__file__).parent / "schemas"
"""SARIF's is OASIS's own; JUnit's is that of the Jenkins xUnit plugin."""
SARIF = Draft7Validator(json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")))
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")
GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "fingerprint": {"type": "string", "minLength": 1},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "not": {"pattern": r"^\./"}},
                        "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                    },
                },
            },
        },
    }
)
"""As in docs.gitlab.com/ci/testing/code_quality: GitLab publishes the fields, not a schema."""
MIXED = f"""{SHEET}merknad: N/A  # byvekst: tillat VAL001: avklares
beskrivelse: N/A
kilde: nei-og-nei
anslag: [{{dato: 2024, prisår: 2024, p50: 1}}]
milepæler: [{{hva: åpning, plan: 2024}}]
"""


@pytest.fixture
def mixed(area: Path) -> Path:
    """Errors, warnings, advice, and one that is allowed, in a file with a name that needs care."""
    put(area, "prosjekt/p-1.yaml", MIXED)
    put(area, "prosjekt/å %,:2.yaml", "id: [\n")
    return area


def answer(byvekst: Command, area: Path, format: str, *options: object) -> str:
    return byvekst("check", area, "--format", format, "--as-of", TODAY, *options)[1]


@pytest.mark.parametrize("name", ["oslo", "bergen", "trondheim", "nord-jaeren"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_real_areas_fit_every_standard(language: str, name: str, byvekst: Command) -> None:
    """SARIF, JUnit and GitLab, in three languages."""
    area = EXAMPLES / name
    sarif = json.loads(answer(byvekst, area, "sarif", "--language", language))

    assert list(SARIF.iter_errors(sarif)) == []
    JUNIT.validate(answer(byvekst, area, "junit", "--language", language))
    assert list(GITLAB.iter_errors(json.loads(answer(byvekst, area, "gitlab", "--language", language)))) == []


def test_sarif_holds_rules_states_and_places(mixed: Path, tmp_path: Path, byvekst: Command) -> None:
    """Each result points at its rule; what may stand and what was known says so."""
    file = tmp_path / "b.json"
    byvekst("check", mixed, "--baseline", file, "--update-baseline", "--as-of", TODAY)
    put(mixed, "prosjekt/p-1.yaml", f"{MIXED}nettside: N/A\n".replace("N/A\nkilde", "N/A\nkilde"))
    put(mixed, "prosjekt/p-3.yaml", SHEET.replace("p-1", "p-3").replace("bergen", "os"))
    log = json.loads(answer(byvekst, mixed, "sarif", "--baseline", file))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert list(SARIF.iter_errors(log)) == []
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert {r["baselineState"] for r in run["results"]} == {"new", "unchanged"}
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}
    assert any(uri.endswith("prosjekt/%C3%A5%20%25%2C%3A2.yaml") for uri in uris)


def test_sarif_keeps_the_reason_of_what_is_allowed(mixed: Path, byvekst: Command) -> None:
    """With the justification, as the standard has it."""
    put(mixed, "prosjekt/p-1.yaml", f"{SHEET}merknad: N/A  # byvekst: tillat VAL001: avklares\n")
    log = json.loads(answer(byvekst, mixed, "sarif"))

    found = [r["suppressions"] for r in log["runs"][0]["results"] if r["ruleId"] == "VAL001"]

    assert found == [[{"kind": "inSource", "justification": "avklares"}]]


def test_annotations_are_escaped_and_the_gravest_come_first(mixed: Path, byvekst: Command) -> None:
    """One line a finding, whatever is in the names."""
    *lines, last = answer(byvekst, mixed, "github").splitlines()
    levels = [line.split(" ")[0] for line in lines]

    assert levels == sorted(levels, key=["::error", "::warning", "::notice"].index)
    assert last.startswith("Tillatt med grunn: ")
    assert any("prosjekt/å %25%2C%3A2.yaml,line=1" in line for line in lines)


def test_the_step_summary_is_written(
    mixed: Path, tmp_path: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Added to what other steps wrote, and only for GitHub."""
    summary = put(tmp_path, "summary.md", "# Før\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    answer(byvekst, mixed, "json")
    assert summary.read_text(encoding="utf-8") == "# Før\n"
    answer(byvekst, mixed, "github")

    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Før\n# byvekst\n")
    assert "REF001" in text


def test_gitlab_tells_twins_apart(area: Path, byvekst: Command) -> None:
    """Two findings with one fingerprint must not become one."""
    put(
        area,
        "prosjekt/p-1.yaml",
        f"{SHEET}egne: {{}}\nkilde: nei\nandre_oppgir:\n" + "  - {felt: zz, verdi: 1}\n" * 2,
    )

    prints = [issue["fingerprint"] for issue in json.loads(answer(byvekst, area, "gitlab"))]

    assert len(set(prints)) == len(prints) > 2


def test_junit_counts_what_fails(mixed: Path, byvekst: Command) -> None:
    """Errors fail, what may stand is skipped, clean files pass."""
    out = answer(byvekst, mixed, "junit")
    JUNIT.validate(out)
    (suite,) = ET.fromstring(out)
    summary = json.loads(answer(byvekst, mixed, "json"))["summary"]

    assert int(suite.attrib["failures"]) == summary["error"] > 0
    assert int(suite.attrib["tests"]) == len(suite) >= summary["files"]


def test_markdown_is_left_alone_by_what_stands_in_the_files(area: Path, byvekst: Command) -> None:
    """A table row a finding, whatever somebody called their file."""
    put(area, "prosjekt/a|b*c.yaml", "id: [\n")

    out = answer(byvekst, area, "markdown")

    assert r"a\|b\*c.yaml:1" in out
    assert all(line.count(" | ") == 2 for line in out.splitlines() if line.startswith("| "))


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_can_go_to_a_file(format: str, mixed: Path, tmp_path: Path, byvekst: Command) -> None:
    """Several at once, beside what is on the screen, and the same bytes."""
    file = tmp_path / "out"
    code, out, _ = byvekst(
        "check", mixed, "--report", f"{format}:{file}", "--report", f"json:{tmp_path / 'j'}", "--as-of", TODAY
    )

    assert code == 1
    assert "feil" in out
    if format != "text":
        assert file.read_text(encoding="utf-8") == answer(byvekst, mixed, format)
    assert json.loads((tmp_path / "j").read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize("value", ["sarif", "sarif:", "saarif:x", ":x", "json:/finnes/ikke/x.json"])
def test_a_mistyped_report_is_wrong_use(value: str, area: Path, byvekst: Command) -> None:
    """Exit code 2 and a sentence, before or after the check."""
    code, _, err = byvekst("check", area, "--report", value)

    assert code == 2
    assert err.count("\n") == 1
