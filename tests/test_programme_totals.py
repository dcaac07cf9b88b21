"""Every programme of the examples, added up a second time straight from its YAML."""

import json
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from conftest import EXAMPLES, TODAY, Answer

Command = Callable[..., Answer]
Total = tuple[dict[str, Decimal], bool]
"""MNOK by price year, and whether an amount is unknown."""
PROGRAMMES = sorted(EXAMPLES.glob("*/handlingsprogram/*.yaml"))
each_programme = pytest.mark.parametrize("file", PROGRAMMES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
PARTS = ("before", "cells", "later", "total")


def read(file: Path) -> Any:
    return YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))


def amounts(of: Iterable[tuple[Any, Any]]) -> Total:
    """The amounts by price year; `ukjent` is never nought."""
    found: dict[str, Decimal] = {}
    has_unknown = False
    for amount, level in of:
        if amount in ("ukjent", "ukjend"):
            has_unknown = True
        else:
            year = "ukjent" if level == "ukjend" else str(level)
            found[year] = found.get(year, Decimal(0)) + Decimal(str(amount))
    return found, has_unknown


def posts(of: list[Any]) -> list[tuple[Any, Any]]:
    return [(amount, post["prisår"]) for post in of for amount in post["år"].values()]


def one(of: Any) -> list[tuple[Any, Any]]:
    return [(of["beløp"], of["prisår"])] if of else []


def parts_of(line: Any, folder: Path, begins: int) -> dict[str, Total]:
    """A line's money before, in and after the programme, and its total."""
    sheet = read(folder / "prosjekt" / f"{line['prosjekt'].lower()}.yaml")
    funding = sheet.get("finansiering", {})
    own = sheet.get("portefølje", {}).get("program")
    later = own and read(folder / "handlingsprogram" / f"{own}.yaml")["periode"]["fra"] > begins
    if later:
        funding = {"poster": funding.get("poster", [])} if "poster" in funding else {}
    used = posts(line.get("poster") or funding.get("poster") or [])
    has_posts = bool(line.get("poster") or funding.get("poster"))
    cells = used if has_posts else one(funding.get("i_program"))
    parts = {
        "before": one(funding.get("bevilget_før")),
        "cells": cells,
        "later": one(funding.get("restbehov")),
    }
    stated = one(line.get("sum") or funding.get("sum"))
    if later and "finansiering" in sheet and not line.get("sum") and not line.get("poster"):
        stated = [("ukjent", "ukjent")]
    every = [each for part in parts.values() for each in part]
    is_known = bool(stated) and stated[0][0] not in ("ukjent", "ukjend")
    return {name: amounts(each) for name, each in parts.items()} | {
        "total": amounts(stated if is_known else [*every, *stated])
    }


def answered(piles: Iterable[Any]) -> Total:
    """What the tool says, put together in the same way."""
    found: dict[str, Decimal] = {}
    has_unknown = False
    for pile in piles:
        has_unknown = has_unknown or pile["unknown"]
        for each in pile["amounts"]:
            year = each["price_year"]
            found[year] = found.get(year, Decimal(0)) + each["mnok"]
    return found, has_unknown


def test_the_examples_hold_twenty_two_programmes() -> None:
    """So that none falls out in silence."""
    assert len(PROGRAMMES) == 22


@each_programme
def test_the_lines_of_a_programme_are_what_the_files_say(file: Path, byvekst: Command) -> None:
    """Each line, part by part and price year by price year."""
    folder, programme = file.parent.parent, read(file)
    options = ("--programme", file.stem, "--format", "json", "--as-of", TODAY)
    code, out, _ = byvekst("portfolio", folder, *options)
    answer = json.loads(out, parse_float=Decimal)
    lines = programme.get("linjer", [])

    assert code == 0
    assert [line["id"] for line in answer["lines"]] == [line["prosjekt"] for line in lines]
    for line, told in zip(lines, answer["lines"], strict=True):
        parts = parts_of(line, folder, programme["periode"]["fra"])
        for name in PARTS:
            piles = told["cells"] if name == "cells" else [told[name]]
            assert answered(piles) == parts[name], (line["prosjekt"], name)
    assert answered([answer["stated"]]) == amounts(one(programme.get("sum")))


@each_programme
def test_the_printed_columns_add_up(file: Path, byvekst: Command) -> None:
    """The row «in all» is the sum of the figures above it, as they are printed; `?` is kept."""
    options = ("--programme", file.stem, "--format", "markdown", "--as-of", TODAY, "--language", "nb")
    code, out, _ = byvekst("portfolio", file.parent.parent, *options)
    table = next(iter(re.findall(r"^\| Prosjekt .*\n\| ---.*\n((?:\|.*\n)+)", out, flags=re.MULTILINE)), "")
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]

    assert code == 0
    assert rows or "Ingen prosjekter med penger." in out
    for column in list(zip(*rows, strict=True))[1:]:
        *above, last = column
        assert figure(last) == sum(map(figure, above), Decimal(0))
        assert ("?" in last) is any("?" in cell for cell in above)


def test_grants_before_a_programme_are_not_its_own(byvekst: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fornebubanen got 391 + 852 in 2019: on a narrow screen «before», not the programme of 2021–24."""
    monkeypatch.setenv("COLUMNS", "40")
    out = byvekst("portfolio", EXAMPLES / "oslo", "--programme", "2021-24", "--as-of", TODAY)[1]

    assert ["Prosjekt", "Før", "Sum"] in [line.split() for line in out.splitlines()]
    assert "OS-KOL-001 1243* 1243*" in " ".join(out.split())


def figure(cell: str) -> Decimal:
    """`4341* + ?` is 4341; an empty cell is nothing to add."""
    plain = re.sub(r"[*?+\s]", "", cell).replace(",", ".").replace("−", "-")
    return Decimal(plain or 0)
