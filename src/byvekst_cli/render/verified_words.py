"""What is told of a document that was set against the data: for people, and for programs."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.render.kinds import KINDS, MEETING_PACK
from byvekst_cli.render.verify import Verified

VERSION: Final = 1


def verified_text(file: str, found: Verified, say: Say) -> Iterator[str]:
    """Line by line: what it is, whether it matches, which records changed, and whether it was edited."""
    made = found.stated.made
    kind = found.stated.kind
    kind = say.cli(f"document-kind-{kind}") if kind in (*KINDS, MEETING_PACK.name) else kind
    yield say.cli("verify-of", file=file, kind=kind, day=date.fromisoformat(made.as_of), version=made.version)
    yield say.cli(_judgement(found))
    for name in ("changed", "gone", "new"):
        keys = getattr(found, name)
        if keys:
            yield say.cli(f"verify-{name}", n=len(keys))
            yield from (f"  {safe(key)}" for key in keys)
    edited = {True: "untouched", False: "edited", None: "unmarked"}[found.stated.is_untouched]
    yield say.cli(f"verify-{edited}")


def _judgement(found: Verified) -> str:
    if not found.matches:
        return "verify-differs"
    return "verify-same" if found.changed or found.gone or found.new else "verify-matches"


def verified_json(file: str, found: Verified) -> str:
    """Version 1."""
    made = found.stated.made
    told = {
        "version": VERSION,
        "file": file,
        "kind": found.stated.kind,
        "area": made.area,
        "as_of": made.as_of,
        "made_with": made.version,
        "revision": made.revision,
        "basis": made.whole,
        "matches": found.matches,
        "says_the_same": found.says_the_same,
        "untouched": found.stated.is_untouched,
        "changed": list(found.changed),
        "gone": list(found.gone),
        "new": list(found.new),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
