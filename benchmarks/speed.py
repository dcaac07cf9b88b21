"""How fast, against peers in the same run: ratios, never times alone.

`pip install '.[bench]'` in one environment for byvekst, and `check-jsonschema` and `yamllint` in another,
as their users have them: `python benchmarks/speed.py BIN-OF-BYVEKST BIN-OF-PEERS`.
"""

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from sheets import make_area

SCHEMA = Path(__file__).resolve().parent.parent / "schemas" / "project.schema.json"
ROUNDS = 5
READ = """import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
print(sum(cell is not None for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row))
"""


def seconds(command: list[str]) -> float:
    """One run of a command, which must succeed."""
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def compare(name: str, ours: list[str], peer: list[str]) -> None:
    """Run both in turns and print the medians and their ratio."""
    pairs = [(seconds(ours), seconds(peer)) for _ in range(ROUNDS)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name}: {mine:.3f} s against {theirs:.3f} s, {theirs / mine:.1f} times faster")


def main() -> None:
    """Start-up, a thousand sheets against the schema's own checker, growth to ten thousand, and workbooks."""
    parser = argparse.ArgumentParser(description="How fast byvekst is, against peers in the same run.")
    parser.add_argument("own", type=Path, metavar="BIN-OF-BYVEKST", help="the folder that byvekst is in")
    parser.add_argument("peers", type=Path, metavar="BIN-OF-PEERS", help="of check-jsonschema and yamllint")
    asked = parser.parse_args()
    own, peers = asked.own, asked.peers
    byvekst = str(own / "byvekst")
    compare("--version against yamllint", [byvekst, "--version"], [str(peers / "yamllint"), "--version"])
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small"), Path(folder, "large")
        make_area(small, 1_000)
        make_area(large, 10_000)
        sheets = sorted(str(path) for path in (small / "prosjekt").iterdir())
        checker = [str(peers / "check-jsonschema"), "--schemafile", str(SCHEMA), *sheets]
        compare("1 000 sheets, cold, against check-jsonschema", [byvekst, "check", str(small)], checker)
        growth = seconds([byvekst, "check", str(large)]) / seconds([byvekst, "check", str(small)])
        print(f"10 000 sheets against 1 000: {growth:.1f} times the time")
        print(f"memory at 10 000 sheets: {_megabytes([byvekst, 'check', str(large)]):.0f} MB")
        _workbooks(byvekst, own / "python", small, large)


def _workbooks(byvekst: str, python: Path, small: Path, large: Path) -> None:
    """Out and in, against reading the cells of the same workbook and no more, and growth."""
    took: dict[Path, tuple[float, float]] = {}
    for area in (small, large):
        book = area.parent / f"{area.name}.xlsx"
        out = seconds([byvekst, "export", str(area), "--to", str(book)])
        back = [byvekst, "import", str(book), str(area), "--dry-run"]
        took[area] = (out, seconds(back))
        if area is large:
            plain = seconds([str(python), "-c", READ, str(book)])
            print(f"10 000 projects out: {out:.1f} s, in: {took[area][1]:.1f} s")
            print(
                f"reading that workbook's cells takes {plain:.1f} s: {took[area][1] / plain:.1f} times that"
            )
            print(f"memory at 10 000 projects in: {_megabytes(back):.0f} MB")
    growth = [after / before for before, after in zip(took[small], took[large], strict=True)]
    print(f"10 000 projects against 1 000: {growth[0]:.1f} times the time out, {growth[1]:.1f} in")


def _megabytes(command: list[str]) -> float:
    """The most memory a command held, where the system tells."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
