"""The git revision of a folder whose files are as they were committed, told without running any of its code."""

import hashlib
import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

_PATIENCE: Final = 20
"""Seconds."""
_ROW: Final = "\0"


def revision(root: Path, files: Iterable[str]) -> str | None:
    """The last commit, where each of these files is in it as it is on the disk; else None.

    `files` are relative to the folder. Git is only asked for names and marks: filters, hooks and other
    commands that a folder's own settings may name are never run.
    """
    head = _git(root, "rev-parse", "--verify", "HEAD")
    listed = _git(root, "ls-tree", "-r", "-z", "HEAD", ".") if head else None
    if not head or listed is None:
        return None
    known = dict(_rows(listed))
    try:
        same = all(known.get(path) == _mark((root / path).read_bytes(), len(head.strip())) for path in files)
    except OSError:
        return None
    return head.strip() if same else None


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(  # noqa: S603  # fixed words, no shell
            ["git", "-c", "core.fsmonitor=false", "-C", str(root), *arguments],  # noqa: S607
            capture_output=True,
            env=_environment(),
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _environment() -> Mapping[str, str]:
    """Without what points git elsewhere, and with no way out to fetch."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "GIT_OPTIONAL_LOCKS": "0"}


def _rows(listed: str) -> Iterable[tuple[str, str]]:
    """`100644 blob <mark>\\t<path>` → path and mark."""
    for row in listed.split(_ROW):
        facts, _, path = row.partition("\t")
        if path:
            yield path, facts.split(" ")[-1]


def _mark(data: bytes, length: int) -> str:
    """What git calls a file with these bytes."""
    kind = hashlib.sha256 if length == 64 else hashlib.sha1
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
