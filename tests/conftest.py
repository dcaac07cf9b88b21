"""Every test runs with a fixed day, a scrubbed environment and no terminal."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from byvekst_cli.cli.app import run

settings.register_profile("same", derandomize=True)
settings.load_profile("same")  # for everyone; --hypothesis-profile=default looks for new examples

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
TODAY = "2026-11-23"
AREA = (ROOT / "tests/smallest.yaml").read_text(encoding="utf-8")
"""The smallest area, which every fixture gets around it."""
SHEET = """id: p-1
navn: Sykkelveg
kommuner: {bergen: 100}
tiltak: [sykkel]
"""

Answer = tuple[int, str, str]


@pytest.fixture(autouse=True)
def scrubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the day nor a variable of the machine's changes what a test sees."""
    monkeypatch.setattr("byvekst_cli.cli.options.today", lambda: date.fromisoformat(TODAY))
    for name in set(os.environ) - {"PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "PYTHONPATH", "VIRTUAL_ENV"}:
        if not name.startswith(("PYTEST_", "HYPOTHESIS", "COV_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """A small area that checks clean, to be spoilt."""
    root = tmp_path / "område"
    put(root, "byvekst.yaml", AREA)
    put(root, "prosjekt/p-1.yaml", SHEET)
    return root


@pytest.fixture
def byvekst(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """The command line: arguments in; exit code, output and complaints out."""

    def command(*arguments: str | Path) -> Answer:
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return command


def put(root: Path, path: str, content: str | bytes) -> Path:
    """Write a file of an area, byte for byte."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file
