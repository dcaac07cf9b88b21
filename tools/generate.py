"""Write what is made from the code, the tests and the examples: schemas, reference pages, counts.

`--check` only compares.
"""

import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

from byvekst_cli.language import Say
from byvekst_cli.language.schema import schema_of
from byvekst_cli.model.kinds import KINDS
from byvekst_cli.report.provenance import markdown_counts
from byvekst_cli.report.rule_page import EXAMPLES
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from examples import all_examples
from reference import all_pages

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- byvekst sources -->", "<!-- /byvekst sources -->"
DAY = date(2026, 11, 23)


def examples() -> dict[Path, str]:
    """What other files are made with, so it is brought up to date before them."""
    return {EXAMPLES: _json(all_examples(DAY))}


def generated() -> dict[Path, str]:
    """Every generated file and what it should hold."""
    say = Say("nb")
    schemas = {ROOT / "schemas" / f"{kind.name}.schema.json": _json(schema_of(kind, say)) for kind in KINDS}
    pages = {path: _with_counts(path) for path in sorted((ROOT / "examples").glob("*/README.md"))}
    reference = {ROOT / "docs/reference" / path: text for path, text in all_pages().items()}
    return schemas | pages | reference


def _with_counts(page: Path) -> str:
    """The page of an example with the table that `byvekst sources --format markdown` gives."""
    area = load(Folder(page.parent), DAY).area
    table = markdown_counts(area, Say(area.language or "nb"))
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    return f"{before}{BEGIN}\n\n{table}\n{END}{rest.partition(END)[2]}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_number) + "\n"


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)


def main() -> int:
    """Write or compare; 1 when something differs."""
    wanted = examples()
    if "--check" not in sys.argv[1:]:
        _write(wanted)
    wanted |= generated()
    on_disk = {*(ROOT / "schemas").glob("*.json"), *(ROOT / "docs/reference").rglob("*.md")}
    stale = [path for path, text in wanted.items() if not _holds(path, text)]
    extra = sorted(on_disk - set(wanted))
    if "--check" in sys.argv[1:]:
        for path in (*stale, *extra):
            print(f"{path.relative_to(ROOT)} is not what the code makes; run tools/generate.py")
        return 1 if stale or extra else 0
    _write({path: wanted[path] for path in stale})
    for path in extra:
        path.unlink()
    return 0


def _write(files: dict[Path, str]) -> None:
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_bytes() == text.encode()


if __name__ == "__main__":
    sys.exit(main())
