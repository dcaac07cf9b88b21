"""The house keeps its own order: sizes, words, rules as new files only, documents that are true."""

import ast
import re
from pathlib import Path

import pytest

import byvekst_cli
from byvekst_cli.language.words import ROOM, BadWords, catalogue
from byvekst_cli.rules import all_rules
from conftest import ROOT

SOURCE = Path(byvekst_cli.__file__).parent
PYTHON = sorted(SOURCE.rglob("*.py"))
each_file = pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.relative_to(SOURCE).as_posix())
WORDS = sorted(
    [*ROOM.glob("*.yaml"), *(SOURCE / "rules").rglob("*.yaml"), *(SOURCE / "model").glob("*.yaml")]
)


@each_file
def test_files_and_functions_are_short(path: Path) -> None:
    """300 lines a file and 50 a function at the very most."""
    text = path.read_text(encoding="utf-8")

    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


@each_file
def test_every_file_says_what_it_is(path: Path) -> None:
    """The first line of a module is its promise."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.slug)
def test_a_rule_is_two_small_files(rule: object) -> None:
    """A check of at most 60 lines that names its code, and its words beside it."""
    path = SOURCE / "rules" / rule.family / f"{rule.slug.replace('-', '_')}.py"  # type: ignore[attr-defined]
    text = path.read_text(encoding="utf-8")

    assert text.count("\n") <= 60
    assert text.startswith(f'"""{rule.code}: ')  # type: ignore[attr-defined]
    assert set(catalogue(path.with_suffix(".yaml"))) - {"basis"} == {"title", "message", "why", "remedy"}


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_words_are_whole(path: Path) -> None:
    """Three languages with the same slots, or the file does not load."""
    assert catalogue(path)


@pytest.mark.parametrize(
    "text",
    ["a: {nb: x, nn: y}\n", "a: {nb: '{x}', nn: '{x}', en: y}\n", "a: x\n", "- a\n", "a: {b: {nb: x}}\n"],
)
def test_words_with_a_hole_do_not_load(text: str, tmp_path: Path) -> None:
    """A language or a slot left out stops the program, not the user."""
    path = tmp_path / "w.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadWords):
        catalogue(path)


def test_bokmaal_and_nynorsk_are_not_mixed() -> None:
    """Words that only one standard has stand only in that standard's texts."""
    only_nn = _any_of("ikkje frå kva korleis kvifor ein eit eg dei vere gjere kjelde kjelder kjelda")
    only_nb = _any_of("ikke fra hva hvordan hvorfor en jeg de være gjøre kilde kilder kilden")
    for path in WORDS:
        for name, language, words in _texts(catalogue(path), path.stem):
            plain = re.sub(r"«[^»]*»|\{\w+\}|\S+\.yaml|\S*:\s", " ", words)
            foreign = {"nb": only_nn, "nn": only_nb}.get(language)
            assert not (foreign and foreign.search(plain)), (name, language, words)


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(words.split())})\b", re.IGNORECASE)


def _texts(entries: object, name: str) -> list[tuple[str, str, str]]:
    if not isinstance(entries, dict):
        return []
    if set(entries) == {"nb", "nn", "en"}:
        forms = {
            lang: " ".join(words.values()) if isinstance(words, dict) else words
            for lang, words in entries.items()
        }
        return [(name, language, str(words)) for language, words in forms.items()]
    return [text for key, below in entries.items() for text in _texts(below, f"{name}.{key}")]


def test_the_architecture_names_every_room_and_library() -> None:
    """ARCHITECTURE.md has a paragraph a room and a line a dependency."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    dependencies = re.search(r"^dependencies = \[(.*?)\]", project, re.MULTILINE | re.DOTALL)

    for room in (path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()):
        assert f"**`{room}`**" in text, room
    assert dependencies
    for name in re.findall(r'"([a-z0-9.-]+)', dependencies.group(1)):
        assert f"`{name}`" in text, name


def test_no_file_marks_unfinished_work() -> None:
    """What is there is done; what is not there is not hinted at."""
    for path in PYTHON:
        assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplemented", path.read_text(encoding="utf-8")), (
            path
        )
