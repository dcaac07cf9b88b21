"""Write what is made from the code and the examples: schemas, and the counts in the examples' pages.

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
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- byvekst sources -->", "<!-- /byvekst sources -->"
DAY = date(2026, 11, 23)


def generated() -> dict[Path, str]:
    """Every generated file and what it should hold."""
    say = Say("nb")
    schemas = {ROOT / "schemas" / f"{kind.name}.schema.json": _json(schema_of(kind, say)) for kind in KINDS}
    pages = {path: _with_counts(path) for path in sorted((ROOT / "examples").glob("*/README.md"))}
    return schemas | pages


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
    wanted = generated()
    on_disk = set((ROOT / "schemas").glob("*.json"))
    stale = [path for path, text in wanted.items() if not _holds(path, text)]
    extra = sorted(on_disk - set(wanted))
    if "--check" in sys.argv[1:]:
        for path in (*stale, *extra):
            print(f"{path.relative_to(ROOT)} is not what the code makes; run tools/generate.py")
        return 1 if stale or extra else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8", newline="\n")
    for path in extra:
        path.unlink()
    return 0


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_bytes() == text.encode()


if __name__ == "__main__":
    sys.exit(main())
