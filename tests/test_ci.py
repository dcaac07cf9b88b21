"""What other repositories use: the reusable workflow and the pre-commit hooks do what they say."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from conftest import EXAMPLES, ROOT, SHEET, put

WORKFLOW = ROOT / ".github/workflows/check-area.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent


def read(path: Path) -> Any:
    return YAML(typ="safe").load(path)


def run(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """As a runner does: bash that stops at the first mistake, and the installed command on the path."""
    home = {name: os.environ[name] for name in ("HOME",) if name in os.environ}
    environment = {"PATH": f"{BIN}:{os.environ['PATH']}", "BYVEKST_LANGUAGE": "nb", **home, **variables}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def inputs(**given: str) -> Mapping[str, str]:
    """What the step's variables become: the caller's inputs, or their defaults."""
    workflow = read(WORKFLOW)
    defaults = {
        name: each["default"] for name, each in workflow[_on(workflow)]["workflow_call"]["inputs"].items()
    }
    step = _step("Check")
    chosen = defaults | given
    return {
        name: chosen[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in step["env"].items()
    }


def _on(workflow: Mapping[Any, Any]) -> Any:
    """`on` is text in YAML 1.2, and true in 1.1."""
    return "on" if "on" in workflow else True


def _step(name: str) -> Any:
    return next(step for step in read(WORKFLOW)["jobs"]["check"]["steps"] if step.get("name") == name)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES / "bergen", tmp_path / "repo")
    return tmp_path / "repo"


def test_the_workflow_fits_github_s_schema() -> None:
    """As the published schema of workflows has it."""
    command = [BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", WORKFLOW]

    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_sound_repository_passes(checkout: Path) -> None:
    """The workflow's own script, with its defaults; the findings are kept as SARIF."""
    done = run(_step("Check")["run"], checkout, **inputs())

    assert done.returncode == 0, done.stderr
    assert "::warning file=byvekst.yaml" in done.stdout
    assert (checkout / "byvekst.sarif").exists()


def test_a_mistake_stops_the_pull_request(checkout: Path, tmp_path: Path) -> None:
    """With an annotation on the line, and a summary."""
    put(checkout, "prosjekt/ny-1.yaml", SHEET.replace("p-1", "ny-1").replace("sykkel]", "sykel]"))
    summary = tmp_path / "summary.md"

    done = run(_step("Check")["run"], checkout, GITHUB_STEP_SUMMARY=str(summary), **inputs())

    assert done.returncode == 1
    assert "::error file=prosjekt/ny-1.yaml,line=4" in done.stdout
    assert "sykel" in summary.read_text(encoding="utf-8")


def test_the_inputs_are_used(checkout: Path) -> None:
    """Another level, another folder with a space in its name, a baseline."""
    assert run(_step("Check")["run"], checkout, **inputs(**{"fail-on": "warning"})).returncode == 1

    moved = checkout.rename(checkout.parent / "et område")
    (checkout.parent / "top").mkdir()
    made = run("byvekst check '../et område' --baseline b.json --update-baseline", checkout.parent / "top")
    given = inputs(area="../et område", baseline="b.json", **{"fail-on": "advice"})

    assert made.returncode == 0
    assert moved.exists()
    assert run(_step("Check")["run"], checkout.parent / "top", **given).returncode == 0


def test_nothing_a_caller_writes_is_run(checkout: Path) -> None:
    """Inputs go through variables, never into the script."""
    done = run(_step("Check")["run"], checkout, **inputs(area="$(touch pwned); touch pwned"))

    assert done.returncode == 2
    assert not list(checkout.rglob("pwned"))
    assert "${{" not in _step("Check")["run"]


def test_the_hooks_fit_pre_commit_s_schema() -> None:
    """As pre-commit itself reads them."""
    command = [BIN / "pre-commit", "validate-manifest", HOOKS]

    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(("hook", "code"), [("byvekst-check", 0), ("byvekst-check-strict", 1)])
def test_a_hook_runs_from_the_top_of_a_repository(hook: str, code: int, checkout: Path) -> None:
    """Bergen has warnings and no errors."""
    (entry,) = [each["entry"] for each in read(HOOKS) if each["id"] == hook]

    assert run(entry, checkout).returncode == code
