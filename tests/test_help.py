"""Help, examples and explanations: there, true, and in the reader's language."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from byvekst_cli.cli.app import ALIASES, COMMANDS, build
from byvekst_cli.cli.help import examples
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.report.rule_page import everything
from conftest import EXAMPLES, ROOT, Answer

Command = Callable[..., Answer]
NAMES = list(COMMANDS)


def shown() -> dict[tuple[str, ...], str]:
    """Every example in every language, once for those that differ in the name of the command only."""
    groups = [typer.main.get_command(build(Words(Say(language)))) for language in LANGUAGES]
    told = [(n, line) for group in groups for n in NAMES for line, _ in examples(group.commands[n])]  # type: ignore[attr-defined]
    words = [(name, shlex.split(line), line) for name, line in told]
    assert all(ALIASES.get(asked[1], asked[1]) == name for name, asked, _ in words)
    return {(asked[0], name, *asked[2:]): line for name, asked, line in words}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_and_examples(name: str, language: str, byvekst: Command) -> None:
    """In every language, 80 columns wide, with no English left over."""
    code, out, _ = byvekst(name, "--help", "--language", language)

    assert code == 0
    assert f"\n    byvekst {name}" in out or any(
        f"\n    byvekst {a}" in out for a in ALIASES if ALIASES[a] == name
    )
    assert all(len(line) <= 80 for line in out.splitlines() if not line.startswith("    byvekst "))
    assert not re.search(r"<[\w\[\]]+>|\bNone\b|Show this message", out)
    if language != "en":
        assert "Usage" not in out


@pytest.mark.parametrize("line", shown().values(), ids=lambda line: line[:60])
def test_the_examples_in_the_help_run(
    line: str, byvekst: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As they stand, in a folder that has the examples."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    program, *arguments = shlex.split(line)
    _lay_ready(ALIASES.get(arguments[0], arguments[0]), arguments[1:], byvekst)

    code, _, err = byvekst(*arguments)

    assert (program, code, err) == ("byvekst", 0, "")


def _lay_ready(command: str, arguments: list[str], byvekst: Command) -> None:
    """The file that an example is about, where the user has made it before."""
    if command == "verify":
        sheet = ("project-sheet", "examples/trondheim", "--id", "TR-SYK-001", "--output", arguments[0])
        byvekst("document", *sheet)
    if command == "template" and arguments[0].endswith(".docx"):
        shutil.copy(ROOT / "templates" / "document.docx", arguments[0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("about", everything(), ids=lambda about: about.code)
def test_every_code_can_be_explained(about: object, language: str, byvekst: Command) -> None:
    """What it says, why, what to do, before and after, and whether it may stand."""
    code, out, _ = byvekst("explain", about.code, "--language", language, "--format", "markdown")  # type: ignore[attr-defined]

    assert code == 0
    assert out.startswith(f"# {about.code} ")  # type: ignore[attr-defined]
    assert out.count("\n## ") >= 3
    assert not re.search(r"\[\[|\]\]|\bNone\b|Decimal\(|«»|“”", re.sub(r"(?s)```.*?```", "", out))


def test_a_code_can_be_named_in_any_way(byvekst: Command) -> None:
    """By code or name, in any case; a mistyped one gets a suggestion."""
    pages = {byvekst("forklar", name, "--language", "nb") for name in ("MON007", "mon007", "unplaced-total")}
    code, _, err = byvekst("explain", "unplaced-totl")

    assert len(pages) == 1
    assert code == 2
    assert "«unplaced-total»" in err


def test_the_list_of_rules_has_everything(byvekst: Command) -> None:
    """As a table, as Markdown, and for programs."""
    listed = json.loads(byvekst("rules", "--format", "json")[1])["rules"]

    assert [rule["code"] for rule in listed] == [about.code for about in everything()]
    for format in ("text", "markdown"):
        out = byvekst("regler", "--format", format)[1]
        assert all(about.code in out for about in everything())


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("byvekst ch", ["check"]),
        ("byvekst check --format sa", ["sarif"]),
        ("byvekst explain MON00", ["MON001", "MON002", "MON003"]),
        ("byvekst check --fail-on n", ["never"]),
    ],
)
def test_the_shell_completes(words: str, completed: list[str]) -> None:
    """Commands, values and codes."""
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "_BYVEKST_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    program = "from byvekst_cli.cli import main; import sys; sys.argv[0] = 'byvekst'; main()"

    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
    )

    assert done.stdout.split()[: len(completed)] == completed


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_installs_with_one_command(
    shell: str, byvekst: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says where, and writes nowhere but at home."""
    monkeypatch.setenv("HOME", str(tmp_path))

    code, out, _ = byvekst("completion", "--shell", shell, "--language", "nb")

    assert code == 0
    assert "Start skallet på nytt" in " ".join(out.split())
    assert any("byvekst" in path.read_text() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("arguments", "says"), [(["history"], "CASE"), (["rules", "en", "to", "tre"], "tre")]
)
def test_too_little_and_too_much_are_told(arguments: list[str], says: str, byvekst: Command) -> None:
    """What is missing after a command, or what is too much, stands in the complaint."""
    code, _, err = byvekst(*arguments)

    assert code == 2
    assert says in err
    assert "--help" in err
