"""Thousands of spoilt copies of a real area: never a trace, a crash, a hang or a changed file."""

import hashlib
import random
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from byvekst_cli.finding import Finding
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.lint import Selection, lint
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Entry, Folder
from conftest import EXAMPLES, TODAY, Answer

BERGEN = EXAMPLES / "bergen"
ROUNDS, EACH = 12, 200
BASE = ("byvekst.yaml", "kilder.yaml", "maal.yaml")


@dataclass(frozen=True)
class InMemory:
    """A tree that lies in no folder."""

    files: dict[str, bytes]
    name: str = "bergen"

    def entries(self) -> Iterator[Entry]:
        yield from (Entry(path, path) for path in sorted(self.files))

    def read(self, entry: Entry) -> bytes:
        return self.files[entry.path]


FILES = {path.relative_to(BERGEN).as_posix(): path.read_bytes() for path in sorted(BERGEN.rglob("*.yaml"))}

SIGNS = (
    *[
        ":",
        "#",
        "{",
        "}",
        "[",
        "]",
        "&a",
        "*a",
        "!x",
        "'",
        '"',
        "|",
        ">",
        "-",
        "?",
        "%",
        "@",
        "`",
        ",",
        "<<:",
        "1e999",
        "---",
    ],
    *("\t", "\r", "\n", "\x00", "\u2028", "\x85", "\u0301", "\ufeff", "\ud7ff", "😀", " #", "- "),
    *("[" * 5000, "{a: " * 500, "9" * 5000),
)
ODD = (
    *[
        "~",
        "-",
        "ja",
        "no",
        "12,5",
        "2021-02-30",
        "{}",
        "[]",
        "[[[]]]",
        "ukjend",
        "-1",
        "1.10",
        "true",
        "x-y--z",
        "../../etc/passwd",
        "0",
        "99999999999999",
    ],
    *("", "1 000", "{a: {b: c}}", "{{ 7*7 }}", "å" * 3000),
)
Damage = Callable[[bytes, random.Random], bytes]


