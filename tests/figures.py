"""Published figures that tests check against, from `data/`; its README says where they are from."""

import csv
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"
Row = dict[str, str]


def rows(name: str, **wanted: str) -> Iterator[Row]:
    """The rows of a table that have these values."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if all(row[key] == value for key, value in wanted.items()):
                yield row


def numbers(row: Row, *names: str) -> tuple[float, ...]:
    return tuple(float(row[name]) for name in names)