def _bytes(data: bytes, chance: random.Random) -> bytes:
    """A few bytes set to anything."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _cut(data: bytes, chance: random.Random) -> bytes:
    """A piece taken out, or the end cut off."""
    start = chance.randrange(len(data))
    end = len(data) if chance.random() < 0.5 else min(len(data), start + chance.randint(1, 40))
    return data[:start] + data[end:]


def _lines(data: bytes, chance: random.Random) -> bytes:
    """A line deleted, doubled, moved or indented."""
    lines = data.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(to, lines[at])
        case 2:
            lines.insert(to, lines.pop(at))
        case _:
            lines[at] = chance.choice([b" ", b"   ", b"\t"]) + lines[at]
    return b"\n".join(lines)


def _signs(data: bytes, chance: random.Random) -> bytes:
    """Signs that mean something in YAML, or nothing anywhere, put in at random."""
    text = data.decode()
    for _ in range(chance.randint(1, 3)):
        sign = chance.choice(SIGNS)
        at = chance.randrange(len(text))
        text = text[:at] + sign + text[at:]
    return text.encode()


def _encoding(data: bytes, chance: random.Random) -> bytes:
    """Saved by another program."""
    text = data.decode()
    codec = chance.choice(
        ["utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig", "mac-roman", "cp865", "utf-7"]
    )
    return text.encode(codec, "replace")


def _values(data: bytes, chance: random.Random) -> bytes:
    """The value on a line swapped for something else."""
    lines = data.decode().split("\n")
    at = chance.choice([n for n, line in enumerate(lines) if ": " in line])
    key, _, _ = lines[at].partition(": ")
    lines[at] = f"{key}: {chance.choice(ODD)}"
    return "\n".join(lines).encode()


def _keys(data: bytes, chance: random.Random) -> bytes:
    """A key mistyped or renamed."""
    lines = data.decode().split("\n")
    at = chance.choice([n for n, line in enumerate(lines) if ": " in line])
    key, sep, value = lines[at].partition(": ")
    name = chance.choice(
        [key + "x", key[:-1], key.upper(), key.replace("a", "e"), f"'{key.strip()}'", "12", "id"]
    )
    lines[at] = name + sep + value
    return "\n".join(lines).encode()


DAMAGES: tuple[Damage, ...] = (_bytes, _cut, _lines, _signs, _encoding, _values, _keys)


def check(files: dict[str, bytes]) -> tuple[Finding, ...]:
    return lint(load(InMemory(files), date.fromisoformat(TODAY)), Selection.of())


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_damage_breaks_the_check(seed: int) -> None:
    """Each spoilt file ends in findings that can be said in three languages, in little time."""
    chance = random.Random(seed)
    for number in range(EACH):
        path = chance.choice(sorted(FILES))
        damage = chance.choice(DAMAGES)
        files = {name: FILES[name] for name in (*BASE, path)}
        files[path] = damage(FILES[path], chance)
        started = time.perf_counter()

        findings = check(files)
        said = [Say(language).message(f).text for f in findings for language in LANGUAGES[number % 3 :][:1]]

        assert all(said), (seed, number, damage.__name__, path)
        assert time.perf_counter() - started < 10, (seed, number, damage.__name__, path)
        assert all(f.span.line <= f.span.end_line for f in findings)


SURE: dict[str, Damage] = {
    "not UTF-8": lambda data, chance: _insert(data, b"\xff", chance),
    "NUL": lambda data, chance: _insert(data, b"\x00", chance),
    "UTF-16": lambda data, _: data.decode().encode("utf-16"),
    "empty": lambda _data, _: b"",
    "too large": lambda data, _: data + b"#" * 2_000_000,
    "an unknown key": lambda data, _: data + b"\nukjent_felt: 1\n",
    "a key twice": lambda data, _: data + b"\n" + data,
    "too deep": lambda data, _: data + b"\negne: " + b"[" * 100_000,
    "an open bracket": lambda data, _: data + b"\nmerknad: [\n",
    "a tab": lambda data, _: data + b"\nmerknad:\n\ta: 1\n",
    "an anchor": lambda data, _: data + b"\nmerknad: &a x\n",
}


def _insert(data: bytes, new: bytes, chance: random.Random) -> bytes:
    """Between two lines, so that no letter is cut in two."""
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines)), new)
    return b"\n".join(lines)


@pytest.mark.parametrize("name", SURE)
def test_the_damaged_file_is_named(name: str) -> None:
    """Whichever file is hit, an error points at it."""
    chance = random.Random(name)
    for path, whole in FILES.items():
        files = {each: FILES[each] for each in BASE} | {path: SURE[name](whole, chance)}

        assert path in {f.path for f in check(files) if f.severity.value == "error"}, path


def test_one_bad_file_leaves_the_others_as_they_were() -> None:
    """The findings of all other files are the same with and without the damage."""
    whole = [(f.path, f.code) for f in check(FILES)]

    for path in ("prosjekt/bg-kol-004.yaml", "indikator/byindeks.yaml", "mandat/styringsgruppa.yaml"):
        others = [(f.path, f.code) for f in check(FILES | {path: b"id: [\n"}) if f.path != path]
        assert others == [found for found in whole if found[0] != path]


def test_no_file_is_changed(tmp_path: Path, byvekst: Callable[..., Answer]) -> None:
    """A check reads; every byte and every date stands as before, also of what is broken."""
    chance = random.Random(7)
    root = tmp_path / "bergen"
    shutil.copytree(BERGEN, root)
    for path in sorted(root.rglob("*.yaml")):
        path.write_bytes(chance.choice(DAMAGES)(path.read_bytes(), chance))

    def state() -> dict[str, tuple[str, int]]:
        return {
            path.as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
            for path in sorted(root.rglob("*"))
            if path.is_file()
        }

    before = state()
    code, _, err = byvekst("check", root)

    assert (code, err) == (1, "")
    assert state() == before


def test_the_same_in_memory_and_on_disk() -> None:
    """A tree is a tree."""
    on_disk = lint(load(Folder(BERGEN), date.fromisoformat(TODAY)), Selection.of())

    notes = {path.relative_to(BERGEN).as_posix(): path.read_bytes() for path in BERGEN.rglob("notat-*.md")}
    assert check(FILES | notes) == on_disk
